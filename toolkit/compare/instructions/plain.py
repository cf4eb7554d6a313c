"""Amending instructions for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.compare.grid import grid_text
from toolkit.compare.paragraph import Piece, Style, filled
from toolkit.model.passage import Kind, Passage

from .acts import Cells, Grid
from .arrange import Line, Wording

_DEPTHS = (0, 4, 9)
"""Columns by which a line is set in, by depth."""
_HANGING = (4, 9, 15)


def as_plain(wording: Wording, width: int = 100, colour: bool = False) -> str:
    """The instructions filled to a width, inserted text set in and between quotation marks."""
    blocks = [filled([Piece(wording.title, Style.HEAD)], 0, width, colour)]
    blocks += [filled([Piece(wording.lead, Style.SAME)], 0, width, colour)] if wording.lead else []
    if not wording.lines:
        blocks.append("Nothing is to be amended.")
    for line in wording.lines:
        margin, hanging = _DEPTHS[line.depth], _HANGING[line.depth]
        marker = line.marker.ljust(hanging - margin)
        first = filled([Piece(line.words, Style.SAME)], hanging, width, False)
        blocks.append(" " * margin + marker + first[hanging:])
        if line.grid:
            blocks.append(grid_text(line.grid.header, line.grid.rows, width, hanging + 2))
        if line.shown:
            blocks.append(_extract(line, hanging + 4, width))
    return "\n\n".join(blocks) + "\n"


def _extract(line: Line, margin: int, width: int) -> str:
    least = min(map(set_in, line.shown))
    texts = [
        filled([Piece(words, Style.SAME)], margin + 4 * deeper, width, False)
        if not raw else "\n".join(" " * (margin + 4 * deeper) + one for one in words.split("\n"))
        for deeper, words, raw in _paragraphs(line, least, width - margin)
    ]  # fmt: skip
    first = len(texts[0]) - len(texts[0].lstrip(" "))
    texts[0] = " " * max(0, first - 1) + "“" + texts[0][first:]
    return "\n".join(texts) + "”" + line.closing


def _paragraphs(line: Line, least: int, width: int) -> Iterator[tuple[int, str, bool]]:
    """Each paragraph of inserted text: how deep, its words, and whether its lines stay as they are."""
    rows: list[Passage] = []
    for passage in (*line.shown, None):
        if passage is not None and passage.kind in (Kind.COLUMNS, Kind.ROW):
            rows.append(passage)
            continue
        if rows:
            yield 0, _rows(rows, width), True
            rows = []
        if passage is not None:
            raw = passage.kind is Kind.CODE
            yield set_in(passage) - least, set_out(passage), raw


def _rows(rows: Sequence[Passage], width: int) -> str:
    """A table with its headings; rows without them, cell after cell."""
    grid = grid_of(rows, ())
    return grid_text(grid.header, grid.rows, width) if grid.header else _in_line(grid, 0, width)


def grid_of(rows: Sequence[Passage], header: Cells) -> Grid:
    """The rows of a table, under the headings among them, else under those given."""
    cells = [tuple(text.plain for text in row.texts) for row in rows]
    if rows[0].kind is Kind.COLUMNS:
        header, cells = cells[0], cells[1:]
    return Grid(header, tuple(cells))


def set_in(passage: Passage) -> int:
    """How far a passage is set in: what stands under a heading is no further in than it."""
    return max(1, passage.indent)


def set_out(passage: Passage) -> str:
    """A passage as a paragraph, with its label."""
    words = passage.texts[0].plain if passage.texts else passage.detail
    if passage.kind is Kind.TERM:
        short = f" ({passage.detail})" if passage.detail else ""
        return f"{words}{short} {passage.texts[1].plain}"
    if passage.kind is Kind.CAPTION:
        return f"{passage.detail}: {words}" if passage.detail else words
    if passage.kind is Kind.FOOTNOTE:
        return f"[^{passage.detail}]: {words}"
    return " ".join(filter(None, ["" if passage.kind is Kind.GAP else passage.label.own, words]))


def _in_line(grid: Grid, margin: int, width: int) -> str:
    rows = (Piece(" | ".join(row), Style.SAME) for row in grid.rows)
    return "\n".join(filled([row], margin, width, False, margin + 2) for row in rows)
