"""A table for a terminal: the widest columns narrowed until all fit, long cells on several lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from .paragraph import columns, printable

NARROW = 8
"""A column is narrowed no further than this."""
_BETWEEN = 2


def grid_text(header: Sequence[str], rows: Sequence[Sequence[str]], width: int, margin: int = 0) -> str:
    """Rows under their headings, set in by a margin; where not even narrow columns fit, cell after cell."""
    cells = [[printable(cell) for cell in row] for row in (header, *rows)]
    sizes = _sizes(cells, width - margin)
    if not sizes:
        return "\n".join(" " * margin + " | ".join(filter(None, row)) for row in cells[1:])
    lines = [_row(cells[0], sizes, margin), " " * margin + "  ".join("-" * size for size in sizes)]
    return "\n".join([*lines, *(_row(row, sizes, margin) for row in cells[1:])])


def _sizes(rows: list[list[str]], room: int) -> list[int]:
    """The width of each column; empty where they never fit."""
    natural = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    spare = room - _BETWEEN * (len(natural) - 1)
    if sum(min(size, NARROW) for size in natural) > spare:
        return []
    most = max(natural, default=0)
    while sum(min(size, most) for size in natural) > spare:
        most -= 1
    return [min(size, most) for size in natural]


def _row(cells: Sequence[str], sizes: Sequence[int], margin: int) -> str:
    wrapped = [
        textwrap.wrap(cell, max(size, 1), break_on_hyphens=False) or [""]
        for cell, size in zip(cells, sizes, strict=True)
    ]
    lines = []
    for number in range(max(map(len, wrapped))):
        line = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = (words + " " * (size - columns(words)) for words, size in zip(line, sizes, strict=True))
        lines.append((" " * margin + "  ".join(padded)).rstrip())
    return "\n".join(lines)
