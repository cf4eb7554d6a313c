"""The two conclusions reports: every fact of the record in the papers, and what a wrong one leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest
from overlay import TEMPLATES, edited, library, stage, table, words

from toolkit.consult.relabelled import mentions_of
from toolkit.consult.stage import StageKind
from toolkit.model.paper import Paper, PaperHeading, PaperTable, QuestionBox, inlines, plain
from toolkit.pack.manifest import manifest
from toolkit.pack.stage_pack import plan_conclusions

APRIL, JULY = "2020-04-device-security-testing", "2020-07-early-firmware"


@cache
def papers(name: str) -> Mapping[str, Paper]:
    ready, found = stage(name, StageKind.CONCLUSIONS, {})
    assert ready is not None, found
    assert not [one for one in found if one.severity != "note"], found
    return ready.papers


def areas_of_disagreement(paper: Paper) -> list[str]:
    """What stands under each heading of that name, to the next heading."""
    found: list[list[str]] = []
    here = False
    for block in paper.blocks:
        if isinstance(block, PaperHeading):
            here = plain(block.words) == "Areas of disagreement"
            found += [[]] if here else []
        elif here:
            found[-1] += [plain(inline) for inline in inlines(block)]
    return ["\n".join(lines) for lines in found]


@pytest.mark.parametrize(
    "fact",
    [
        "CON_DST&NP_conclusion_issued",
        "DCC Public",
        "Thursday 4 June 2020",
        "Tuesday 28 April 2020",
        "16:00 on Friday 15 May 2020",
        "all seven responses",
        "Section N6.4 of the SEC",
        "Appendix AL",
        "version 4.0, which took legal effect on 6 May 2020 and is the latest in the SEC",
        "April 2020 TMAD Q1",
        "April 2020 TMAD Q2",
        "April 2020 TMAD Q3",
        "Friday 29 May 2020, or within one month thereafter, which is to say not later than Monday 29 June",
        "Eight sets",
        "SIT-A",
        "Two respondents supported the proposal; three did not express a view; and two objected to it",
        "Three respondents asked that the scoping document be consulted on more widely, of whom two",
        "5 Working Days, in place of 15 Working Days",
        "set out in sufficient detail",
        "consistently with the SEC",
        "materially complete and technically accurate",
        "Disagreement remains on three points, all of them under April 2020 TMAD Q1",
        "One respondent considered that the duties which suppliers have already",
        "whom two asked to be consulted on the steps that follow a finding also",
        "One respondent asked that the Live Service Criteria commit the DCC",
        "One respondent pointed out that a supplier has to migrate under its licence",
        "One respondent noted that new firmware for older Devices is costly and slow to obtain",
        "One respondent asked for the time that suppliers need to procure new firmware",
        "Two respondents drew attention to the small number of Devices",
        "existing duties are enough",
        "stays a matter for the DCC and the Security Sub-Committee",
        "cannot commit itself to it beforehand",
        "Three respondents supported the proposal; one did not express a view; and three objected to it",
        "two would accept 10 Working Days for notice of migration",
        "Notice of migration stays at 15 Working Days. A shorter period in either case needs the agreement",
        "The objections were to the substance and not to the date. No disagreement remains",
        "Clause 17.1",
        "clean, marked against the version in the SEC, and marked against the version that was consulted on",
        "Copies of the responses, without omission, have been given to the Secretary of State",
    ],
)
def test_the_april_report_holds_each_fact(fact: str) -> None:
    assert fact in words(papers(APRIL)["conclusions"])


@pytest.mark.parametrize("name", [APRIL, JULY])
def test_a_report_opens_with_its_block_and_numbers_its_sections_to_the_third_level(name: str) -> None:
    report = papers(name)["conclusions"]
    assert [fact.label for fact in report.facts] == ["Filename", "Date", "Author mailbox", "Classification"]
    assert plain(report.facts[2].words) == "consultations@smartdcc.co.uk"
    assert "TMAD" in report.subtitle
    assert [one.number for one in report.listed if one.level == 3][:2] == ["4.1.1", "4.1.2"]
    tops = [plain(one.words) for one in report.headings if one.level == 1]
    assert tops == [
        "Introduction and context", "Stakeholder engagement", "Questions and respondents",
        "Analysis of responses", "Summary of drafting changes", "Conclusions", "Next steps", "Attachments",
    ]  # fmt: skip
    captions = [block.caption for block in report.blocks if isinstance(block, PaperTable)]
    assert [caption.partition(" – ")[0] for caption in captions] == [
        f"Table {number}" for number in range(1, len(captions) + 1)
    ]
    boxes = [block.label for block in report.blocks if isinstance(block, QuestionBox)]
    assert boxes == [row[0] for row in table(report, 2)]


def test_the_july_answers_are_those_of_the_record() -> None:
    assert table(papers(JULY)["conclusions"], 4) == [
        ["Firmware Q1", "3", "0", "1", "0", "4"],
        ["Firmware Q2", "3", "0", "1", "0", "4"],
    ]
    assert (
        areas_of_disagreement(papers(JULY)["conclusions"])
        == ["There is no area of disagreement on this question."] * 2
    )
    assert table(papers(JULY)["conclusions"], 6)[0][0] == "Attachment 1"


def test_the_april_answers_add_up_to_the_respondents() -> None:
    rows = table(papers(APRIL)["conclusions"], 4)
    assert rows == [
        ["April 2020 TMAD Q1", "2", "3", "2", "0", "7"],
        ["April 2020 TMAD Q2", "3", "1", "3", "0", "7"],
        ["April 2020 TMAD Q3", "3", "1", "3", "0", "7"],
    ]
    by_type = table(papers(APRIL)["conclusions"], 3)
    assert sum(int(row[2]) for row in by_type) == 7


def test_areas_of_disagreement_come_from_unresolved_themes_only() -> None:
    first, second, third = areas_of_disagreement(papers(APRIL)["conclusions"])
    topics = re.findall(r"^([^.\n]+)\. (?:One|Two|Three) respondents?", first, re.MULTILINE)
    assert topics == [
        "Existing supplier obligations",
        "Wider consultation on the scoping document",
        "Live Service Criteria and fix forward",
    ]
    assert second == third == "There is no area of disagreement on this question."


def test_the_april_drafting_changes_are_those_of_the_record() -> None:
    rows = table(papers(APRIL)["conclusions"], 5)
    assert [row[0] for row in rows] == [
        "The definition of “SMETS1 Device Security Testing”",
        "Clauses 4.29 and 4.30", "Clauses 17.1 and 17.2",
        "Clause 17.3", "Clause 17.4", "Clause 17.6", "Clause 17.12",
    ]  # fmt: skip
    assert rows[0][1] == "In Clause 2, the reference in the definition now leads to Clause 17."
    assert "copy to the Secretary of State" in rows[-1][1]


def test_the_april_attachments_are_numbered_as_published() -> None:
    rows = table(papers(APRIL)["conclusions"], 6)
    assert rows == [
        ["Attachment 1", "Draft direction text"],
        ["Attachment 2", "TMAD 4.1 draft, clean"],
        ["Attachment 3", "TMAD 4.1 draft, change-marked against 4.0, the version in the SEC"],
        ["Attachment 4", "TMAD 4.1 draft, change-marked against the consultation version"],
    ]


def test_the_draft_direction_of_one_document_is_in_the_singular() -> None:
    direction = papers(APRIL)["direction"]
    text = words(direction)
    assert "Re-designation of one document" in direction.subtitle
    assert "The re-designation of that document is without prejudice" in text
    assert "Annex A to this direction" in text
    assert "Annex B" not in text
    assert sorted(set(direction.placeholders)) == ["[DD MMM YYYY]", "[XX]"]
    assert papers(APRIL)["conclusions"].placeholders == ()


@pytest.mark.parametrize(
    "fact",
    [
        "September 2020",
        "Friday 24 July 2020",
        "Tuesday 11 August 2020",
        "16:00 on Friday 21 August 2020",
        "all four responses",
        "Firmware Q1",
        "Firmware Q2",
        "Friday 4 September 2020",
        "Friday 11 September 2020",
        "bore the number 5.2 and was marked against 5.1",
        "24 July 2020, version 6.0 was designated",
        "version 7.0 draft",
        "Three respondents supported the proposal, and one objected to it. Two of the three in support",
        "Clause 4.24",
        "Migration Scaling Methodology",
        "substantive equivalence",
        "No unresolved disagreement remains",
        "TMAD 7.0 draft, change-marked against 6.0, the version in the SEC",
        "on the day on which the consultation opened",
        "how the priority for Dormant Meters and the Migration Scaling Methodology apply",
        "asked that the DCC and the SMETS1 SMSO alone be able to decide on an update",
        "objected to reliance on the substantive equivalence",
        "were resolved in discussion",
        "The objection to the substance has been resolved, and with it this one",
        "The word supplied is highlighted in bold",
        "set out in sufficient detail",
        "consistently with the SEC",
        "materially complete and technically accurate",
    ],
)
def test_the_july_report_holds_each_fact(fact: str) -> None:
    assert fact in words(papers(JULY)["conclusions"])


def test_the_july_report_tells_the_one_typographical_change_and_nothing_of_the_new_base() -> None:
    report = papers(JULY)["conclusions"]
    rows = table(report, 5)
    assert [row[0] for row in rows] == ["Clause 4.26"]
    assert "4.31" not in words(report)
    strong = [run.text for inline in report.inlines() for run in inline if run.strong]
    assert strong.count("a") == 1


def test_no_paper_of_a_later_stage_shows_the_name_that_a_register_needs() -> None:
    for name in (APRIL, JULY):
        for paper in papers(name).values():
            assert "-consulted" not in words(paper)


def test_the_plan_names_every_copy_and_the_files_of_the_responses() -> None:
    plan, _ = plan_conclusions(library({}), APRIL, TEMPLATES)
    assert plan is not None
    assert [(one.document, one.version, one.against, one.attachment) for one in plan.versions] == [
        ("TMAD", "4.1", "", 2), ("TMAD", "4.1", "4.0", 3), ("TMAD", "4.1", "4.1-consulted", 4),
    ]  # fmt: skip
    files = [one.file for one in plan.inputs]
    assert f"consultations/{APRIL}/analysis.yaml" in files
    assert f"consultations/{APRIL}/responses" in files
    assert not [file for file in files if "alder" in file]
    assert f"consultations/{APRIL}/conclusions/notice.md" in files


def test_a_clause_that_is_renumbered_is_found_in_data_and_texts_of_later_stages() -> None:
    project = library({f"consultations/{APRIL}/conclusions/notice.md": "Clause 17.12 of the TMAD 4.1."})
    draft = project.load("TMAD@4.1").document
    found = mentions_of(project, draft, {"17.12": "17.13"})
    files = [one.place.file for one in found]
    assert f"consultations/{APRIL}/conclusions.yaml" in files
    assert f"consultations/{APRIL}/conclusions/notice.md" in files
    assert not [one for one in files if JULY in one]


CONFIDENTIAL = """\
respondent: Zzmarker Name
organisation: Network operator
received: 2020-05-14 10:00
channel: e-mail
confidential: yes
contact: Zzmarker Contact
answers:
  - question: device-security-testing
    stance: No view
    text: Zzmarker text.
  - question: notice-periods
    stance: Support
    text: Zzmarker redacted.
    confidentiality: part
    reason: Zzmarker reason
  - question: redesignation
    stance: Support
    text: Zzmarker date.
