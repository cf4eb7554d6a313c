"""Tables: the caption above, the alignments, and rows that have a cell for each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.block import Table
from toolkit.model.place import Place
from toolkit.model.text import EMPTY, Text

from .identity import well_formed
from .inline import Stretch
from .page import Container, Page, Run
from .patterns import CAPTION, slug
from .rows import cells, read_cell

if TYPE_CHECKING:
    from markdown_it.token import Token

Row = tuple[Text, ...]

_ALIGNMENTS = {(True, True): "center", (True, False): "left", (False, True): "right"}


def read_table(page: Page, inside: Container, run: Run) -> Table:
    """A table without a caption, which is reported."""
    line = (page.tokens[page.at].map or [0])[0]
    hint = "Write a line such as “Table 3.1 {#id}: Title” above it, and a blank line between."
    page.report("S025", page.point(line, inside.indent), "The table has no caption.", hint)
    return _table(page, inside, None, "", "", EMPTY)


def read_captioned(page: Page, inside: Container, caption: Stretch) -> Table:
    """The table at hand, below a caption line that has been read."""
    found = CAPTION.match(caption.source)
    if found is None:
        raise ValueError(f"not a caption: {caption.source}")
    table_id, title = found[2] or "", caption.part(found.end())
    if found[2] is not None and not well_formed(page, table_id, caption, found.start(2) - 2):
        table_id, title = "", caption.part(found.start(2) - 2)
    return _table(page, inside, caption, found[1], table_id, page.text((title,) if title.source else ()))


def _table(
    page: Page, inside: Container, caption: Stretch | None, label: str, table_id: str, title: Text
) -> Table:
    token = page.tokens[page.at]
    page.skip("table_open")
    place = page.range(token)
    if caption is not None:
        head = page.place((caption,))
        place = Place(place.file, head.line, head.column, place.end_line, place.end_column)
    header, *rows = _rows(page, inside, token)
    wanted = slug(label) if label else f"{inside.owner or 'file'}-table"
    return Table(
        label, table_id or page.fresh_id(wanted), bool(table_id), title, header, tuple(rows),
        _alignments(page, token, len(header)), False, place,
    )  # fmt: skip


def _rows(page: Page, inside: Container, token: Token) -> list[Row]:
    """The header and the rows, each widened to the widest, so that no cell is lost."""
    start, end = token.map or [0, 0]
    lines = [start, *range(start + 2, end)]
    rows = [_row(page, inside, line) for line in lines]
    width = len(rows[0])
    for line, row in zip(lines, rows, strict=True):
        if len(row) != width:
            message = (
                f"The row has {len(row)} {'cell' if len(row) == 1 else 'cells'}; the header has {width}."
            )
            _report(page, inside, line, message, "Give every row a cell for each column.")
        elif "|" not in page.lines[line]:
            message = "The line is read as a row of the table above it."
            page.report("S037", page.point(line, inside.indent), message, "Put a blank line before it.")
    widest = max(map(len, rows))
    return [row + (EMPTY,) * (widest - len(row)) for row in rows]


def _row(page: Page, inside: Container, line: int) -> Row:
    bounds = cells(page.lines[line], inside.indent)
    stretches = [page.stretch(line, start, end) for start, end in bounds]
    page.remark(tuple(stretches))
    return tuple(read_cell(stretch, page.file) for stretch in stretches)


def _report(page: Page, inside: Container, line: int, message: str, hint: str) -> None:
    start, _ = cells(page.lines[line], inside.indent)[0]
    page.report("S027", page.point(line, start), message, hint)


def _alignments(page: Page, token: Token, width: int) -> tuple[str, ...]:
    """left, right, center or empty for each column, from the delimiter row."""
    line = page.lines[(token.map or [0])[0] + 1]
    rules = [cell.strip() for cell in line.strip(" \t").strip("|").split("|")]
    found = [_ALIGNMENTS.get((rule.startswith(":"), rule.endswith(":")), "") for rule in rules]
    return (*found, *[""] * (width - len(found)))
