"""The verdict is the worst thing that is true: one row for each thing that can be true of a provision."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.trace.coverage import coverage, percent
from toolkit.trace.evidence import CODE_AND_TEST, Evidence, Need, Review, Waiver
from toolkit.trace.link import Link, LinkKind
from toolkit.trace.results import Outcome, Result
from toolkit.trace.verdict import ClauseVerdict, State, Suspicion
from toolkit.trace.verdicts import Proof, verdict

TODAY = date(2020, 8, 6)
CODE = Link(LinkKind.IMPLEMENTS, "TMAD", "expiry", "toolkit/tmad.py", "expiry", 1, 2)
TEST = Link(LinkKind.VERIFIES, "TMAD", "expiry", "tests/test_tmad.py", "test_expiry", 1, 2)
SUSPECT = Suspicion(CODE, "expiry", "the clause was reworded")


def result(outcome: Outcome, name: str = "test_expiry") -> Result:
    return Result("tests.test_tmad", name, outcome, "why", (), "junit.xml")


PASSED, FAILED, SKIPPED = (result(one) for one in (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED))
NONE_NEEDED = Evidence(frozenset(), "a procedure")
REVIEW = Evidence(frozenset({Need.REVIEW}), review=Review("A. Reviewer", date(2020, 1, 1), TODAY))
STALE = Evidence(frozenset({Need.REVIEW}), review=Review("A. Reviewer", date(2020, 1, 1), date(2020, 8, 5)))
WAIVED = Evidence(frozenset({Need.CODE}), waiver=Waiver(TODAY, "next release"))
LAPSED = Evidence(frozenset({Need.CODE}), waiver=Waiver(date(2020, 8, 5), "next release"))
EXAMPLE = Evidence(frozenset({Need.CODE, Need.EXAMPLE}))


def proof(
    needed: Evidence = CODE_AND_TEST,
    code: bool = True,
    results: tuple[Result, ...] | None = (PASSED,),
    suspicions: tuple[Suspicion, ...] = (),
    ran: bool = True,
) -> Proof:
    """`results` None: no test verifies it."""
    tests = () if results is None else ((TEST, results),)
    return Proof(needed, (CODE,) if code else (), tests, (), suspicions, ran, TODAY)


TABLE = {
    "all is well": (proof(), State.PASSING, "1 test passed"),
    "a test failed": (proof(results=(PASSED, FAILED)), State.FAILING, "test_expiry failed: why"),
    "failed outweighs suspect": (proof(results=(FAILED,), suspicions=(SUSPECT,)), State.FAILING, "failed"),
    "failed outweighs a waiver": (proof(WAIVED, results=(FAILED,)), State.FAILING, "failed"),
    "no code": (proof(code=False), State.MISSING, "no code"),
    "no code, but none is needed": (
        proof(NONE_NEEDED, code=False, results=None), State.PROCEDURAL, "a procedure",
    ),
    "a link is held to what it says": (proof(NONE_NEEDED, suspicions=(SUSPECT,)), State.SUSPECT, "reworded"),
    "suspect, though its tests pass": (proof(suspicions=(SUSPECT,)), State.SUSPECT, "reworded"),
    "no test": (proof(results=None), State.UNVERIFIED, "no test verifies it"),
    "code without a test": (proof(NONE_NEEDED, results=None), State.UNVERIFIED, "no test verifies it"),
    "an example is wanted": (proof(EXAMPLE), State.UNVERIFIED, "no worked example"),
    "not run is never passing": (proof(results=(), ran=False), State.NOT_RUN, "no results were given"),
    "not among the results": (proof(results=()), State.NOT_RUN, "test_expiry is not among the results"),
    "skipped is not passed": (proof(results=(SKIPPED,)), State.NOT_RUN, "was skipped: why"),
    "some rows skipped": (proof(results=(SKIPPED, PASSED)), State.PASSING, "1 test passed"),
    "reviewed to this day": (proof(REVIEW, code=False, results=None), State.PASSING, "A. Reviewer"),
    "reviewed to yesterday": (proof(STALE, code=False, results=None), State.UNVERIFIED, "2020-08-05"),
    "waived to this day": (proof(WAIVED, code=False, results=None), State.WAIVED, "until 2020-08-06"),
    "waived to yesterday": (proof(LAPSED, code=False, results=None), State.MISSING, "no code"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "state", "reason"), TABLE.values(), ids=TABLE)
def test_verdict(given: Proof, state: State, reason: str) -> None:
    found, why = verdict(given)
    assert found is state
    assert reason in why


def test_every_state_is_in_the_table() -> None:
    assert {state for _, state, _ in TABLE.values()} == set(State)


def test_coverage_counts_what_needs_proof() -> None:
    def one(state: State) -> ClauseVerdict:
        return ClauseVerdict("TMAD", "6.0", "a", "TMAD@6.0:1", "1", "", "obligation", state, "")

    rows = coverage(map(one, (State.PASSING, State.WAIVED, State.NOT_RUN, State.SUSPECT, State.PROCEDURAL)))
    assert [(row.total, row.needed, row.proved) for row in rows] == [(5, 4, 2)]
    assert percent(rows) == 50.0
    assert percent(()) == 100.0