"""


def test_nothing_confidential_is_in_any_file_of_the_pack_but_it_counts() -> None:
    responses = f"consultations/{APRIL}/responses"
    changed = {
        f"{responses}/dunmere-networks.yaml": None,
        f"{responses}/zzmarker-file.yaml": CONFIDENTIAL,
    }
    plan, found = plan_conclusions(library(changed), APRIL, TEMPLATES)
    assert plan is not None, found
    (page, *_) = [one.make(plan.templates) for one in plan.outputs if one.file.endswith("issued.html")]
    assert b"all seven responses" in page
    assert b"A respondent who asked not to be named" in page
    written = [
        one.make(plan.templates) for one in plan.outputs if one.group == "Papers" and one.format == "HTML"
    ]
    told = manifest(plan, (), ())
    assert not [one for one in (*written, told) if b"zzmarker" in one.lower()]


FAULTS = {
    "the version is not concluded": (
        APRIL, ('version: "4.1"', 'version: "5.2"'), "The register says that TMAD 5.2 is consulted",
    ),
    "the base was overtaken": (
        JULY, ('against: "6.0"', 'against: "4.0"'), "2020 TMAD 6.0, in effect from 24 July",
    ),
    "the Appendix differs": (APRIL, ("appendix: AL", "appendix: AM"), "SEC Appendix AM, but documents/tmad"),
    "another version was in effect": (
        APRIL, ('in-effect: "4.0"', 'in-effect: "4.1"'), "TMAD 4.1 is said to have been in legal effect",
    ),
    "the report is older than its version": (
        APRIL, ("published: 2020-06-04", "published: 2020-06-05"), "was concluded on Thursday 4 June 2020",
    ),
    "the report is older than the closing day": (
        JULY, ("published: 2020-09", "published: 2020-08-20"), "closed on Friday 21 August 2020",
    ),
    "the date expected was not consulted on": (
        JULY, ("expected: 2020-09-11", "expected: 2020-10-05"), "to Sunday 4 October 2020",
    ),
    "what was consulted on is another draft": (
        JULY, ('consulted: "5.2"', 'consulted: "5.1"'), "that was TMAD 5.2",
    ),
    "a real change is not told": (
        APRIL, ('TMAD: ["17.12"]', 'TMAD: ["17.6"]'), "Clause 17.12 of TMAD 4.1 was amended",
    ),
    "a change is told that is not real": (
        JULY, ('TMAD: ["4.26"]', 'TMAD: ["4.26", "4.27"]'), "Clause 4.27 is declared as changed",
    ),
    "a question was not asked": (APRIL, ("question: notice-periods", "question: notice"), "asks no question"),
    "an enclosure is of something else": (
        APRIL, ("clean: TMAD@4.1", "clean: TMAD@4.0"), "TMAD 4.0 is enclosed, but the paper is about",
    ),
    "a version does not exist": (APRIL, ('against: "4.0"', 'against: "4.2"'), "has no version 4.2"),
    "a marked copy says against nothing": (
        JULY, ('  - marked: TMAD@7.0\n    against: "6.0"', "  - marked: TMAD@7.0"), "says against what",
    ),
    "a date has no such day": (APRIL, ("2020-06-04", "2020-06-31"), "no such day"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_report_that_contradicts_its_data_cannot_be_built(fault: str) -> None:
    name, edit, said = FAULTS[fault]
    ready, found = stage(name, StageKind.CONCLUSIONS, edited(f"{name}/conclusions.yaml", edit))
    assert ready is None
    (first, *_) = [one for one in found if said in one.message]
    assert first.hint or "does not fit" in first.message
    assert first.place.line > 1 or first.place.file.startswith("documents/")


def test_friday_16_may_2020_was_a_saturday() -> None:
    changed = edited(f"{APRIL}/consultation.yaml", ("closes: 2020-05-15 16:00", "closes: 2020-05-16 16:00"))
    ready, found = stage(APRIL, StageKind.CONCLUSIONS, changed)
    assert ready is None
    assert "closes: Saturday 16 May 2020 is not a Working Day" in found[0].message


def test_a_consultation_cannot_open_on_the_day_it_closes() -> None:
    changed = edited(f"{JULY}/consultation.yaml", ("published: 2020-07-24", "published: 2020-08-21"))
    ready, found = stage(JULY, StageKind.CONCLUSIONS, changed)
    assert ready is None
    assert any("is not after" in one.message for one in found)


def test_a_change_that_a_theme_led_to_has_its_row() -> None:
    changed = edited(f"{APRIL}/analysis.yaml", ('TMAD: ["4.29", "4.30"]', 'TMAD: ["4.29", "4.32"]'))
    ready, found = stage(APRIL, StageKind.CONCLUSIONS, changed)
    assert ready is None
    assert "Clause 4.32 of TMAD".lower() in found[-1].message.lower()
