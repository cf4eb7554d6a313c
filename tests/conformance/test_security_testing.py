"""R14: the life of SMETS1 Device Security Testing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.ruling import Outcome, Standing
from toolkit.conformance.tmad.security_testing import (
    Event,
    Recipient,
    ScopeChange,
    Step,
    security_testing,
)

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

BOTH = (Recipient.SSC, Recipient.SECRETARY_OF_STATE)


def event(step: Step, day: int, **more: Any) -> Event:
    agreed = step in (Step.SCOPE_AGREED, Step.TIMETABLE_AGREED, Step.SCOPE_CHANGED, Step.REVISION_AGREED)
    return Event(step, date(2020, 9, 1) + timedelta(days=day), **{"with_ssc": agreed, **more})


LIFE = (
    event(Step.SCOPE_AGREED, 0),
    event(Step.TIMETABLE_AGREED, 1),
    event(Step.TESTING_BEGUN, 2),
    event(Step.SCOPE_CHANGED, 3, ground=ScopeChange.SECURITY_FINDING),
    event(Step.REVISION_AGREED, 4),
    event(Step.COMPLETED, 6, tested_against=1),  # Monday 7 September 2020
    event(Step.REPORTED, 20, recipients=BOTH),  # the tenth Working Day after it
)


def changed(number: int, **more: Any) -> tuple[Event, ...]:
    return (*LIFE[:number], replace(LIFE[number], **more), *LIFE[number + 1 :])


@pytest.mark.verifies("TMAD", "security-testing-scope")
@pytest.mark.verifies("TMAD", "scope-changes-limited")
@pytest.mark.verifies("TMAD", "scope-and-timetable")
@pytest.mark.verifies("TMAD", "scope-revisions")
@pytest.mark.verifies("TMAD", "completion-report")
@pytest.mark.parametrize(
    ("events", "legal", "clause", "says"),
    [
        pytest.param(LIFE, 7, "17", "each lawful", id="the whole life"),
        pytest.param(
            LIFE[:3], 3, "17", "Next: scope changed or revision agreed or testing completed", id="begun"
        ),
        pytest.param(LIFE[1:], 0, "17.5", "next can come scope agreed", id="no scope"),
        pytest.param(
            LIFE[:1] + LIFE[2:], 1, "17.3", "next can come Scope", id="testing before the timetable"
        ),
        pytest.param(changed(0, with_ssc=False), 0, "17.3", "has not agreed", id="scope without the SSC"),
        pytest.param(changed(3, with_ssc=False), 3, "17.4", "has not agreed", id="change without the SSC"),
        pytest.param(
            changed(3, ground=None), 3, "17.4", "only on one of these grounds", id="change without ground"
        ),
        pytest.param(changed(4, with_ssc=False), 4, "17.6", "has not agreed", id="revision without the SSC"),
        pytest.param(
            LIFE[:4] + LIFE[5:], 4, "17.6", "next can come revision agreed", id="change without revision"
        ),
        pytest.param(
            changed(5, tested_against=0), 5, "17.6", "revision 1", id="tested against the first document"
        ),
        pytest.param(
            changed(5, tested_against=2), 5, "17.6", "revision 1", id="tested against none there is"
        ),
        pytest.param(changed(5, tested_against=None), 5, "17.6", "revision 1", id="not said against which"),
        pytest.param(changed(6, recipients=BOTH[:1]), 6, "17.12", "Secretary of State", id="no copy"),
        pytest.param(changed(6, recipients=BOTH[1:]), 6, "17.12", "Security Sub-Committee", id="no report"),
        pytest.param(
            changed(6, recipients=(*BOTH, Recipient.OTHER)), 6, "17.12", "17.11", id="to somebody else"
        ),
        pytest.param(
            changed(6, recipients=(*BOTH, Recipient.OTHER), with_ssc=True), 7, "17", "", id="agreed to"
        ),
        pytest.param(changed(6, day=date(2020, 9, 20)), 7, "17", "", id="reported a day before it was due"),
        pytest.param(changed(6, day=date(2020, 9, 22)), 6, "17.12", "due by 21 September", id="a day late"),
        pytest.param(changed(2, day=date(2020, 9, 1)), 2, "17.3", "comes before", id="out of order in time"),
        pytest.param(
            (*LIFE, event(Step.TESTING_BEGUN, 30)), 7, "17.3", "next can come nothing", id="after the report"
        ),
    ],
)
def test_security_testing(events: tuple[Event, ...], legal: int, clause: str, says: str) -> None:
    ruling = security_testing(events)
    assert ruling.value is not None
    assert (ruling.value.legal, ruling.clause.label) == (legal, clause)
    assert ruling.outcome is (MET if legal == len(events) else NOT_MET)
    assert says in ruling.reason
    assert ruling.value.recipients == BOTH


@pytest.mark.verifies("TMAD", "scope-revisions")
def test_a_revision_leads_back_to_where_the_testing_stood() -> None:
    before = security_testing((*LIFE[:2], event(Step.REVISION_AGREED, 2)))
    assert before.value is not None
    assert Step.TESTING_BEGUN in before.value.next_steps
    assert Step.COMPLETED not in before.value.next_steps
    after = security_testing(LIFE[:5])
    assert after.value is not None
    assert (after.value.revision, Step.COMPLETED in after.value.next_steps) == (1, True)
    assert Step.TESTING_BEGUN not in after.value.next_steps


@pytest.mark.verifies("TMAD", "security-testing-scope")
def test_security_testing_comes_with_4_1() -> None:
    assert security_testing(LIFE, version="4.0").outcome is Outcome.NOT_IN_FORCE
    assert security_testing(LIFE, version="4.1").standing is Standing.PROPOSED
    assert security_testing(LIFE, version="6.0").standing is Standing.IN_FORCE
    assert security_testing(()).outcome is REFUSED


@pytest.mark.verifies("TMAD", "security-testing-scope")
@given(st.lists(st.sampled_from(LIFE), min_size=1, max_size=8))
def test_what_is_lawful_stays_lawful_when_it_is_cut_short(events: list[Event]) -> None:
    ruling = security_testing(tuple(events))
    assert ruling.value is not None
    legal = ruling.value.legal
    if legal:
        assert security_testing(tuple(events[:legal])).outcome is MET
    if legal < len(events):
        assert ruling.outcome is NOT_MET
