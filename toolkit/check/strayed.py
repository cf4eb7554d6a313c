"""Provisions of the base that stand in a version under another id than they had."""

from __future__ import annotations

from collections.abc import Iterator

from .likeness import LikenessIndex, likeness, words_of
from .provision import Provision, provisions
from .subject import Subject

_SAME_NAME = 0.5
_ELSEWHERE = 0.9
_LEAST_WORDS = 8
"""Shorter words, such as “the DCC; and”, stand in many places."""

Strayed = tuple[Provision, Provision]
"""A provision of the base and the one that stands for it now."""


def strayed(subject: Subject) -> tuple[Strayed, ...]:
    """The provisions of the base whose id is gone, each with what stands for it now under another id."""
    base = subject.base
    if base is None:
        return ()
    before, now = list(provisions(base.document)), list(provisions(subject.document))
    kept = {one.id for one, given in now if given}
    known = {one.id for one, given in before if given}
    lost = [one for one, given in before if given and one.id not in kept]
    new = {one.name: one for one, given in now if not given or one.id not in known}
    return tuple(_pairs(lost, new))


def _pairs(lost: list[Provision], new: dict[str, Provision]) -> Iterator[Strayed]:
    """Provisions that stand under another id: those of the same name first, then those found elsewhere."""
    elsewhere: list[Provision] = []
    taken: set[str] = set()
    for old in lost:
        namesake = new.get(old.name)
        if namesake and likeness(words_of(old.words), words_of(namesake.words)) >= _SAME_NAME:
            taken.add(namesake.id)
            yield old, namesake
        elif len(old.words.split()) >= _LEAST_WORDS:
            elsewhere.append(old)
    free = {one.id: one for one in new.values() if one.id not in taken}
    index = LikenessIndex.of((one.id, one.words) for one in free.values())
    for old in elsewhere:
        found = free.pop(index.likest(old.words, _ELSEWHERE), None)
        if found:
            yield old, found
