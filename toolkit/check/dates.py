"""Dates as texts write them: Friday 29 May 2020, the 29th of May 2020, 2020-05-29; and their weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .subject import Line, Subject

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon|midnight"
"""Matches a time of day."""
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<before>{_WEEKDAY}),?\s\(?(?:the\s)?)?"
    rf"(?P<body>(?P<day>{_DAY})(?:\sday)?(?:\sof)?\s(?P<month>{_MONTH})(?:,?\s(?P<year>\d{{4}})(?!\d))?"
    rf"|(?P<us_month>{_MONTH})\s(?P<us_day>{_DAY}),?\s(?P<us_year>\d{{4}})(?!\d)"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})"
    r"|(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<slash_year>\d{4}))(?![\w/-])"
    rf"(?:,?\s\(?(?:(?:which|that)\sis\s|being\s)?(?:a\s)?(?P<after>{_WEEKDAY})(?!,?\s(?:the\s)?\d))?"
)
_YEAR = re.compile(r"\d\d\d\d")
_MONTH_BEGINS = re.compile(r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)")
"""Every date holds one of these two; much sooner looked for."""
_SHARED_YEAR = re.compile(r",?\s?(?:and|or|to|until|till|,|–|-)\s?(?:on\s|the\s|ending\s)*")
"""What stands between two dates of which only the second gives the year."""


class Dated(NamedTuple):
    """A date in a text."""

    start: int
    """With the weekday, where one stands before it."""
    end: int
    words: str
    """The date as written, without a weekday."""
    day: date | None
    """None where the calendar has no such day."""
    weekday: int | None
    """The one said of it: 0 is Monday; None where the text gives none."""

    @property
    def contradicted(self) -> bool:
        """Whether the weekday that is said of it is another: then nobody can tell which day is meant."""
        return self.day is not None and self.weekday not in (None, self.day.weekday())


class Dates(NamedTuple):
    """A text with its dates."""

    line: Line
    dates: tuple[Dated, ...]
    """In order."""


def dated_lines(subject: Subject) -> tuple[Dates, ...]:
    """Every text of a version that holds a date; work it out with subject.once."""
    found = (Dates(line, tuple(dates_in(line.text.plain))) for line in subject.lines)
    return tuple(one for one in found if one.dates)


def dates_in(plain: str) -> Iterator[Dated]:
    """The dates of a text.

    One without a year has that of the next, where the two are joined and follow in the year; the first of
    “1 December to 28 February 2021” is left out, as is one whose year nobody gives.
    """
    if not (_YEAR.search(plain) or _MONTH_BEGINS.search(plain)):
        return
    matches = list(_DATE.finditer(plain))
    following: Dated | None = None
    found: list[Dated] = []
    for match in reversed(matches):
        year = _year_of(match)
        if year:
            following = _dated(match, year)
        elif following and following.day and _SHARED_YEAR.fullmatch(plain, match.end(), following.start):
            one = _dated(match, following.day.year)
            following = None if one.day and one.day > following.day else one
        else:
            following = None
        if following:
            found.append(following)
    yield from reversed(found)


_STOP = re.compile(r"(?<=[.?!])\s+(?=[A-Z“‘(])|;\s+")


def sentences(plain: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    start = 0
    for stop in _STOP.finditer(plain):
        yield start, stop.start()
        start = stop.end()
    yield start, len(plain)


def written(day: date) -> str:
    """A date as the house writes it: 29 May 2020."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_of(day: date) -> str:
    """The name of its weekday."""
    return WEEKDAYS[day.weekday()]


def _year_of(match: re.Match[str]) -> int | None:
    year = match["year"] or match["us_year"] or match["iso_year"] or match["slash_year"]
    return int(year) if year else None


def _dated(match: re.Match[str], year: int) -> Dated:
    named = match["before"] or match["after"]
    weekday = _number(named, WEEKDAYS) if named else None
    days = [_day(year, *pair) for pair in _pairs(match)]
    real = [one for one in days if one]
    day = next((one for one in real if one.weekday() == weekday), real[0] if real else None)
    return Dated(match.start(), match.end(), match["body"], day, weekday)


def _pairs(match: re.Match[str]) -> list[tuple[int, int]]:
    """Month and day; of 03/04/2020 both readings, the British one first."""
    if match["one"]:
        one, other = int(match["one"]), int(match["other"])
        return [(other, one), (one, other)] if one <= 12 else [(other, one)]
    if match["iso_month"]:
        return [(int(match["iso_month"]), int(match["iso_day"]))]
    month = match["month"] or match["us_month"]
    day = match["day"] or match["us_day"]
    return [(_number(month, _MONTHS) + 1, int(day.rstrip("stndrh")))]


def _number(written_name: str, names: tuple[str, ...]) -> int:
    return next(at for at, name in enumerate(names) if name[:3] == written_name[:3])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
