"""Tables: real Word tables with repeated header rows, whole rows tracked as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.change import Column
from toolkit.model.passage import Kind, Passage

from .bookmark import Bookmarks, Placed
from .entry import Entry
from .markup import add, make
from .paragraph import begin_comment, begin_move, end_comment, write_line
from .revision import Track
from .segment import cells, columns_of
from .setting import Setting, add_properties, left_of
from .style import PALE

if TYPE_CHECKING:
    from lxml.etree import _Element

WIDE = 7
"""Tables of more columns are turned on their side."""

_CELLS = {Track.INSERT: "cellIns", Track.OMIT: "cellDel"}
"""What says of a cell that it came or went."""
ALIGN = {"center": "center", "right": "right"}
_LEAST, _MOST = 5, 150
"""The characters that a column counts as in sharing out the width."""
_WORD = 30
"""The longest word that a column makes room for."""
_PADDING = 200
"""What the edges of a cell take, in twentieths of a point."""
TABLE_LETTER, MATRIX_LETTER = 108, 88
"""The width of a letter in a table and in a matrix, on the safe side."""


def columns(rows: Sequence[Entry]) -> int:
    """The number of columns of the widest row; a column that is new or gone counts as well."""
    return max((len(columns_of(row.shown.marked)) for row in rows), default=0)


def table(caption: Passage | None, rows: Sequence[Entry], width: int, book: Bookmarks) -> _Element:
    """The Word table of the rows that follow a caption; the width is in twentieths of a point."""
    count = columns(rows)
    wide = count > WIDE
    left = 0 if wide or caption is None else left_of(caption.indent)
    letter = MATRIX_LETTER if wide else TABLE_LETTER
    widths = shared_widths(_sides(rows), count, width - left, letter)
    element = new_table("RuledTable", widths, _title(caption), left)
    layout = _Layout(widths, caption.alignments if caption else (), "Matrix" if wide else "Table")
    for row in rows:
        _row(element, row, layout, book)
    return element


def new_table(style: str, widths: Sequence[int], title: str, left: int = 0) -> _Element:
    """A table without rows; `title` is what those hear who do not see it."""
    element = make("tbl")
    properties = add(element, "tblPr")
    add(properties, "tblStyle", val=style)
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    add(properties, "tblInd", w=str(left), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0",
        noHBand="1", noVBand="1")  # fmt: skip
    if title:
        add(properties, "tblCaption", val=title)
    grid = add(element, "tblGrid")
    for each in widths:
        add(grid, "gridCol", w=str(each))
    return element


def _title(caption: Passage | None) -> str:
    if caption is None:
        return ""
    title = caption.texts[0].plain
    return f"{caption.detail}: {title}" if caption.detail else title


class _Layout(NamedTuple):
    """How the rows of one table are set."""

    widths: Sequence[int]
    aligned: tuple[str, ...]
    """Of each column of the new text."""
    family: str
    """The first part of the names of its styles."""

    def setting(self, column: Column, head: bool) -> Setting:
        """How the words of a column are set."""
        at = column.old if column.new is None else column.new
        align = self.aligned[at] if at is not None and at < len(self.aligned) else ""
        return Setting(self.family + ("Head" if head else "Text"), align=ALIGN.get(align, ""))


def _row(element: _Element, entry: Entry, layout: _Layout, book: Bookmarks) -> None:
    marked, track, revisions = entry.shown.marked, entry.track, entry.revisions
    head = marked.passage.kind is Kind.COLUMNS
    row = new_row(element, head)
    if track:
        add(row[0], track.whole.value, **revisions.mark())
    end: tuple[_Element, ...] = ()
    columns, widths = columns_of(marked), layout.widths
    for at, (segment, column) in enumerate(zip(cells(entry.shown), columns, strict=True)):
        # The last cell of a short row takes the columns that are left.
        span = len(widths) - at if at == len(columns) - 1 else 1
        cell = new_cell(row, sum(widths[at : at + span]), head, span)
        whole = track or _track(column)
        if _track(column):
            add(cell[0], _CELLS[_track(column)], **revisions.mark())
        # Without its own mark and runs tracked, only Word itself would know that the row was inserted.
        words = add(cell, "p")
        add_properties(words, layout.setting(column, head), revisions, whole)
        if at == 0:
            end = begin_move(words, entry)
            begin_comment(words, entry)
        write_line(words, (segment,), Placed(), book, revisions, whole)
        if at == len(columns) - 1:
            end_comment(words, entry, whole)
    element.extend(end)


def _track(column: Column) -> Track:
    """How a whole column is tracked."""
    if column.old is None:
        return Track.INSERT
    return Track.OMIT if column.new is None else Track.SAME


def new_row(element: _Element, head: bool) -> _Element:
    """A new last row; a head is repeated on every page."""
    row = add(element, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if head:
        add(properties, "tblHeader")
    return row


def new_cell(row: _Element, width: int, head: bool, span: int = 1) -> _Element:
    """A new last cell of a row; it must be given a paragraph."""
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=str(width), type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=str(span))
    if head:
        add(properties, "shd", val="clear", color="auto", fill=PALE)
        add(properties, "vAlign", val="bottom")
    return cell


def _sides(rows: Sequence[Entry]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        shown = cells(row.shown)
        yield tuple(each.old.plain if each.old else "" for each in shown)
        yield tuple(each.new.plain if each.new else "" for each in shown)


def shared_widths(rows: Iterable[Sequence[str]], count: int, width: int, letter: int) -> list[int]:
    """Share out a width by what each column holds, with room in each for its longest word."""
    weights, longest = [_LEAST] * count, [1] * count
    for row in rows:
        for at, text in enumerate(row):
            weights[at] = max(weights[at], min(len(text), _MOST))
            longest[at] = max(longest[at], max(map(len, text.split()), default=1))
    least = [min(word, _WORD) * letter + _PADDING for word in longest]
    # Where the words themselves are too wide, every column gives way alike.
    floor = [each * width // max(sum(least), width) for each in least]
    shares = _above(floor, weights, width)
    if shares:
        shares[-1] += width - sum(shares)
    return shares


def _above(floor: list[int], weights: list[int], width: int) -> list[int]:
    """Shares in the ratio of the weights; a column that would fall below its floor has that."""
    low: set[int] = set()
    while True:
        rest = width - sum(floor[at] for at in low)
        total = sum(weight for at, weight in enumerate(weights) if at not in low)
        shares = [floor[at] if at in low else rest * each // total for at, each in enumerate(weights)]
        short = {at for at, share in enumerate(shares) if share < floor[at]}
        if not short:
            return shares
        low |= short
