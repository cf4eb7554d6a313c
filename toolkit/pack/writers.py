"""The writers as functions of values alone, which can be sent to another process.

Heavy libraries are imported where they are used: planning a pack loads none of them.
"""

from __future__ import annotations

import csv
from datetime import datetime
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from toolkit.render.docx import Author, Tracking

from .plan import Output

if TYPE_CHECKING:
    from toolkit.consult.enclosure import EnclosedMatrix
    from toolkit.library.library import Library
    from toolkit.model.document import Document
    from toolkit.model.paper import Paper
    from toolkit.render.margin import Margin
    from toolkit.render.templates import Templates
    from toolkit.render.view import View

REFERENCE = "reference.docx"


def document_html(view: View, templates: Templates, margin: Margin | None = None) -> bytes:
    """A document as a web page, with a margin to switch on where one is given."""
    from toolkit.render.html import html

    return html(view, templates, margin)


def document_pdf(view: View, templates: Templates, identifier: str, created: str) -> bytes:
    """A document as PDF."""
    from toolkit.render.pdf import pdf

    return pdf(view, templates, identifier, created)


def document_docx(view: View, templates: Templates, tracking: Tracking) -> bytes:
    """A document as a Word file, with tracked changes where it is marked."""
    from toolkit.render.docx import docx

    return docx(view, tracking, templates.data(REFERENCE))


def written_paper_html(paper: Paper, templates: Templates) -> bytes:
    """A paper as a web page."""
    from toolkit.render.paper_page import paper_html

    return paper_html(paper, templates)


def written_paper_pdf(paper: Paper, templates: Templates, identifier: str) -> bytes:
    """A paper as PDF."""
    from toolkit.render.paper_page import paper_pdf

    return paper_pdf(paper, templates, identifier)


def written_paper_docx(paper: Paper, templates: Templates, author: str, date: datetime) -> bytes:
    """A paper as a Word file, its fields as content controls."""
    from toolkit.render.docx import paper_docx

    return paper_docx(paper, author=author, date=date, reference=templates.data(REFERENCE))


def as_kept(data: bytes, templates: Templates) -> bytes:
    """A file of the library as it is."""
    return data


def paper_outputs(paper: Paper, stem: str, title: str, group: str, pack: str) -> tuple[Output, ...]:
    """A paper in its three formats."""
    date = datetime.fromisoformat(paper.date)
    return (
        Output(f"{stem}.html", title, group, "HTML", partial(written_paper_html, paper)),
        Output(
            f"{stem}.pdf", title, group, "PDF",
            partial(written_paper_pdf, paper, identifier=f"{pack}/{stem}"),
        ),
        Output(
            f"{stem}.docx", title, group, "Word",
            partial(written_paper_docx, paper, author=paper.author, date=date),
        ),
    )  # fmt: skip


def with_handling(data: bytes, templates: Templates, marking: str) -> bytes:
    """A file of comma-separated values with what marks the copy in a last column, as it bears no header."""
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(([*head, "Handling"], *([*row, marking] for row in rows)))
    return out.getvalue().encode("utf-8")


def matrix_output(
    library: Library, document: Document, matrix: EnclosedMatrix, group: str, marking: str = ""
) -> Output:
    """The matrix of an annex as its own file, as it is kept; each row marked where the copy is."""
    annex = next(one for one in document.register.annexes if one.id == matrix.annex)
    part = next(part.file for part in document.parts if part.file.endswith(f"/{annex.file}"))
    data = library.files.read(part)
    make = partial(with_handling, data, marking=marking) if marking else partial(as_kept, data)
    return Output(f"{matrix.file}.csv", matrix.title, group, "CSV", make)


def document_outputs(
    view: View, stem: str, title: str, group: str, pack: str, author: str, date: datetime
) -> tuple[Output, ...]:  # fmt: skip
    """A document, clean or marked, in its three formats; comments name the declared changes in Word."""
    created = date.date().isoformat()
    tracking = Tracking(Author(author, date), comments=True)
    return (
        Output(f"{stem}.html", title, group, "HTML", partial(document_html, view)),
        Output(
            f"{stem}.pdf", title, group, "PDF",
            partial(document_pdf, view, identifier=f"{pack}/{stem}", created=created),
        ),
        Output(f"{stem}.docx", title, group, "Word", partial(document_docx, view, tracking=tracking)),
    )  # fmt: skip
