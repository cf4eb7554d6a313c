"""R13: what comes before a Blocked Installation Proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.tmad.blocked import Disagreement, ProposalRecord, blocked_proposal

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

RECORD = ProposalRecord(
    parties_consulted=date(2020, 12, 18),
    interested_consulted=date(2020, 12, 18),
    responses=5,
    responses_reported=5,
    changes_reported=True,
    disagreements=(),
    reported=date(2021, 1, 26),
)
PARTY = Disagreement("Supplier A", True, True, False, True)
PERSON = Disagreement("A consumer body", False, False, False, True)


@pytest.mark.verifies("TMAD", "blocked-installations")
@pytest.mark.verifies("TMAD", "blocked-direction-time")
@pytest.mark.parametrize(
    ("change", "version", "limbs"),
    [
        pytest.param({}, "6.0", [], id="complete"),
        pytest.param({"responses": 0, "responses_reported": 0}, "6.0", [], id="nobody responded"),
        pytest.param({"parties_consulted": None}, "6.0", ["1.6(a)"], id="Parties not consulted"),
        pytest.param({"interested_consulted": None}, "6.0", ["1.6(a)"], id="persons not consulted"),
        pytest.param({"reported": None}, "6.0", ["1.6(c)"], id="no report"),
        pytest.param({"reported": date(2020, 12, 18)}, "6.0", [], id="reported on the day"),
        pytest.param({"reported": date(2020, 12, 17)}, "6.0", ["1.6(c)"], id="reported before consulting"),
        pytest.param({"responses_reported": 4}, "6.0", ["1.6(c)(i)"], id="a response left out"),
        pytest.param({"changes_reported": False}, "6.0", ["1.6(c)(ii)"], id="changes left out"),
        pytest.param({"disagreements": (PARTY,)}, "6.0", [], id="disagreement sought and reported"),
        pytest.param(
            {"disagreements": (replace(PARTY, agreement_sought=False),)}, "6.0", ["1.6(b)"], id="not sought"
        ),
        pytest.param(
            {"disagreements": (replace(PARTY, reported=False),)}, "6.0", ["1.6(c)(iii)"], id="not reported"
        ),
        pytest.param(
            {"disagreements": (replace(PARTY, reported=False, resolved=True),)}, "6.0", [], id="resolved"
        ),
        pytest.param({"disagreements": (PERSON,)}, "6.0", [], id="no Party: before 11.0 not sought"),
        pytest.param({"disagreements": (PERSON,)}, "11.0", ["1.6(b)"], id="Party or person: from 11.0"),
        pytest.param({"directed_by": date(2021, 1, 27)}, "6.0", [], id="a day before the time directed"),
        pytest.param({"directed_by": date(2021, 1, 26)}, "6.0", [], id="on the time directed"),
        pytest.param({"directed_by": date(2021, 1, 25)}, "6.0", ["1.8(a)"], id="after the time directed"),
    ],
)
def test_blocked_proposal(change: dict[str, Any], version: str, limbs: list[str]) -> None:
    ruling = blocked_proposal(replace(RECORD, **change), version=version)
    assert ruling.value is not None
    assert [one.limb for one in ruling.value] == limbs
    assert ruling.outcome is (NOT_MET if limbs else MET)


@pytest.mark.verifies("TMAD", "blocked-installations")
@pytest.mark.parametrize(
    "change",
    [{"responses_reported": 6}, {"responses_reported": -1}, {"disagreements": (replace(PARTY, name=""),)}],
)
def test_blocked_proposal_refuses(change: dict[str, Any]) -> None:
    assert blocked_proposal(replace(RECORD, **change)).outcome is REFUSED
