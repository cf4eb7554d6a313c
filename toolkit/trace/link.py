"""A link between a clause and what carries it out or proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.place import NOWHERE, Place

_ROW = re.compile(r"\[line-(\d{1,9})\]\Z", re.ASCII)
"""What ends the name of a test that is a row of a table."""


class LinkKind(StrEnum):
    """What a piece of code says of a clause."""

    IMPLEMENTS = "implements"
    """It carries the clause out."""
    VERIFIES = "verifies"
    """It is a test that proves the clause is carried out."""


@dataclass(frozen=True, slots=True)
class Link:
    """One claim of one piece of code about one clause."""

    kind: LinkKind
    document: str
    """TMAD"""
    clause: str
    """The id of the clause, definition or table; or its label where `by_label`."""
    file: str
    """Relative to the root."""
    name: str
    """What claims it, inside its file: mprn_matches, Gate.opens, test_leading_zeros[AA]; empty where a
    comment stands outside any function."""
    first_line: int
    last_line: int
    """The lines of the piece of code, decorators included."""
    fingerprint: str = ""
    """Of the code (code_fingerprint.py); empty for a Python test, which nobody attests."""
    since: str = ""
    """The first version that it carries out; empty for every version."""
    by_label: bool = False
    mark: str = ""
    """Which comment of its file it is, by the clause that it names: 3.24, or 3.24~2 for a second one."""
    place: Place = field(default=NOWHERE, compare=False)
    """Where the claim stands."""

    @property
    def code(self) -> str:
        """What claims it, as in attestations: toolkit/conformance/tmad.py::mprn_matches.

        No line is in it: what is written above a piece of code does not make it another.
        """
        return f"{self.file}::{self.name or self.mark}"

    @property
    def test(self) -> tuple[str, str]:
        """A test as results name it: its module, dotted, with its classes, and its name without a row."""
        module = self.file.removesuffix(".py").replace("/", ".")
        *above, name = self.name.partition("[")[0].split(".")
        return ".".join([module, *above]), name

    def ran_as(self, name: str) -> bool:
        """Whether a result of this test, by its name, is its own: a worked example has those of its rows."""
        row = _ROW.search(name) if self.file.endswith(".md") else None
        return row is None or self.first_line <= int(row[1]) <= self.last_line

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """The one total order in which links are shown."""
        return (self.document, self.clause, self.file, self.first_line, self.name)
