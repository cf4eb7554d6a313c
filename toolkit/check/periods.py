"""Periods of time in a text: a number, its unit, and from when or until when it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.passage import Kind
from toolkit.model.text import Text

from .modals import said
from .subject import Subject

NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
    r"|fifteen|twenty|twenty-one|twenty-eight|thirty|forty|forty-five|sixty|ninety)"
)
"""How a number of days is written."""
QUALIFIER = (
    r"within(?: a (?:further )?period of)?|not? (?:less|more|fewer|later|earlier|sooner) than|at least"
    r"|at most|more than|less than|up to|(?:a|the) (?:further )?period of|for|in"
)
"""What stands before the number of a period."""
UNIT = (
    r"[Ww]orking [Dd]ays?|[Bb]usiness [Dd]ays?|(?:calendar |clear )?[Dd]ays?|[Ss]econds?|[Mm]inutes?"
    r"|[Hh]ours?|[Ww]eeks?|(?:calendar )?[Mm]onths?|(?:calendar )?[Yy]ears?"
)
"""In what a period is counted."""
_PROSE = frozenset({Kind.CLAUSE, Kind.PARAGRAPH, Kind.TERM, Kind.ITEM, Kind.ROW, Kind.FOOTNOTE})
_QUICK = re.compile(r" (?:[Dd]ay|[Ss]econd|[Mm]inute|[Hh]our|[Ww]eek|[Mm]onth|[Yy]ear)")
_PERIOD = re.compile(
    rf"(?<![\w.])(?:(?P<qualifier>(?i:{QUALIFIER})) (?:the |such )?)?(?P<number>(?i:{NUMBER})) "
    rf"(?P<unit>{UNIT})(?!\w)(?=(?: (?P<relation>\w+)(?P<anchor>[^.,;:]*))?)"
)
_COUNT = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_DIGITS = {word: str(number) for number, word in enumerate(_COUNT.split())}
_DIGITS |= {"twenty": "20", "twenty-one": "21", "twenty-eight": "28", "thirty": "30", "forty": "40"}
_DIGITS |= {"forty-five": "45", "sixty": "60", "ninety": "90"}


class Span(NamedTuple):
    """A number of days, hours and such, as words give it."""

    begin: int
    """Where its qualifier begins, else its number."""
    start: int
    """Where its number begins."""
    end: int
    """Where its unit ends."""
    qualifier: str
    """Within, not less than, and such, in lower case; may be empty."""
    number: str
    """In digits."""
    unit: str
    """As written: Working Days."""
    relation: str
    """Before, of, after, and such; may be empty."""
    anchor: str
    """What it runs from or to, up to the next mark; may be empty."""


class Period(NamedTuple):
    """A period in days or in Working Days."""

    owner: str
    """The id of the clause, definition or table that it stands in."""
    text: Text
    start: int
    """Where its number begins."""
    end: int
    """Where its unit ends."""
    qualifier: str
    """Within, not less than, and such, in lower case."""
    number: str
    """In digits."""
    working: bool
    """Whether it is in Working Days."""
    relation: str
    """Before, of, after, and such; may be empty."""
    anchor: str
    """What it runs from or to, up to the next mark; may be empty."""
    words: str
    """The text of the line, with spaces for what stands in quotation marks and brackets."""


def spans(words: str) -> Iterator[Span]:
    """Every number with a unit of time behind it, in order."""
    if not _QUICK.search(words):
        return
    for found in _PERIOD.finditer(words):
        number = found["number"].lower()
        yield Span(
            found.start(), found.start("number"), found.end("unit"), (found["qualifier"] or "").lower(),
            _DIGITS.get(number, number), found["unit"], found["relation"] or "",
            (found["anchor"] or "").strip(),
        )  # fmt: skip


def periods(subject: Subject) -> tuple[Period, ...]:
    """Every period of a version's prose that is in days of either kind, in order.

    Calendar days and clear days are none of them: who says so means no Working Days. Ask for it by
    Subject.once. Citations and terms are not worked out for it.
    """
    return tuple(
        period
        for passage in subject.passages
        if passage.kind in _PROSE
        for text in passage.texts
        for period in _in_text(passage.owner, text)
    )


def _in_text(owner: str, text: Text) -> Iterator[Period]:
    if not _QUICK.search(text.plain):
        return
    words = said(text.plain)
    for one in spans(words):
        if one.qualifier and one.unit.lower().removesuffix("s") in ("day", "working day", "business day"):
            yield Period(
                owner, text, one.start, one.end, one.qualifier, one.number,
                one.unit.lower()[0] != "d", one.relation, one.anchor, words,
            )  # fmt: skip
