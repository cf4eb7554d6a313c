"""Reads the sentences of one passage: each modal verb of a main clause gives a draft of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.check.modals import Modal, given_in
from toolkit.check.subject import Line

from .act import OPENS_CONDITION, recipients, tidy, told
from .actor import Standing, standing
from .deontic import deontic, doers, is_passive
from .draft import NOBODY, Draft
from .obligation import Doubt, Field, Kind
from .role import RoleUse
from .subordinate import RELATIVE
from .timing import timings
from .when import in_case, leading_timings, of_period

_OF_PERIOD = re.compile(r"(?:the|that|a|any) (?:\w+ )?period of ", re.IGNORECASE)
_FAR = 900
"""Characters before a modal verb among which its subject is looked for."""
_LINK = re.compile(
    r"(?:,\s*)?\b(?:and|but|or|in which case|failing which|save that|except that|provided that|so)\b"
    r"(?:,?\s+(?P<condition>(?:where|if|when|once|unless|before|after|within|on|in|for|at|by|until|not|no)\b"
    r"(?:(?!,\s*(?:and|but)\b)[^;])*?),?)?[\s,]*\Z"
)


def drafts(line: Line, roles: tuple[RoleUse, ...], before: Draft = NOBODY) -> tuple[Draft, ...]:
    """The readings of a text; `before` is what it goes on with where its first words are “and shall”."""
    modals = given_in(line)
    if not modals:
        return ()
    words = modals[0].words
    used = Uses([one for one in roles if words[one.start : one.end].strip()])
    found = [(modal, stands) for modal, stands in _standing(words, modals, used) if stands.main]
    made: list[Draft] = []
    for number, (modal, stands) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        together = following is not None and following[0].sentence == modal.sentence
        end = _act_end(words, modal, following[1].start if following and together else modal.sentence[1])
        first = number == 0 or found[number - 1][0].sentence != modal.sentence
        start = modal.sentence[0] if first else found[number - 1][0].end
        earlier = made[-1] if made else before
        made.append(_draft(line.text.plain, words, modal, stands, (start, end), first, earlier, used))
    if made and found[-1][0].sentence[1] >= len(words.rstrip(" :—–-")):
        made[-1] = replace(made[-1], last=True)
    return tuple(made)


def _standing(words: str, modals: tuple[Modal, ...], roles: Uses) -> Iterator[tuple[Modal, Standing]]:
    sentence, lo = (-1, -1), 0
    for modal in modals:
        if modal.sentence != sentence:
            sentence, lo = modal.sentence, _opening(words, modal)
        near = max(lo, modal.start - _FAR)
        around = roles.between(near, modal.start)
        found = standing(words, near, modal.start, around, lo <= _opening(words, modal))
        if modal.word.startswith(("is ", "are ")) and not _asks(words, near, modal, found):
            found = found._replace(main=False)
        yield modal, found
        if found.main:
            lo = modal.end


def _asks(words: str, lo: int, modal: Modal, stands: Standing) -> bool:
    """Whether “is to” lays a duty, and does not tell which thing is meant: a date that is to be named."""
    if not RELATIVE.search(words, lo, modal.start):
        return True
    return bool(stands.actors) and not stands.same and words[lo : stands.start].rstrip().endswith(",")


class Uses:
    """Those whom a text names, found by where they stand."""

    def __init__(self, uses: Sequence[RoleUse]) -> None:
        self._uses = tuple(uses)
        self._starts = [one.start for one in uses]

    def between(self, lo: int, hi: int) -> tuple[RoleUse, ...]:
        """Those that begin between two places."""
        return self._uses[bisect_left(self._starts, lo) : bisect_left(self._starts, hi)]


def _opening(words: str, modal: Modal) -> int:
    """Where the first word of its sentence stands."""
    start = modal.sentence[0]
    while start < modal.start and words[start] in " ”’\"'":
        start += 1
    return start


def _act_end(words: str, modal: Modal, until: int) -> int:
    """Where the act of a modal verb ends: before the words that join the next one to it."""
    until = min(until, len(words))
    if until >= modal.sentence[1]:
        return until
    link = _LINK.search(words, max(modal.end, until - _FAR), until)
    return link.start() if link else until


def _draft(
    plain: str, words: str, modal: Modal, stands: Standing, reach: tuple[int, int], first: bool,
    earlier: Draft, uses: Uses,
) -> Draft:  # fmt: skip
    lo, end = reach
    roles = uses.between(modal.end, end)
    act = words[modal.end : end]
    if stands.same:
        stands = stands._replace(
            actors=earlier.stands.actors, thing=earlier.stands.thing, doubt=earlier.stands.doubt
        )
    if not stands.actors and stands.thing in ("it", "they") and earlier.stands.actors:
        stands = stands._replace(actors=earlier.stands.actors)
    somebody = bool(stands.actors)
    said_of = deontic(plain[modal.start : modal.end].lower(), act, stands.negative, somebody, stands.thing)
    parts = told(plain, words, modal.end, end)
    actors, doubts = _actors(words, modal, stands, end, roles, act, said_of.kind)
    led_from = _from(words, lo, stands.start, first)
    led = leading_timings(words, led_from, stands.start)
    case = _led_by(plain, words, lo, stands.start, first)
    if led and case.lower().startswith(led[0].words.lower()):
        case = ""  # within 2 hours after it: no case, but when
    condition = "; ".join(filter(None, (case, parts.condition)))
    when = led + timings(words, modal.end, end)
    if _OF_PERIOD.match(words, stands.start):
        when = timings(words, stands.start, modal.start) + when
    if said_of.doubt:
        doubts = (*doubts, Doubt(Field.KIND, said_of.doubt))
    doubts = (*doubts, *of_period(when), *in_case(words, modal.end, end))
    return Draft(
        said_of.kind, said_of.modal, actors, stands, parts.act, condition, parts.exception,
        recipients(words, modal.end, end, roles), when, doubts, stands.start, modal.end, end, False,
    )  # fmt: skip


def _actors(
    words: str, modal: Modal, stands: Standing, end: int, roles: tuple[RoleUse, ...], act: str, kind: Kind
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:  # fmt: skip
    """Who acts, and why that is uncertain."""
    if kind is Kind.DECLARATION:
        return (), ()
    if is_passive(act):
        by = doers(words, modal.end, end, roles)
        return by, () if by else (Doubt(Field.ACTOR, "the passive names nobody who does it"),)
    if stands.doubt:
        return stands.actors, (Doubt(Field.ACTOR, stands.doubt),)
    if not stands.actors:
        why = (
            "it is said of a thing, and nobody is named to do it"
            if stands.thing
            else "nobody stands before it"
        )
        return (), (Doubt(Field.ACTOR, why),)
    return stands.actors, ()


def _from(words: str, lo: int, start: int, first: bool) -> int:
    """Where the words that lead into a subject begin: those of its own sentence, behind “and”."""
    if first:
        return lo
    link = _LINK.search(words, max(lo, start - _FAR), start)
    return link.start("condition") if link and link["condition"] else start


def _led_by(plain: str, words: str, lo: int, start: int, first: bool) -> str:
    """The condition that stands before a subject."""
    begin = _from(words, lo, start, first)
    said_before = tidy(plain[begin:start])
    said_before = re.sub(r"\A(?:and|or|but|then)\b[\s,]*", "", said_before)
    said_before = re.sub(r",?\s*\b(?:and|then)\Z", "", said_before).rstrip(" ,")
    return said_before if OPENS_CONDITION.match(said_before) else ""
