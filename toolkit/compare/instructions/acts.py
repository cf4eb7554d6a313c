"""What one instruction does, in words, before it is set in its sentence; and which of them are one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from toolkit.model.passage import Passage

Cells = tuple[str, ...]


class Grid(NamedTuple):
    """A table that an instruction sets out."""

    header: Cells
    rows: tuple[Cells, ...]


class Omitted(NamedTuple):
    """What an act leaves out, where that is all it does."""

    noun: str
    """In the singular: paragraph, the row, Clause; empty where it has no other name."""
    names: tuple[str, ...]
    """(c), “D026”, 4.32A; or one whole name."""


class Act(NamedTuple):
    """One thing that is done to a clause or a table."""

    at: float
    """Where in the old version: an index, or between two."""
    unit: int
    """The old clause or table in which it is done; -1 where it is done to the document."""
    words: str
    """for “15” substitute “5”; after paragraph (b) insert; empty where it only leaves out."""
    parts: tuple[str, ...] = ()
    """The words of the clause or table in which it is done: paragraph (c); of rows, their names."""
    columns: tuple[str, ...] = ()
    """Of rows, the columns in which it is done."""
    shown: tuple[Passage, ...] = ()
    """What is set out after it, as inserted text."""
    header: Cells = ()
    """The column headings of rows that are set out."""
    grid: Grid | None = None
    """A table that is set out after it."""
    omitted: Omitted | None = None
    by_alphabet: bool = False
    """Whether it puts in a definition where the alphabet has its place."""
    whole: bool = False
    """Whether it is a sentence of its own, because it is done to whole clauses."""

    @property
    def said(self) -> str:
        """What it does, in words; to a row, with the column."""
        if self.omitted:
            return f"omit {_omitted(self.omitted)}"
        columns = "the columns" if len(self.columns) > 1 else "the column"
        return f"in {columns} {listed(self.columns)}, {self.words}" if self.columns else self.words

    @property
    def inside(self) -> str:
        """In which part of the clause or table it is done."""
        rows = "the rows" if len(self.parts) > 1 else "the row"
        return f"{rows} {listed(self.parts)}" if self.columns else listed(self.parts)


_PLURALS = {
    "the row": "the rows",
    "the column": "the columns",
    "the definition of": "the definitions of",
    "§": "§§",
}


def _omitted(omitted: Omitted) -> str:
    noun = omitted.noun
    if len(omitted.names) > 1:
        noun = _PLURALS.get(noun, f"{noun}s")
    return f"{noun} {listed(omitted.names)}".strip()


def listed(words: Iterable[str]) -> str:
    """a, b and c"""
    every = list(words)
    return " and ".join(filter(None, [", ".join(every[:-1]), every[-1]])) if every else ""


def joined(acts: Iterable[Act]) -> list[Act]:
    """Acts in order, those that do the same to neighbouring cells, rows or clauses made one."""
    done: list[Act] = []
    for act in _definitions_together(sorted(acts, key=lambda one: one.at)):
        together = _together(done[-1], act) if done else None
        if together:
            done[-1] = together
        else:
            done.append(act)
    return _rows_together(done)


def _definitions_together(acts: list[Act]) -> list[Act]:
    """All definitions that are put into one clause by the alphabet are one act, at the first of them."""
    done: list[Act] = []
    first: dict[int, int] = {}
    for act in acts:
        at = first.get(act.unit) if act.by_alphabet else None
        if at is not None:
            words = "at the appropriate places insert"
            done[at] = done[at]._replace(words=words, shown=(*done[at].shown, *act.shown))
            continue
        if act.by_alphabet:
            first[act.unit] = len(done)
        done.append(act)
    return done


def _together(last: Act, act: Act) -> Act | None:
    """One act for two that follow each other, where one says both."""
    same_place = (last.unit, last.parts, last.words) == (act.unit, act.parts, act.words)
    if same_place and last.columns and act.columns:
        return last._replace(columns=last.columns + act.columns)
    if not last.omitted or not act.omitted or last.whole != act.whole:
        return None
    if (
        not (act.whole or last.unit == act.unit)
        or not act.omitted.noun
        or last.omitted.noun != act.omitted.noun
    ):
        return None
    return last._replace(omitted=Omitted(act.omitted.noun, last.omitted.names + act.omitted.names))


def _rows_together(acts: list[Act]) -> list[Act]:
    """Rows next to each other among the changes to which the same is done are one act."""
    rows: list[list[Act]] = []
    for (_, parts), group in groupby(acts, key=lambda one: (one.unit, one.parts if one.columns else one.at)):
        mine = list(group)
        last = rows[-1] if rows else []
        if last and mine[0].columns and _does(last) == _does(mine):
            assert isinstance(parts, tuple)
            rows[-1] = [act._replace(parts=act.parts + parts) for act in last]
        else:
            rows.append(mine)
    return [act for mine in rows for act in mine]


def _does(acts: list[Act]) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(act.unit, act.words, act.columns) for act in acts]
