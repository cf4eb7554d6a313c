"""A table for a terminal: in columns where it fits, else a paragraph for each row."""

from __future__ import annotations

import textwrap

from toolkit.model.passage import Kind

from .footnotes import Marking
from .plain_words import Setting, columns, detail_words, hang, passage_words
from .view import ViewPassage

NARROW = 12
"""A column is narrowed no further than this."""


def table_text(shown: list[ViewPassage], indent: int, how: Setting, marking: Marking) -> str:
    """A table from its caption to its last row, set in by an indent in columns."""
    lines = [_caption(member, indent, how) for member in shown if member.marked.passage.kind is Kind.CAPTION]
    rows = [member for member in shown if member.marked.passage.kind is not Kind.CAPTION]
    body = [[cell.replace("\n", " ") for cell in passage_words(row, how, marking)] for row in rows]
    widths = _widths(body, how.width - indent)
    for row, cells in zip(rows, body, strict=True):
        heads = row.marked.passage.kind is Kind.COLUMNS
        if widths:
            lines.append(_row(cells, widths, indent))
        elif not heads:
            lines.append(_paragraph(cells, body[0], indent, how))
        if widths and heads:
            lines.append(" " * indent + "  ".join("-" * width for width in widths))
    return "\n".join(line for line in lines if line)


def _caption(shown: ViewPassage, indent: int, how: Setting) -> str:
    parts = (detail_words(shown.marked, how), passage_words(shown, how)[0])
    return hang("", ": ".join(part for part in parts if part), indent, indent, how)


def _widths(rows: list[list[str]], room: int) -> list[int]:
    """The width of each column, the widest narrowed until all fit; empty where they never do."""
    count = max((len(row) for row in rows), default=0)
    natural = [max((columns(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]
    spare = room - 2 * (count - 1)
    if sum(min(width, NARROW) for width in natural) > spare:
        return []
    most = max(natural, default=0)
    while sum(min(width, most) for width in natural) > spare:
        most -= 1
    return [min(width, most) for width in natural]


def _row(cells: list[str], widths: list[int], indent: int) -> str:
    wrapped = [
        textwrap.wrap(cell, max(width, 1), break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=False)
    ]
    lines = []
    for number in range(max((len(cell) for cell in wrapped), default=0)):
        line = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = (words + " " * (width - columns(words)) for words, width in zip(line, widths, strict=False))
        lines.append((" " * indent + "  ".join(padded)).rstrip())
    return "\n".join(lines)


def _paragraph(cells: list[str], names: list[str], indent: int, how: Setting) -> str:
    parts = (
        f"{names[number]}: {cell}" if number < len(names) else cell
        for number, cell in enumerate(cells)
        if cell
    )
    return hang("", "; ".join(parts), indent, indent + 2, how)
