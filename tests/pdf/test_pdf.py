"""The PDF of a document: it says the law in the order of its tags, and loads nothing."""

from __future__ import annotations

import builtins
import os
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from tests.law_text import new_side, said
from tests.pdf.pdf_text import artifact_words, tagged_words, unmarked_words
from tests.sample_view import marked_sample, sample
from toolkit.model.passage import Kind
from toolkit.render.pdf import FONTS, PdfError, pdf, press
from toolkit.render.templates import Templates
from toolkit.render.view import View, ViewPassage

TEMPLATES = Templates.of()


def made(view: View) -> bytes:
    try:
        return pdf(view, TEMPLATES, "sample")
    except PdfError as error:
        if "libpango" in str(error) and os.environ.get("CI") != "true":
            pytest.skip(str(error))
        raise


@pytest.fixture(scope="module")
def clean() -> bytes:
    return made(sample())


@pytest.fixture(scope="module")
def marked() -> bytes:
    return made(marked_sample())


def squeezed(words: str) -> str:
    return "".join(words.replace("\u00a0", " ").split())


def law(pdf_bytes: bytes, view: View) -> str:
    """The words from the first clause to the provisions of other documents."""
    words = squeezed(tagged_words(pdf_bytes))
    start = words.rindex("1Introduction1.1")
    return words[start : words.index("ProvisionsandtermsofotherdocumentsSection", start)]


def without_notes(view: View) -> View:
    kept = tuple(one for one in view.passages if one.marked.passage.kind is not Kind.NOTE)
    return replace(view, passages=kept)


def test_a_clean_copy_says_the_law_to_the_letter_in_order() -> None:
    view = without_notes(sample())
    words = law(made(view), view).replace("•", "")
    columns = said([one for one in new_side(view) if one.kind is Kind.COLUMNS and one.matrix])
    assert words.count(columns) == 2  # the heading of the matrix is repeated on its second page
    assert "".join(words.rsplit(columns, 1)) == said(new_side(view))


def test_a_marked_copy_says_what_was_inserted_and_omitted(marked: bytes) -> None:
    words = law(marked, marked_sample())
    assert "atleast[omitted]15[endofomission][inserted]5[endofinsertion]WorkingDays" in words
    assert "4.31(was4.30)Ashorterperiod" in words
    assert "4.32(movedherefrom4.35)[movedtohere]TheDCC" in words
    assert "4.35(movedto4.32)[movedfromhere]TheDCC" in words
    assert "4.33(laidoutdifferently)TheDCC" in words
    assert "[inserted]JoinstheHAN[endofinsertion]" in words
    for side, other in (("inserted", "insertion"), ("omitted", "omission")):
        assert words.count(f"[{side}]") == words.count(f"[endof{other}]") > 0


def test_running_lines_are_artifacts_and_every_word_is_tagged_or_one(clean: bytes) -> None:
    pages = artifact_words(clean)
    assert pages[1].endswith(f"Page 2 of {len(pages)}") and "TMAD version 6.1U" in pages[1]
    assert "Consultation draft" in pages[-1] and "6.1U" not in pages[0]
    assert unmarked_words(clean) == ""
    assert "Page 2 of" not in tagged_words(clean)


def test_the_file_says_that_it_is_tagged_pdf_ua_with_its_title_and_language(clean: bytes) -> None:
    with pikepdf.open(BytesIO(clean)) as book:
        assert str(book.Root.Lang) == "en-GB"
        assert bool(book.Root.MarkInfo.Marked) and bool(book.Root.ViewerPreferences.DisplayDocTitle)
        assert str(book.docinfo.Title) == "TMAD 6.1U: Transition and Migration Approach Document"
        with book.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        assert all(page.obj.Tabs == "/S" for page in book.pages)


def test_no_two_headings_skip_a_level(marked: bytes) -> None:
    with pikepdf.open(BytesIO(marked)) as book:
        levels = [int(kind[2:]) for kind in _kinds(book.Root.StructTreeRoot) if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _kinds(element: pikepdf.Object) -> list[str]:
    found = [str(element.S)] if "/S" in element else []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _kinds(kid)
    return found


def test_bookmarks_name_the_clauses_without_spoken_words(marked: bytes) -> None:
    with pikepdf.open(BytesIO(marked)) as book, book.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
        under = [str(item.title) for item in outline.root[titles.index("4 Migration")].children]
    assert {"Contents", "Changes from version 6.0", "3 Provision of information", "Annex A Device model"
            " variations to equivalent steps"} <= set(titles)  # fmt: skip
    assert under == ["Notice"]


def test_links_lead_to_places_in_the_file(clean: bytes) -> None:
    with pikepdf.open(BytesIO(clean)) as book:
        names = {str(name) for name in list(book.Root.Names.Dests.Names)[::2]}
        links = [
            str(note.Dest)
            for page in book.pages
            for note in page.obj.get("/Annots", [])
            if note.get("/Subtype") == "/Link" and "/Dest" in note
        ]
    assert {"dormant-notice", "def-dormant-meter", "sec-n6-4"} <= set(links) <= names


def test_a_wide_matrix_lies_on_landscape_pages_with_its_heading_and_repeats_its_columns() -> None:
    view = sample()
    rows = tuple(
        one for one in view.passages if one.marked.passage.kind is Kind.ROW and one.marked.passage.matrix
    )
    with pikepdf.open(BytesIO(made(replace(view, passages=view.passages + rows * 2)))) as book:
        sizes = [tuple(float(side) for side in page.mediabox[2:]) for page in book.pages]
        wide = [number for number, (width, height) in enumerate(sizes) if width > height]
        headed = [number for number in wide if b"TH" in _page_tags(book, number)]
    assert len(wide) >= 2 and headed == wide


def _page_tags(book: pikepdf.Pdf, number: int) -> bytes:
    page = book.pages[number].obj.objgen
    found: list[str] = []
    waiting = [book.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element and "/Pg" in element and element.Pg.objgen == page:
            found.append(str(element.S))
        kids = element.get("/K", [])
        waiting += [
            kid
            for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])
            if isinstance(kid, pikepdf.Dictionary)
        ]
    return " ".join(found).encode()


