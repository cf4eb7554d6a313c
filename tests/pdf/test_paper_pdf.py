"""The PDF of a paper: its words in order, footnotes on the page of their marks, bookmarks, same bytes."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.html.test_paper_page import EVERYTHING
from tests.pdf.pdf_text import tagged_words, unmarked_words
from tests.pdf.test_pdf import squeezed
from tests.sample_paper import prose, response_form, sample_paper
from toolkit.model.paper import Footnote, Paper, PaperHeading, Prose, Run
from toolkit.render.paper_page import paper_pdf
from toolkit.render.templates import Templates

TEMPLATES = Templates.of()


@pytest.fixture(scope="module")
def sample() -> bytes:
    return paper_pdf(sample_paper(), TEMPLATES, "sample")


def test_all_words_are_said(sample: bytes) -> None:
    said = squeezed(tagged_words(sample))
    for inline in sample_paper().inlines():
        for run in inline:
            assert squeezed(run.text) in said
    assert unmarked_words(sample) == ""


def test_a_footnote_stands_on_the_page_of_its_mark() -> None:
    notes = tuple(Footnote(n, (Run(f"Source number {n} of this paper."),)) for n in range(1, 41))
    blocks = tuple(
        Prose(
            (Run(f"Mark {note.number}. " + "Words that fill the page. " * 30), Run("", footnote=note.number))
        )
        for note in notes
    )
    paper = replace(sample_paper(), blocks=blocks, footnotes=notes, contents=False)
    pages = _pages(paper_pdf(paper, TEMPLATES, "x"))
    assert len(pages) > 5
    for note in notes:
        marked = [
            n for n, page in enumerate(pages) if f"{note.number} Source number {note.number} of" in page
        ]
        ends = [
            n
            for n, page in enumerate(pages)
            if f"fill the page. {note.number} " in page or f"fill the page.{note.number} " in page
        ]
        assert len(marked) == 1 and ends == marked, (note.number, marked, ends)


@pytest.mark.parametrize("above", range(5, 8))
def test_a_heading_that_has_no_room_moves_and_not_the_footnote_above_it(above: int) -> None:
    """weasyprint by itself puts the second note off to the next page, for the sake of the heading."""
    notes = (Footnote(1, (Run("Source of the first."),)), Footnote(2, (Run("Source of the second."),)))
    filler = tuple(prose(f"Filler {n}.") for n in range(above))
    marked = Prose((Run("First mark."), Run("", footnote=1), Run(" Second mark."), Run("", footnote=2)))
    chapter = PaperHeading("2", 1, (Run("Introduction"),), "introduction")
    section = PaperHeading("", 2, (Run("Background"),), "background")
    blocks = (*filler[:2], marked, *filler[2:], chapter, section, prose("Words that go on. " * 30))
    paper = replace(sample_paper(), blocks=blocks, footnotes=notes, contents=False)
    pages = _pages(paper_pdf(paper, TEMPLATES, "x"))
    (page,) = [one for one in pages if "Second mark." in one]
    assert "Source of the first." in page and "Source of the second." in page
    assert [one for one in pages if "Introduction" in one] == [one for one in pages if "Background" in one]


def test_footnotes_are_notes_with_ids_of_their_own() -> None:
    notes = tuple(
        Footnote(n, (Run(f"Source {n}, "), Run("in strong words", strong=True), Run("."))) for n in (1, 2)
    )
    marked = (Run("One"), Run("", footnote=1), Run(" and again"), Run("", footnote=1), Run("."))
    paper = replace(
        sample_paper(), blocks=(Prose(marked), Prose((Run("Two", em=True), Run("", footnote=2)))),
        footnotes=notes, contents=False,
    )  # fmt: skip
    with pikepdf.open(BytesIO(paper_pdf(paper, TEMPLATES, "x"))) as book:
        found = [one for one in _elements(book.Root.StructTreeRoot) if pikepdf.Name.Note == one.S]
        assert len({str(one.ID) for one in found}) == len(found) == 2
        assert not [one for one in found if one.P.get("/S") == pikepdf.Name.Note]


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", [])
    under = [
        one
        for one in (kids if isinstance(kids, pikepdf.Array) else [kids])
        if isinstance(one, pikepdf.Dictionary)
    ]
    return [each for one in under if "/S" in one for each in (one, *_elements(one))]


def _pages(pdf: bytes) -> list[str]:
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) + " " for page in made.stdout.decode().split("\f")[:-1]]


def test_the_page_of_a_heading_that_fills_its_line_stands_on_that_line() -> None:
    title = "Re-designation of the Inventory Enrolment and Decommissioning Procedures"
    heading = PaperHeading("8", 1, (Run(title),), "long")
    paper = replace(sample_paper(), blocks=(heading, prose("Words.")), footnotes=())
    pdf = paper_pdf(paper, TEMPLATES, "contents")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    (line, *_) = [one for one in done.stdout.decode().splitlines() if title in one]
    assert re.search(rf"8 +{title} +[0-9]+", line)


def test_headings_are_bookmarks_to_the_third_level(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as book, book.open_outline() as outline:
        first = next(item for item in outline.root if str(item.title) == "1 Introduction")
        assert [str(item.title) for item in first.children] == ["1.1 Background"]
        assert [str(item.title) for item in first.children[0].children] == ["1.1.1 Earlier consultations"]


def test_the_properties_of_the_file_name_author_and_date(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as book:
        assert str(book.docinfo.Author) == "Data Communications Company"
        assert str(book.docinfo.CreationDate).startswith("D:20200806")


@pytest.mark.parametrize(
    "paper", [sample_paper(), response_form(), EVERYTHING], ids=["paper", "form", "everything"]
)
def test_same_paper_same_bytes(paper: Paper) -> None:
    assert paper_pdf(paper, TEMPLATES, "x") == paper_pdf(paper, TEMPLATES, "x")


def test_a_link_to_a_sibling_file_is_words_on_paper_and_others_are_links(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as book:
        actions = [
            str(note.A.URI) for page in book.pages for note in page.obj.get("/Annots", []) if "/A" in note
        ]
    assert set(actions) == {"https://www.example.org/sec", "mailto:consultations@example.org"}


def test_hostile_words_are_only_words() -> None:
    evil = '<img src="file:///etc/passwd"><style>@import "x"</style>'
    assert squeezed(evil) in squeezed(
        tagged_words(paper_pdf(replace(response_form(), title=evil, blocks=(prose(evil),)), TEMPLATES, "x"))
    )
