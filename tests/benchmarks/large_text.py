"""A long made-up document as a tree that can be edited: clauses, limbs, tables, and citations by target."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from synthetic_code import ACTORS, CONDITIONS, DUTIES, KINDS, NOUNS, SUBJECTS

CLAUSES = 10
LIMBS = 3
WORDS = 46
"""In one clause or limb, about."""
CITABLE = 7
"""The clauses of a chapter that others cite, from the first; what follows may be taken away."""
TABLE_AFTER = 5
"""The clause of a chapter that may hold a table."""
CITATION_EVERY = 40
"""Words between two citations, about."""

VERBS = (
    "send", "confirm", "record", "review", "publish", "correct", "forward", "withhold", "suspend", "restore",
    "validate", "replace", "describe", "compare", "approve", "reject", "transfer", "decommission",
)  # fmt: skip
THINGS = (
    "message", "alert", "request", "response", "credential", "configuration", "register", "installation",
    "inventory", "tariff", "forecast", "incident", "timetable", "instruction", "hash", "sequence", "counter",
    "entry", "variant", "behaviour", "dispute", "remedy", "licence", "threshold",
)  # fmt: skip
WAYS = (
    "in writing", "without charge", "by secure means", "in the form that the Panel directs",
    "as it receives them", "in the order received", "by electronic means", "at its own cost",
    "for each device in turn",
)  # fmt: skip
LETTERS = "abcdefghij"


@dataclass(eq=False, slots=True)
class Cite:
    """A citation, which prints the label that its target bears at the time."""

    target: str
    limb: str = ""
    """The id of a limb of the target, where it is cited."""


Piece = str | Cite


@dataclass(eq=False, slots=True)
class Table:
    """A table under a clause."""

    id: str
    title: str
    rows: list[list[list[Piece]]]
    """Each row its cells."""


@dataclass(eq=False, slots=True)
class Clause:
    """A clause or a limb of one."""

    id: str
    pieces: list[Piece]
    limbs: list[Clause] = field(default_factory=list)
    table: Table | None = None
    lettered: bool = False
    """Put in without renumbering what follows: 4.3A, (aA)."""


@dataclass(eq=False, slots=True)
class Chapter:
    """A top-level clause."""

    id: str
    heading: list[Piece]
    clauses: list[Clause]


@dataclass(slots=True)
class LongText:
    """The whole document."""

    chapters: list[Chapter]

    def labels(self) -> dict[str, str]:
        """The label of every chapter, clause and limb as it stands now, by id; a limb's is its own part."""
        found = {}
        for number, chapter in enumerate(self.chapters, start=1):
            found[chapter.id] = str(number)
            for clause, label in _numbered(chapter.clauses, [f"{number}.{n}" for n in range(1, 99)]):
                found[clause.id] = label
                for limb, letter in _numbered(clause.limbs, list(LETTERS)):
                    found[limb.id] = f"({letter})"
        return found

    def clauses(self) -> Iterator[Clause]:
        """Every clause, without its limbs."""
        for chapter in self.chapters:
            yield from chapter.clauses


def _numbered(clauses: list[Clause], labels: list[str]) -> Iterator[tuple[Clause, str]]:
    number = 0
    for clause in clauses:
        if clause.lettered:
            yield clause, f"{labels[number - 1]}A"
        else:
            yield clause, labels[number]
            number += 1


def printed(pieces: list[Piece], labels: dict[str, str]) -> str:
    """The words of a text with its citations as they read under these labels."""
    return " ".join(
        piece if isinstance(piece, str) else f"Clause {labels[piece.target]}{labels.get(piece.limb, '')}"
        for piece in pieces
    )


def long_text(clauses: int, tables: int, rng: random.Random) -> LongText:
    """About that many clauses and limbs, and exactly that many tables."""
    chapters = max(4, round(clauses / CLAUSES / (1 + LIMBS)))
    writer = Writer(chapters, rng)
    text = LongText([writer.chapter(number) for number in range(1, chapters + 1)])
    for number, chapter in enumerate(text.chapters[:tables], start=1):
        chapter.clauses[TABLE_AFTER].table = writer.table(f"table-{number}")
    return text


@dataclass(slots=True)
class Writer:
    """Makes up words that read like the law."""

    chapters: int
    rng: random.Random

    def chapter(self, number: int) -> Chapter:
        """A chapter with its clauses."""
        heading = [*SUBJECTS[number % len(SUBJECTS)].split(), *f"of {self._name()}".split()]
        return Chapter(f"chapter-{number}", list(heading),
                       [self.clause(f"c{number}-{n}") for n in range(1, CLAUSES + 1)])  # fmt: skip

    def clause(self, name: str) -> Clause:
        """A clause with its limbs."""
        start = f"{self.rng.choice(ACTORS)} shall, {self.rng.choice(CONDITIONS)},"
        return Clause(name, self._words(start, ":"), [self.limb(f"{name}-{one}") for one in LETTERS[:LIMBS]])

    def limb(self, name: str) -> Clause:
        """A limb."""
        return Clause(name, self._words("", ";"))

    def table(self, name: str) -> Table:
        """A table of six rows."""
        return Table(name, f"Periods for {self._name()}", [self.row() for _ in range(6)])

    def row(self) -> list[list[Piece]]:
        """A row of three cells."""
        return [self._name().split(), f"{self.rng.randint(2, 99)} Working Days".split(), [self._cite()]]  # type: ignore[list-item]  # words are pieces

    def phrase(self) -> list[str]:
        """A few words that can be put in anywhere."""
        rng = self.rng
        return f"{rng.choice(VERBS)} each {rng.choice(THINGS)} of the {self._name()}".split()

    def _words(self, start: str, end: str) -> list[Piece]:
        pieces: list[Piece] = list(start.split())
        wanted = WORDS + self.rng.randint(-20, 20)
        cite_at = self.rng.randint(5, CITATION_EVERY)
        while len(pieces) < wanted:
            pieces += self._stretch()
            if len(pieces) >= cite_at:
                pieces += ["in", "accordance", "with", self._cite()]
                cite_at += CITATION_EVERY
        return [*pieces, f"as the Panel requires{end}".split()[-1]]

    def _stretch(self) -> list[str]:
        rng = self.rng
        match rng.randint(0, 3):
            case 0:
                words = f"{rng.choice(DUTIES)} within {rng.randint(2, 60)} Working Days"
            case 1:
                words = (
                    f"{rng.choice(VERBS)} the {rng.choice(THINGS)} and the {self._name()} {rng.choice(WAYS)}"
                )
            case 2:
                words = f"{rng.choice(CONDITIONS)} and the {rng.choice(THINGS)} is one of {self._name()}"
            case _:
                words = (
                    f"{rng.choice(VERBS)} or {rng.choice(VERBS)} each {rng.choice(THINGS)} {rng.choice(WAYS)}"
                )
        return words.split()

    def _name(self) -> str:
        return f"{self.rng.choice(KINDS)} {self.rng.choice(NOUNS)} {self.rng.randint(1, 40)}"

    def _cite(self) -> Cite:
        clause = f"c{self.rng.randint(1, self.chapters)}-{self.rng.randint(1, CITABLE)}"
        return Cite(clause, f"{clause}-{self.rng.choice('ab')}" if self.rng.random() < 0.5 else "")
