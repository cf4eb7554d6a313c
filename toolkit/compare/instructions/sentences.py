"""From the instructions of a change set to what they do in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from toolkit.compare.listing import is_legal
from toolkit.compare.pairing import NONE
from toolkit.model.passage import Kind, Passage

from .acts import Act, Grid, Omitted, joined
from .draw_up import Draft
from .features import rearranged
from .instruction import (
    Columns,
    Insert,
    Instruction,
    Move,
    Omit,
    Recast,
    Renumber,
    Substitute,
    Words,
    WordsOp,
)
from .names import Names
from .places import Places
from .quoting import act_on_words, quoted
from .remarks import abbreviation, between_gaps, emphasis

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


@dataclass(slots=True)
class Writer:
    """Puts the steps of one draft in words."""

    draft: Draft
    old: Names
    new: Names
    notes: bool
    """Whether drafting notes and comments are told of."""
    moved: dict[int, str] = field(default_factory=dict)
    """For what is moved and bears another label, the new name."""
    reshaped: dict[int, Columns] = field(default_factory=dict)
    """By the old caption, tables whose columns are others."""

    def tell(self, steps: Sequence[Instruction]) -> Told:
        """All steps in words, in the order of the old version."""
        acts: list[Act] = []
        renumbered: list[Pair] = []
        citations: list[tuple[Pair, Act]] = []
        places = Places(self.draft, self.old, self.new)
        ids = {id(passage): j for j, passage in enumerate(self.draft.after)}
        find = self.draft.addresses.find
        moving = {find(step.target) for step in steps if isinstance(step, Move)}
        for step in steps:
            match step:
                case Columns(target=target):
                    self.reshaped[find(target)] = step
                    acts += self._columns(find(target), step)
                case Words(target=target):
                    at = find(target)
                    for act in self._words(at, step):
                        if step.consequential:
                            pair = (self.old.whole(at), step.find.strip(), step.words.strip())
                            citations.append((pair, act))
                        else:
                            acts.append(act)
                case Omit():
                    acts += self._omit(step)
                case Insert(passages=passages):
                    acts += self._insert(ids[id(passages[0])], passages, places)
                case Substitute():
                    acts += self._substitute(step)
                case Move():
                    acts += self._move(step, places)
                case Renumber(target=target):
                    if find(target) not in moving and not step.consequential:
                        renumbered += self._renumbered(find(target))
                case Recast(target=target):
                    if step.detail is not None and target.kind is Kind.CAPTION and find(target) not in moving:
                        renumbered += self._renumbered(find(target))
                    else:
                        acts += self._recast(find(target), step)
        if len(citations) < TABLE_FROM:
            acts += [act for _, act in citations]
            citations = []
        return Told(
            tuple(joined(acts)), tuple(dict.fromkeys(renumbered)), tuple(pair for pair, _ in citations)
        )

    def _is_told(self, passage: Passage) -> bool:
        return self.notes or is_legal(passage)

    def _new(self, at: int) -> int:
        return self.draft.pairs.to_new[at]

    def _renumbered(self, at: int) -> Iterator[Pair]:
        if self._is_told(self.draft.before[at]):
            yield self.old.whole(at), self.new.whole(self._new(at))

    # -- words --------------------------------------------------------------------------------------

    def _words(self, at: int, step: Words) -> Iterator[Act]:
        passage = self.draft.before[at]
        if not self._is_told(passage):
            return
        unit, parent = self.old.unit(at), self.draft.old.parents[at]
        if passage.kind in (Kind.ROW, Kind.COLUMNS):
            yield from self._cell(at, unit, parent, step)
            return
        old = passage.texts[step.text].plain
        if step.op is WordsOp.REWRITE:
            yield self._rewritten(at, unit, step)
            return
        part = self.old.own_words(at)
        yield Act(at, unit, act_on_words(step, old), tuple(filter(None, [part])))

    def _cell(self, at: int, unit: int, table: int, step: Words) -> Iterator[Act]:
        passage = self.draft.before[at]
        columns = self.reshaped.get(table)
        texts = rearranged(passage.texts, columns.columns if columns else None)
        old = texts[step.text].plain
        column = step.text
        if columns:
            where = columns.columns[step.text]
            if where is None:
                return  # set out with the column that is put in
            column = where
        words = act_on_words(step, old)
        if passage.kind is Kind.COLUMNS:
            yield Act(at, unit, words, ("the column headings",))
            return
        yield Act(at, unit, words, (f"“{self.old.row(at)}”",), (self.old.column(table, column),))

    def _rewritten(self, at: int, unit: int, step: Words) -> Act:
        """All the words of a text are others."""
        passage = self.draft.before[at]
        alone = not self.draft.old.children[at]
        if passage.kind is Kind.CLAUSE and alone and step.words.strip() and step.find.strip():
            shown = (replace(self.draft.after[self._new(at)], label=passage.label),)
            if at == unit:
                return Act(at, unit, f"for {self.old.whole(at)} substitute", shown=shown, whole=True)
            return Act(at, unit, f"for {self.old.part(at)} substitute", shown=shown)
        part = self.old.own_words(at)
        if passage.kind is Kind.CODE:
            return Act(at, unit, f"for {part} substitute", shown=(self.draft.after[self._new(at)],))
        if passage.kind is Kind.TERM and step.text == 1:
            part = f"the meaning in {part}"
        if not step.find.strip():
            limb = next(iter(self.draft.old.children[at]), NONE)
            before = f"before {self.old.part(limb)} " if limb != NONE else ""
            parts = () if at == unit or limb != NONE else (part,)
            return Act(at, unit, f"{before}insert {quoted(step.words)}", parts)
        if not part or (passage.kind is Kind.TERM and step.text == 0):
            return Act(at, unit, act_on_words(step, step.find), tuple(filter(None, [part])))
        if not step.words.strip():
            return Act(at, unit, f"omit {part}")
        return Act(at, unit, f"for {part} substitute {quoted(step.words)}")

    # -- passages -----------------------------------------------------------------------------------

    def _omit(self, step: Omit) -> Iterator[Act]:
        at = self.draft.addresses.find(step.target)
        if self._is_told(self.draft.before[at]):
            unit = self.old.unit(at)
            whole = at == unit or unit == NONE
            yield Act(at, unit, "", omitted=self._name(at, step.whole), whole=whole)

    def _name(self, at: int, whole: bool) -> Omitted:
        """What is left out by noun and name, so that several can be told together."""
        passage = self.draft.before[at]
        if not whole and self.draft.old.children[at]:
            words = "the heading of" if passage.kind is Kind.HEADING else "the words of"
            return Omitted("", (f"{words} {self.old.whole(at)} (but not what stands in it)",))
        if passage.kind is Kind.ROW:
            return Omitted("the row", (f"“{self.old.row(at)}”",))
        if passage.kind is Kind.TERM:
            return Omitted("the definition of", (f"“{passage.texts[0].plain}”",))
        name = self.old.whole(at) if self.old.is_unit(at) else self.old.part(at)
        noun, _, label = name.rpartition(" ")
        if noun in ("paragraph", "Table", self.old.words.keyword):
            return Omitted(noun, (label,))
        return Omitted("", (name,))

    def _insert(self, j: int, passages: tuple[Passage, ...], places: Places) -> Iterator[Act]:
        shown = tuple(one for one in passages if self._is_told(one))
        if not shown:
            return
        whole = passages[0].kind is Kind.CROSSHEADING or (
            self.new.is_unit(j) and passages[0].kind is not Kind.CAPTION
        )
        spot = places.spot(j, whole)
        last = max((i for i in self._kept_before(j)), default=NONE)
        header = self._header(j) if passages[0].kind is Kind.ROW else ()
        yield Act(last + 0.5, spot.unit, f"{spot.words} insert", shown=shown, header=header,
                  by_alphabet=spot.by_alphabet, whole=spot.unit == NONE)  # fmt: skip

    def _kept_before(self, j: int) -> Iterator[int]:
        """The old passage that a new one comes to stand after."""
        while j >= 0:
            if self.draft.pairs.to_old[j] != NONE:
                yield self.draft.pairs.to_old[j]
                return
            j -= 1

    def _header(self, j: int) -> tuple[str, ...]:
        table = self.draft.new.parents[j]
        return tuple(text.plain for text in self.draft.after[self.draft.new.children[table][0]].texts)

    def _substitute(self, step: Substitute) -> Iterator[Act]:
        at = self.draft.addresses.find(step.omitted[0].target)
        shown = tuple(one for one in step.passages if self._is_told(one))
        if not shown or not self._is_told(self.draft.before[at]):
            yield from (act for omit in step.omitted for act in self._omit(omit))
            return
        if parts := between_gaps(self.draft.before[at], shown):
            for label, clauses in parts:
                words = f"after {self.old.words.keyword} {label.text} insert"
                yield Act(at, NONE, words, shown=clauses, whole=True)
            return
        unit = self.old.unit(at)
        whole = at == unit or unit == NONE
        name = self.old.whole(at) if self.old.is_unit(at) else self.old.part(at)
        header = self._old_header(at) if shown[0].kind is Kind.ROW else ()
        yield Act(at, unit, f"for {name} substitute", shown=shown, header=header, whole=whole)

    def _old_header(self, row: int) -> tuple[str, ...]:
        table = self.draft.old.parents[row]
        return tuple(text.plain for text in self.draft.before[self.draft.old.children[table][0]].texts)

    def _move(self, step: Move, places: Places) -> Iterator[Act]:
        at = self.draft.addresses.find(step.target)
        passage = self.draft.before[at]
        if not self._is_told(passage):
            return
        j = self._new(at)
        whole = self.old.is_unit(at) or passage.kind not in (Kind.ROW, Kind.COLUMNS)
        spot = places.spot(j, whole)
        name, new = self.old.whole(at), self.new.whole(j)
        becomes = f" and becomes {new}" if self.draft.after[j].label != passage.label else ""
        if not whole:
            words = f"move {self.old.part(at)} to {spot.words.replace('at the', 'the')}"
            yield Act(at, self.old.unit(at), words)
            return
        where = spot.words if not spot.words.startswith("at the") else f"the {spot.words[7:]}"
        verb = "are" if " words " in f" {name} " else "is"
        yield Act(at, NONE, f"{name} {verb} moved to {where}{becomes}", whole=True)

    # -- the rest -----------------------------------------------------------------------------------

    def _recast(self, at: int, step: Recast) -> Iterator[Act]:
        passage, new = self.draft.before[at], self.draft.after[self._new(at)]
        if not self._is_told(passage):
            return
        unit = self.old.unit(at)
        if passage.kind is Kind.TERM and step.detail is not None:
            yield Act(at, unit, abbreviation(passage, step.detail), (self.old.part(at),))
        if step.marks is not None and passage.kind is not Kind.COLUMNS:
            part = self.old.own_words(at)
            for words in emphasis(passage, new):
                yield Act(at, unit, words, tuple(filter(None, [part])))

    def _columns(self, at: int, step: Columns) -> Iterator[Act]:
        """Columns that go and columns that come, with their entries."""
        names = [self.old.column(at, old) for old in range(step.width)]
        kept = {old for old in step.columns if old is not None}
        gone = tuple(names[old] for old in range(step.width) if old not in kept)
        if gone:
            noun = "the column" if len(gone) == 1 else "the columns"
            yield Act(at, at, "", omitted=Omitted(noun, gone))
        order = [old for old in step.columns if old is not None]
        if order != sorted(order):
            listing = ", ".join(names[old] for old in order)
            remaining = "remaining columns" if gone else "columns"
            yield Act(at, at, f"arrange the {remaining} in the order {listing}")
        for new, old in enumerate(step.columns):
            if old is None:
                yield self._column(at, new, step, names)

    def _column(self, at: int, new: int, step: Columns, names: list[str]) -> Act:
        before = step.columns[new - 1] if new else None
        where = f"after the column {names[before]}" if before is not None else "as the first column"
        if before is None and new:
            where = "after that column"
        table = self._new(at)
        heading = self.draft.after[self.draft.new.children[table][0]].texts[new].plain
        rows = tuple(
            (self.old.row(row), self.draft.after[self._new(row)].texts[new].plain)
            for row in self.draft.old.children[at][1:]
            if self._new(row) != NONE
        )
        grid = Grid(("Row", "Entry"), rows) if rows else None
        return Act(at, at, f"{where} insert a column headed {quoted(heading)}", grid=grid)
