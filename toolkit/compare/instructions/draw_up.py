"""From a change set to the instructions that make the new version of the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.compare.forest import Forest
from toolkit.compare.kept import Pairs
from toolkit.compare.pairing import NONE
from toolkit.model.change import ChangeSet
from toolkit.model.document import Document
from toolkit.model.passage import Kind, Passage, passages

from .addresses import Addresses
from .features import Features
from .instruction import Insert, Instruction, Instructions, Move, Omit, Substitute
from .placing import depths, moves, omitted_whole


def draw_up(changes: ChangeSet, old: Document, new: Document) -> Instructions:
    """The instructions of a change set from one version to another.

    Carried out on the old version they give the new one, passage for passage (carry_out.py). Near
    linear in the size of the versions.
    """
    return Instructions(changes.old, changes.new, tuple(Draft.of(changes, old, new).steps()))


@dataclass(slots=True)
class Draft:
    """Both versions with what is known of them, while the instructions are drawn up."""

    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    old: Forest
    new: Forest
    pairs: Pairs
    addresses: Addresses
    changes: ChangeSet
    alone: set[int] = field(default_factory=set)
    shifts: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, changes: ChangeSet, old: Document, new: Document) -> Draft:
        """A draft of nothing yet."""
        before, after = passages(old), passages(new)
        left, right = Forest.of(before, {}), Forest.of(after, {})
        pairs = Pairs.of(changes, len(before), len(after))
        draft = cls(before, after, left, right, pairs, Addresses.of(before), changes)
        draft.alone = moves(pairs, left)
        draft.shifts = depths(pairs, left, [one.nested for one in before], [one.nested for one in after])
        return draft

    def steps(self) -> Iterator[Instruction]:
        """What is taken out and put in first, then what becomes of each passage that is kept."""
        omitted = [self._omit(i, whole) for i, whole in omitted_whole(self.pairs, self.old, self.alone)]
        yield from self._placed(omitted)
        yield from Features(
            self.before,
            self.after,
            self.old,
            self.pairs,
            self.addresses,
            self.changes,
            self.alone,
            self.shifts,
        ).steps()

    def _omit(self, i: int, whole: bool) -> tuple[int, Omit]:
        gone = list(self._taken_out(i)) if whole else [i]
        words = tuple(self.before[at].plain for at in gone)
        return i, Omit(self.addresses.address(i), whole, words)

    def _taken_out(self, i: int) -> Iterator[int]:
        """A passage and what stands in it, except what is moved elsewhere."""
        end = self.old.end(i)
        at = i
        while at < end:
            if at in self.alone:
                at = self.old.end(at)
            else:
                yield at
                at += 1

    def _placed(self, omitted: Sequence[tuple[int, Omit]]) -> Iterator[Instruction]:
        """Everything that is put in or moved, in the new order, and then what is only left out."""
        slots = self._slots(omitted)
        used: set[int] = set()
        for last, run in self._runs():
            following = slots.get(last, [])
            groups = self._groups(run)
            count = self._substitutions(groups, following, last, run[-1] + 1)
            after = self.addresses.address(last) if last != NONE else None
            for group in groups[: len(groups) - count]:
                yield Insert(after, tuple(self.after[j] for j in group))
            for group, (i, omit) in zip(groups[len(groups) - count :], following[len(following) - count :],
                                        strict=True):  # fmt: skip
                used.add(i)
                yield Substitute((omit,), tuple(self.after[j] for j in group))
        for last, i in self._moved():
            shift = self.after[self.pairs.to_new[i]].nested - self.before[i].nested
            after = self.addresses.address(last) if last != NONE else None
            yield Move(self.addresses.address(i), after, shift)
        yield from (omit for i, omit in omitted if i not in used)

    def _runs(self) -> Iterator[tuple[int, list[int]]]:
        """New passages one after the other, with the old one that they come to stand after."""
        last, run = NONE, []
        for j, i in enumerate(self.pairs.to_old):
            if i == NONE:
                run.append(j)
                continue
            if run:
                yield last, run
            last, run = i, []
        if run:
            yield last, run

    def _moved(self) -> Iterator[tuple[int, int]]:
        """What is moved on its own, with the old passage that it comes to stand after."""
        last = NONE
        for i in self.pairs.to_old:
            if i == NONE:
                continue
            if i in self.alone:
                yield last, i
            last = i

    def _groups(self, run: Sequence[int]) -> list[list[int]]:
        """A run of new passages cut wherever what follows stands in something else."""
        groups: list[list[int]] = []
        inside: set[int] = set()
        parent = NONE
        for j in run:
            mine = self.new.parents[j]
            if groups and (mine in inside or mine == parent):
                groups[-1].append(j)
            else:
                groups.append([j])
                inside = set()
                parent = mine
            inside.add(j)
        return groups

    def _slots(self, omitted: Sequence[tuple[int, Omit]]) -> dict[int, list[tuple[int, Omit]]]:
        """After which passage, in the old order, each one that goes whole stood directly."""
        around, previous = self._walk()
        slots: dict[int, list[tuple[int, Omit]]] = {}
        for i, omit in omitted:
            if omit.whole and around[i] == (around[previous[i]] if previous[i] != NONE else NONE):
                slots.setdefault(previous[i], []).append((i, omit))
        return slots

    def _walk(self) -> tuple[list[int], list[int]]:
        """For each old passage the moved one with which it goes, and the last one kept there before it."""
        around: list[int] = []
        previous: list[int] = []
        last: dict[int, int] = {NONE: NONE}
        for i, parent in enumerate(self.old.parents):
            mine = i if i in self.alone else around[parent] if parent != NONE else NONE
            around.append(mine)
            previous.append(last.get(mine, NONE))
            if self.pairs.to_new[i] != NONE:
                last[mine] = i
        return around, previous

    def _substitutions(
        self, groups: Sequence[list[int]], gone: Sequence[tuple[int, Omit]], last: int, after: int
    ) -> int:
        """How many of the last groups take the place of what was left out there, one by one."""
        follows = self.pairs.to_old[after] if after < len(self.after) else NONE
        if follows in self.alone:
            return 0
        count = 0
        for group, (i, _) in zip(reversed(groups), reversed(gone), strict=False):
            if not self._answers(i, group[0]):
                break
            count += 1
        return count

    def _answers(self, i: int, j: int) -> bool:
        """Whether a new passage may take the place of an old one: of one kind, in the same place."""
        mine, yours = self.before[i], self.after[j]
        above, below = self.old.parents[i], self.new.parents[j]
        together = above == below == NONE or (above != NONE and self.pairs.to_new[above] == below)
        clauses = {Kind.CLAUSE, Kind.HEADING, Kind.GAP}
        alike = mine.kind is yours.kind or {mine.kind, yours.kind} <= clauses
        return together and alike
