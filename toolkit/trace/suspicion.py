"""Which links are suspect: whose clause or code is not what somebody attested, and which words changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from toolkit.compare.words import edits
from toolkit.model.change import Edit

from .attestation import Attestation
from .link import Link
from .verdict import Suspicion
from .wording import Wordings, plain

Earlier = Callable[[str], Iterable[Wordings]]
"""The other wordings of a document that can be had, likeliest first, given the name of a version."""


def suspicion(
    link: Link, attested: Attestation | None, clause: str, now: Wordings, earlier: Earlier
) -> Suspicion | None:
    """Why a link is suspect; None where its words and its code are those that were attested.

    `clause` is the id that the link leads to. A link that claims a later version than was attested is
    suspect, too: that version was not read.
    """
    if attested is None:
        return Suspicion(link, clause, "nobody has attested it yet")
    reasons = []
    changed: tuple[Edit, ...] = ()
    wanted = now.fingerprint(clause)
    incomparable = _form(attested.clause_fingerprint) != _form(wanted) or (
        _form(attested.code_fingerprint) != _form(link.fingerprint)
    )
    if incomparable:
        reasons.append("its fingerprints were made by another rule than today's, and cannot be compared")
    reworded = not incomparable and attested.clause_fingerprint != wanted
    if reworded:
        reasons.append(f"the clause was reworded since it was attested against {attested.version}")
        changed = _changed(attested, clause, now, earlier)
    if not incomparable and attested.code_fingerprint != link.fingerprint:
        reasons.append("the code was changed since it was attested")
    if link.since and attested.since != link.since:
        reasons.append(
            f"it says that it carries out the clause since {link.since}, and what was attested is "
            f"{attested.since or 'no such version'}"
        )
    if not reasons:
        return None
    code_changed = len(reasons) > reworded
    by = f"{attested.who} on {attested.day}"
    return Suspicion(link, clause, "; ".join(reasons), attested.version, reworded, code_changed, by, changed)


def _form(fingerprint: str) -> str:
    """The byte in front of a fingerprint, which says by which rule it was made."""
    return fingerprint.partition(":")[0]


def _changed(attested: Attestation, clause: str, now: Wordings, earlier: Earlier) -> tuple[Edit, ...]:
    """The words attested against those of today; empty where the former are no longer held."""
    for wordings in earlier(attested.version):
        if wordings.fingerprint(clause) == attested.clause_fingerprint:
            return edits(plain(wordings.words(clause)), plain(now.words(clause)))
    return ()
