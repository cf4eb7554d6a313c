"""Consultation papers of packs whose conclusions are kept: their facts, and that nothing is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest
from overlay import ROOT, TEMPLATES, edited, library, table, words

from toolkit.model.paper import Extract, Paper, QuestionBox
from toolkit.pack.consultation import plan_consultation
from toolkit.pack.prepare import prepare

SMETS1, APRIL, JULY = "2018-11-smets1-service", "2020-04-device-security-testing", "2020-07-early-firmware"


@cache
def papers(name: str) -> Mapping[str, Paper]:
    ready, found = prepare(library({}), name, TEMPLATES)
    assert ready is not None, found
    assert not [one for one in found if one.severity != "note"], found
    return ready.papers


FACTS = {
    SMETS1: [
        "The Secretary of State for Business, Energy and Industrial Strategy",
        "smartmetering@beis.gov.uk",
        "Monday 5 November 2018",
        "Monday 3 December 2018",
        "Monday 21 January 2019, or within one month thereafter, which is to say not later than Thursday 21",
        "six questions",
        "SMETS1 Q1",
        "SMETS1 Q6",
        "Smart Energy Code (SEC)",
        "Inventory Enrolment and Decommissioning Procedures (IEDP)",
        "Appendix AC",
        "16 seconds",
        "Service Request 11.3",
        "five days",
        "Section F2.10A provides for the list, Section H14.36A for the combinations that are being tested",
        "Section H5.8 for eligibility",
        "Section F2.7A provides for the first case and Section F2.7B for the second",
        "Sections A, N, H14, G, X, I, P and L of the SEC, the IEDP and the CPL Requirements Document",
        "Section L3.18",
        "within 12 months of the day on which it became eligible",
        "Freedom of Information Act 2000, the Data Protection Act 2018 and the Environmental Information",
        "open for 20 Working Days",
        "SEC consultation draft, change-marked against the version in legal effect, and clean",
    ],
    APRIL: [
        "CON_DST&NP_consultation_issued",
        "DCC Public",
        "consultations@smartdcc.co.uk",
        "Tuesday 28 April 2020",
        "16:00 on Friday 15 May 2020",
        "Friday 29 May 2020, or within one month thereafter, which is to say not later than Monday 29 June",
        "SMETS1 Transition and Migration Approach Document (TMAD)",
        "Appendix AL",
        "version 4.1, and is marked against version 4.0, which takes legal effect on 6 May 2020",
        "A new Clause 17 is added",
        "not be published",
        "15 Working Days before the day planned",
        "Clause 4.29, on notice of migration and of firmware updates, and Clause 4.30",
        "April 2020 TMAD Q1",
        "April 2020 TMAD Q2",
        "April 2020 TMAD Q3",
        "three questions",
        "Section N6.4",
        "open for 12 Working Days",
        "TMAD 4.1, change-marked against 4.0, and clean",
        "Clause 17.3 of TMAD 4.1",
    ],
    JULY: [
        "CON_Early_Firmware_consultation_issued",
        "DCC Public",
        "Friday 24 July 2020",
        "Tuesday 11 August 2020",
        "16:00 on Friday 21 August 2020",
        "Friday 4 September 2020, or within one month thereafter, which is to say not later than Sunday 4",
        "bears the number 5.2, and is marked against version 5.1",
        "MOC (Secure)",
        "Systems Integration Testing and Migration Testing",
        "DMCT EPCL Report",
        "substantively equivalent",
        "the priority that Clause 4.24 gives them",
        "Clause 4.26 of TMAD 5.2",
        "Firmware Q1",
        "Firmware Q2",
        "two questions",
        "TMAD 5.2, change-marked against 5.1, and clean",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts])
def test_the_paper_holds_each_fact(name: str, fact: str) -> None:
    paper = papers(name)["consultation"]
    assert fact in f"{words(paper)}\n{paper.author}\n" + "\n".join(
        block.source for block in paper.blocks if isinstance(block, Extract)
    )


@pytest.mark.parametrize("name", FACTS)
def test_no_paper_shows_the_name_that_a_register_needs(name: str) -> None:
    for paper in papers(name).values():
        assert "-consulted" not in words(paper)
        assert "2018-11" not in words(paper)


@pytest.mark.parametrize("name", FACTS)
def test_every_question_stands_once_in_its_box_and_leads_to_its_section(name: str) -> None:
    paper = papers(name)["consultation"]
    boxes = [block.label for block in paper.blocks if isinstance(block, QuestionBox)]
    assert sorted(boxes) == [row[0] for row in table(paper, 4)]
    assert all(re.fullmatch(r"section\N{NO-BREAK SPACE}[45](\.\d)?", row[2]) for row in table(paper, 4))


def test_changes_to_documents_that_are_not_kept_are_named_and_said_to_be_elsewhere() -> None:
    rows = table(papers(SMETS1)["consultation"], 1)
    assert [row[1] for row in rows] == [
        "Enrolment eligibility", "Driving early enrolment", "WAN services and response times",
        "Product assurance and the Central Products List", "Other changes",
    ]  # fmt: skip
    assert rows[1][2] == "Energy supply licence conditions"
    assert rows[2][2].split("\n")[-1] == "UISS"
    assert rows[4][2].split("\n")[1].startswith("IEDP: Clauses 1.2, 1.4, 5")
    assert "are not attached, and are published separately" in words(papers(SMETS1)["consultation"])
    assert "not attached" not in words(papers(APRIL)["consultation"])


def test_a_change_that_changes_nothing_anywhere_is_refused() -> None:
    changed = edited(
        f"{SMETS1}/consultation.yaml", ("    elsewhere:\n      Energy supply licence conditions: []\n", "")
    )
    ready, found = prepare(library(changed), SMETS1, TEMPLATES)
    assert ready is None
    assert "Say what it changes, under provisions or under elsewhere." in found[0].message


def test_a_paper_without_a_draft_direction_speaks_of_none() -> None:
    paper = papers(SMETS1)["consultation"]
    assert set(papers(SMETS1)) == {"consultation", "covering-notice"}
    assert "draft direction" not in words(paper)
    assert "conclusions to BEIS" not in words(paper)
    assert table(paper, 5) == [
        [
            "Attachment 1",
            "SEC consultation draft, change-marked against the version in legal effect, and clean",
        ],
        [
            "Attachment 2",
            "IEDP consultation draft, change-marked against the version in legal effect, and clean",
        ],
    ]


def test_papers_and_documents_are_all_planned() -> None:
    for name, count in ((SMETS1, 3 * 2 + 2 * 6), (APRIL, 3 * 4 + 6), (JULY, 3 * 4 + 6)):
        plan, _ = plan_consultation(library({}), name, TEMPLATES)
        assert plan is not None
        assert len({one.file for one in plan.outputs}) == len(plan.outputs) == count


DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
COUNTED = "changes|documents|questions|attachments|drafts|clauses|responses|respondents"
TYPED = re.compile(
    rf"\b(?:19|20)[0-9]{{2}}\b|\b({DAYS})\b|\b[0-9]{{1,2}} ({MONTHS})\b|\b[0-9]+\.[0-9]+U\b|"
    rf"\b(two|three|four|five|six|seven|eight|nine|ten|eleven) ({COUNTED})\b|"
    r"\b(Annex|Annexes|Attachment|Table|Question) [A-Z0-9]"
)
KNOWN = re.compile(
    r"(Electricity|Gas|Energy) Act [0-9]{4}|Uplift 2\.1, which is due in May 2021", re.IGNORECASE
)


@pytest.mark.parametrize(
    "file", sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "consultations").glob("*/**/*.md"))
)
def test_no_narrative_types_what_follows_from_data(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    rest = KNOWN.sub("", re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text))
    assert [found[0] for found in TYPED.finditer(rest)] == []
