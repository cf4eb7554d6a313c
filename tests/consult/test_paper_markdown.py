from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.paper import (
    Alert,
    Chart,
    ChartBar,
    Control,
    Extract,
    Field,
    Form,
    PageBreak,
    PaperBlock,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    Run,
    Signature,
    plain,
)
from toolkit.render.paper_escape import Markdown
from toolkit.render.paper_markdown import read_body, read_line
from toolkit.render.paper_nodes import Numbering
from toolkit.render.paper_text import PaperError


def one(markdown: str) -> PaperBlock:
    (block,) = read_body(markdown).blocks
    return block


def headings(markdown: str, numbering: Numbering = Numbering.SECTIONS) -> list[tuple[str, str, str]]:
    blocks = read_body(markdown, numbering).blocks
    return [(one.number, plain(one.words), one.id) for one in blocks if isinstance(one, PaperHeading)]


def test_sections_are_numbered_to_the_third_level() -> None:
    assert headings("## A\n\n### B\n\n#### C\n\n#### D\n\n### E\n\n## F { #six }\n\n### G") == [
        ("1", "A", "a"), ("1.1", "B", "b"), ("1.1.1", "C", "c"), ("1.1.2", "D", "d"), ("1.2", "E", "e"),
        ("2", "F", "six"), ("2.1", "G", "g"),
    ]  # fmt: skip


def test_sections_of_a_direction_have_no_numbers() -> None:
    assert headings("## A\n\n### B", Numbering.NONE) == [("", "A", "a"), ("", "B", "b")]


PARAGRAPHS = """\
Dear Colleague

## One

First.

- an item

### Under it

Second.

> [!QUESTION] Q1
> Asked?

## Two

Third.

---

## After

Fourth.
"""


@pytest.mark.parametrize(
    ("numbering", "sections", "paragraphs"),
    [
        (Numbering.SECTIONS, ["1", "1.1", "2", "3"], ["", "", "", "", ""]),
        (Numbering.CHAPTERS, ["1", "", "2", ""], ["", "1.1", "1.2", "2.1", ""]),
        (Numbering.PARAGRAPHS, ["", "", "", ""], ["", "1", "2", "3", ""]),
        (Numbering.NONE, ["", "", "", ""], ["", "", "", "", ""]),
    ],
    ids=str,
)
def test_sections_or_paragraphs_bear_numbers_as_the_paper_asks(
    numbering: Numbering, sections: list[str], paragraphs: list[str]
) -> None:
    blocks = read_body(PARAGRAPHS, numbering).blocks
    assert [block.number for block in blocks if isinstance(block, PaperHeading)] == sections
    assert [block.number for block in blocks if isinstance(block, Prose)] == paragraphs


def test_headings_alike_have_ids_of_their_own() -> None:
    assert [name for _, _, name in headings("## Issue\n\n## Issue\n\n## Issue")] == [
        "issue",
        "issue-2",
        "issue-3",
    ]


@pytest.mark.parametrize("markdown", ["# A", "##### A", "### A", "## A\n\n#### B"])
def test_a_level_too_high_or_too_deep_is_refused(markdown: str) -> None:
    with pytest.raises(PaperError, match="heading"):
        read_body(markdown)


TABLE = "Table: Sizes { #sizes }\n\n| a | b |\n| --- | ---: |\n| 1 | **2**<br>3 |\n"


def test_tables_are_captioned_and_numbered() -> None:
    tables = [one for one in read_body(f"{TABLE}\n{TABLE}").blocks if isinstance(one, PaperTable)]
    assert [one.caption for one in tables] == ["Table 1 – Sizes", "Table 2 – Sizes"]
    assert [one.id for one in tables] == ["sizes", "sizes-2"]
    assert tables[0].alignments == ("", "right")
    assert [plain(cell) for cell in tables[0].rows[0]] == ["1", "2\n3"]
    assert tables[0].rows[0][1][0].strong


@pytest.mark.parametrize("markdown", ["| a |\n| --- |\n| 1 |\n", "Table: A\n\nwords\n", "Table: A\n"])
def test_tables_and_captions_belong_together(markdown: str) -> None:
    with pytest.raises(PaperError, match="caption"):
        read_body(markdown)


def test_references_print_the_number_of_what_they_lead_to_before_and_after_it() -> None:
    box = "> [!QUESTION] U9 Q1\n> Why?"
    blocks = read_body(
        f"See [](#sizes) and [](#later).\n\n{TABLE}\n## Later\n\n{box}\n\n[](#question-u9-q1)"
    ).blocks
    first, last = blocks[0], blocks[-1]
    assert isinstance(first, Prose)
    assert isinstance(last, Prose)
    assert plain(first.words) == "See Table 1 and section\N{NO-BREAK SPACE}1."
    assert [run.link for run in first.words if run.link] == ["#sizes", "#later"]
    assert plain(last.words) == "U9 Q1"


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(PaperError, match="#nowhere"):
        read_body("See [](#nowhere).")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_a_link_may_not_lead_just_anywhere(address: str) -> None:
    assert not any(run.link for run in read_line(f"[words](<{address}>)"))


@pytest.mark.parametrize("markdown", ["[words](//x.org)", "![picture](a.png)"])
def test_what_a_paper_cannot_show_is_refused(markdown: str) -> None:
    with pytest.raises(PaperError, match="cannot"):
        read_body(markdown)


