"""What stops a build: one finding for each thing that somebody has to do, at the place to do it.

A fault shows in several ways at once: a function that was deleted leaves an attestation without a link
and a clause without code. It is told once, where it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from toolkit.model.diagnostic import Diagnostic

from .attestation import Attestation
from .finding import finding
from .link import Link
from .results import Outcome
from .verdict import ClauseVerdict, State


def stopping(
    verdicts: Sequence[ClauseVerdict], links: Iterable[Link], attested: Iterable[Attestation]
) -> tuple[Diagnostic, ...]:
    """The findings about one document. `links` are all that name it, wherever they lead."""
    links = tuple(links)
    gone = _gone(verdicts, links, attested)
    lost = {one.clause for one in gone}
    leading_elsewhere = {link.code for link in links}
    found: list[Diagnostic] = []
    for one in gone:
        if one.code not in leading_elsewhere:
            found.append(_link_gone(one))
    for verdict in verdicts:
        match verdict.state:
            case State.FAILING:
                found += _failing(verdict)
            case State.SUSPECT:
                found += _suspect(verdict)
            case State.MISSING if verdict.clause not in lost:
                found.append(_lacking(verdict))
            case State.UNVERIFIED:
                found.append(_lacking(verdict))
            case State.NOT_RUN if verdict.results:
                found.append(_lacking(verdict))
    return tuple(dict.fromkeys(found))


def _gone(
    verdicts: Sequence[ClauseVerdict], links: Sequence[Link], attested: Iterable[Attestation]
) -> tuple[Attestation, ...]:
    """The attestations of links that are no longer there."""
    there = {(verdict.clause, link.code) for verdict in verdicts for link in verdict.code}
    there |= {(link.clause, link.code) for link in links}
    return tuple(one for one in attested if one.link not in there)


def _link_gone(one: Attestation) -> Diagnostic:
    message = (
        f"{one.code} no longer says that it implements {one.clause}, as {one.who} attested on {one.day}."
    )
    hint = "Put the function or its mark back; or, if it is gone for good: drafting attest --remove-gone."
    return finding("T123", one.place, message, hint)


def _failing(verdict: ClauseVerdict) -> Iterator[Diagnostic]:
    failed = {result.name.partition("[")[0] for result in verdict.results if result.outcome is Outcome.FAILED}
    for link in verdict.tests:
        if link.name.rpartition(".")[2].partition("[")[0] in failed:
            message = f"{link.name} verifies {verdict.label}, and it failed: {verdict.reason}."
            hint = "Mend the code, or the test where the clause says otherwise."
            yield finding("T131", link.place, message, hint, verdict.label)


def _suspect(verdict: ClauseVerdict) -> Iterator[Diagnostic]:
    reworded = [one for one in verdict.suspicions if one.reworded]
    if reworded:
        codes = ", ".join(sorted(one.link.code for one in reworded))
        message = f"The clause was reworded since {codes} was attested against {reworded[0].attested}."
        hint = f"See whether the code still does what it says; then: drafting attest {verdict.name}."
        yield finding("T121", verdict.place, message, hint, verdict.label)
    for one in verdict.suspicions:
        if not one.reworded:
            code = "T121" if one.attested else "T122"
            message = f"{one.link.code} implements {verdict.label}, but {one.why}."
            hint = f"Read the clause and the code; then: drafting attest {verdict.name}."
            yield finding(code, one.link.place, message, hint, verdict.label)


def _lacking(verdict: ClauseVerdict) -> Diagnostic:
    message = f"The clause is {verdict.state}: {verdict.reason}."
    hint = "Give it what it needs, or declare in evidence.yaml what it needs instead, and why."
    return finding("T132", verdict.place, message, hint, verdict.label)
