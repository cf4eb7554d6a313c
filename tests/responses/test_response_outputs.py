"""The files of a response table: cells that stay words, sheets that read back, a chart for everyone."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sample import answer, folder, response, sample, theme
from strategies import laws

from toolkit.consult.analysis import Analysis
from toolkit.consult.response import Answer
from toolkit.consult.response_table import VIEWS, ResponseTable, response_table
from toolkit.consult.stance import Organisation, Stance
from toolkit.model.paper import Chart, ChartBar, PaperTable, plain
from toolkit.render.chart import chart_svg, chart_table, described
from toolkit.render.docx import paper_docx
from toolkit.render.paper_markdown import read_body
from toolkit.render.paper_text import PaperError
from toolkit.render.response_outputs import response_outputs
from toolkit.render.response_paper import response_paper, stance_chart
from toolkit.render.response_rows import sheets
from toolkit.render.response_text import response_text
from toolkit.render.sheet import LONGEST_CELL
from toolkit.render.sheet_csv import harmless, sheet_csv
from toolkit.render.templates import Templates

NETWORK = Organisation.NETWORK_OPERATOR
RESPONSES = (
    response("oak", answer(text="=HYPERLINK(1)", themes=("red",)), answer("date", Stance.OBJECT, "No.")),
    response("elm", answer(stance=Stance.NO_VIEW), organisation=NETWORK, general=Answer("", None, "Hello.")),
    response("fir", answer(stance=Stance.PARTLY_OBJECT, text="Line\n\nline", themes=("red", "scarlet"))),
)
ANALYSIS = Analysis((theme("red", reply="We **agree**.\n\nFully."), theme("scarlet", within="red")))


def table(*responses: object, analysis: Analysis = ANALYSIS) -> ResponseTable:
    there = folder(*(responses or RESPONSES), analysis=analysis)  # type: ignore[arg-type]
    return response_table(sample(), there, lambda markdown, _: markdown)


def test_stances_by_type_of_organisation_add_up() -> None:
    colours, date = table().questions
    assert [(row.organisation, row.counts) for row in colours.views] == [
        ("Energy supplier", (1, 0, 0, 0, 1, 0)),
        ("Network operator", (0, 0, 1, 0, 0, 0)),
        ("All", (1, 0, 1, 0, 1, 0)),
    ]
    assert date.total == (0, 0, 0, 1, 0, 2)
    for one in (colours, date):
        assert sum(one.total) == one.tally.respondents == 3


def test_themes_are_told_with_their_counts_and_replies() -> None:
    colours, date = table().questions
    assert [(one.topic, one.respondents) for one in colours.themes] == [("Red", 2), ("Scarlet", 1)]
    assert colours.themes[0].sentence == "Two respondents asked for red, of whom one asked for scarlet."
    assert colours.themes[1].sentence == ""
    assert date.themes == ()


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", " =", "'=", '"=', "\n=", "＝", "\ufeff="])
def test_a_cell_that_might_be_carried_out_is_made_harmless(begins: str) -> None:
    assert str(harmless(f"{begins}1+1")).startswith("'")
    assert harmless("Fine = good") == "Fine = good"
    assert harmless(3) == 3


@laws
@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert str(harmless(text)).lstrip('﻿ \t\r\n"')[:1] not in set("=+-@")


def test_the_csv_of_answers() -> None:
    sheet = sheets(table())[2]
    rows = list(csv.reader(StringIO(sheet_csv(sheet).decode(), newline="")))
    assert tuple(rows[0]) == sheet.header
    assert rows[1][4] == "'=HYPERLINK(1)"
    assert rows[3][4] == "Line\n\nline"
    assert rows[-1][:5] == ["Other comments", "Elm", "Network operator", "", "Hello."]


def test_the_sheets_read_back_and_formulas_stay_words() -> None:
    (data,) = response_outputs(table(), "xlsx", Templates.of()).values()
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["Stances", "Themes", "Answers"]
    stances = list(book["Stances"].values)
    assert stances[1][:3] == ("Question", "About", "Organisations") and stances[1][3:9] == VIEWS
    assert stances[4] == ("U9 Q1", "colours", "All", 1, 0, 1, 0, 1, 0, 3)
    formula = book["Answers"]["E3"]
    assert (formula.value, formula.data_type, formula.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert book["Themes"]["E3"].value == "We agree. Fully."
    assert book["Stances"].freeze_panes == "A3"


def test_a_text_that_is_too_long_for_a_cell_goes_on_in_the_next_row() -> None:
    text = "abc" * LONGEST_CELL
    rows = sheets(table(response("a", answer(text=text))))[2].rows
    assert "".join(str(row[4]) for row in rows) == text
    assert [row[3] for row in rows] == ["Support", "continued", "continued"]


def test_the_terminal(expect, request) -> None:  # type: ignore[no-untyped-def]
    expect(request.path.parent / "table.txt", response_text(table(), 80) + "\n")


def test_without_responses_there_is_a_table_still() -> None:
    there = response_table(sample(), folder(), lambda markdown, _: markdown)
    assert "There were no responses." in response_text(there)
    assert b"There are no responses yet." in response_outputs(there, "html", Templates.of())["responses.html"]
    assert response_outputs(there, "svg", Templates.of())


CHART = Chart(
    "Views", "chart-views", "Question", ("Yes", "No"), (ChartBar("Q1 <a>", (3, 1)), ChartBar("Q2", (0, 0)))
)
SVG = "{http://www.w3.org/2000/svg}"


def test_a_chart_is_told_in_words_in_a_table_and_by_more_than_colour() -> None:
    root = ElementTree.fromstring(chart_svg(CHART))
    assert root.get("role") == "img"
    title, described_by = (root.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None and title.text == "Views"
    assert described_by is not None and described_by.text == "Q1 <a>: Yes 3, No 1. Q2: none."
    assert root.get("aria-labelledby") == f"{title.get('id')} {described_by.get('id')}"
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert [one for one in words if one] == ["Q1 <a>", "3", "1", "Q2", "Yes", "No"]
    drawn = {
        (one.get("fill"), one.tag) for one in root.iter() if one.get("fill") not in (None, "none", "#fff")
    }
    assert len(drawn) >= 3
    assert [[plain(cell) for cell in row] for row in chart_table(CHART).rows] == [
        ["Q1 <a>", "3", "1"],
        ["Q2", "0", "0"],
    ]


def test_a_chart_has_no_script_style_or_address() -> None:
    svg = chart_svg(stance_chart(table()))
    assert not any(part in svg for part in ("<script", "<style", "style=", "href", "url(", "onload"))


@laws
@given(st.lists(st.lists(st.integers(0, 2000), min_size=6, max_size=6), min_size=1, max_size=8))
def test_bars_stay_inside_the_drawing(counts: list[list[int]]) -> None:
    chart = Chart(
        "T",
        "t",
        "Question",
        tuple(map(str, VIEWS)),
        tuple(ChartBar(f"Q{n}", tuple(row)) for n, row in enumerate(counts)),
    )
    root = ElementTree.fromstring(chart_svg(chart))
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for box in root.iter(f"{SVG}rect"):
        assert float(box.get("x", 0)) + float(box.get("width", 0)) <= width + 0.1
        assert float(box.get("y", 0)) + float(box.get("height", 0)) <= height
    assert described(chart)


def test_a_paper_can_hold_a_chart() -> None:
    (chart,) = read_body("```chart Views\nQuestion | Yes | No\nQ1 | 3 | 1\n```\n").blocks
    assert chart == Chart("Views", "chart-views", "Question", ("Yes", "No"), (ChartBar("Q1", (3, 1)),))
    for wrong in ("Q1 | 3 | 1", "Q | Yes\nQ1 | x", "Q | Yes\nQ1 | 1 | 2", "Q | Yes", " | Yes\nQ1 | 1"):
        with pytest.raises(PaperError):
            read_body(f"```chart Views\n{wrong}\n```\n")


def test_the_paper_of_responses_in_word_has_the_counts_of_the_chart() -> None:
    from datetime import datetime

    from docx import Document

    paper = response_paper(table())
    reference = Templates.of().data("reference.docx")
    data = paper_docx(paper, author="DCC", date=datetime(2020, 9, 3), reference=reference)
    cells = [[cell.text for cell in row.cells] for one in Document(BytesIO(data)).tables for row in one.rows]
    assert ["U9 Q1", "1", "0", "1", "0", "1", "0"] in cells


def test_tables_of_the_paper_are_numbered_through() -> None:
    numbers = [one.number for one in response_paper(table()).blocks if isinstance(one, PaperTable)]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 4
