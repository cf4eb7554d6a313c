"""Attesting links: the lines of attestations.tsv as they become when somebody has read clause and code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .attestation import Attestation
from .link import Link
from .verdict import ClauseVerdict, Suspicion


class AttestingError(ValueError):
    """What was asked for cannot be attested; the text says why."""


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says, and when."""

    who: str
    why: str
    day: date
    editorial: bool = False
    """Only the form of the clauses changed, and the code was not read again."""


Wanted = Callable[[ClauseVerdict, Link], bool]
"""Whether a link of a clause is to be attested."""
Attested = Mapping[tuple[str, str], Attestation]


def attest(verdicts: Iterable[ClauseVerdict], wanted: Wanted, word: Word) -> tuple[Attestation, ...]:
    """An attestation for every link that is wanted and suspect, or was never attested.

    AttestingError where one is to be editorial whose code was changed, or that nobody attested before.
    """
    return tuple(
        _attestation(verdict, suspicion, word)
        for verdict in verdicts
        for suspicion in verdict.suspicions
        if suspicion.clause == verdict.clause and wanted(verdict, suspicion.link)
    )


def _attestation(verdict: ClauseVerdict, suspicion: Suspicion, word: Word) -> Attestation:
    link = suspicion.link
    if word.editorial and not suspicion.attested:
        raise AttestingError(f"{link.code} was never attested for {verdict.label}: read the code first.")
    if word.editorial and suspicion.code_changed:
        raise AttestingError(
            f"{link.code} was changed since it was attested: that is not editorial. Read it, and attest it "
            "without --editorial."
        )
    return Attestation(
        verdict.clause, link.code, verdict.fingerprint, link.fingerprint, verdict.version, word.day,
        word.who, word.why, link.since, word.editorial,
    )  # fmt: skip


def gone(verdicts: Iterable[ClauseVerdict], attested: Iterable[Attestation]) -> tuple[Attestation, ...]:
    """The attestations of links that are no longer there."""
    there = {(clause, link.code) for one in verdicts for clause, link in one.claims}
    return tuple(one for one in attested if one.link not in there)


def updated(before: Attested, new: Iterable[Attestation], without: Iterable[Attestation]) -> Attested:
    """The attestations of a document with some put in the place of older ones, and some taken out."""
    out = {one.link for one in without}
    return {link: one for link, one in before.items() if link not in out} | {one.link: one for one in new}
