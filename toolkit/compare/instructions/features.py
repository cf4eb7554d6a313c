"""What becomes of each passage that is kept: its words, label, level, emphasis, columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.compare.forest import Forest
from toolkit.compare.kept import Pairs
from toolkit.compare.pairing import NONE
from toolkit.model.change import Change, ChangeSet, Edit
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import EMPTY, Mark, Text

from .addresses import Addresses
from .instruction import Address, Columns, Instruction, Recast, Renumber, Words
from .occurrences import carried
from .phrases import Phrase, phrases, rewritten, spans

STARTS = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.TERM, Kind.CAPTION})
_WITH_LEVEL = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.GAP})


@dataclass(frozen=True, slots=True)
class Features:
    """Both versions, to tell what of a kept passage is another."""

    before: Sequence[Passage]
    after: Sequence[Passage]
    forest: Forest
    """Of the old version."""
    pairs: Pairs
    addresses: Addresses
    changes: ChangeSet
    alone: set[int]
    shifts: dict[int, int]

    def steps(self) -> Iterator[Instruction]:
        """The instructions, in the order of the old version."""
        named = {change.old_at: change for change in self.changes.changes if change.old_at is not None}
        tables = self._tables(named)
        for i, j in enumerate(self.pairs.to_new):
            if j == NONE:
                continue
            change = named.get(i)
            if i in tables:
                width = len(self.before[self.forest.children[i][0]].texts)
                yield Columns(self.addresses.address(i), width, tables[i])
            if change is not None or i in self.shifts or self._expected_label(i) != self.after[j].label:
                columns = tables.get(self.forest.parents[i])
                yield from self._passage(i, self.before[i], self.after[j], change, columns)

    def _passage(
        self,
        i: int,
        old: Passage,
        new: Passage,
        change: Change | None,
        columns: tuple[int | None, ...] | None,
    ) -> Iterator[Instruction]:
        target = self.addresses.address(i)
        if new.label != self._expected_label(i):
            yield Renumber(target, new.label, new.label.own == old.label.own)
        base = rearranged(old.texts, columns)
        marks: list[tuple[Mark, ...]] = []
        for at, (mine, yours) in enumerate(zip(base, new.texts, strict=True)):
            found = _phrases(mine, yours, _edits(change, at))
            if old.kind is Kind.CODE and any("\n" in phrase.find + phrase.words for phrase in found):
                found = (rewritten(mine.plain, yours.plain),)
            for phrase in found:
                yield Words(target, at, *phrase)
            marks.append(carried(mine.marks, spans(mine.plain, found)))
        wanted = tuple(text.marks for text in new.texts)
        yield from self._recast(i, target, old, new, wanted if tuple(marks) != wanted else None)

    def _expected_label(self, i: int) -> Label:
        """The label it has if it goes along with what it stands in."""
        parent = self.forest.parents[i]
        j = self.pairs.to_new[parent] if parent != NONE else NONE
        if j == NONE:
            return self.before[i].label
        return following(self.before[i].label, self.before[parent].label, self.after[j].label)

    def _recast(
        self, i: int, target: Address, old: Passage, new: Passage, marks: tuple[tuple[Mark, ...], ...] | None
    ) -> Iterator[Recast]:
        starts, leveled = new.kind in STARTS, new.kind in _WITH_LEVEL
        recast = Recast(
            target,
            kind=new.kind if new.kind is not old.kind else None,
            id=new.owner if starts and new.owner != old.owner else None,
            id_given=new.id_given if new.id_given != old.id_given else None,
            level=new.level if leveled and new.level != old.level else None,
            deeper=self.shifts[i] if i in self.shifts and i not in self.alone else None,
            depth=new.depth if new.depth != old.depth else None,
            detail=new.detail if new.detail != old.detail else None,
            alignments=new.alignments if new.alignments != old.alignments else None,
            matrix=new.matrix if new.matrix != old.matrix else None,
            last=new.last if new.last != old.last else None,
            marks=marks,
        )
        if recast != Recast(target):
            yield recast

    def _tables(self, named: dict[int, Change]) -> dict[int, tuple[int | None, ...]]:
        """For the caption of each table whose columns change, its new columns by their old ones."""
        found: dict[int, tuple[int | None, ...]] = {}
        for i, change in named.items():
            table = self.forest.parents[i]
            if not change.columns or table in found or table == NONE or self.pairs.to_new[table] == NONE:
                continue
            rows = [
                (self.before[row], self.after[self.pairs.to_new[row]])
                for row in self.forest.children[table]
                if self.pairs.to_new[row] != NONE
            ]
            found[table] = _columns(change, rows)
        return found


def following(label: Label, over: Label, new: Label) -> Label:
    """A label when that of what it stands in becomes another: 4.30(a) under 4.31 is 4.31(a)."""
    size = len(over.parts)
    if not size or label.parts[:size] != over.parts:
        return label
    keys = len(over.key)
    key = (*new.key, *label.key[keys:]) if label.key[:keys] == over.key else label.key
    return Label((*new.parts, *label.parts[size:]), key)


def rearranged(texts: Sequence[Text], columns: tuple[int | None, ...] | None) -> tuple[Text, ...]:
    """The cells of a row when its columns are others."""
    if columns is None:
        return tuple(texts)
    return tuple(EMPTY if at is None else texts[at] for at in columns)


def _columns(change: Change, rows: Sequence[tuple[Passage, Passage]]) -> tuple[int | None, ...]:
    """The old column of each new one. One that was moved stands twice: it is known again by its cells."""
    gone = [one.old for one in change.columns if one.new is None and one.old is not None]
    found: dict[int, int | None] = {}
    for column in change.columns:
        if column.new is None:
            continue
        old = column.old
        if old is None:
            same = (
                at for at in gone
                if all(mine.texts[at].plain == yours.texts[column.new].plain for mine, yours in rows)
            )  # fmt: skip
            old = next(same, None)
            gone = [at for at in gone if at != old]
        found[column.new] = old
    return tuple(found[at] for at in sorted(found))


def _edits(change: Change | None, at: int) -> tuple[Edit, ...]:
    if change is None or not change.edits:
        return ()
    where = at
    if change.columns:
        where = next(n for n, column in enumerate(change.columns) if column.new == at)
    if change.consequential:
        return tuple(edit._replace(consequential=True) for edit in change.edits[where])
    return change.edits[where]


def _phrases(old: Text, new: Text, edits: tuple[Edit, ...]) -> tuple[Phrase, ...]:
    if old.plain == new.plain:
        return ()
    if old.plain != "".join(edit.text for edit in edits if edit.op.value != "insert"):
        return (rewritten(old.plain, new.plain),)
    return phrases(old.plain, edits)
