"""Sheets as an Excel file: plain words and numbers under headings that stay in sight and can be filtered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from .docx.archive import unzipped, zipped
from .sheet import Cell, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class BookAbout(NamedTuple):
    """What is said of an Excel file as a whole."""

    title: str
    """In the properties of the file."""
    heading: str
    """Above the rows of every sheet."""
    creator: str
    """Who made it."""
    day: date
    """Of its making, as the file says."""
    marking: str = ""
    """On every page, where it must not be published; may be empty."""


def workbook(sheets: Sequence[Sheet], about: BookAbout) -> bytes:
    """The file; the same sheets give the same bytes. Words that look like a formula stay words."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet, about)
    book.properties.creator = about.creator
    book.properties.title = about.title
    book.properties.description = about.marking or None
    buffer = BytesIO()
    book.save(buffer)
    parts = unzipped(buffer.getvalue())
    day = about.day.isoformat().encode("ascii")
    parts[_CORE] = _STAMP.sub(rb"\g<1>" + day + b"T00:00:00Z", parts[_CORE])
    return zipped(parts)


def _write(target: Worksheet, sheet: Sheet, about: BookAbout) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    line = 1
    for heading in filter(None, (about.marking, about.heading)):
        _put(target, line, 1, heading).font = Font(bold=True, size=12)
        line += 1
    head = line
    shaded, above = PatternFill("solid", fgColor="F4F5F6"), Alignment(wrap_text=True, vertical="top")
    for column, name in enumerate(sheet.header, start=1):
        cell = _put(target, head, column, name)
        cell.font = Font(bold=True)
        cell.fill = shaded
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
        target.column_dimensions[get_column_letter(column)].width = sheet.widths[column - 1]
    for row, cells in enumerate(sheet.rows, start=head + 1):
        for column, words in enumerate(cells, start=1):
            _put(target, row, column, words).alignment = above
    target.freeze_panes = f"A{head + 1}"
    last = get_column_letter(len(sheet.header))
    target.auto_filter.ref = f"A{head}:{last}{head + len(sheet.rows)}"
    target.print_title_rows = f"{head}:{head}"
    target.page_setup.orientation = "landscape"
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.oddHeader.center.text = about.marking or None
    target.oddFooter.center.text = "&P/&N"


def _put(target: Worksheet, row: int, column: int, words: Cell) -> Any:
    cell = target.cell(row, column)
    if isinstance(words, int):
        cell.value = words
    elif words:
        cell.value = _ILLEGAL.sub("\ufffd", words)
        cell.data_type = "s"  # what begins with = is words, too
        cell.quotePrefix = words[:1] in "=+-@"
    return cell
