"""Two versions of a long made-up document, from a seed, with the edits between them counted word by word.

    python tests/benchmarks/large_pair.py FOLDER [--clauses 4000] [--tables 92] [--edits 400] [--seed 1]

FOLDER then holds documents/long with the versions 1.0 and 2.0.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from large_text import CITABLE, Chapter, Cite, Clause, LongText, Piece, Writer, long_text, printed

SHARES = {
    "words replaced": 150, "words inserted": 40, "words omitted": 30, "headings": 10, "cells": 27,
    "rows inserted": 25, "rows omitted": 15, "limbs inserted": 20, "limbs omitted": 20,
    "clauses inserted": 25, "clauses omitted": 15, "moved": 23,
}  # fmt: skip
"""How 400 edits are shared out."""


@dataclass(slots=True)
class Script:
    """What was done to the first version, in words."""

    words: int = 0
    """Words that have to be marked: omitted or inserted, those of what moved twice."""
    moved: list[str] = field(default_factory=list)
    """The words of each clause that moved, without its limbs, as they are now."""
    consequential: int = 0
    """Labels and citations that follow from other edits; their words are in `words`."""
    edits: dict[str, int] = field(default_factory=dict)


class Editor:
    """Edits a text; what it touched once it leaves alone."""

    def __init__(self, text: LongText, writer: Writer, rng: random.Random) -> None:
        self.text = text
        self.writer = writer
        self.rng = rng
        self.script = Script()
        self.was = text.labels()
        self.gone: dict[str, str] = {}
        """The words of what was taken away or moved, by id, as they were."""
        self.come: set[str] = set()
        """The ids of what was put in or moved."""
        self._moved: list[Clause] = []
        self._free = text.chapters[1:]
        rng.shuffle(self._free)
        self._texts = [each for clause in text.clauses() for each in (clause, *clause.limbs)]
        rng.shuffle(self._texts)

    def run(self, edits: int) -> Script:
        """Make about that many edits."""
        makers: dict[str, Callable[[], None]] = {
            "moved": self._move, "clauses inserted": self._insert, "clauses omitted": self._omit,
            "limbs inserted": self._insert_limb, "limbs omitted": self._omit_limb,
            "rows inserted": self._insert_row, "rows omitted": self._omit_row, "cells": self._cell,
            "headings": self._heading, "words replaced": self._replace, "words inserted": self._put_in,
            "words omitted": self._take_out,
        }  # fmt: skip
        tables = [clause.table for clause in self.text.clauses() if clause.table]
        self._tables = self.rng.sample(tables, len(tables))
        for name, make in makers.items():
            self.script.edits[name] = max(1, SHARES[name] * edits // 400)
            for _ in range(self.script.edits[name]):
                make()
        self._count()
        return self.script

    def _chapter(self) -> Chapter:
        return self._free.pop()

    def _move(self) -> None:
        """To the end of another chapter, down its own chapter, or a limb to another clause; in turn."""
        number, chapter = len(self._moved), self._chapter()
        if number % 3 == 0:
            self._arrive(self._leave(chapter.clauses[-1].limbs.pop()), chapter.clauses[0].limbs)
            return
        clause = self._leave(chapter.clauses.pop(1 if number % 3 == 1 else -2))
        self._arrive(clause, chapter.clauses if number % 3 == 1 else self._chapter().clauses)

    def _leave(self, clause: Clause) -> Clause:
        for each in (clause, *clause.limbs):
            self.gone[each.id] = printed(each.pieces, self.was)
        return clause

    def _arrive(self, clause: Clause, among: list[Clause]) -> None:
        among.append(clause)
        self._moved.append(clause)
        self.come |= {clause.id, *(limb.id for limb in clause.limbs)}

    def _insert(self) -> None:
        """Half of them renumber what follows."""
        chapter = self._chapter()
        clause = self.writer.clause(f"new-{chapter.id}")
        clause.lettered = self.rng.random() < 0.5
        chapter.clauses.insert(2, clause)
        self.come |= {clause.id, *(limb.id for limb in clause.limbs)}

    def _omit(self) -> None:
        self._leave(self._chapter().clauses.pop(CITABLE))

    def _insert_limb(self) -> None:
        clause = self._untouched(lambda one: bool(one.limbs))
        limb = self.writer.limb(f"new-{clause.id}")
        limb.lettered = self.rng.random() < 0.5
        clause.limbs.insert(1 if limb.lettered else len(clause.limbs), limb)
        self.come.add(limb.id)

    def _omit_limb(self) -> None:
        self._leave(self._untouched(lambda one: len(one.limbs) == 3).limbs.pop())

    def _insert_row(self) -> None:
        rows = self._tables.pop().rows
        row = self.writer.row()
        rows.insert(self.rng.randint(0, len(rows)), row)
        self.script.words += _cells(row, self.text.labels())

    def _omit_row(self) -> None:
        rows = self._tables.pop().rows
        self.script.words += _cells(rows.pop(self.rng.randrange(len(rows))), self.was)

    def _cell(self) -> None:
        row = self.rng.choice(self._tables.pop().rows)
        row[1][0] = str(int(str(row[1][0])) + 100)
        self.script.words += 2

    def _heading(self) -> None:
        self._chapter().heading[0] = "Revised"
        self.script.words += 2

    def _replace(self) -> None:
        pieces, at = self._spot(1)
        pieces[at] = f"re{pieces[at]}"
        self.script.words += 2

    def _put_in(self) -> None:
        pieces, at = self._spot(1)
        phrase = self.writer.phrase()
        pieces[at:at] = phrase
        self.script.words += len(phrase)

    def _take_out(self) -> None:
        pieces, at = self._spot(4)
        del pieces[at : at + 4]
        self.script.words += 4

    def _spot(self, length: int) -> tuple[list[Piece], int]:
        """Plain words in the middle of a text that nothing else touches."""
        while True:
            pieces = self._untouched(lambda one: True).pieces
            at = self.rng.randint(3, len(pieces) - length - 3)
            if all(isinstance(piece, str) and piece.isalpha() for piece in pieces[at : at + length]):
                return pieces, at

    def _untouched(self, wanted: Callable[[Clause], bool]) -> Clause:
        """A clause that stays where it is; each is given out once."""
        at = next(at for at in range(len(self._texts) - 1, -1, -1) if wanted(self._texts[at])
                  and self._texts[at].id not in self.gone)  # fmt: skip
        return self._texts.pop(at)

    def _count(self) -> None:
        """Add what was put in, taken away and moved, and what follows from that."""
        labels = self.text.labels()
        script = self.script
        script.moved = [printed(clause.pieces, labels) for clause in self._moved]
        script.words += sum(len(words.split()) + 1 for words in self.gone.values())
        for clause in self.text.clauses():
            for each in (clause, *clause.limbs):
                if each.id in self.come:
                    script.words += len(printed(each.pieces, labels).split()) + 1
                elif self.was[each.id] != labels[each.id]:
                    script.consequential += 1
                if each.id not in self.come:
                    script.consequential += self._cited_anew(each.pieces, labels)
            for row in clause.table.rows if clause.table else ():
                script.consequential += sum(self._cited_anew(cell, labels) for cell in row)
        script.words += 2 * script.consequential

    def _cited_anew(self, pieces: list[Piece], labels: dict[str, str]) -> int:
        cites = (piece for piece in pieces if isinstance(piece, Cite))
        return sum(printed([cite], self.was) != printed([cite], labels) for cite in cites)


def _cells(row: list[list[Piece]], labels: dict[str, str]) -> int:
    return sum(len(printed(cell, labels).split()) for cell in row)


def write_pair(root: Path, clauses: int = 4000, tables: int = 92, edits: int = 400, seed: int = 1) -> Script:
    """Write both versions below a folder; returns what has to be marked between them."""
    rng = random.Random(seed)
    text = long_text(clauses, tables, rng)
    folder = root / "documents" / "long"
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text(_REGISTER, "utf-8")
    _write_version(folder / "1.0", text)
    writer = Writer(len(text.chapters), rng)
    script = Editor(text, writer, rng).run(edits)
    _write_version(folder / "2.0", text)
    return script


_REGISTER = """code: LONG
title: Made-up Long Document
numbering: subsidiary
versions:
  - {version: "1.0", status: published, effective: 2020-01-01}
  - {version: "2.0", status: published, effective: 2021-01-01, base: "1.0"}
