"""How single values are written: dates, money, periods, numbers and text, in one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from .ledger import MONTHS
from .quantity import Days, Pence, WorkingDays
from .ruling import RefusalError
from .sources import Sources

_MOST_DIGITS = 30


def _no_parts(given: Mapping[str, str]) -> Any:
    raise RefusalError(f"it has no parts such as “{shown(next(iter(given), ''))}”: it is one value.")


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of input."""

    words: str
    """What to write, for people: a date, such as 2020-08-06."""
    fits: Callable[[object], bool]
    """Whether a value is one of this kind."""
    read: Callable[[str], Any]
    """Text to value; RefusalError says what would do."""
    read_json: Callable[[Any], Any]
    """What a JSON file holds to value; RefusalError says what would do."""
    exact: bool = False
    """Whether white space around the text belongs to the value."""
    read_parts: Callable[[Mapping[str, str]], Any] = _no_parts
    """The texts of a record's parts, by name, to value; RefusalError says what would do."""

    def read_text(self, text: str) -> Any:
        """The value that a text stands for; RefusalError where it is missing or malformed."""
        if not text.strip():
            raise RefusalError(f"it is missing: give {self.words}.")
        return self.read(text if self.exact else text.strip())


def scalar(words: str, fits: Callable[[object], bool], read: Callable[[str], Any]) -> Kind:
    """A kind whose JSON is the value itself, or a string that reads as text does."""

    def from_json(data: Any) -> Any:
        if isinstance(data, str):
            return read(data.strip())
        if fits(data):
            return data
        raise RefusalError(f"“{shown(data)}” is not {words}.")

    return Kind(words, fits, read, from_json)


def shown(data: object) -> str:
    """What was given, short enough for a message."""
    words = "null" if data is None else str(data)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _matcher(words: str, pattern: str, make: Callable[[re.Match[str]], Any]) -> Callable[[str], Any]:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)

    def read(text: str) -> Any:
        match = compiled.fullmatch(text)
        if match is None or len(text) > 4 * _MOST_DIGITS:
            raise RefusalError(f"“{shown(text)}” is not {words}.")
        return make(match)

    return read


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _day(text: str) -> date:
    match = re.fullmatch(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", text, re.ASCII)
    try:
        if match:
            return date(int(match[3]), MONTHS.index(match[2].capitalize()) + 1, int(match[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        raise RefusalError(f"“{text}” is no day of the calendar.") from None
    raise RefusalError(f"“{shown(text)}” is not {_DATE_WORDS}.")


def _moment(text: str) -> datetime:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", text, re.ASCII):
            return datetime.fromisoformat(text)
    except ValueError:
        raise RefusalError(f"“{text}” is no day of the calendar, or no time of day.") from None
    raise RefusalError(f"“{shown(text)}” is not {_MOMENT_WORDS}.")


def _decimal(match: re.Match[str]) -> Decimal:
    return Decimal(match[1] + match[2])


def _number_from_json(data: Any) -> Any:
    if isinstance(data, Decimal) and data.is_finite():
        return data
    if _whole(data):
        return Decimal(data)
    if isinstance(data, str):
        return _read_decimal(data.strip())
    raise RefusalError(f"“{shown(data)}” is not {_DECIMAL_WORDS}.")


_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_SPAN_WORDS = "a time with its unit, such as 16 s, 30 min, 24 h or 5 days"


def _span(match: re.Match[str]) -> timedelta:
    word = match[2].lower()
    unit = next(unit for unit in ("min", "s", "h", "d") if word.startswith(unit))
    return timedelta(seconds=float(match[1]) * _UNITS[unit])


def _yes(text: str) -> bool:
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())
    if answer is None:
        raise RefusalError(f"“{shown(text)}” is neither yes nor no.")
    return answer


def _pence(match: re.Match[str]) -> int:
    sign, pounds, pence, plain = match.groups()
    amount = int(plain) if plain else int(pounds) * 100 + int(pence or 0)
    return -amount if sign else amount


_DATE_WORDS = "a date, such as 2020-08-06 or 6 August 2020"
_MOMENT_WORDS = "a date and time in UTC, such as 2020-09-01T10:00:00Z"
_WHOLE_WORDS = "a whole number, such as 15"
_DECIMAL_WORDS = "a number, such as 0.15432"
_PENCE_WORDS = "an amount of money, such as 150, 150p or £1.50"
_PERIOD_WORDS = "a number of Working Days, such as 15 or 15 Working Days"
_DAYS_WORDS = "a number of days, such as 9 or 9 days"
_DIGITS = rf"-?\d{{1,{_MOST_DIGITS}}}"
_read_decimal = _matcher(
    _DECIMAL_WORDS, rf"([+-]?)£?(\d{{1,{_MOST_DIGITS}}}(?:\.\d{{1,{_MOST_DIGITS}}})?)", _decimal
)


def _refused(text: str) -> Any:
    raise RefusalError("the toolkit gives the texts of the documents itself.")


def _bytes(text: Any) -> bytes:
    if not isinstance(text, str):
        raise RefusalError(f"“{shown(text)}” is not text.")
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise RefusalError("it holds a character that there is not.") from None


def _as_is(text: str) -> str:
    return text


SCALARS: dict[Any, Kind] = {
    str: scalar("text", lambda value: isinstance(value, str), _as_is),
    bytes: Kind("the bytes of a file", lambda value: isinstance(value, bytes), _bytes, _bytes, exact=True),
    bool: scalar("yes or no", lambda value: isinstance(value, bool), _yes),
    int: scalar(_WHOLE_WORDS, _whole, _matcher(_WHOLE_WORDS, _DIGITS, lambda match: int(match[0]))),
    date: scalar(
        _DATE_WORDS, lambda value: isinstance(value, date) and not isinstance(value, datetime), _day
    ),
    datetime: scalar(_MOMENT_WORDS, lambda value: isinstance(value, datetime), _moment),
    timedelta: scalar(
        _SPAN_WORDS,
        lambda value: isinstance(value, timedelta),
        _matcher(_SPAN_WORDS, r"(\d{1,9}(?:\.\d{1,6})?) ?(s|seconds?|min|minutes?|h|hours?|d|days?)", _span),
    ),
    Decimal: Kind(_DECIMAL_WORDS, lambda value: isinstance(value, Decimal), _read_decimal, _number_from_json),
    Pence: scalar(
        _PENCE_WORDS,
        _whole,
        _matcher(
            _PENCE_WORDS,
            rf"(-?)(?:£(\d{{1,12}})(?:\.(\d\d))?|(\d{{1,{_MOST_DIGITS}}}) ?(?:p|pence)?)",
            _pence,
        ),
    ),
    WorkingDays: scalar(
        _PERIOD_WORDS,
        _whole,
        _matcher(_PERIOD_WORDS, rf"({_DIGITS})(?: (?:WDs?|Working Days?))?", lambda match: int(match[1])),
    ),
    Days: scalar(
        _DAYS_WORDS, _whole, _matcher(_DAYS_WORDS, rf"({_DIGITS})(?: days?)?", lambda match: int(match[1]))
    ),
    Sources: Kind("the texts of the documents", lambda value: hasattr(value, "load"), _refused, _refused),
}
"""From a type to its kind, for every type that holds one value; `kind` builds the others from these."""
