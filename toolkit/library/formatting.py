"""The canonical layout of a version's files, with proof that not a word of the law changes."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.document import Part
from toolkit.model.numbering import Scheme
from toolkit.source.files import Files
from toolkit.source.markdown import read_part
from toolkit.source.matrix import write_matrix
from toolkit.source.write import write_part

from .load import Loaded


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file as it is and as it should be laid out."""

    file: str
    old: bytes
    new: bytes
    refused: str = ""
    """Why it is left alone; empty where it can be written."""

    @property
    def changed(self) -> bool:
        """Whether the layout differs."""
        return not self.refused and self.old != self.new


def formatted(loaded: Loaded, files: Files) -> tuple[Formatted, ...]:
    """Every file of a version in its canonical layout."""
    scheme = loaded.document.register.scheme
    return tuple(
        _formatted(part, files.read(part.file), scheme, part.file in loaded.unreadable)
        for part in loaded.document.parts
    )


def _formatted(part: Part, old: bytes, scheme: Scheme, unreadable: bool) -> Formatted:
    if unreadable:
        return Formatted(part.file, old, old, "it could not be read; drafting check says why")
    if part.file.endswith(".csv"):
        return Formatted(part.file, old, write_matrix(part).encode("utf-8"))
    new = write_part(part).encode("utf-8")
    if new != old and read_part(new, part.file, scheme).part != part:
        return Formatted(
            part.file, old, old, "its text would change; drafting check says what cannot be read"
        )
    return Formatted(part.file, old, new)