"""


def _write_version(folder: Path, text: LongText) -> None:
    folder.mkdir()
    labels = text.labels()
    for number, chapter in enumerate(text.chapters, start=1):
        lines = [f"## {number} {printed(chapter.heading, labels)} {{#{chapter.id}}}", ""]
        for clause in chapter.clauses:
            lines += _lines(clause, labels)
        (folder / f"{number:03}-chapter.md").write_text("\n".join(lines) + "\n", "utf-8")


def _lines(clause: Clause, labels: dict[str, str]) -> Iterator[str]:
    yield f"- {labels[clause.id]} {{#{clause.id}}} {printed(clause.pieces, labels)}"
    for limb in clause.limbs:
        yield f"  - {labels[limb.id]} {{#{limb.id}}} {printed(limb.pieces, labels)}"
    if clause.table:
        table = clause.table
        yield from ("", f"  Table {table.id.removeprefix('table-')} {{#{table.id}}}: {table.title}", "")
        yield from ("  | Matter | Period | Clause |", "  | --- | --- | --- |")
        for row in table.rows:
            yield f"  | {' | '.join(printed(cell, labels) for cell in row)} |"
        yield ""


def main() -> None:
    """Write a pair and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clauses", type=int, default=4000)
    parser.add_argument("--tables", type=int, default=92)
    parser.add_argument("--edits", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(write_pair(options.folder, options.clauses, options.tables, options.edits, options.seed))


if __name__ == "__main__":
    main()
