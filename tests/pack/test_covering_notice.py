"""The notice for the web that goes out with each paper: what it says, and that it lists every file."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from overlay import NAME, TEMPLATES, library, words

from toolkit.consult.stage import StageKind
from toolkit.model.paper import Paper
from toolkit.pack.consultation import plan_consultation
from toolkit.pack.plan import Plan
from toolkit.pack.prepare import prepare
from toolkit.pack.prepare_stage import prepare_stage
from toolkit.pack.stage_pack import plan_conclusions, plan_direction
from toolkit.render.paper_page import paper_html

NOTICE = "covering-notice"
PLANS = {"consultation": plan_consultation, "conclusions": plan_conclusions, "direction": plan_direction}
PACKS = (
    (NAME, "consultation"),
    ("2018-11-smets1-service", "consultation"),
    ("2018-11-smets1-service", "conclusions"),
    ("2020-04-device-security-testing", "consultation"),
    ("2020-04-device-security-testing", "conclusions"),
    ("2020-07-early-firmware", "consultation"),
    ("2020-07-early-firmware", "conclusions"),
    ("2019-01-iedp-direction", "direction"),
    ("2021-02-foc-direction", "direction"),
)


def plan_of(name: str, stage: str) -> Plan:
    plan, found = PLANS[stage](library({}), name, TEMPLATES)
    assert plan is not None, found
    return plan


def notice_of(name: str, stage: str) -> Paper:
    if stage == "consultation":
        ready, found = prepare(library({}), name, TEMPLATES)
        assert ready is not None, found
        return ready.papers[NOTICE]
    staged, found = prepare_stage(library({}), name, StageKind(stage), TEMPLATES)
    assert staged is not None, found
    return staged.papers[NOTICE]


@pytest.mark.parametrize(("name", "stage"), PACKS)
def test_it_leads_to_every_file_of_the_pack_and_to_no_other(name: str, stage: str) -> None:
    page = paper_html(notice_of(name, stage), TEMPLATES)
    linked = set(re.findall(r'href="([^"#:]+\.(?:html|pdf|docx|csv))"', unescape(page.decode())))
    planned = {one.file for one in plan_of(name, stage).outputs}
    own = {f"{NOTICE}.{suffix}" for suffix in ("html", "pdf", "docx")}
    assert {Path(link).name for link in linked} - own == planned - own


def test_a_consultation_s_says_by_when_to_respond_and_where() -> None:
    paper = notice_of(NAME, "consultation")
    facts = {fact.label: "".join(run.text for run in fact.words) for fact in paper.facts}
    assert facts["Published"] == "Thursday 6 August 2020"
    assert facts["Respond by"] == "16:00 on Thursday 3 September 2020"
    told = words(paper)
    assert "five changes to four documents" in told
    assert "on the template in Attachment 2" in told
    assert "Responses and questions may be sent to consultations@smartdcc.co.uk" in told


def test_the_matrix_of_an_annex_is_listed_beside_its_document() -> None:
    title = "as a table of comma-separated values"
    assert f"Attachment 5: DMVES, Annex A of the S1SR 4.4, {title}" in words(notice_of(NAME, "consultation"))
    assert f"Annex C: DMVES, Annex A of the S1SR 7.0, {title}" in words(
        notice_of("2021-02-foc-direction", "direction")
    )


def test_a_later_stage_asks_for_no_response() -> None:
    paper = notice_of("2020-04-device-security-testing", "conclusions")
    assert "Respond by" not in {fact.label for fact in paper.facts}
    assert "Questions may be sent to" in words(paper)
