"""Rows of text from a table that someone sends in, a CSV or an Excel file: the one reader of spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from .encoding import decode
from .package import PackageError, open_package

MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
_DELIMITERS = (",", ";", "\t")
_SHEETS = "xl/workbook.xml"


class Row(NamedTuple):
    """One row that is not empty."""

    number: int
    """Counted from 1, as a spreadsheet shows it; of a CSV file, the line on which it begins."""
    cells: tuple[str, ...]


def read_csv(data: bytes) -> tuple[Row, ...]:
    """The rows of a CSV file, parted by commas, semicolons or tabs; PackageError where it is none."""
    decoded = decode(data, "")
    if decoded.text is None:
        first = decoded.diagnostics[-1]
        raise PackageError(f"{first.message} {first.hint}".strip())
    delimiter = max(_DELIMITERS, key=decoded.text.partition("\n")[0].count)
    lines = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True)
    return _bounded(_csv_rows(lines))


def _csv_rows(lines: Iterator[list[str]]) -> Iterator[Row]:
    start = 1
    try:
        for cells in lines:
            yield Row(start, tuple(cells))
            start = lines.line_num + 1  # type: ignore[attr-defined]  # a csv.reader counts its lines
    except csv.Error as error:
        raise PackageError(f"line {start}: it cannot be read as CSV: {error}") from error


def read_xlsx(data: bytes) -> tuple[Row, ...]:
    """The rows of the first sheet of an Excel file, as it shows them; PackageError where it is none."""
    parts = open_package(data, (), (".xml", ".rels"))  # held to limits before anything else reads it
    if _SHEETS not in parts:
        raise PackageError("it is no Excel file: it has no sheets in it")
    return _bounded(_xlsx_rows(data))


def _xlsx_rows(data: bytes) -> Iterator[Row]:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are of no concern here
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
            sheet.reset_dimensions()  # what a file says of its size need not be so
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield Row(number, tuple(map(_text, cells)))
    except PackageError:
        raise
    except Exception as error:  # openpyxl has no error of its own for a broken file
        raise PackageError("it is damaged: its sheet cannot be read") from error


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d} 00:00"
    return str(value)


def _bounded(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that hold something, without empty cells at their ends."""
    kept: list[Row] = []
    for row in rows:
        if len(row.cells) > MOST_COLUMNS:
            count = f"{len(row.cells):,} columns; up to {MOST_COLUMNS:,} are read"
            raise PackageError(f"row {row.number} has {count}")
        last = max((at for at, cell in enumerate(row.cells, start=1) if cell.strip()), default=0)
        if last:
            kept.append(Row(row.number, row.cells[:last]))
        if len(kept) > MOST_ROWS + 1:
            raise PackageError(f"it has over {MOST_ROWS:,} rows")
    return tuple(kept)
