"""A written citation given another label: exact edits of those of its parts that differ."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit
from toolkit.model.text import Text

from .citation import Citation
from .enumeration import pieces_of
from .mention import Cited, LabelPart


def edit_of(text: Text, start: int, end: int, new: str, cites: str = "") -> SourceEdit:
    """The edit that puts other words in the place of a stretch of a text."""
    return SourceEdit(text.place(start, end), text.plain[start:end], new, cites)


def written_pieces(label: str) -> list[str]:
    """The parts of a label as a citation writes them after its keyword: B, (a) for Annex B(a)."""
    first, *rest = pieces_of(label)
    return [first.rpartition(" ")[2], *rest]


def relabelled(
    text: Text, parts: Sequence[LabelPart], label: str, cites: str = ""
) -> tuple[SourceEdit, ...] | None:
    """The edits by which written parts print the end of another full label; None where it has too few.

    “(a)” in “paragraph (a)” prints the last part of 4.31(a), “4.30” and “(a)” of a full citation both.
    """
    pieces = written_pieces(label)[-len(parts) :]
    if len(pieces) < len(parts) or _differ_in_kind(parts[0].text, pieces[0]):
        return None
    return tuple(
        edit_of(text, part.start, part.end, piece, cites)
        for part, piece in zip(parts, pieces, strict=True)
        if part.text != piece
    )


def _differ_in_kind(written: str, piece: str) -> bool:
    return written.startswith("(") != piece.startswith("(")


def between(text: Text, start: int, end: int) -> Place:
    """The source between what ends at an offset of a text and what begins at a later one."""
    before, after = text.place(start - 1, start), text.place(end, end + 1)
    return Place(before.file, before.end_line, before.end_column, after.line, after.column)


def cited_of(citation: Citation) -> Cited | None:
    """The label of its mention that a citation is; None for “this Clause” and whole documents."""
    inside = (one for one in citation.mention.cited if citation.start <= one.start < citation.end)
    return next(inside, None)
