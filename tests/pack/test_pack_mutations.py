"""What changes in the data changes in every paper that says it: no number stands where it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from overlay import edited, stage, without, words

from toolkit.consult.stage import StageKind

APRIL, JULY = "2020-04-device-security-testing", "2020-07-early-firmware"
SMETS1, FOC = "2018-11-smets1-service", "2021-02-foc-direction"
KINDS = {FOC: StageKind.DIRECTION}


def read(name: str, changed: Mapping[str, str | None]) -> dict[str, str]:
    ready, found = stage(name, KINDS.get(name, StageKind.CONCLUSIONS), changed)
    assert ready is not None, found
    return {kind: words(paper) for kind, paper in ready.papers.items()}


@cache
def shipped(name: str) -> dict[str, str]:
    return read(name, {})


MUTATIONS: dict[str, tuple[str, dict[str, str | None], str, list[str], list[str]]] = {
    "a respondent fewer": (
        APRIL, without(APRIL, "dunmere-networks"), "conclusions",
        ["all six responses"], ["all seven responses", "Dunmere Networks"],
    ),
    "a respondent fewer, in the notice": (
        APRIL, without(APRIL, "dunmere-networks"), "covering-notice",
        ["the six respondents said"], ["the seven respondents said"],
    ),
    "a respondent fewer, in the response": (
        SMETS1, without(SMETS1, "citizens-advice"), "government-response",
        ["There were ten responses", "Nine of the ten respondents"], ["eleven", "Citizens Advice"],
    ),
    "another closing time": (
        JULY, edited(f"{JULY}/consultation.yaml", ("closes: 2020-08-21 16:00", "closes: 2020-08-21 17:30")),
        "conclusions", ["17:30 on Friday 21 August 2020"], ["16:00 on Friday 21 August 2020"],
    ),
    "another date proposed": (
        APRIL,
        edited(f"{APRIL}/consultation.yaml", ("redesignation: 2020-05-29", "redesignation: 2020-06-26")),
        "conclusions", ["Friday 26 June 2020, or", "Sunday 26 July 2020"], ["29 May 2020", "29 June 2020"],
    ),
    "another month of publication": (
        FOC, edited(f"{FOC}/direction.yaml", ("published: 2021-02", "published: 2021-01")),
        "direction-letter", ["January 2021"], [],
    ),
    "a briefing on another day": (
        JULY, edited(f"{JULY}/consultation.yaml", ("briefing: 2020-08-11", "briefing: 2020-08-12")),
        "conclusions", ["Wednesday 12 August 2020"], ["Tuesday 11 August 2020"],
    ),
    "another day expected": (
        JULY, edited(f"{JULY}/conclusions.yaml", ("expected: 2020-09-11", "expected: 2020-09-14")),
        "covering-notice", ["Monday 14 September 2020"], ["Friday 11 September 2020"],
    ),
    "a theme that is settled": (
        APRIL, edited(
            f"{APRIL}/analysis.yaml",
            ("standing: disagreed", "standing: agreed"),
        ), "conclusions", ["Disagreement remains on two points"], ["Disagreement remains on three points"],
    ),
    "a theme that is in dispute after all": (
        JULY, edited(f"{JULY}/analysis.yaml", ("standing: noted", "standing: disagreed")), "conclusions",
        ["This point is not agreed", "Disagreement remains on one point"], ["No unresolved disagreement"],
    ),
    "another title": (
        APRIL,
        edited(f"{APRIL}/conclusions.yaml", ("title: Conclusions on SMETS1", "title: Report on SMETS1")),
        "covering-notice", ["Report on SMETS1 Device Security Testing"], ["Conclusions on SMETS1"],
    ),
    "another file name": (
        APRIL, edited(f"{APRIL}/conclusions.yaml", ("CON_DST&NP_conclusion_issued", "CON_DST_concluded")),
        "direction", ["1 to CON_DST_concluded"], ["CON_DST&NP_conclusion_issued"],
    ),
    "the direction comes last": (
        APRIL, edited(
            f"{APRIL}/conclusions.yaml", ("  - direction\n", ""),
            ("    against: 4.1-consulted\n", "    against: 4.1-consulted\n  - direction\n"),
        ), "conclusions",
        ["for the direction is in Attachment 4", "which Attachment 3 shows word by word"],
        ["for the direction is in Attachment 1"],
    ),
    "the direction comes last, and says so": (
        APRIL, edited(
            f"{APRIL}/conclusions.yaml", ("  - direction\n", ""),
            ("    against: 4.1-consulted\n", "    against: 4.1-consulted\n  - direction\n"),
        ), "direction", ["4 to CON_DST&NP_conclusion_issued"], ["1 to CON_DST&NP_conclusion_issued"],
    ),
    "an Annex published besides": (
        SMETS1, edited(
            f"{SMETS1}/conclusions.yaml",
            ("  - outside: Modifications to SEC", "  - outside: Impacts\n  - outside: Modifications to SEC"),
        ), "government-response", ["The text is in Annex F"], ["The text is in Annex E"],
    ),
    "laid on another day": (
        SMETS1, edited(f"{SMETS1}/conclusions.yaml", ("laid: 2019-01-21", "laid: 2019-01-22")),
        "covering-notice", ["laid before Parliament on Tuesday 22 January 2019"], ["Monday 21 January 2019."],
    ),
    "more responses to an earlier consultation": (
        FOC, edited(f"{FOC}/direction.yaml", ("responses: 6}", "responses: 7}")), "direction-letter",
        ["The seven responses led to minor changes"], ["The six responses led to minor changes"],
    ),
    "a round that ran longer": (
        FOC, edited(f"{FOC}/direction.yaml", ("closed: 2020-09-11", "closed: 2020-09-14")),
        "direction-letter",
        ["from 25 August to 14 September 2020"], ["11 September 2020"],
    ),
    "a meeting on another day": (
        FOC, edited(f"{FOC}/direction.yaml", ("day: 2021-02-12", "day: 2021-02-11")), "direction-letter",
        ["met on 11 February 2021"], ["met on 12 February 2021"],
    ),
    "an official who is named": (
        FOC, edited(f"{FOC}/direction.yaml", ("signatory:\n", "signatory:\n  name: A N Official\n")),
        "direction-letter", ["A N Official"], ["Signed for the Secretary of State"],
    ),
    "the Annexes in another order": (
        FOC, edited(
            f"{FOC}/direction.yaml", ("  - clean: S1SPKI CP@1.0\n", ""),
            ("enclosures:\n", "enclosures:\n  - clean: S1SPKI CP@1.0\n"),
        ), "direction-letter",
        ["which is new, is in Annex A", "TMAD is set out in Annex B, and Annex C shows"],
        ["which is new, is in Annex E"],
    ),
    "a consultation by another body": (
        FOC, edited(f"{FOC}/direction.yaml", ("by: BEIS", "by: DCC")), "direction-letter",
        ["eight consultations, none by this department"], [", one by this department", "BEIS\n"],
    ),
    "another mark of classification": (
        APRIL, edited(f"{APRIL}/consultation.yaml", ("DCC Public", "DCC Controlled")),
        "direction", ["DCC Controlled"], ["DCC Public"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_change_of_the_data_changes_the_paper(mutation: str) -> None:
    name, changed, kind, now, no_more = MUTATIONS[mutation]
    before, after = shipped(name)[kind], read(name, changed)[kind]
    for said in now:
        assert said in after, f"{said!r} is missing"
    for said in no_more:
        assert said in before, f"{said!r} was never there"
        assert said not in after, f"{said!r} is still there"


def test_a_respondent_fewer_changes_counts_everywhere() -> None:
    after = read(APRIL, without(APRIL, "dunmere-networks"))
    assert "seven" not in after["conclusions"]
    assert "seven" not in after["covering-notice"]
    assert "Three respondents" in after["conclusions"]
