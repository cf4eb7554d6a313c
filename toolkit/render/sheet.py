"""A sheet of plain rows, for spreadsheets and CSV files."""

from __future__ import annotations

from typing import NamedTuple

Cell = str | int
LONGEST_CELL = 30_000
"""Characters; a spreadsheet holds 32,767 in a cell."""


class Sheet(NamedTuple):
    """One sheet, or one CSV file."""

    name: str
    """Stances, themes, answers."""
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    """Of the columns, in characters."""
