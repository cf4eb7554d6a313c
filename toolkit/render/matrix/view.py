"""What the pages of the matrix say: plain values, worked out from a trace before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from toolkit.model.change import Edit
from toolkit.render.view import View
from toolkit.trace.coverage import Coverage
from toolkit.trace.results import Outcome
from toolkit.trace.verdict import State


class Target(NamedTuple):
    """A provision that is led to."""

    label: str
    """As people cite it: 3.24, Table 16.9, “Dormant Meter”."""
    href: str


class CodeLine(NamedTuple):
    """A piece of code that carries a provision out."""

    name: str
    """match_mprn; empty for what a comment outside any function claims."""
    where: str
    """toolkit/conformance/tmad/mprn.py, lines 12 to 40"""
    piece: str
    """The anchor of its source on the page."""
    since: str
    """The first version that it carries out; empty for every version."""
    attested: str
    """Who read it against which version, when and why, in words; empty where nobody did."""
    suspect: str
    """Why what was attested does not hold; empty where it does."""
    changed: tuple[Edit, ...]
    """The words of the clause that changed since, with a few about them; empty where none did."""


class Fault(NamedTuple):
    """A result that is no pass."""

    name: str
    outcome: Outcome
    message: str


class TestLine(NamedTuple):
    """A test that verifies a provision."""

    name: str
    where: str
    told: str
    """2 failed, 10 passed; or no result."""
    outcome: Outcome | None
    """The worst of its results; None where it has none."""
    faults: tuple[Fault, ...]
    more: int
    """How many faults there are besides."""


class ExampleRow(NamedTuple):
    """One row of a worked example."""

    cells: tuple[str, ...]
    outcome: Outcome | None
    message: str


class ExampleTable(NamedTuple):
    """A worked example beside its provision."""

    function: str
    where: str
    columns: tuple[str, ...]
    """With ⇒ before those that are answers."""
    rows: tuple[ExampleRow, ...]
    told: str
    """15 passed; 1 failed, 14 passed; 15 without a result."""
    outcome: Outcome | None
    """The worst of its results; None where a row has none, and none failed."""


class Proof(NamedTuple):
    """What is shown beside one provision."""

    id: str
    label: str
    """As in Target."""
    anchor: str
    """The second anchor, made of the label; empty where another provision has it."""
    kind: str
    """obligation, definition, table or provision"""
    state: State
    reason: str
    code: tuple[CodeLine, ...]
    tests: tuple[TestLine, ...]
    examples: tuple[ExampleTable, ...]
    through: tuple[Target, ...]
    """The provisions that it stands in and that stand under it whose code and tests count for it, too."""


class Piece(NamedTuple):
    """The source of a piece of code, printed once on a page."""

    key: str
    """Its anchor."""
    name: str
    file: str
    first_line: int
    lines: tuple[str, ...]
    """Empty where the file cannot be read as text."""
    carries: tuple[Target, ...]
    """What it carries out, on this page."""


class Part(NamedTuple):
    """One version of a document on its page."""

    view: View
    proofs: Mapping[str, Proof]
    """By id, of the provisions that have a verdict."""
    parents: Mapping[str, str]
    """From the id of a provision to that of what it stands in."""


class MatrixPage(NamedTuple):
    """The page of one document."""

    stem: str
    """The name of its file without suffix."""
    parts: tuple[Part, ...]
    """The version traced, whole; then, of other versions, what links name that only they have."""
    pieces: tuple[Piece, ...]
    rows: tuple[Coverage, ...]
    """Counted by kind of provision."""
    asked: str
    """How things stood, in words: on which day, with which results."""


class Found(NamedTuple):
    """A finding of the trace."""

    severity: str
    code: str
    where: str
    message: str
    hint: str
    target: Target | None
    """The provision it speaks of, where the matrix has it."""


class OrphanLine(NamedTuple):
    """Something that belongs to no clause."""

    name: str
    where: str
    reason: str
    """Why it may; empty where nobody has said."""


class OrphanGroup(NamedTuple):
    """All of one kind, in order of file and line."""

    title: str
    lines: tuple[OrphanLine, ...]

    @property
    def unexplained(self) -> int:
        """How many there are of which nobody has said why they belong to no clause."""
        return sum(not line.reason for line in self.lines)


class Matrix(NamedTuple):
    """All pages, with what the page that leads to them says."""

    pages: tuple[MatrixPage, ...]
    """In order of document."""
    findings: tuple[Found, ...]
    asked: str
    orphans: tuple[OrphanGroup, ...] = ()
