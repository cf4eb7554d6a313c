"""What a narrative types that follows from the data: wrong it stops the build at its line, right it is told.

A date is held against the dates of the data within their span; a weekday against the calendar; a version
against the register; a count, an attachment and a question against how many there are. What stands in
{{ }} is named, or meant: {{ "two" }} prints a number that follows from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from toolkit.consult.finding import finding
from toolkit.consult.folder import Narrative
from toolkit.consult.wording import MONTHS, WEEKDAYS, day_words, number_words, weekday
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register
from toolkit.model.place import Place
from toolkit.render.paper_escape import DayValue

_NAMED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),? )?\b(?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(MONTHS)})"
    r" (?P<year>[0-9]{4})\b"
)
_NUMBERS = {number_words(number): number for number in range(2, 11)} | {
    str(number): number for number in range(2, 100)
}
_NOUNS = {"respondents": "responses"}
"""What is counted under another name."""
_COUNTED = "changes|documents|questions|attachments|drafts|responses|respondents"
_COUNT = re.compile(
    rf"(?<![-.\w])(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) (?P<noun>{_COUNTED})\b",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(r"\bAttachment (?P<number>[0-9]+)\b")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the papers of a pack know, to hold a text against."""

    days: frozenset[date]
    counts: Mapping[str, int]
    attachments: int
    """How many there are; 0 where papers enclose none under that name."""
    registers: Mapping[str, Register]


def typed_values(
    narratives: Mapping[str, Narrative], values: Mapping[str, object], registers: Mapping[str, Register]
) -> Iterator[Diagnostic]:
    """Every value that a text types: an error where the data say otherwise, a warning where they agree."""
    known = _Known(frozenset(_days(values)), _counts(values), _attachments(values), registers)
    for narrative in narratives.values():
        plain = _NAMED.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), narrative.text)
        for start, words, wrong in sorted((*_dates(plain, known), *_others(plain, known))):
            line, column = plain.count("\n", 0, start) + 1, start - plain.rfind("\n", 0, start)
            place = Place(narrative.file, line, column, line, column + len(words))
            yield _told(place, words, wrong)


def _told(place: Place, words: str, wrong: str) -> Diagnostic:
    if wrong:
        hint = f'Name the value; where these words follow from no data, write {{{{ "{words}" }}}}.'
        return finding("P134", place, f"“{words}” is typed, but {wrong}.", hint)
    hint = "Name the value: it then changes with the data."
    return finding("P135", place, f"“{words}” is typed, and follows from the data.", hint)


_Found = Iterator[tuple[int, str, str]]
"""Where it starts, its words, and what the data say instead; empty where they agree."""


def _dates(plain: str, known: _Known) -> _Found:
    for found in _DATE.finditer(plain):
        try:
            day = date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            yield found.start(), found[0], "there is no such day"
            continue
        if found["weekday"] and found["weekday"] != weekday(day):
            yield found.start(), found[0], f"the day is {day_words(day)}"
        elif day in known.days:
            yield found.start(), found[0], ""
        elif known.days and min(known.days) < day < max(known.days):
            yield found.start(), found[0], "the data know no such day between their first and their last"


def _others(plain: str, known: _Known) -> _Found:
    for found in _COUNT.finditer(plain):
        typed, noun = _NUMBERS[found["number"].lower()], found["noun"].lower()
        count = known.counts.get(_NOUNS.get(noun, noun))
        if count is not None:
            wrong = f"the data have {number_words(count)}" if typed != count else ""
            yield found.start(), found[0], wrong
    for found in _ATTACHMENT.finditer(plain) if known.attachments else ():
        beyond = int(found["number"]) > known.attachments
        yield found.start(), found[0], f"there are {number_words(known.attachments)}" if beyond else ""
    for code, register in known.registers.items():
        for found in re.finditer(rf"\b{re.escape(code)} (?P<version>[0-9]+\.[0-9]+[A-Z]?)\b", plain):
            if register.version(found["version"]) is None:
                yield found.start(), found[0], f"the register of {code} has no version {found['version']}"


def _days(value: object) -> Iterator[date]:
    match value:
        case DayValue():
            yield date.fromisoformat(value.iso.replace("\\", ""))  # it is escaped for Markdown
        case dict():
            for inner in value.values():
                yield from _days(inner)
        case tuple() | list():
            for inner in value:
                yield from _days(inner)


def _counts(values: Mapping[str, Any]) -> dict[str, int]:
    """What the papers count, by its noun."""
    counts = values.get("count", {})
    words = {str(number_words(number)): number for number in range(100)}
    return {name: words[str(count)] for name, count in counts.items() if str(count) in words}


def _attachments(values: Mapping[str, Any]) -> int:
    enclosed = values.get("attachments") or values.get("enclosures") or ()
    return sum(str(one["label"]).startswith("Attachment") for one in enclosed)
