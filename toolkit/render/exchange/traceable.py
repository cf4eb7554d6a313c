"""What a trace links, as other tools see it: clauses, pieces of code, tests, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.trace.link import Link, LinkKind
from toolkit.trace.results import Outcome, Result
from toolkit.trace.tracing import Traced
from toolkit.trace.verdict import ClauseVerdict


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of code that says something of clauses: all that it says."""

    kind: LinkKind
    link: Link
    """What it says first, in order of document and text."""
    outcome: str
    """Of a test: passed, failed, skipped, or not run; empty for code."""
    message: str
    """Why a test failed or was skipped; else empty."""
    claims: tuple[Claim, ...]

    @property
    def name(self) -> str:
        """toolkit/conformance/tmad.py::mprn_matches"""
        return self.link.code

    @property
    def key(self) -> str:
        """Its name with what it is, by which it is told from all others: impl, or test."""
        return f"{'impl' if self.kind is LinkKind.IMPLEMENTS else 'test'} {self.name}"

    @property
    def title(self) -> str:
        """What it is called in its file; the file and line of a comment outside any function."""
        return self.link.name or self.link.code


@dataclass(frozen=True, slots=True)
class Claim:
    """One link of a piece of code to a clause."""

    verdict: ClauseVerdict
    """Of the clause that it leads to."""
    since: str
    suspect: str
    """Why it is suspect; empty where it was attested as it stands, and for tests."""


def pieces(traced: Traced) -> tuple[Piece, ...]:
    """The pieces of code that links come from, code first, each in the order of what it links to."""
    return tuple(
        _piece(kind, found) for kind in LinkKind for found in _by_code(traced.verdicts, kind).values()
    )


_Found = list[tuple[ClauseVerdict, Link]]


def _by_code(verdicts: Iterable[ClauseVerdict], kind: LinkKind) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for verdict in verdicts:
        for clause, link in verdict.claims if kind is LinkKind.IMPLEMENTS else verdict.proofs:
            if clause == verdict.clause:
                found.setdefault(link.code, []).append((verdict, link))
    return found


def _piece(kind: LinkKind, found: _Found) -> Piece:
    claims: dict[tuple[str, str, str], Claim] = {}
    for verdict, link in found:
        claims.setdefault((verdict.document, verdict.version, verdict.clause), _claim(verdict, link))
    outcome, message = _outcome(found) if kind is LinkKind.VERIFIES else ("", "")
    return Piece(kind, found[0][1], outcome, message, tuple(claims.values()))


def _claim(verdict: ClauseVerdict, link: Link) -> Claim:
    why = (one.why for one in verdict.suspicions if one.link == link and one.clause == verdict.clause)
    return Claim(verdict, link.since, next(why, ""))


def _outcome(found: _Found) -> tuple[str, str]:
    """The worst that became of a test's rows."""
    own: dict[Result, None] = {}
    for verdict, link in found:
        own.update(dict.fromkeys(one for one in verdict.results if one.test == link.test))
    for outcome in (Outcome.FAILED, Outcome.PASSED, Outcome.SKIPPED):
        some = [result for result in own if result.outcome is outcome]
        if some:
            return outcome.value, some[0].message
    return "not run", ""
