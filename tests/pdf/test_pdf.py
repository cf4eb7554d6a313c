"""The PDF of a document: it says the law in the order of its tags, and loads nothing."""

from __future__ import annotations

import builtins
import os
import re
import subprocess
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
from toolkit.model.text import Text
from toolkit.render.pdf import pdf
from toolkit.render.pdf_error import PdfError
from toolkit.render.pdf_press import FONTS, press
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
    assert law(made(view), view).replace("•", "") == said(new_side(view))


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


def test_every_clause_is_a_named_place_and_links_lead_to_them(clean: bytes) -> None:
    with pikepdf.open(BytesIO(clean)) as book:
        names = list(book.Root.Names.Dests.Names)
        places = {str(name): _spot(target) for name, target in zip(names[::2], names[1::2], strict=True)}
        links = [
            note.Dest
            for page in book.pages
            for note in page.obj.get("/Annots", [])
            if note.get("/Subtype") == "/Link"
        ]
        spots = {_spot(link) for link in links if isinstance(link, pikepdf.Array)}
        assert all("/Contents" in note for page in book.pages for note in page.obj.get("/Annots", []))
    assert list(places) == sorted(places)
    assert {shown.owner for shown in new_side(sample()) if shown.starts} <= set(places)
    assert {places[name] for name in ("dormant-notice", "def-dormant-meter", "sec-n6-4")} <= spots
    assert spots <= set(places.values())
    assert {str(link) for link in links if isinstance(link, pikepdf.String)} <= set(places)


def _spot(target: pikepdf.Array) -> tuple[int, int, int]:
    page, _, x, y, *_ = target
    return page.objgen[0], round(float(x)), round(float(y))


def test_nothing_is_attached_to_the_file(clean: bytes) -> None:
    with pikepdf.open(BytesIO(clean)) as book:
        assert not list(book.attachments) and "/AF" not in book.Root
        assert "/EmbeddedFiles" not in book.Root.Names


def test_a_wide_matrix_lies_on_landscape_pages_with_its_heading_and_repeats_its_columns() -> None:
    view = sample()
    rows = tuple(
        one for one in view.passages if one.marked.passage.kind is Kind.ROW and one.marked.passage.matrix
    )
    book = made(replace(view, passages=view.passages + rows * 2))
    with pikepdf.open(BytesIO(book)) as opened:
        sizes = [tuple(float(side) for side in page.mediabox[2:]) for page in opened.pages]
    wide = [number for number, (width, height) in enumerate(sizes) if width > height]
    columns = said([one for one in new_side(view) if one.kind is Kind.COLUMNS and one.matrix])
    again = [number for number, words in enumerate(artifact_words(book)) if columns in squeezed(words)]
    assert len(wide) >= 3 and again == wide[1:]
    heading = "Annex A Device model variations to equivalent steps"
    assert squeezed(heading) in squeezed(_page_words(book)[wide[0]])


def _page_words(book: bytes) -> list[str]:
    made = subprocess.run(["pdftotext", "-", "-"], input=book, capture_output=True, check=True)
    return made.stdout.decode().split("\f")


def _fonts(book: bytes) -> set[str]:
    with pikepdf.open(BytesIO(book)) as opened:
        return {str(font.BaseFont) for page in opened.pages for font in page.Resources.Font.values()}


def test_only_bundled_fonts_are_used(marked: bytes) -> None:
    names = _fonts(marked)
    assert names and all(re.search(r"\+Source(Serif4|Sans3|CodePro)-", name) for name in names), names


def test_signs_of_comparison_and_arrows_are_in_the_bundled_fonts_of_documents_and_papers() -> None:
    signs = "≥ ≤ → ≠ × ÷ ± − – — … • “ ” ‘ ’ £ € § ² ½ µ α β"
    first = next(one for one in sample().passages if one.marked.passage.kind is Kind.CLAUSE)
    passage = replace(first.marked.passage, texts=(Text(signs),))
    book = made(
        replace(
            sample(), passages=(ViewPassage(replace(first.marked, old=passage, new=passage)),), outside=()
        )
    )
    assert squeezed(signs) in squeezed(tagged_words(book))
    assert all("+Source" in name for name in _fonts(book))
    page = f'<html lang="en"><title>x</title><style>{TEMPLATES.text("print.css")}</style><p>{signs}</p>'
    assert all("+Source" in name for name in _fonts(press(page, TEMPLATES, "x")))


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
    evil = '#read("/etc/passwd") #panic[x] *a* _b_ $c$ = d <e> @f \\u{41} `g` // h /* i */ [j] ~ --- \\'
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
        press("<p>x</p>", TEMPLATES, "x")


def test_fonts_have_their_licences_beside_them() -> None:
    for font in FONTS:
        family = font.rsplit("-400", 1)[0].rsplit("-600", 1)[0].rsplit("-700", 1)[0]
        assert "SIL OPEN FONT LICENSE" in TEMPLATES.text(f"fonts/{family}-LICENSE.txt")


def test_a_project_s_template_is_used(tmp_path: Path) -> None:
    text = TEMPLATES.text("document.typ")
    tmp_path.joinpath("document.typ").write_text(text.replace('paper: "a4"', 'paper: "a5"'))
    with pikepdf.open(BytesIO(pdf(sample(), Templates.of(tmp_path), "x"))) as book:
        assert round(float(book.pages[0].mediabox[2])) == 420


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ('#import "@preview/cetz:0.3.0": *', "import"),
        ('#include "other.typ"', "include"),
        ('#plugin("x.wasm")', "plugin"),
        ('#eval("1")', "eval"),
        ('#read("/etc/passwd")', "file not found"),
        ('#image("../../../etc/passwd")', "escape"),
        ('#image("https://example.org/x.png")', "file not found"),
    ],
)
def test_whatever_a_project_s_template_asks_for_is_refused(tmp_path: Path, asked: str, told: str) -> None:
    tmp_path.joinpath("document.typ").write_text(f"{TEMPLATES.text('document.typ')}\n{asked}\n")
    with pytest.raises(PdfError, match=f"document.typ.*{told}"):
        pdf(sample(), Templates.of(tmp_path), "x")


def test_a_fault_in_a_project_s_template_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("document.typ").write_text("#data.nothing")
    with pytest.raises(PdfError, match=r"document\.typ: unknown variable: data"):
        pdf(sample(), Templates.of(tmp_path), "x")


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
