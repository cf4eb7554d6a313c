"""Worked examples: tables beside a clause whose rows are tests of the function that they name."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.model.place import NOWHERE, Place

from .link import Link, LinkKind

EXPECTED = "⇒"
"""Stands before the name of a column that gives what must be answered."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is asked, and what must be answered, by the names of columns."""

    given: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, str], ...]
    line: int
    """Of its file."""


@dataclass(frozen=True, slots=True)
class Example:
    """One table."""

    document: str
    versions: tuple[str, ...]
    """Those it holds for, as far as they carry the clause: the one in whose text it stands, or several."""
    clause: str
    """The id of the clause that it stands beside."""
    function: str
    """Dotted: toolkit.conformance.tmad.mprn.match_mprn."""
    rows: tuple[Row, ...]
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def link(self) -> Link:
        """As a test that verifies its clause; its results are of the rows."""
        return Link(
            LinkKind.VERIFIES, self.document, self.clause, self.place.file, self.clause, self.place.line,
            self.place.end_line, place=self.place,
        )  # fmt: skip
