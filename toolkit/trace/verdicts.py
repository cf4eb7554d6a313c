"""From what is known of one provision to its verdict: the worst thing that is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .evidence import Evidence, Need
from .link import Link
from .results import Outcome, Result
from .verdict import State, Suspicion


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything there is to show that one provision is carried out."""

    needed: Evidence
    code: tuple[Link, ...]
    tests: tuple[tuple[Link, tuple[Result, ...]], ...]
    """The tests that say they verify it, each with its results."""
    examples: tuple[tuple[str, tuple[Result, ...]], ...]
    """The worked examples beside it, each by name, with the results of its rows."""
    suspicions: tuple[Suspicion, ...]
    ran: bool
    """Whether any results were given at all."""
    today: date

    @property
    def results(self) -> tuple[Result, ...]:
        """All results that there are."""
        return tuple(dict.fromkeys(one for _, some in (*self.tests, *self.examples) for one in some))


def verdict(proof: Proof) -> tuple[State, str]:
    """The state of a provision and the reason in words."""
    for state, judge in _JUDGES:
        reason = judge(proof)
        if reason:
            return state, reason
    return State.PASSING, _passing(proof)


def _failing(proof: Proof) -> str:
    failed = [result for result in proof.results if result.outcome is Outcome.FAILED]
    if not failed:
        return ""
    more = f", and {len(failed) - 1} more" if len(failed) > 1 else ""
    said = f": {failed[0].message}" if failed[0].message else ""
    return f"{failed[0].name} failed{more}{said}"


def _procedural(proof: Proof) -> str:
    """Nothing is needed and nothing claims to carry it out: a link that is there is held to what it says."""
    nothing = not (proof.code or proof.tests or proof.examples)
    return (proof.needed.reason or "no evidence is asked for") if proof.needed.procedural and nothing else ""


def _waived(proof: Proof) -> str:
    waiver = proof.needed.waiver
    if waiver is None or waiver.until < proof.today:
        return ""
    return f"until {waiver.until.isoformat()}: {waiver.reason}"


def _missing(proof: Proof) -> str:
    return "no code carries it out" if Need.CODE in proof.needed.needs and not proof.code else ""


def _suspect(proof: Proof) -> str:
    if not proof.suspicions:
        return ""
    more = f", and {len(proof.suspicions) - 1} more" if len(proof.suspicions) > 1 else ""
    return f"{proof.suspicions[0].link.code}: {proof.suspicions[0].why}{more}"


def _unverified(proof: Proof) -> str:
    needs, review = proof.needed.needs, proof.needed.review
    lacking = []
    if (Need.TEST in needs and not proof.tests) or (proof.code and not (proof.tests or proof.examples)):
        lacking.append("no test verifies it")
    if Need.EXAMPLE in needs and not proof.examples:
        lacking.append("no worked example stands beside it")
    if Need.REVIEW in needs and (review is None or review.until < proof.today):
        lacking.append(f"its review by {review.by} counted until {review.until}" if review else "no review")
    return "; ".join(lacking)


def _not_run(proof: Proof) -> str:
    """Every test and example must have run: one that did not may be the one that fails."""
    if not (proof.tests or proof.examples):
        return ""
    if not proof.ran:
        return "no results were given"
    named = (*((link.name or link.code, some) for link, some in proof.tests), *proof.examples)
    for name, some in named:
        if not some:
            return f"{name} is not among the results"
        if all(result.outcome is Outcome.SKIPPED for result in some):
            return f"{name} was skipped: {some[0].message or 'it does not say why'}"
    return ""


def _passing(proof: Proof) -> str:
    passed = sum(result.outcome is Outcome.PASSED for result in proof.results)
    if passed:
        return f"{passed} test{'s' if passed > 1 else ''} passed"
    review = proof.needed.review
    if review is not None:
        return f"reviewed by {review.by} on {review.on}, which counts until {review.until}"
    return "code carries it out, and no test is asked for"


_JUDGES: tuple[tuple[State, Callable[[Proof], str]], ...] = (
    (State.FAILING, _failing),
    (State.PROCEDURAL, _procedural),
    (State.WAIVED, _waived),
    (State.MISSING, _missing),
    (State.SUSPECT, _suspect),
    (State.UNVERIFIED, _unverified),
    (State.NOT_RUN, _not_run),
)
"""Each says why a provision is in its state, or nothing; the first that says something decides."""
