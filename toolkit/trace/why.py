"""Everything that is known of one provision, for a person who asks why it has its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .attestation import Attestation
from .changed_words import as_text as changed_words
from .link import Link
from .results import Outcome, Result
from .verdict import ClauseVerdict


def as_text(
    verdict: ClauseVerdict, cited_by: Iterable[str], attested: Mapping[tuple[str, str], Attestation]
) -> str:
    """A block for the verdict, for who cites it, for its code, and for its tests; without its words."""
    lines = [f"{verdict.label} ({verdict.name}) is {verdict.state}: {verdict.reason}"]
    lines += _block("cited by", cited_by)
    lines += _block("code", (line for one in verdict.claims for line in _code(verdict, one, attested)))
    lines += _block("tests", (line for link in verdict.tests for line in _test(link, verdict.results)))
    return "\n".join(lines) + "\n"


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines) or ["none"]
    return (f"  {head if not at else '':<9} {line}" for at, line in enumerate(told))


def _code(
    verdict: ClauseVerdict, claim: tuple[str, Link], attested: Mapping[tuple[str, str], Attestation]
) -> Iterator[str]:
    clause, link = claim
    since = f", since {link.since}" if link.since else ""
    other = "" if clause == verdict.clause else f" (for {verdict.document}#{clause})"
    yield f"{link.code}, lines {link.first_line} to {link.last_line}{since}{other}"
    said = attested.get((clause, link.code))
    if said is not None:
        kind = "editorial change only: " if said.editorial else ""
        yield f"  attested against {said.version} by {said.who} on {said.day}: {kind}{said.why}"
    for one in verdict.suspicions:
        if (one.clause, one.link) == claim:
            yield f"  suspect: {one.why}"
            if one.changed:
                yield f"  {changed_words(one.changed)}"


def _test(link: Link, results: Iterable[Result]) -> Iterator[str]:
    own = [result for result in results if result.test == link.test and link.ran_as(result.name)]
    counts = {outcome: sum(one.outcome is outcome for one in own) for outcome in Outcome}
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
    yield f"{link.code}, line {link.place.line}: {told or 'no result'}"
    for result in own:
        if result.outcome is not Outcome.PASSED:
            yield f"  {result.name} {result.outcome}: {result.message or 'it does not say why'}"