def test_only_bundled_fonts_are_used(marked: bytes) -> None:
    with pikepdf.open(BytesIO(marked)) as book:
        names = {str(font.BaseFont) for page in book.pages for font in page.Resources.Font.values()}
    assert names and all(re.search(r"\+Source-(Serif|Sans|Code)", name) for name in names), names


@pytest.mark.parametrize("view", [sample(), marked_sample()], ids=["clean", "marked"])
def test_same_arguments_same_bytes(view: View, clean: bytes, marked: bytes) -> None:
    assert made(view) == (marked if view.marked else clean)


def test_identifier_and_date_come_from_the_arguments_alone(clean: bytes) -> None:
    with pikepdf.open(BytesIO(clean)) as book:
        assert bytes(book.trailer.ID[0]) == b"sample"
        assert "/CreationDate" not in book.docinfo and "/ModDate" not in book.docinfo
    dated = pdf(sample(), TEMPLATES, b"sample", created="2020-08-06")
    with pikepdf.open(BytesIO(dated)) as book:
        assert str(book.docinfo.CreationDate).startswith("D:20200806")


@pytest.mark.parametrize(
    "asked",
    [
        '<img src="file:///etc/passwd" alt="">',
        '<img src="https://example.org/x.png" alt="">',
        '<img src="data:image/svg+xml,<svg/>" alt="">',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>@import url(file:///etc/passwd);</style>",
        "<style>p { background: url(file:///etc/passwd) }</style>",
        "<style>@font-face { font-family: x; src: url(asset:../../etc/passwd) } p { font-family: x }</style>",
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<object data="file:///etc/passwd"></object>',
    ],
)
def test_whatever_a_template_asks_for_is_refused_by_name(asked: str) -> None:
    with pytest.raises(PdfError, match=r"asks for .*: take it out"):
        press(f'<html lang="en"><title>x</title><body><p>x</p>{asked}</body></html>', TEMPLATES, "x")


def test_words_cannot_ask_for_anything() -> None:
    evil = '<img src="file:///etc/passwd"><style>@import "http://example.org"</style>'
    first = sample().passages[1]
    passage = replace(
        first.marked.passage, texts=(replace(first.marked.passage.texts[0], plain=evil, marks=()),)
    )
    view = replace(
        sample(),
        passages=(ViewPassage(replace(first.marked, old=passage, new=passage)),),
        title=evil,
        outside=(),
    )
    assert squeezed(evil) in squeezed(tagged_words(made(view)))


def test_missing_system_libraries_are_told_with_the_packages_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real: Callable[..., object] = builtins.__import__

    def no_pango(name: str, *rest: object, **more: object) -> object:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", no_pango)
    with pytest.raises(PdfError, match=r"apt-get install libpango-1.0-0 libpangoft2"):
        pdf(sample(), TEMPLATES, "x")


def test_fonts_have_their_licences_beside_them() -> None:
    for font in FONTS:
        family = font.rsplit("-400", 1)[0].rsplit("-600", 1)[0].rsplit("-700", 1)[0]
        assert "SIL OPEN FONT LICENSE" in TEMPLATES.text(f"fonts/{family}-LICENSE.txt")


def test_a_project_s_style_sheet_is_used(tmp_path: Path) -> None:
    tmp_path.joinpath("print.css").write_text(TEMPLATES.text("print.css").replace("size: A4;", "size: A5;"))
    with pikepdf.open(BytesIO(pdf(sample(), Templates.of(tmp_path), "x"))) as book:
        assert round(float(book.pages[0].mediabox[2])) == 420


@pytest.mark.slow
def test_a_long_document_costs_time_in_proportion() -> None:
    import time

    def cost(times: int) -> tuple[float, int]:
        view = without_notes(marked_sample())
        start = time.process_time()
        book = made(replace(view, passages=view.passages[:50] * times, changes=()))
        with pikepdf.open(BytesIO(book)) as opened:
            return time.process_time() - start, len(opened.pages)

    cost(1)
    (short, few), (long, many) = cost(6), cost(24)
    assert many > 3 * few
    assert long / many < 3 * short / few
