"""A document as the stretches that other tools keep apart: the own words of each provision, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of passages that belong to one clause, definition or table themselves."""

    owner: str
    """Its id; empty for what stands before the first clause."""
    part: int
    """1 for the run that bears the label; 2 and more for closing words and others after what it holds."""
    depth: int
    """How many clauses and definitions it stands in."""
    passages: tuple[Passage, ...]


def stretches(passages: Iterable[Passage]) -> Iterator[Stretch]:
    """The stretches of a run of passages, in order."""
    parts: dict[str, int] = {}
    held: list[Passage] = []
    for passage in passages:
        if held and (passage.owner != held[0].owner or passage.starts):
            yield _stretch(held, parts)
            held = []
        held.append(passage)
    if held:
        yield _stretch(held, parts)


def _stretch(held: list[Passage], parts: dict[str, int]) -> Stretch:
    owner = held[0].owner
    parts[owner] = parts.get(owner, 0) + 1
    return Stretch(owner, parts[owner], held[0].nested, tuple(held))
