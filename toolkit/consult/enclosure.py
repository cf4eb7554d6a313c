"""What goes out with a paper: a series of attachments or annexes, numbered or lettered, named once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.model.document import Annex

from .wording import annex_letter


class Series(StrEnum):
    """What the enclosures of a paper are called, and whether they bear numbers or letters."""

    ATTACHMENT = "Attachment"
    """1, 2, 3: papers of the DCC."""
    ANNEX = "Annex"
    """A, B, C: papers of BEIS."""

    def mark(self, number: int) -> str:
        """3, or C, for the third."""
        return annex_letter(number) if self is Series.ANNEX else str(number)

    def stem(self, number: int, name: str) -> str:
        """The name of a file in the enclosure of that number, without suffix; 0 where it is in none."""
        return f"{self.lower()}-{self.mark(number).lower()}-{name}" if number else name


class EnclosedCopy(NamedTuple):
    """A copy of a document in an enclosure."""

    code: str
    version: str
    against: str
    """The version it is marked against; empty for a clean copy."""
    title: str
    """TMAD 4.1, change-marked against 4.0"""
    file: str
    """The sibling output that holds it, without suffix."""


class EnclosedMatrix(NamedTuple):
    """The matrix that a document has for an annex, as a file of its own."""

    annex: str
    """The id of the annex in its document."""
    title: str
    """DMVES, Annex A of the S1SR 4.4"""
    file: str
    """The sibling output that holds it, without suffix."""


def enclosed_matrix(annex: Annex, code: str, version: str, series: Series, number: int) -> EnclosedMatrix:
    """The matrix of an annex of one version, in the enclosure of that number; 0 where it is in none."""
    words = f"{annex.label} of the {code} {version}"
    name = (annex.abbreviation or f"{code} {annex.label}").lower().replace(" ", "-")
    title = f"{annex.abbreviation}, {words}" if annex.abbreviation else words
    return EnclosedMatrix(annex.id, title, series.stem(number, f"{name}-{version}"))


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One attachment or annex."""

    number: int
    """From 1, in the order of the series."""
    key: str
    """direction, response-form, paper, or the code of a document or abbreviation of a matrix."""
    title: str
    files: tuple[str, ...]
    """Sibling outputs, without suffix; the one to read first comes first. Empty for what is published
    elsewhere."""
    series: Series = Series.ATTACHMENT
    copies: tuple[EnclosedCopy, ...] = ()
    matrices: tuple[EnclosedMatrix, ...] = ()
    """Of a clean copy, beside it."""

    @property
    def label(self) -> str:
        """Attachment 3; Annex C"""
        return f"{self.series} {self.mark}"

    @property
    def mark(self) -> str:
        """3; C"""
        return self.series.mark(self.number)
