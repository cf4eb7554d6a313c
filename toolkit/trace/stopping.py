"""What stops a build: one finding for each thing that somebody has to do, at the place to do it.

A fault shows in several ways at once: a function that was deleted leaves an attestation without a link
and a clause without code; a limb that was reworded makes the clause around it read differently, too; a
test that failed may verify three clauses. Each is told once, where it was made.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .attestation import Attestation
from .changed_words import as_text
from .finding import finding
from .link import Link
from .results import Outcome, Result
from .verdict import ClauseVerdict, State, Suspicion

_LACKING = (State.MISSING, State.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Judged:
    """One document with everything that its findings are made of."""

    verdicts: tuple[ClauseVerdict, ...]
    astray: tuple[tuple[Link, str], ...]
    """Links that lead nowhere, each with the clause id that it is nearest to."""
    gone: tuple[Attestation, ...]
    """The attestations of links that are no longer there."""
    evidence_unread: bool = False
    """Whether it is not known what its clauses need, for a fault that is told where it was made."""


def stopping(
    documents: Sequence[Judged],
    told: Sequence[Diagnostic],
    stray: Sequence[Link],
    lost_links: Sequence[Attestation],
    ran: bool,
) -> tuple[Diagnostic, ...]:
    """The findings about all documents, `lost_links` being what links_gone tells of them.

    `told` is what is wrong with the links themselves; those of `stray` lead to no document.
    `ran`: whether results were given; without them no test is missed.
    """
    found: list[Diagnostic] = []
    places = frozenset(one.place for one in told)
    found += map(_link_gone, lost_links)
    meant = {link.clause for link in stray}
    for document in documents:
        found += (one for one in _suspect(document.verdicts) if one.place not in places)
        lost = {one.clause for one in document.gone} | {near for _, near in document.astray} | meant
        if not document.evidence_unread:
            found += map(_lacking, _lacks(document.verdicts, lost))
    verdicts = [verdict for document in documents for verdict in document.verdicts]
    found += _tests(verdicts, ran, places)
    return tuple(found)


# -- attestations of what is no longer there --------------------------------------------------------


def links_gone(documents: Sequence[Judged], stray: Sequence[Link]) -> tuple[Attestation, ...]:
    """The attestations of links that are gone, and neither named otherwise now nor put in another's place."""
    renamed = {link.code for link in stray}.union(*(_elsewhere_now(one) for one in documents))
    return tuple(one for document in documents for one in _gone_from(document) if one.code not in renamed)


def _gone_from(document: Judged) -> Iterator[Attestation]:
    fresh = {one.clause for one in document.verdicts for each in _fresh(one) if each.clause == one.clause}
    return (one for one in document.gone if one.clause not in fresh)


def _fresh(verdict: ClauseVerdict) -> Iterator[Suspicion]:
    """What was never attested."""
    return (one for one in verdict.suspicions if not one.attested)


def _elsewhere_now(document: Judged) -> set[str]:
    """Code that now names another clause than was attested, which is told at its mark."""
    fresh = {one.link.code for verdict in document.verdicts for one in _fresh(verdict)}
    return fresh | {link.code for link, _ in document.astray}


def _link_gone(one: Attestation) -> Diagnostic:
    message = (
        f"{one.code} no longer says that it implements {one.clause}, as {one.who} attested on {one.day}."
    )
    hint = "Put the function or its mark back; or, if it is gone for good: drafting attest --remove-gone."
    return finding("T123", one.place, message, hint)


# -- words and code that are not those attested -----------------------------------------------------


def _suspect(verdicts: Sequence[ClauseVerdict]) -> Iterator[Diagnostic]:
    held = [one for one in verdicts if one.suspicions and one.state is not State.WAIVED]
    reworded = {one.clause: _own(one, reworded=True) for one in held}
    innermost = [one for one in held if reworded[one.clause] and not _told_further_in(one, reworded)]
    for one in innermost:
        around = {each.clause for each in one.suspicions if each.reworded and each.clause != one.clause}
        yield _reworded(one, reworded[one.clause], sorted(around))
    for one in held:
        for each in _own(one, reworded=False):
            yield _changed_or_new(one, each)


def _own(verdict: ClauseVerdict, reworded: bool) -> tuple[Suspicion, ...]:
    """The suspicions of links that name the clause itself, not one that it stands in or that stands in it."""
    return tuple(
        one for one in verdict.suspicions if one.clause == verdict.clause and one.reworded is reworded
    )


def _told_further_in(verdict: ClauseVerdict, reworded: dict[str, tuple[Suspicion, ...]]) -> bool:
    """Whether a clause under it was reworded, which is why it reads differently."""
    return any(reworded.get(name) for name in verdict.under)


