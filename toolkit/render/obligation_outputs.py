"""The files of a list of obligations, by format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from toolkit.library.load import Loaded

from .obligation_rows import Told, obligation_sheets
from .templates import Templates

FORMATS = ("html", "xlsx", "csv", "json")
TITLE = "Obligations"


def obligation_outputs(
    told: Told, versions: Sequence[Loaded], format_: str, templates: Templates, day: date
) -> Mapping[str, bytes]:
    """The files of one format, by name; `day` is what an Excel file says of its making."""
    if format_ == "html":
        from .obligation_page import obligation_html

        return {"obligations.html": obligation_html(told, versions, templates)}
    if format_ == "json":
        from .obligation_data import obligation_json

        return {"obligations.json": obligation_json(told)}
    sheets = obligation_sheets(told)
    if format_ == "csv":
        from .sheet_csv import sheet_csv

        return {"obligations.csv": sheet_csv(sheets[0])}
    from .workbook import BookAbout, workbook

    names = ", ".join(loaded.document.name.replace("@", " ") for loaded in versions)
    return {"obligations.xlsx": workbook(sheets, BookAbout(TITLE, f"Obligations of {names}", "", day))}
