"""A response table as an Excel file: one sheet each for stances, themes and answers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from toolkit.consult.response_table import ResponseTable
from toolkit.consult.wording import date_words

from .docx.archive import unzipped, zipped
from .response_rows import Cell, Sheet, sheets

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def response_xlsx(table: ResponseTable) -> bytes:
    """The file; the same table gives the same bytes. Words that look like a formula stay words."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets(table):
        _write(book.create_sheet(sheet.name), sheet, table)
    consultation = table.consultation
    book.properties.creator = consultation.issuer.legal_name
    book.properties.title = f"Responses to {consultation.title}"
    book.properties.description = table.marking or None
    buffer = BytesIO()
    book.save(buffer)
    parts = unzipped(buffer.getvalue())
    day = consultation.timetable.closes.day.isoformat().encode("ascii")
    parts[_CORE] = _STAMP.sub(rb"\g<1>" + day + b"T00:00:00Z", parts[_CORE])
    return zipped(parts)


def _write(target: Worksheet, sheet: Sheet, table: ResponseTable) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    line = 1
    for heading in filter(None, (table.marking, _title(table))):
        _put(target, line, 1, heading).font = Font(bold=True, size=12)
        line += 1
    head = line
    for column, name in enumerate(sheet.header, start=1):
        cell = _put(target, head, column, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="F4F5F6")
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
        target.column_dimensions[get_column_letter(column)].width = sheet.widths[column - 1]
    for row, cells in enumerate(sheet.rows, start=head + 1):
        for column, words in enumerate(cells, start=1):
            _put(target, row, column, words).alignment = Alignment(wrap_text=True, vertical="top")
    target.freeze_panes = f"A{head + 1}"
    last = get_column_letter(len(sheet.header))
    target.auto_filter.ref = f"A{head}:{last}{head + len(sheet.rows)}"
    target.print_title_rows = f"{head}:{head}"
    target.page_setup.orientation = "landscape"
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.oddHeader.center.text = table.marking or None
    target.oddFooter.center.text = "&P/&N"


def _title(table: ResponseTable) -> str:
    closes = table.consultation.timetable.closes.day
    return f"Responses to {table.consultation.title}, closed on {date_words(closes)}"


def _put(target: Worksheet, row: int, column: int, words: Cell) -> Any:
    cell = target.cell(row, column)
    if isinstance(words, int):
        cell.value = words
    elif words:
        cell.value = _ILLEGAL.sub("\ufffd", words)
        cell.data_type = "s"  # what begins with = is words, too
        cell.quotePrefix = words[:1] in "=+-@"
    return cell