def _reworded(verdict: ClauseVerdict, own: tuple[Suspicion, ...], around: list[str]) -> Diagnostic:
    codes = " and ".join(sorted({one.link.code for one in own}))
    first = own[0]
    words = as_text(first.changed)
    told = f": {words}" if words else "; the wording that was attested is no longer held."
    since = f"since {codes} was attested against {first.attested} by {first.by}"
    message = f"The clause was reworded {since}{told}"
    names = " ".join([verdict.name, *(f"{verdict.document}#{name}" for name in around)])
    hint = f"See whether the code still does what the clause says; then: drafting attest {names}."
    return finding("T121", verdict.place, message, hint, verdict.label)


def _changed_or_new(verdict: ClauseVerdict, one: Suspicion) -> Diagnostic:
    code = "T121" if one.attested else "T122"
    message = f"{one.link.code} implements {verdict.label}, but {one.why}."
    hint = f"Read the clause and the code; then: drafting attest {verdict.name} --code {one.link.code}."
    return finding(code, one.link.place, message, hint, verdict.label)


# -- proof that is not there ------------------------------------------------------------------------


def _lacks(verdicts: Sequence[ClauseVerdict], lost: set[str]) -> Iterator[ClauseVerdict]:
    """Provisions without the proof that they need, the outermost of those that lack the same.

    `lost` are ids whose link is told to be gone or mistaken: what they lack, they lack for that.
    """
    under = lost.union(*(one.under for one in verdicts if one.clause in lost))
    lacking = [one for one in verdicts if one.state in _LACKING and one.clause not in under]
    own = [one for one in lacking if one.own_code or not one.code]
    further_out = {(name, one.reason) for one in own for name in one.under}
    return (one for one in own if (one.clause, one.reason) not in further_out)


def _lacking(verdict: ClauseVerdict) -> Diagnostic:
    message = f"The clause is {verdict.state}: {verdict.reason}."
    hint = "Give it what it needs, or declare in evidence.yaml what it needs instead, and why."
    return finding("T132", verdict.place, message, hint, verdict.label)


# -- tests ------------------------------------------------------------------------------------------


_DO = {
    "T131": "Mend the code, or the test where the clause says otherwise.",
    "T132": "Run it, and give its results with --results; a test that did not run proves nothing.",
}


def _tests(verdicts: Sequence[ClauseVerdict], ran: bool, places: frozenset[Place]) -> Iterator[Diagnostic]:
    """One finding a test that failed or did not run, at its first mark, whatever it verifies.

    At `places` something else is told: a worked example of an unknown function cannot but fail.
    """
    troubled: dict[str, list[tuple[Link, ClauseVerdict]]] = {}
    for verdict in verdicts:
        if verdict.state is not State.PASSING:  # else all of its tests passed
            for link in verdict.tests:
                if link.place not in places and _trouble(link, verdict.results, ran):
                    troubled.setdefault(_name(link), []).append((link, verdict))
    clauses = _verified(verdicts, troubled)
    for name, some in troubled.items():
        link, verdict = min(some, key=lambda one: one[0].place.line)
        code, trouble = _trouble(link, verdict.results, ran) or ("", "")
        message = f"{trouble} It verifies {', '.join(clauses[name])}."
        yield finding(code, link.place, message, _DO[code], verdict.label)


def _verified(verdicts: Iterable[ClauseVerdict], tests: Container[str]) -> dict[str, dict[str, None]]:
    """The labels of the clauses that each of some tests verifies, in order."""
    clauses: dict[str, dict[str, None]] = {}
    if not tests:
        return clauses
    for verdict in verdicts:
        for link in verdict.tests:
            if (name := _name(link)) in tests:
                clauses.setdefault(name, {})[verdict.label] = None
    return clauses


def _name(link: Link) -> str:
    """A test without the row that it may name."""
    return link.code.partition("[")[0]


def _trouble(link: Link, results: Iterable[Result], ran: bool) -> tuple[str, str] | None:
    """What is wrong with a test: the code of the finding and a sentence; None where it passed."""
    own = [result for result in results if result.test == link.test and link.ran_as(result.name)]
    failed = [result for result in own if result.outcome is Outcome.FAILED]
    if failed:
        more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
        said = f": {failed[0].message}" if failed[0].message else ""
        return "T131", f"{failed[0].name}{more} failed{said}".rstrip(".") + "."
    if ran and not own:
        return "T132", f"{link.name or link.code} is not among the results."
    if ran and all(result.outcome is Outcome.SKIPPED for result in own):
        return "T132", f"{link.name} was skipped: {own[0].message or 'it does not say why'}.".replace(
            "..", "."
        )
    return None
