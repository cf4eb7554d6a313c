"""A period is in days where the same duty is elsewhere in Working Days.

15 days end up to a week before 15 Working Days do, and a lost “Working” is easily overlooked. Two periods
are of one duty where they have the same number, the same words before it and run from or to an event in
the same way; where they run from or to the same event; or where the clause had the period in Working
Days in the version that it was derived from. Passed over are periods within a condition, and calendar days.

Bad:  not less than 15 days before that date, beside: not less than 15 Working Days before the Planned Date
Good: not less than 15 Working Days before that date

What to do: write Working Days, or calendar days where they are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..periods import Period, periods
from ..rule import Flaw, Rule
from ..subject import Subject

_CONDITION = re.compile(r"\b(?:if|where|when|unless|whether|in which case)\b", re.IGNORECASE)
_EMPTY_WORDS = (
    "the a an of that this such date day days on which it is was to for by in its before after from"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_Key = tuple[str, ...]


def _find(subject: Subject) -> Iterator[Flaw]:
    found = subject.once(periods)
    if all(one.working for one in found):
        return
    elsewhere = _in_working_days(subject, found)
    for period in found:
        same = "" if period.working else _same(period, elsewhere)
        if same:
            message = f"{period.number} days here, and the same duty is in Working Days {same}."
            hint = "Write Working Days, or calendar days where they are meant."
            yield Flaw(period.text.place(period.start, period.end), message, hint)


def _same(period: Period, elsewhere: dict[_Key, str]) -> str:
    """Where the duty of a period in days is in Working Days; empty where nowhere."""
    before = elsewhere.get(_in_clause(period), "")
    if before or _in_condition(period):
        return before
    return next((elsewhere[key] for key in _keys(period) if key in elsewhere), "")


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
            for key in (*_keys(period), ("period", period.number)):
                known.setdefault(key, f"in {subject.keyword} {where}" if where else "elsewhere")
    return known


def _in_clause(period: Period) -> _Key:
    return ("clause", period.owner, period.number)


def _keys(period: Period) -> list[_Key]:
    """What tells of which duty a period is, the closest first."""
    keys: list[_Key] = []
    words = [word for word in re.findall(r"\w+", period.anchor) if word.lower() not in _EMPTY]
    if len(words) > 1:
        keys.append(("event", period.qualifier, period.relation, *words[:6]))
    if period.relation in ("before", "after", "of", "from", "following"):
        keys.append(("number", period.qualifier, period.number, period.relation))
    if period.qualifier.endswith("period of"):
        keys.append(("period", period.number))
    return keys


def _in_condition(period: Period) -> bool:
    return bool(_CONDITION.search(period.words, period.words.rfind(",", 0, period.start) + 1, period.start))


RULE = Rule("C140", "days-for-working-days", Severity.WARNING, _find, __doc__)
