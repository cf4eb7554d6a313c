"""A response table as an Excel file: one sheet each for stances, themes and answers."""

from __future__ import annotations

from toolkit.consult.response_table import ResponseTable
from toolkit.consult.wording import date_words

from .response_rows import sheets
from .workbook import BookAbout, workbook


def response_xlsx(table: ResponseTable) -> bytes:
    """The file; the same table gives the same bytes."""
    consultation = table.consultation
    closes = consultation.timetable.closes.day
    title = f"Responses to {consultation.title}"
    heading = f"{title}, closed on {date_words(closes)}"
    about = BookAbout(title, heading, consultation.issuer.legal_name, closes, table.marking)
    return workbook(sheets(table), about)
