"""Finds what “this Clause”, “paragraph (a)” and “sub-clause (b)” point at from where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.block import Clause

from .enumeration import pieces_of
from .mention import ANNEXES, Cited, Kind
from .provisions import Provisions


def limb(
    provisions: Provisions, at: str, cited: Cited, relation: str, other_case: bool = False
) -> Clause | None:
    """The limb that a label such as (a) or (a)(ii) names near a clause or definition.

    The citing clause's own limbs come first, then its siblings, then those of the clauses that it stands
    in. Where the text says “above”, of the latter one that stands before the citing clause wins: its own
    limbs are above its closing words, which bear its id; and one that stands after it for “below”.
    """
    found = [
        (scope, provisions.limb_of(scope, pieces_of(reading), other_case))
        for scope in scopes(provisions, at)
        for reading in cited.readings
    ]
    hits = [(scope, clause) for scope, clause in found if clause is not None]
    if relation:
        here, above = _place(provisions, at), relation == "above"
        fitting = [hit for hit in hits if hit[0] == at or (provisions.places[hit[1].id] < here) is above]
        hits = fitting or hits
    return hits[0][1] if hits else None


def scopes(provisions: Provisions, at: str) -> Iterator[str]:
    """The id of a clause, definition or table, and of everything that it stands in, innermost first."""
    seen = at
    while seen:
        yield seen
        seen = provisions.index.parents.get(seen, "")


def around(provisions: Provisions, at: str, kind: Kind) -> Clause | None:
    """The clause that “this Clause”, “this Section”, “this Appendix” or “this paragraph” means at a place."""
    clauses = [
        provisions.index.clauses[scope]
        for scope in scopes(provisions, at)
        if scope in provisions.index.clauses
    ]
    if not clauses or kind is Kind.PARAGRAPH:
        return clauses[0] if clauses else None
    if kind in ANNEXES:
        return next((one for one in clauses if one.label.text.startswith(f"{kind.title()} ")), None)
    if kind is Kind.SECTION and provisions.keyword == "Section":
        return clauses[-1]
    numbered = [one for one in clauses if not one.label.own.startswith("(")]
    return numbered[0] if numbered else clauses[0]


def stands_in(provisions: Provisions, at: str, clause: Clause) -> bool:
    """Whether a place is a clause, or in it."""
    return any(scope == clause.id for scope in scopes(provisions, at))


def labelled_around(provisions: Provisions, at: str, label: str) -> Clause | None:
    """The clause of a label that a place stands in; None where it stands in none of that label."""
    found = (provisions.index.clauses.get(scope) for scope in scopes(provisions, at))
    return next((one for one in found if one is not None and one.label.text == label), None)


def _place(provisions: Provisions, at: str) -> int:
    """The place of the citing clause in the order of the text; of a definition or table, after its clause."""
    for scope in scopes(provisions, at):
        if scope in provisions.places:
            return provisions.places[scope] + (0 if scope == at else 1)
    return 0
