"""The Government response of January 2019: every fact of the record in its paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from overlay import edited, stage, table, words

from toolkit.consult.stage import StageKind
from toolkit.model.paper import (
    Chart,
    Paper,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    inlines,
    plain,
)

NAME = "2018-11-smets1-service"


@cache
def papers() -> Mapping[str, Paper]:
    ready, found = stage(NAME, StageKind.CONCLUSIONS, {})
    assert ready is not None, found
    assert not [one for one in found if one.severity != "note"], found
    return ready.papers


def response() -> Paper:
    return papers()["government-response"]


@pytest.mark.parametrize(
    "fact",
    [
        "Monday 21 January 2019",
        "5 November 2018 to 3 December 2018",
        "eleven responses",
        "bilateral meetings",
        "(TBDG)",
        "(SSC)",
        "Independent Supplier Forum",
        "laid before Parliament on Monday 21 January 2019 under section 89 of the Energy Act 2008",
        "within 40 days of laying",
        "expected to take effect in March 2019",
        "Monday 11 March 2019, or within one month thereafter",
        "smartmetering@beis.gov.uk",
        "date on which it was first added and names the communications provider",
        "16 seconds",
        "without the time that messages spend in the wide area network, and five days for Service Request",
        "paragraph 6.3 of the CPL Requirements Document",
        "only Section I1.13(a) changes",
        "Section X9 is kept",
        "re-designated with effect from Monday 21 January 2019",
        "Sections A, N, H14, G, X, I, P and L of the SEC",
        "by the direction that is issued with this response",
        "No further change is made",
        "The target response time (TRT)",
        "within one month thereafter",
        "The direction is issued with this response and has been notified to the SEC Administrator",
        "It is the one that was consulted on",
    ],
)
def test_the_response_holds_each_fact(fact: str) -> None:
    assert fact in words(response())


def test_respondents_are_listed_by_type() -> None:
    assert table(response(), 1) == [
        ["Energy supplier", "Centrica, E.ON, EDF Energy, First Utility, Npower, Scottish Power, SSE", "7"],
        ["Network operator", "Electricity North West", "1"],
        ["Other", "Citizens Advice, DCC, Energy UK", "3"],
    ]


def test_answers_are_those_of_the_record_and_add_up() -> None:
    rows = table(response(), 2)
    counts = [tuple(int(cell) for cell in row[1:]) for row in rows]
    assert counts == [(9, 6, 1, 2), (10, 6, 1, 3), (9, 6, 1, 2), (9, 8, 0, 1), (9, 7, 0, 2), (9, 9, 0, 0)]
    assert all(answered == sum(sides) for answered, *sides in counts)


def test_the_chart_of_views_has_the_counts_of_the_table() -> None:
    (chart,) = [block for block in response().blocks if isinstance(block, Chart)]
    rows = table(response(), 2)
    assert chart.series == ("Agreed", "Neither", "Disagreed")
    assert [bar.label for bar in chart.bars] == [row[0] for row in rows]
    assert [[str(count) for count in bar.counts] for bar in chart.bars] == [
        [row[2], row[4], row[3]] for row in rows
    ]


def test_summaries_of_changes_name_every_section_that_changed() -> None:
    sections = [row[0] for number in (3, 4, 5) for row in table(response(), number)]
    assert sections == [
        "Section F2.10A and the definition of “Communications Provider”", "Section H14.36A",
        "Section H14.31(e)", "Section H5.8", "Section G7.21(j)", "CPL Requirements Document: 6.3",
        "Section F2.7A(b)", "The definition of “SMETS1 Service Request”", "Sections I1.12 and I1.13(b)",
        "Section L3.18", "Section X9", "CPL Requirements Document: 2.1(e) and 6.5",
    ]  # fmt: skip


def test_annexes_are_lettered_as_published() -> None:
    rows = table(response(), 6)
    assert [row[0] for row in rows] == ["A", "B", "C", "D", "E"]
    assert [row[1].split(" (")[0] for row in rows] == [
        "This response",
        "Modifications to the Smart Energy Code",
        "Modifications to the energy supply licence conditions",
        "Modifications to SEC Subsidiary Documents",
        "Inventory Enrolment and Decommissioning Procedures",
    ]
    assert "(SEC Appendix AC)" in rows[4][1]
    assert "published separately" in rows[2][1]


def test_chapters_and_their_paragraphs_bear_numbers_and_nothing_else_does() -> None:
    chapters = [
        (block.number, plain(block.words))
        for block in response().blocks
        if isinstance(block, PaperHeading) and block.level == 1
    ]
    assert chapters[2] == ("3", "Enrolment eligibility")
    assert chapters[7][0] == "8"
    assert [number for number, _ in chapters] == [str(n) for n in range(1, 11)]
    assert response().listed == tuple(one for one in response().headings if one.level == 1)
    numbers = [block.number for block in response().blocks if isinstance(block, Prose)]
    assert all(numbers)
    third = [number for number in numbers if number.startswith("3.")]
    assert third == [f"3.{n}" for n in range(1, len(third) + 1)]


def test_every_chapter_has_the_same_six_parts_and_a_bullet_in_the_summary() -> None:
    headings = [
        (block.level, plain(block.words)) for block in response().blocks if isinstance(block, PaperHeading)
    ]
    parts = ["Issue", "Question", "Summary of responses", "Government response", "Conclusions",
             "Summary of changes to the legal drafting"]  # fmt: skip
    starts = [n for n, (level, _) in enumerate(headings) if level == 1]
    topics = [headings[n][1] for n in starts][2:8]
    assert topics == [
        "Enrolment eligibility", "Driving early enrolment", "WAN services", "The CPA and CPL process",
        "Other changes", "Re-designation of the Inventory Enrolment and Decommissioning Procedures",
    ]  # fmt: skip
    for start in starts[2:8]:
        assert [words for _, words in headings[start + 1 : start + 7]] == parts
    (bullets,) = [block for block in response().blocks if isinstance(block, PaperList)]
    said = [plain(inlines(item.blocks[0])[0]) for item in bullets.items]
    assert [one.partition(". ")[0] for one in said] == topics
    boxes = [block.label for block in response().blocks if isinstance(block, QuestionBox)]
    assert boxes == [f"SMETS1 Q{number}" for number in range(1, 7)]
    tables = [block for block in response().blocks if isinstance(block, PaperTable)]
    assert [plain(cell) for cell in tables[2].header] == ["SEC Section", "Content"]


def test_a_footnote_that_is_marked_again_is_the_same_footnote() -> None:
    marks = [run.footnote for inline in response().inlines() for run in inline if run.footnote]
    assert len(response().footnotes) == 20
    assert len(marks) > len(set(marks))
    assert set(marks) == {note.number for note in response().footnotes}


def test_a_section_that_changed_and_is_not_summarised_stops_the_response() -> None:
    changed = edited(f"{NAME}/conclusions.yaml", ("      SEC: [L3.18]", "      SEC: [X9]"))
    ready, found = stage(NAME, StageKind.CONCLUSIONS, changed)
    assert ready is None
    assert any("Section L3.18 of SEC 2019-01 was amended" in one.message for one in found)
