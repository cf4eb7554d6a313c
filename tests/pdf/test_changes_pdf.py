"""What a change-marked PDF says of its changes: counts, list, both labels, origins, consequences, bars."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.marked_extras import extras
from tests.pdf.pdf_text import artifact_words, tagged_words, unmarked_words
from tests.sample_view import marked_sample, sample
from toolkit.render.pdf import pdf
from toolkit.render.pdf_data import column_widths, print_data
from toolkit.render.templates import Templates
from toolkit.render.view import ViewPassage

TEMPLATES = Templates.of()


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(extras(), TEMPLATES, "extras")


@pytest.fixture(scope="module")
def words(made: bytes) -> str:
    return "".join(tagged_words(made).replace("\u00a0", " ").split())


def test_the_page_of_changes_stands_before_the_text_with_its_counts(words: str) -> None:
    front = words[words.index("Changesfromversion1.0Inserted") : words.index("1First1.1")]
    assert "BykindChangesamended3inserted2omitted2" in front
    assert "Uplift1.2,change1:MPRNleadingzeros3" in front and "notdeclaredbyitself2" in front
    assert "consultedon3consultedon,alteredsince1madeafterconsultation5consultedon,notmade1" in front
    assert "9changesinall,ofwhich2onlyfollowfromothers." in front


def test_the_list_gives_kind_declared_change_stage_and_page(words: str) -> None:
    assert "2Clause2.3insertedSecondUplift1.2,change1:MPRNleadingzerosconsultedon4" in words
    assert "3Clause2.4(was2.3)renumbered(consequential)Second" in words
    assert "Consultedon,andnotmade" in words and "–Clause2.9insertedSecond" in words
    assert "Consultedonasversion1.1" in words


def test_a_copy_without_declared_changes_and_stages_has_no_columns_for_them() -> None:
    front = tagged_words(pdf(marked_sample(), TEMPLATES, "x"))
    assert "Declared" not in front and "Stage" not in front


def test_origins_and_former_labels_are_printed(words: str) -> None:
    assert "2.3(splitfromClause2.2)[inserted]Anewrule.[endofinsertion]" in words
    assert "2.4(was2.3)Theoldrulestands." in words


def test_what_only_follows_is_said_and_drawn_lighter_but_without_edges(made: bytes, words: str) -> None:
    assert "SeeClause[omitted]2.3[endofomission][inserted]2.4[endofinsertion]." in words
    bars = _bars(made)
    assert {round(width, 1) for width in bars} == {0.6, 1.4}


def test_each_kind_of_change_has_ink_of_its_own() -> None:
    template = TEMPLATES.text("document.typ")
    for view, kinds in (
        (extras(), {"ins", "del", "ins follows", "del follows"}),
        (marked_sample(), {"ins", "del", "ins moved", "del moved"}),
    ):
        data = print_data(view, "").data
        lines = [line for _, blocks in data["blocks"] for line in blocks if line["kind"] != "grid"]
        cells = [row for _, blocks in data["blocks"] for one in blocks for row in one.get("rows", ())]
        groups = [group[0] for line in (*lines, *cells) for words in line["words"] for group in words]
        groups += [line["whole"] for line in lines]
        groups += [group[0] for line in lines for group in line["label"]]
        assert set(groups) == {"", *kinds}
        assert all(f'"{kind}": ' in template for kind in kinds)


def test_a_line_of_the_list_whose_change_is_not_printed_leads_nowhere() -> None:
    book = tagged_words(pdf(replace(extras(), passages=extras().passages[:3]), TEMPLATES, "x"))
    assert "Clause 2.7" in book


def test_a_row_that_moved_says_so_in_its_cells() -> None:
    row = replace(marked_sample().passages[-1].marked, new=None, moved="m9", number=1)
    other = replace(row, old=None, new=row.old)
    shown = (ViewPassage(row), *marked_sample().passages[:1], ViewPassage(other))
    book = tagged_words(pdf(replace(marked_sample(), passages=shown, outside=()), TEMPLATES, "x"))
    assert "[moved from here]\u00a0Cedar" in book and "[moved to here]\u00a0Cedar" in book


def _bars(made: bytes) -> list[float]:
    """The widths of the upright lines left of the text."""
    found = []
    with pikepdf.open(BytesIO(made)) as book:
        for page in book.pages:
            width = 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "w":
                    width = float(operands[0])
                elif str(operator) == "S" and width in (pytest.approx(0.6), pytest.approx(1.4)):
                    found.append(width)
    return found


def test_a_clean_copy_has_no_bars() -> None:
    assert not [width for width in _bars(pdf(sample(), TEMPLATES, "x")) if round(width, 1) == 1.4]


def test_columns_put_in_and_taken_out_are_printed_between_the_others(words: str) -> None:
    assert "What[inserted]How[endofinsertion][omitted]Who[endofomission]Days" in words
    assert "Row11Row22Row33Row44Notice[inserted]e-mail[endofinsertion][omitted]DCC" in words


def test_every_word_is_tagged_or_an_artifact_and_running_lines_name_both_versions(made: bytes) -> None:
    assert unmarked_words(made) == ""
    running = artifact_words(made)
    assert all("DOC version 2.0, change-marked against 1.0" in page for page in running[1:])
    assert running[-1].endswith(f"Page {len(running)} of {len(running)}")


def test_changed_words_bear_their_decoration_in_the_tags(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as book:
        kinds = {str(one.TextDecorationType) for one in _attributes(book.Root.StructTreeRoot)}
    assert kinds == {"/Underline", "/LineThrough"}


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    own = element.get("/A", [])
    found = [
        one for one in (own if isinstance(own, pikepdf.Array) else [own]) if "/TextDecorationType" in one
    ]
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _attributes(kid)
    return found


def test_heads_of_columns_are_heads_of_their_cells(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as book:
        kinds = re.findall(r"/S\W+(\w+)", str(_kinds(book.Root.StructTreeRoot)))
    assert kinds.count("TH") >= 4 and kinds.count("Table") >= 5 and {"H1", "H2", "TOC", "TOCI"} <= set(kinds)


def _kinds(element: pikepdf.Object) -> list[str]:
    found = [f"/S {str(element.S)[1:]}"] if "/S" in element else []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _kinds(kid)
    return found


def test_a_copy_in_which_nothing_changed_says_so() -> None:
    assert "Nothing has changed." in tagged_words(pdf(replace(sample(), against="6.0"), TEMPLATES, "x"))


def test_bookmarks_are_as_many_as_headings_whatever_the_copy() -> None:
    for view in (sample(), marked_sample(), extras(), replace(sample(), passages=(), outside=())):
        pdf(view, TEMPLATES, "x")  # the titles are put in one by one
        assert print_data(view, "").bookmarks.count("Contents") <= 1


def test_columns_share_a_line_by_need_and_no_word_is_broken() -> None:
    assert column_widths([["No.", "What it is"], ["1", "word " * 100]], room=40) == [7, 33]
    assert column_widths([["a", "b"]], room=40) == [7, 7]
    assert column_widths([]) == []
    widths = column_widths([["x" * 30, "long words " * 9, "y"]], room=60)
    assert widths[0] == 33 and sum(widths) <= 60