def test_a_question_box_has_its_label() -> None:
    box = one("> [!QUESTION] U1.2 Q1\n> Do you agree\n> with this?\n>\n> Give reasons.")
    assert isinstance(box, QuestionBox)
    assert box.label == "U1.2 Q1"
    assert [plain(inner.words) for inner in box.blocks if isinstance(inner, Prose)] == [
        "Do you agree with this?",
        "Give reasons.",
    ]


def test_alerts_and_extracts() -> None:
    alert, extract = (
        one("> [!IMPORTANT] Who sees it\n> All."),
        one("> [!EXTRACT] Clause 1\n>\n> - 3.24 Where"),
    )
    assert isinstance(alert, Alert)
    assert (alert.kind, alert.title) == ("important", "Who sees it")
    assert isinstance(extract, Extract)
    assert extract.source == "Clause 1"
    (inner,) = extract.blocks
    assert isinstance(inner, PaperList)
    assert inner.items[0].marker == "3.24"
    with pytest.raises(PaperError, match="DANGER"):
        read_body("> [!DANGER] x")


def test_items_have_bullets_numbers_or_markers_of_their_own() -> None:
    lists = [one("- a\n- b"), one("3. a\n4. b"), one("- (a) x\n- (b) y\n  - (iv) z")]
    markers = [[item.marker for item in found.items] for found in lists if isinstance(found, PaperList)]
    assert markers == [["", ""], ["3.", "4."], ["(a)", "(b)"]]


def test_footnotes_are_numbered_by_their_first_marks_and_may_be_marked_again() -> None:
    body = read_body("One[^b], two[^a], again[^b].\n\n[^a]: About *a*.\n[^b]: About b.")
    assert [(note.number, plain(note.words)) for note in body.footnotes] == [(1, "About b."), (2, "About a.")]
    (prose,) = body.blocks
    assert isinstance(prose, Prose)
    assert [run.footnote for run in prose.words if run.footnote] == [1, 2, 1]


def test_placeholders_are_told_from_other_brackets() -> None:
    words = read_line("from [DD MMM YYYY], Annex [XX], [Not used] and [x]")
    assert [run.text for run in words if run.placeholder] == ["[DD MMM YYYY]", "[XX]"]


def test_a_form() -> None:
    fields = "q1.stance | choice | Your view | Choose well\n- Yes\n- No\nq1.ok | checkbox | Mine\\_too"
    form = one(f"```form Answer\n{fields}\n```")
    assert form == Form(
        "Answer",
        (
            Field("q1.stance", "Your view", Control.CHOICE, ("Yes", "No"), "Choose one", "Choose well"),
            Field("q1.ok", "Mine_too", Control.CHECKBOX),
        ),
    )


@pytest.mark.parametrize(
    "lines",
    ["q1 | slider | Label", "q1 | text", "q1 | choice | Label\n- Only one", f"{'q' * 65} | text | Label"],
)
def test_a_wrong_form_is_refused(lines: str) -> None:
    with pytest.raises(PaperError):
        read_body(f"```form X\n{lines}\n```")


def test_signature_and_page_break() -> None:
    signature, after = read_body("```signature\n[XX]\nAn official\n```\n\n---\n").blocks
    assert isinstance(signature, Signature)
    assert [plain(line) for line in signature.lines] == ["[XX]", "An official"]
    assert isinstance(after, PageBreak)


@pytest.mark.parametrize("markdown", ["<script>x</script>", "a <b>x</b>"])
def test_html_is_words(markdown: str) -> None:
    block = one(markdown)
    assert isinstance(block, Prose)
    assert plain(block.words) == markdown


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" "), min_size=1
)


@given(LINE.map(lambda text: " ".join(text.split())).filter(bool))
def test_an_escaped_value_reads_as_it_was_in_a_paragraph_and_in_a_cell(text: str) -> None:
    assert plain(read_line(f"x {Markdown.of(text)} x")) == f"x {text} x"
    assert plain(read_line(Markdown.of(text))) == text
    table = one(f"Table: A\n\n| a |\n| --- |\n| x {Markdown.of(text)} x |\n")
    assert isinstance(table, PaperTable)
    assert plain(table.rows[0][0]).replace("\n", "<br>") == f"x {text} x"


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "= a", "1. a", "12) a", "---", "# a", "> a", "| a |", "[^a]: b", "a\n\nb"]
)
def test_no_value_begins_a_block(text: str) -> None:
    assert plain(read_line(Markdown.of(text))) == " ".join(text.split())


def test_neighbours_that_are_set_alike_are_one_run() -> None:
    assert read_line(Markdown.of("a_b*c[d]")) == (Run("a_b*c[d]"),)
    assert read_line("one\nline\n*and* more") == (Run("one line "), Run("and", em=True), Run(" more"))


def test_bars_are_a_chart_whose_counts_a_table_has_and_its_words_are_markdown() -> None:
    text = "```{} Views\nQuestion | Support | Object\nU\\_1 \\| Q1 | 3 | 1\n```"
    (bars,) = read_body(text.format("bars")).blocks
    (chart,) = read_body(text.format("chart")).blocks
    assert isinstance(bars, Chart) and isinstance(chart, Chart)
    assert bars.tabled and not chart.tabled
    assert bars.bars == chart.bars == (ChartBar("U_1 | Q1", (3, 1)),)
