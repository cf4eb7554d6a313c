"""The direction of 21 January 2019 that covers the Government response: its facts, and their source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from overlay import ROOT, TEMPLATES, edited, library, stage, table, words

from toolkit.consult.stage import StageKind
from toolkit.model.paper import Paper
from toolkit.pack.stage_pack import plan_direction

NAME, RESPONSE = "2019-01-iedp-direction", "2018-11-smets1-service"


@cache
def papers() -> Mapping[str, Paper]:
    ready, found = stage(NAME, StageKind.DIRECTION, {})
    assert ready is not None, found
    assert not [one for one in found if one.severity != "note"], found
    return ready.papers


def letter(changed: Mapping[str, str | None]) -> str:
    ready, found = stage(NAME, StageKind.DIRECTION, changed)
    assert ready is not None, found
    return words(ready.papers["direction-letter"])


@pytest.mark.parametrize(
    "fact",
    [
        "Dear Colleague",
        "RE-DESIGNATION OF THE INVENTORY ENROLMENT AND DECOMMISSIONING PROCEDURES",
        "Monday 21 January 2019",
        "consulted on the SMETS1 service from 5 November to 3 December 2018",
        "Monday 21 January 2019, or within one month thereafter. There were eleven responses",
        "laid before Parliament on Monday 21 January 2019 under section 89 of the Energy Act 2008",
        "Electricity Act 1989 and the Gas Act 1986",
        "Section A (Definitions and Interpretation) of the SEC",
        "Under Condition 22 of the DCC Licence and Section X5 (Incorporation of Certain Documents into",
        "with effect from 21 January 2019, the Inventory Enrolment and Decommissioning Procedures, which was",
        "Appendix AC, is re-designated and incorporated into the SEC in the form set out in Annex E",
        "The re-designation of that document is without prejudice",
        "notified to the SEC Administrator",
        "authorised to act on behalf of the Secretary of State",
    ],
)
def test_the_letter_holds_each_fact(fact: str) -> None:
    assert fact in words(papers()["direction-letter"])


def test_its_annexes_bear_the_letters_that_the_response_gives_them() -> None:
    ready, _ = stage(RESPONSE, StageKind.CONCLUSIONS, {})
    assert ready is not None
    there = table(ready.papers["government-response"], 6)
    here = table(papers()["direction-letter"], 2)
    assert [row[0] for row in here] == [row[0] for row in there] == ["A", "B", "C", "D", "E"]
    named = [row[1].removesuffix(" (published separately)") for row in there]
    assert [row[1] for row in here][1:4] == named[1:4]
    assert here[4][3] == named[4]


def test_what_it_answers_is_worked_out_from_what_is_kept_of_the_consultation() -> None:
    response = f"consultations/{RESPONSE}/responses/citizens-advice.yaml"
    assert (ROOT / response).is_file()
    assert "There were ten responses" in letter({response: None})
    moved = edited(f"{RESPONSE}/consultation.yaml", ("closes: 2018-12-03", "closes: 2018-12-04"))
    assert "from 5 November to 4 December 2018" in letter(moved)


def test_a_day_that_was_not_consulted_on_is_refused() -> None:
    changed = edited(
        f"{RESPONSE}/consultation.yaml", ("redesignation: 2019-01-21", "redesignation: 2019-01-22")
    )
    ready, found = stage(NAME, StageKind.DIRECTION, changed)
    assert ready is None
    assert "P170" in {one.code for one in found}


def test_the_pack_is_the_letter_its_notice_and_the_procedures() -> None:
    plan, _ = plan_direction(library({}), NAME, TEMPLATES)
    assert plan is not None
    assert [(one.document, one.version, one.annex) for one in plan.versions] == [
        ("IEDP", "2019-01", "Annex E")
    ]
    stems = [one.file for one in plan.outputs if one.file.endswith(".html")]
    assert stems == ["IEDP_direction_letter.html", "covering-notice.html", "annex-e-iedp-2019-01-clean.html"]
