"""Footnotes of a document on a page, in a terminal, as data and on paper."""

from __future__ import annotations

import io
import json
import re

import pikepdf
import pytest
from hypothesis import given, settings

from tests.compare.edit_scripts import edited_pairs
from tests.docx.agreement import clean_copy
from tests.docx.build import view
from tests.docx.cases import CASES
from tests.html.page_text import read_page
from tests.pdf.pdf_text import unmarked_words
from tests.strategies import laws
from toolkit.compare.compare import compare
from toolkit.compare.merge import merge
from toolkit.model.document import Document
from toolkit.model.footnote import note_numbers
from toolkit.model.passage import passages
from toolkit.render.data import document_json
from toolkit.render.html import html
from toolkit.render.pdf import pdf
from toolkit.render.plain import document_text
from toolkit.render.templates import Templates

TEMPLATES = Templates.of()
NOTED, ASTRAY = view(CASES["footnotes"]), view(CASES["footnotes without marks, and marks without footnotes"])
MARK = re.compile(
    r'<sup class="mark"><a(?: id="([^"]*)")? href="#([^"]*)" role="doc-noteref">(\d+)</a></sup>'
)
NOTE = re.compile(
    r'<p id="([^"]*)"[^>]* role="doc-footnote">.*?href="#([^"]*)" role="doc-backlink">.*?</span>(\d+) '
)


@pytest.mark.parametrize("shown", [NOTED, ASTRAY], ids=["paired", "astray"])
def test_marks_lead_to_their_footnotes_and_back(shown) -> None:  # type: ignore[no-untyped-def]
    page = html(shown, TEMPLATES)
    marks, notes = MARK.findall(page.decode()), NOTE.findall(page.decode())
    read = read_page(page)
    assert len(set(read.ids)) == len(read.ids)
    assert {href[1:] for href in read.hrefs if href.startswith("#")} <= {*read.ids}
    assert {(mark, note, number) for mark, note, number in marks if mark} == {
        (mark, note, number) for note, mark, number in notes
    }
    assert bool(notes) == (shown is NOTED) == (b"sup.mark" in page)


def test_a_mark_without_a_footnote_is_words_and_a_footnote_without_a_mark_stands_in_line() -> None:
    words = read_page(html(ASTRAY, TEMPLATES)).words
    assert "Marks[^none] nothing." in words and "In line now." in words and "Nor does[^y] it." in words
    text = document_text(ASTRAY)
    assert "Marks[^none] nothing." in text and "In line now." in text


@pytest.mark.parametrize(("side", "numbers"), [("old", "12345"), ("new", "12345")])
def test_each_side_counts_from_one_in_the_order_of_its_marks(side: str, numbers: str) -> None:
    page = html(clean_copy(NOTED, side), TEMPLATES).decode()
    assert "".join(number for _, _, number in MARK.findall(page)) == numbers
    assert "".join(number for _, _, number in NOTE.findall(page)) == numbers
    data = json.loads(document_json(clean_copy(NOTED, side)))
    found = [one["number"] for one in data["passages"] if one["kind"] == "footnote"]
    assert "".join(found) == numbers


def test_marks_that_come_and_go_are_marked_so() -> None:
    page = html(NOTED, TEMPLATES).decode()
    put_in = page[page.index("Put<") : page.index("Moves")]
    assert re.search(r"<del>.*?<sup.*?>4</a></sup>.*?</del> in<ins>.*?<sup.*?>4</a></sup>.*?</ins>", put_in)
    assert "Put{-[4]-} in{+[4]+}." in document_text(NOTED)


@settings(laws, max_examples=25)
@given(edited_pairs())
def test_any_copy_can_be_printed_and_its_links_lead_somewhere(pair: tuple[Document, Document]) -> None:
    old, new = pair
    shown = view(merge(passages(old), passages(new), compare(old, new)))
    read = read_page(html(shown, TEMPLATES))
    assert len(set(read.ids)) == len(read.ids)
    assert {href[1:] for href in read.hrefs if href.startswith("#")} <= {*read.ids}
    assert unmarked_words(pdf(shown, TEMPLATES, "x")) == ""


def test_numbers_follow_the_marks_not_the_footnotes() -> None:
    passages = [one.marked.passage for one in clean_copy(NOTED, "new").passages]
    marking = [one for one in passages if one.kind != "footnote"]
    notes = [one for one in passages if one.kind == "footnote"]
    assert note_numbers([*reversed(notes), *marking]) == {"s": 1, "c": 2, "d": 3, "q": 4, "m": 5}


def test_on_paper_footnotes_are_tagged_as_such() -> None:
    made = pdf(NOTED, TEMPLATES, "x")
    assert unmarked_words(made) == ""
    with pikepdf.open(io.BytesIO(made)) as file:
        kinds = [str(one.S) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    marks = {note for _, note, _ in MARK.findall(html(NOTED, TEMPLATES).decode())}
    assert kinds.count("/Note") == len(marks) == 8
    assert pdf(NOTED, TEMPLATES, "x") == made
    assert pdf(ASTRAY, TEMPLATES, "x")
