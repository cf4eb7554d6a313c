"""A change of the data is looked for in every paper: it is in each that must tell it, and in no other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from overlay import TEMPLATES, Overlay, edited, library, replaced, without, words

from toolkit.consult.stage import StageKind
from toolkit.library.library import Library, read_library
from toolkit.pack.prepare import prepare
from toolkit.pack.prepare_stage import prepare_stage

SMETS1, IEDP, APRIL = "2018-11-smets1-service", "2019-01-iedp-direction", "2020-04-device-security-testing"
FOC = "2021-02-foc-direction"
STAGES = {
    SMETS1: (StageKind.CONSULTATION, StageKind.CONCLUSIONS),
    IEDP: (StageKind.DIRECTION,),
    APRIL: (StageKind.CONSULTATION, StageKind.CONCLUSIONS),
    FOC: (StageKind.DIRECTION,),
}
Changed = Mapping[str, str | None]


def _library(changed: Changed) -> Library:
    """A library of its own where a document is changed: the shared one has read them already."""
    if any(path.startswith("documents/") for path in changed):
        return read_library(Overlay(changed))
    return library(changed)


def read(name: str, changed: Changed) -> dict[str, str]:
    """The words of every paper of every stage of a consultation: conclusions/covering-notice."""
    project = _library(changed)
    found: dict[str, str] = {}
    for stage in STAGES[name]:
        if stage is StageKind.CONSULTATION:
            ready, faults = prepare(project, name, TEMPLATES)
        else:
            ready, faults = prepare_stage(project, name, stage, TEMPLATES)  # type: ignore[assignment]
        assert ready is not None, faults
        for kind, paper in ready.papers.items():
            facts = "\n".join(
                f"{fact.label}: {''.join(run.text for run in fact.words)}" for fact in paper.facts
            )
            found[f"{stage}/{kind}"] = f"{facts}\n{words(paper)}"
    return found


@cache
def shipped(name: str) -> dict[str, str]:
    return read(name, {})


EFFECT = ("effective: 2021-02-28", "effective: 2021-02-27")
CONSULTATION, REPORT, RESPONSE = (
    "consultation/consultation",
    "conclusions/conclusions",
    "conclusions/government-response",
)
CALL, NOTICE, LETTER, LETTER_NOTICE = (
    "consultation/covering-notice",
    "conclusions/covering-notice",
    "direction/direction-letter",
    "direction/covering-notice",
)
FORM, DRAFT, DRAFTED = "consultation/response-form", "consultation/direction", "conclusions/direction"

Told = dict[str, tuple[list[str], list[str]]]
MUTATIONS: dict[str, tuple[Changed, dict[str, Told]]] = {
    "a respondent removed": (
        without(APRIL, "dunmere-networks"),
        {
            APRIL: {
                REPORT: (["all six responses"], ["seven", "Dunmere Networks", "Network operator"]),
                NOTICE: (["six respondents"], ["seven"]),
            },
        },
    ),
    "a respondent removed whom a direction in another folder counts": (
        without(SMETS1, "citizens-advice"),
        {
            SMETS1: {
                RESPONSE: (["There were ten responses"], ["eleven", "Citizens Advice"]),
                NOTICE: (["ten respondents"], ["eleven"]),
            },
            IEDP: {LETTER: (["There were ten responses"], ["eleven"])},
        },
    ),
    "a date moved: that of re-designation": (
        edited(f"{APRIL}/consultation.yaml", ("redesignation: 2020-05-29", "redesignation: 2020-06-26")),
        {
            APRIL: {
                CONSULTATION: (["26 June 2020", "Sunday 26 July 2020"], ["29 May 2020", "29 June 2020"]),
                FORM: (["Friday 26 June 2020"], ["29 May 2020"]),
                REPORT: (["26 June 2020", "Sunday 26 July 2020"], ["29 May 2020", "29 June 2020"]),
            },
        },
    ),
    "a date moved: that on which the consultation closed": (
        edited(f"{SMETS1}/consultation.yaml", ("closes: 2018-12-03", "closes: 2018-12-04")),
        {
            SMETS1: {
                CONSULTATION: (["Tuesday 4 December 2018", "21 Working Days"], ["3 December 2018"]),
                CALL: (["Respond by: Tuesday 4 December 2018"], ["3 December 2018"]),
                RESPONSE: (["to 4 December 2018"], ["3 December 2018"]),
            },
            IEDP: {LETTER: (["to 4 December 2018"], ["3 December 2018"])},
        },
    ),
    "a date moved: that of effect": (
        edited(f"{FOC}/direction.yaml", ("effect: 2021-02-28", "effect: 2021-02-27"))
        | replaced("documents/tmad/document.yaml", EFFECT)
        | replaced("documents/s1sr/document.yaml", EFFECT)
        | replaced("documents/s1spki-cp/document.yaml", EFFECT),
        {
            FOC: {
                LETTER: (
                    ["With effect from: Saturday 27 February 2021", "with effect from 27 February 2021",
                     "lies within that month"],
                    ["28 February 2021", "the last of that month"],
                ),
                LETTER_NOTICE: (["Saturday 27 February 2021"], ["28 February 2021"]),
            },
        },
    ),
    "a clause changed after consultation": (
        replaced("documents/tmad/4.1/04-migration.md", (
            "Firmware Update for a Device in that SMETS1 Installation, not less than 5 Working Days",
            "Firmware Update for a Device in that SMETS1 Installation, not less than 6 Working Days",
        )),
        {
            APRIL: {
                REPORT: (
                    ["to configuration is 6 Working Days, in place of 15 Working Days",
                     "is shortened to 6 Working Days"],
                    ["to configuration is 5 Working Days", "is shortened to 5 Working Days"],
                ),
            },
        },
    ),
    "a document added to the direction": (
        edited(
            f"{FOC}/direction.yaml",
            ("documents:\n", "documents:\n  - code: IEDP\n    version: 2019-01\n    appendix: AC\n"),
            ("enclosures:\n", "enclosures:\n  - clean: IEDP@2019-01\n"),
        ) | replaced("documents/iedp/document.yaml", ("effective: 2019-01-21", "effective: 2021-02-28")),
        {
            FOC: {
                LETTER: (
                    ["directs that four documents", "six Annexes, Annexes A to F",
                     "TMAD is set out in Annex B, and Annex C shows", "is new, is in Annex F",
                     "2021, the Inventory Enrolment and Decommissioning Procedures, which was previously",
                     "of the Inventory Enrolment and Decommissioning Procedures, the SMETS1 Transition"],
                    ["three documents", "five Annexes", "is new, is in Annex E"],
                ),
                LETTER_NOTICE: (["Annex F"], []),
            },
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_change_is_told_by_every_paper_that_must_tell_it_and_by_no_other(mutation: str) -> None:
    changed, told = MUTATIONS[mutation]
    for name, papers in told.items():
        before, after = shipped(name), read(name, changed)
        for kind, (now, no_more) in papers.items():
            for said in now:
                assert said in after[kind], f"{said!r} is missing in {kind} of {name}"
                assert said not in before[kind], f"{said!r} was in {kind} of {name} before"
            for said in no_more:
                assert said in before[kind], f"{said!r} was never in {kind} of {name}"
                assert said not in after[kind], f"{said!r} is still in {kind} of {name}"
        assert {kind for kind in after if after[kind] != before[kind]} == set(papers)


def test_a_clause_that_changed_after_consultation_and_is_not_summarised_stops_the_report() -> None:
    changed = replaced(
        "documents/tmad/4.1/17-device-security-testing.md",
        ("The DCC shall prepare a Scope", "The DCC shall without delay prepare a Scope"),
    )
    ready, found = prepare_stage(_library(changed), APRIL, StageKind.CONCLUSIONS, TEMPLATES)
    assert ready is None
    assert any("Clause 17.5 of TMAD 4.1 was amended" in one.message for one in found)


def test_a_document_that_is_directed_without_an_annex_stops_the_letter() -> None:
    changed = edited(
        f"{FOC}/direction.yaml", ("documents:\n", "documents:\n  - code: IEDP\n    version: 2019-01\n")
    )
    ready, found = prepare_stage(_library(changed), FOC, StageKind.DIRECTION, TEMPLATES)
    assert ready is None
    assert any("No clean copy of IEDP 2019-01 is enclosed" in one.message for one in found)
