"""A table as Markdown: its caption line, and pipe rows without padding."""

from __future__ import annotations

from toolkit.model.block import Table
from toolkit.model.text import Text

from .write_inline import write_text

_RULES = {"left": ":---", "right": "---:", "center": ":---:"}


def write_table(table: Table) -> list[str]:
    """The lines of a table; without a caption where it has no label."""
    alignments = [*table.alignments, *[""] * (len(table.header) - len(table.alignments))]
    return [
        *(_caption(table) if table.label else []),
        _row([_cell(cell) for cell in table.header]),
        _row([_RULES.get(alignment, "---") for alignment in alignments]),
        *(_row([_cell(cell) for cell in row]) for row in table.rows),
    ]


def _caption(table: Table) -> list[str]:
    given = f" {{#{table.id}}}" if table.id_given else ""
    return [f"{table.label}{given}: {_one_line(table.title)}".rstrip(" "), ""]


def _row(cells: list[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _cell(cell: Text) -> str:
    return _one_line(cell).replace("|", "\\|")


def _one_line(text: Text) -> str:
    return write_text(text).replace("\\\n", " ")
