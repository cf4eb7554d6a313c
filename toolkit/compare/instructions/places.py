"""Where something is put in or moved to, in words: after Clause 3.23; before paragraph (a)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from toolkit.compare.pairing import NONE
from toolkit.model.passage import Kind, Passage

from .draw_up import Draft
from .names import Names


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the old version for something that stands at a place in the new one."""

    unit: int
    """The old clause or table inside which it is; NONE where it is between those."""
    words: str
    """after Clause 3.23; before paragraph (a); at the end; at the appropriate place"""
    by_alphabet: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Finds what stands next to something new."""

    draft: Draft
    old: Names
    new: Names

    def spot(self, j: int, whole: bool) -> Spot:
        """Where the new passage of an index comes to stand.

        `whole` tells that it is a clause with a number: its place is told by other clauses, not as a part.
        """
        passage = self.draft.after[j]
        parent = self.draft.new.parents[j]
        around = self.draft.new.children[parent]
        at = bisect_left(around, j)
        before = self._before(around, at)
        later = (around[place] for place in range(at + 1, len(around)))
        after = next((one for one in later if self._old(one) != NONE), NONE)
        unit = NONE if whole else self._unit(parent)
        if passage.kind is Kind.TERM and self._is_alphabetical(around, at):
            return Spot(unit, "at the appropriate place", by_alphabet=True)
        if passage.kind is Kind.CROSSHEADING and after != NONE:
            return Spot(unit, f"before {self._name(after, True)}")
        if before != NONE and not (whole and self._is_cross(before) and after != NONE):
            last = not whole and at + 1 == len(around) and after == NONE and self._is_lead(before)
            return Spot(unit, "at the end" if last else f"after {self._name(before, whole)}")
        if after != NONE:
            return Spot(unit, f"before {self._name(after, whole)}")
        if parent == NONE:
            return Spot(unit, "at the beginning")
        return Spot(unit, f"at the end of {self._name(parent, True)}" if whole else self._end(parent, unit))

    def _end(self, parent: int, unit: int) -> str:
        old = self._old(parent)
        if old in (NONE, unit):
            return "at the end"
        return f"at the end of {self.old.part(old)}"

    def _before(self, around: list[int], at: int) -> int:
        """The passage of the new version before it, under the same parent; kept or not."""
        return around[at - 1] if at else NONE

    def _old(self, j: int) -> int:
        return self.draft.pairs.to_old[j] if j != NONE else NONE

    def _unit(self, parent: int) -> int:
        """The old clause or table in which it is put; that of the nearest thing around it that was there."""
        while parent != NONE and self._old(parent) == NONE:
            parent = self.draft.new.parents[parent]
        return self.old.unit(self._old(parent)) if parent != NONE else NONE

    def _is_cross(self, j: int) -> bool:
        return self.draft.after[j].kind is Kind.CROSSHEADING

    def _is_lead(self, j: int) -> bool:
        return self.draft.after[j].kind in (Kind.PARAGRAPH, Kind.CODE)

    def _name(self, j: int, whole: bool) -> str:
        """What stands there, by its old name; what was itself put in, by its new one."""
        old = self._old(j)
        names, at = (self.old, old) if old != NONE else (self.new, j)
        passage = names.forest.passages[at]
        inserted = "" if old != NONE else " (as inserted)"
        if passage.kind is Kind.GAP and passage.last.parts:
            return _gap(names, passage) + inserted
        return (names.whole(at) if whole or names.is_unit(at) else names.part(at)) + inserted

    def _is_alphabetical(self, around: list[int], at: int) -> bool:
        """Whether a definition stands where the alphabet has it, among those around it."""
        terms = [
            self.draft.after[one].texts[0].plain.casefold()
            for one in around[max(0, at - 1) : at + 2]
            if self.draft.after[one].kind is Kind.TERM
        ]
        return len(terms) > 1 and terms == sorted(terms)


def _gap(names: Names, passage: Passage) -> str:
    """The last of the clauses that are declared, not written."""
    label = passage.last
    return f"paragraph {label.own}" if label.own.startswith("(") else f"{names.words.keyword} {label.text}"
