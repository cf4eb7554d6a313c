"""From the instructions of a change set to what they do in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.compare.pairing import NONE
from toolkit.model.passage import Kind

from .acts import Act, joined
from .column_acts import column_acts
from .instruction import Columns, Insert, Instruction, Move, Omit, Recast, Renumber, Substitute, Words
from .passage_acts import insert_acts, move_acts, omit_acts, substitute_acts
from .places import Places
from .texts import Texts
from .word_acts import recast_acts, word_acts

TABLE_FROM = 3
"""So many renumberings, or citations that follow from them, are told in a table."""

Pair = tuple[str, ...]


class Told(NamedTuple):
    """Everything that instructions do, in words."""

    acts: tuple[Act, ...]
    renumbered: tuple[Pair, ...]
    """Old name and new name."""
    citations: tuple[Pair, ...]
    """Where a citation follows from that, what it is and what it becomes."""


def tell(texts: Texts, steps: Sequence[Instruction]) -> Told:
    """All steps of a draft in words, in the order of the old version."""
    teller = _Teller.of(texts, steps)
    acts = [act for step in steps for act in teller.acts(step)]
    citations = teller.citations
    if len(citations) < TABLE_FROM:
        acts += [act for _, act in citations]
        citations = []
    renumbered = dict.fromkeys(teller.renumbered)
    return Told(tuple(joined(acts)), tuple(renumbered), tuple(pair for pair, _ in citations))


@dataclass(slots=True)
class _Teller:
    """Tells one step after the other; what belongs into a table it keeps for the end."""

    texts: Texts
    places: Places
    moving: set[int]
    """What is moved: its new label is told with that."""
    inserted: dict[int, int]
    """From a passage of the new version, by identity, to its index."""
    reshaped: dict[int, Columns] = field(default_factory=dict)
    """By the old caption, tables whose columns are others."""
    renumbered: list[Pair] = field(default_factory=list)
    citations: list[tuple[Pair, Act]] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Texts, steps: Sequence[Instruction]) -> _Teller:
        draft = texts.draft
        moving = {draft.addresses.find(step.target) for step in steps if isinstance(step, Move)}
        inserted = {id(passage): j for j, passage in enumerate(draft.after)}
        return cls(texts, Places(draft, texts.old, texts.new), moving, inserted)

    def acts(self, step: Instruction) -> Iterator[Act]:
        """What a step does, except what belongs into a table."""
        match step:
            case Insert(passages=passages):
                shown = tuple(one for one in passages if self.texts.is_told(one))
                if shown:
                    yield from insert_acts(self.texts, self.inserted[id(shown[0])], shown, self.places)
            case Omit():
                yield from omit_acts(self.texts, step)
            case Substitute():
                yield from substitute_acts(self.texts, step)
            case Move():
                yield from move_acts(self.texts, step, self.places)
            case _:
                yield from self._changed(self.texts.draft.addresses.find(step.target), step)

    def _changed(self, at: int, step: Words | Columns | Renumber | Recast) -> Iterator[Act]:
        """What a step does to a passage that is kept."""
        match step:
            case Columns():
                self.reshaped[at] = step
                yield from column_acts(self.texts, at, step)
            case Words():
                yield from self._words(at, step)
            case Renumber(consequential=follows):
                if at not in self.moving and not follows:
                    self._renumber(at)
            case Recast(detail=detail):
                if detail is not None and step.target.kind is Kind.CAPTION and at not in self.moving:
                    self._renumber(at)
                else:
                    yield from recast_acts(self.texts, at, step)

    def _words(self, at: int, step: Words) -> Iterator[Act]:
        table = self.texts.draft.old.parents[at]
        reshaped = self.reshaped.get(table) if table != NONE else None
        for act in word_acts(self.texts, at, step, reshaped):
            if step.consequential:
                pair = (self.texts.old.whole(at), step.find.strip(), step.words.strip())
                self.citations.append((pair, act))
            else:
                yield act

    def _renumber(self, at: int) -> None:
        if self.texts.is_told(self.texts.draft.before[at]):
            new = self.texts.new.whole(self.texts.new_at(at))
            self.renumbered.append((self.texts.old.whole(at), new))
