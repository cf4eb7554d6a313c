"""One version of a document, and the register that says which versions there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .block import Block, Clause
from .numbering import SUBSIDIARY, Scheme
from .place import NOWHERE, Place


class Status(StrEnum):
    """Where a version stands in its life."""

    DRAFT = "draft"
    CONSULTED = "consulted"
    CONCLUDED = "concluded"
    DESIGNATED = "designated"
    WITHDRAWN = "withdrawn"
    PUBLISHED = "published"
    """For texts that have no such life."""


@dataclass(frozen=True, slots=True)
class Version:
    """One line of a document's version register."""

    name: str
    """As people say it: 6.1U."""
    status: Status
    title: str = ""
    """Where the version has a longer name, such as “3.1 as amended by Uplift 1.2”."""
    line: str = ""
    """Versions of one line follow each other; lines are in effect side by side."""
    base: str = ""
    """The version it was derived from."""
    part_of: str = ""
    """The version of which it brings some of the changes into effect, and leaves others for later."""
    consulted: date | None = None
    concluded: date | None = None
    effective: date | None = None
    """The day of (re-)designation; None where it is not recorded or not yet known."""
    effective_by: date | None = None
    """A day by which it was in legal effect, where the day itself is not recorded."""
    until: date | None = None
    """The last day in legal effect, where it ended without a successor."""
    withdrawn: date | None = None
    read_with: tuple[str, ...] = ()
    """Versions of other documents that its citations mean, such as S1SR@4.4."""
    held: bool = True
    """False where the register knows of the version but its text is not here."""
    digest: str = ""
    """SHA-256 that locks a designated text."""
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Annex:
    """A matrix kept as a .csv file in each version's folder."""

    label: str
    """Annex A"""
    title: str
    file: str
    id: str
    abbreviation: str = ""
    """Such as DMVES."""


@dataclass(frozen=True, slots=True)
class Register:
    """documents/CODE/document.yaml: what the document is, and its versions in the order of the file."""

    code: str
    title: str
    appendix: str = ""
    """The SEC Appendix, such as AL."""
    scheme: Scheme = SUBSIDIARY
    notice: str = ""
    """Printed with every copy."""
    versions: tuple[Version, ...] = ()
    annexes: tuple[Annex, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names by which texts cite the document."""
    file: str = ""

    def version(self, name: str) -> Version | None:
        """The version of that name, or None."""
        return next((version for version in self.versions if version.name == name), None)


@dataclass(frozen=True, slots=True)
class Part:
    """One source file of a version."""

    file: str
    """Relative to the root."""
    blocks: tuple[Block, ...]
    front: str = ""
    """Its YAML front matter, kept to the letter, without the lines of ---."""


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one document."""

    register: Register
    version: Version
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """As on the command line: TMAD@6.0."""
        return f"{self.register.code}@{self.version.name}"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all parts, in order."""
        return tuple(block for part in self.parts for block in part.blocks)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the top level."""
        return tuple(block for block in self.blocks if isinstance(block, Clause))
