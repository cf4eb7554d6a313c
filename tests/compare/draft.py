"""A draft under the hands of an editor: what a drafter does to a document, with what it costs in words.

An edit script costs the words it puts in and takes out; what is moved counts twice. A change set that
marks no more than the script did marks as little as can be asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from toolkit.model.block import Block, Clause, Definition, Paragraph, Table
from toolkit.model.change import ChangeSet, Op
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.label import Label, Ordinal
from toolkit.model.numbering import to_letters
from toolkit.model.passage import Passage
from toolkit.model.text import Text

_COMMON_WORDS = "the of a to in and or by for each that any shall with under from"
_COMMON = _COMMON_WORDS.split()
_STEM_WORDS = """
    meter device supplier party notice panel network record period consent inventory message register
    incident request response command tariff threshold certificate address operator migration install
"""
_STEMS = _STEM_WORDS.split()
_ENDS = ("", "s", "ing", "ed", "ment", "al", "or", "ure", "able", "wise", "less", "ance")
VOCABULARY = [stem + end for stem in _STEMS for end in _ENDS]


@dataclass
class Provision:
    """A clause or limb."""

    name: str
    words: list[str]
    limbs: list[Provision] = field(default_factory=list)

    def size(self) -> int:
        return len(self.words) + sum(limb.size() for limb in self.limbs)


@dataclass
class Draft:
    """A document of one clause at the top level for each list of provisions, with definitions and a table."""

    random: Random
    chapters: list[list[Provision]]
    definitions: list[tuple[str, list[str]]]
    columns: list[str]
    rows: list[list[list[str]]]
    cost: int = 0
    made: int = 0

    # -- words ------------------------------------------------------------------------------------

    def sentence(self, least: int = 12, most: int = 40) -> list[str]:
        count = self.random.randint(least, most)
        words = [
            self.random.choice(_COMMON) if self.random.random() < 0.4 else self.random.choice(VOCABULARY)
            for _ in range(count)
        ]
        return [words[0].capitalize(), *words[1:-1], words[-1] + "."]

    def provision(self, limbs: int = 0) -> Provision:
        self.made += 1
        words = [word for _ in range(self.random.randint(1, 2)) for word in self.sentence()]
        return Provision(f"c-{self.made}", words, [self.provision() for _ in range(limbs)])

    def _everything(self) -> list[Provision]:
        clauses = [one for chapter in self.chapters for one in chapter]
        return [*clauses, *(limb for one in clauses for limb in one.limbs)]

    def _place(self) -> tuple[list[Provision], int]:
        chapter = self.random.choice(self.chapters)
        return chapter, self.random.randint(0, len(chapter))

    def _taken(self) -> tuple[list[Provision], int] | None:
        chapters = [chapter for chapter in self.chapters if chapter]
        if not chapters:
            return None
        chapter = self.random.choice(chapters)
        return chapter, self.random.randrange(len(chapter))

    # -- edits ------------------------------------------------------------------------------------

    def insert(self) -> None:
        chapter, at = self._place()
        chapter.insert(at, self.provision(self.random.choice((0, 0, 2))))
        self.cost += chapter[at].size()

    def omit(self) -> None:
        if found := self._taken():
            self.cost += found[0].pop(found[1]).size()

    def amend(self) -> None:
        if every := self._everything():
            self._amend(self.random.choice(every).words)

    def _amend(self, words: list[str]) -> None:
        size = self.random.randint(0, min(4, len(words) - 1))
        at = self.random.randint(0, len(words) - size - 1)
        put = [self.random.choice(VOCABULARY) for _ in range(self.random.randint(not size, 4))]
        self.cost += size + len(put)
        words[at : at + size] = put

    def move(self) -> None:
        if found := self._taken():
            one = found[0].pop(found[1])
            chapter, at = self._place()
            chapter.insert(at, one)
            self.cost += 2 * one.size()

    def move_and_amend(self) -> None:
        if found := self._taken():
            one = found[0].pop(found[1])
            chapter, at = self._place()
            chapter.insert(at, one)
            self.cost += 2 * one.size()
            self._amend(one.words)

    def split(self) -> None:
        found = self._taken()
        if found is None or len(found[0][found[1]].words) < 24:
            return
        chapter, at = found
        one = chapter[at]
        cut = self.random.randint(10, len(one.words) - 10)
        self.made += 1
        chapter.insert(at + 1, Provision(f"c-{self.made}", one.words[cut:], one.limbs))
        self.cost += 2 * len(one.words[cut:]) + 2 * sum(limb.size() for limb in one.limbs)
        one.words, one.limbs = one.words[:cut], []

    def merge(self) -> None:
        found = self._taken()
        if found is None or found[1] + 1 == len(found[0]):
            return
        chapter, at = found
        gone = chapter.pop(at + 1)
        chapter[at].words += gone.words
        chapter[at].limbs += gone.limbs
        self.cost += 2 * len(gone.words) + 2 * sum(limb.size() for limb in gone.limbs)

    def resort(self) -> None:
        if self.definitions:
            one = self.definitions.pop(self.random.randrange(len(self.definitions)))
            self.definitions.insert(self.random.randint(0, len(self.definitions)), one)
            self.cost += 2 * (len(one[1]) + len(one[0].split()))

    def define(self) -> None:
        self.made += 1
        self.definitions.append((f"Term{self.made} Device", self.sentence()))
        self.cost += len(self.definitions[-1][1]) + 2

    def amend_cell(self) -> None:
        if self.rows:
            self._amend(self.random.choice(self.random.choice(self.rows)))

    def insert_row(self) -> None:
        row = [self.sentence(2, 6) for _ in self.columns]
        self.rows.insert(self.random.randint(0, len(self.rows)), row)
        self.cost += sum(map(len, row))

    def omit_row(self) -> None:
        if self.rows:
            self.cost += sum(map(len, self.rows.pop(self.random.randrange(len(self.rows)))))

    def move_row(self) -> None:
        if self.rows:
            row = self.rows.pop(self.random.randrange(len(self.rows)))
            self.rows.insert(self.random.randint(0, len(self.rows)), row)
            self.cost += 2 * sum(map(len, row))

    def insert_column(self) -> None:
        at = self.random.randint(1, len(self.columns))
        self.made += 1
        self.columns.insert(at, f"Heading{self.made}")
        self.cost += 1
        for row in self.rows:
            row.insert(at, self.sentence(1, 3))
            self.cost += len(row[at])

    def omit_column(self) -> None:
        if len(self.columns) > 2:
            at = self.random.randrange(1, len(self.columns))
            self.columns.pop(at)
            self.cost += 1 + sum(len(row.pop(at)) for row in self.rows)

    def move_column(self) -> None:
        at, to = (self.random.randrange(len(self.columns)) for _ in range(2))
        self.columns.insert(to, self.columns.pop(at))
        self.cost += 2
        for row in self.rows:
            self.cost += 2 * len(row[at])
            row.insert(to, row.pop(at))

    # -- the document -----------------------------------------------------------------------------

    def document(self, version: str, ids: bool) -> Document:
        """As it now reads, numbered in order."""
        blocks = [_chapter(number, chapter, ids) for number, chapter in enumerate(self.chapters, start=2)]
        rows = tuple(tuple(Text(" ".join(cell)) for cell in row) for row in self.rows)
        heads = tuple(map(Text, self.columns))
        table = Table("Table 1.1", "table", True, Text("Fields"), heads, rows, ("",) * len(heads))
        terms = tuple(
            Definition(Text(term), "", f"def-{term.lower().replace(' ', '-')}", ids, (_paragraph(words),))
            for term, words in self.definitions
        )
        first = Clause(_label(("1",), 1), 1, "definitions", True, Text("Definitions"), (*terms, table), 2)
        part = Part("1.md", (first, *blocks))
        return Document(Register("TMAD", "TMAD"), Version(version, Status.DRAFT), (part,))


def draft(random: Random, clauses: int = 20) -> Draft:
    """A draft to begin with."""
    made = Draft(random, [[], [], []], [], ["Name", "Meaning", "Form"], [])
    for _ in range(clauses):
        random.choice(made.chapters).append(made.provision(random.choice((0, 0, 0, 2, 3))))
    for _ in range(6):
        made.define()
    for _ in range(8):
        made.insert_row()
    made.cost = 0
    return made


EDITS: tuple[Callable[[Draft], None], ...] = (
    Draft.insert, Draft.omit, Draft.amend, Draft.amend, Draft.amend, Draft.move, Draft.move_and_amend,
    Draft.split, Draft.merge, Draft.resort, Draft.define, Draft.amend_cell, Draft.insert_row, Draft.omit_row,
    Draft.move_row, Draft.insert_column, Draft.omit_column, Draft.move_column,
)  # fmt: skip


def edited(random: Random, ids: bool, most: int = 12, clauses: int = 20) -> tuple[Document, Document, int]:
    """A draft before and after some edits, and the words that the edits cost."""
    work = draft(random, clauses)
    old = work.document("1", ids)
    for _ in range(random.randint(1, most)):
        random.choice(EDITS)(work)
    return old, work.document("2", ids), work.cost


def _label(parts: tuple[str, ...], *numbers: int) -> Label:
    return Label(parts, tuple(map(Ordinal, numbers)))


def _paragraph(words: list[str]) -> Paragraph:
    return Paragraph(Text(" ".join(words)))


def _chapter(number: int, provisions: list[Provision], ids: bool) -> Block:
    clauses = []
    for at, one in enumerate(provisions, start=1):
        own = f"{number}.{at}"
        limbs = tuple(
            Clause(
                _label((own, f"({to_letters(k)})"), number, at, k), 4,
                limb.name if ids else f"clause-{own}-{k}", ids, None, (_paragraph(limb.words),),
            )
            for k, limb in enumerate(one.limbs, start=1)
        )  # fmt: skip
        name = one.name if ids else f"clause-{own}"
        clauses.append(
            Clause(_label((own,), number, at), 2, name, ids, None, (_paragraph(one.words), *limbs))
        )
    heading = Text(f"Chapter {number}")
    return Clause(_label((str(number),), number), 1, f"chapter-{number}", True, heading, tuple(clauses), 2)


# -- what a change set marks ------------------------------------------------------------------------


def marked_words(changes: ChangeSet) -> int:
    """Words that a marked copy shows as put in or taken out; what moved stands in it twice."""
    total = 0
    for change in changes.changes:
        if change.moved or change.old is None or change.new is None:
            total += sum(_words(side) for side in (change.old, change.new) if side)
        else:
            marked = (edit for edits in change.edits for edit in edits)
            total += sum(
                len(edit.text.split()) for edit in marked if edit.op is not Op.SAME and not edit.consequential
            )
    return total


def _words(passage: Passage) -> int:
    return sum(len(text.plain.split()) for text in passage.texts)
