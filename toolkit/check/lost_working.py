"""Periods in days whose duty is elsewhere in Working Days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .periods import Period, periods
from .subject import Subject

_CONDITION = re.compile(r"\b(?:if|where|when|unless|whether|in which case)\b", re.IGNORECASE)
_EMPTY_WORDS = (
    "the a an of that this these such date day days on which it is was to for by in its before after from or "
    "and dcc user party person whom they them their shall"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LEAST = re.compile(r"not? (?:less|fewer) than|at least")
_MOST = re.compile(r"not? more than|at most|up to")
_RELATIONS = {
    "before": "before",
    "prior": "before",
    "after": "after",
    "following": "after",
    "of": "of",
    "from": "from",
}
"""From how it is written to how a period runs."""
_Key = tuple[str, ...]


class LostWorking(NamedTuple):
    """A period in days, and where the same duty is in Working Days."""

    period: Period
    where: str
    """In words: in Clause 4.29."""


def lost_working(subject: Subject) -> tuple[LostWorking, ...]:
    """The periods in days whose duty is elsewhere in Working Days, in order. Ask for it by Subject.once."""
    found = subject.once(periods)
    if all(one.working for one in found):
        return ()
    elsewhere = _in_working_days(subject, found)
    pairs = ((one, _same(one, elsewhere)) for one in found if not one.working)
    return tuple(LostWorking(one, where) for one, where in pairs if where)


def _same(period: Period, elsewhere: dict[_Key, str]) -> str:
    """Where the duty of a period in days is in Working Days; empty where nowhere."""
    before = elsewhere.get(_in_clause(period), "")
    if before or _in_condition(period):
        return before
    return next((elsewhere[key] for key in _asked(period) if key in elsewhere), "")


def _in_working_days(subject: Subject, found: tuple[Period, ...]) -> dict[_Key, str]:
    """From what tells a duty to where it is in Working Days, for the hint."""
    known: dict[_Key, str] = {}
    base = subject.base
    if base is not None:
        before = Subject(subject.catalogue, base)
        for period in periods(before):
            if period.working:
                known[_in_clause(period)] = f"in {base.document.name}"
    for period in found:
        known.pop(_in_clause(period), None) if period.working else None
    for period in found:
        if period.working:
            where = subject.name_of(period.owner).rpartition(":")[2]
            for key in _told(period):
                known.setdefault(key, f"in {subject.keyword} {where}" if where else "elsewhere")
    return known


def _in_clause(period: Period) -> _Key:
    return ("clause", period.owner, period.number)


def _told(period: Period) -> Iterator[_Key]:
    """What tells the duty of a period in Working Days."""
    words = _words(period)
    yield from _event(period, words)
    relation = _RELATIONS.get(period.relation, "")
    if relation:
        for word in ("", *words):
            yield ("number", _bound(period), period.number, relation, word)
    yield ("period", period.number)


def _asked(period: Period) -> Iterator[_Key]:
    """What would tell that a period in days is of the same duty, the closest first.

    Of the same number and way to run, the event has to share a word, or to be named by none: that date.
    """
    words = _words(period)
    yield from _event(period, words)
    relation = _RELATIONS.get(period.relation, "")
    if relation:
        for word in words or [""]:
            yield ("number", _bound(period), period.number, relation, word)
    if period.qualifier.startswith("the ") and period.qualifier.endswith("period of"):
        yield ("period", period.number)


def _event(period: Period, words: list[str]) -> Iterator[_Key]:
    if len(words) > 1:
        yield ("event", _bound(period), _RELATIONS.get(period.relation, period.relation), *words[:6])


def _bound(period: Period) -> str:
    """Its qualifier, of which several say the same: at least, no less than."""
    if _LEAST.fullmatch(period.qualifier):
        return "at least"
    if _MOST.fullmatch(period.qualifier):
        return "at most"
    return "within" if period.qualifier.startswith("within") else period.qualifier


def _words(period: Period) -> list[str]:
    return [word for word in re.findall(r"\w+", period.anchor) if word.lower() not in _EMPTY]


def _in_condition(period: Period) -> bool:
    return bool(_CONDITION.search(period.words, period.words.rfind(",", 0, period.start) + 1, period.start))
