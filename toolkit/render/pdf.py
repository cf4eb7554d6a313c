"""One document, clean or change-marked, as PDF."""

from __future__ import annotations

from .pdf_data import print_data
from .pdf_finish import finish_document
from .pdf_typeset import typeset
from .templates import Templates
from .view import View

TEMPLATE = "document.typ"


def pdf(view: View, templates: Templates, identifier: bytes | str, created: str = "") -> bytes:
    """A document, clean or change-marked, as PDF 1.7 with the tags of PDF/UA-1.

    The identifier and created (a day in ISO 8601, or empty) go into the file: same arguments, same bytes.
    """
    printed = print_data(view, created)
    name = identifier.encode("utf-8") if isinstance(identifier, str) else identifier
    return finish_document(typeset(TEMPLATE, printed.data, templates), name, printed.bookmarks)
