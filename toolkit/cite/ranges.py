"""Whether a range runs forwards over labels that exist: Clauses 4.1 to 4.6, Sections L1 to L12."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.library.external import External
from toolkit.model.block import Table
from toolkit.model.label import Label
from toolkit.model.numbering import MAIN_BODY, SUBSIDIARY, read_full

from .citation import Problem
from .context import Context
from .lookup import Finding
from .provisions import WIDEST_RANGE, Provisions
from .where import Where

_MEND = "Mend the order or the labels."
_CAPTION = re.compile(r"(Table (?:\d+\.)*)(\d+)\Z")


def checked_range(where: Where, context: Context, first: Finding, last: Finding) -> Finding:
    """The finding of the last label of a range, with what is wrong with the range as a whole."""
    if last.problem or first.problem or first.target is None or last.target is None:
        return last
    if where.provisions is not None:
        one, other = _label(where.provisions, first), _label(where.provisions, last)
        if one and other:
            return _of_clauses(where.provisions, one, other, last)
        return _of_tables(where.provisions.index.captions, first.target.label, last.target.label, last)
    if where.external is not None and _backwards(where.external, context, first, last):
        message = f"“{first.target.label} to {last.target.label}” does not run forwards."
        return replace(last, problem=Problem.RANGE_BACKWARDS, message=message, hint=_MEND)
    return last


def _label(provisions: Provisions, finding: Finding) -> Label | None:
    """The label of a clause, or of one that is declared and not written."""
    if finding.clause is not None:
        return finding.clause.label
    if finding.target is None or not finding.target.gap:
        return None
    return next(iter(provisions.readings(finding.target.label)), None)


def _of_clauses(provisions: Provisions, one: Label, other: Label, last: Finding) -> Finding:
    words = f"{one.text} to {other.text}"
    if not _forwards(one, other):
        message = f"“{words}” does not run from a label to a later one of the same level."
        return replace(last, problem=Problem.RANGE_BACKWARDS, message=message, hint=_MEND)
    missing = provisions.missing_between(one, other) if one.key[:-1] == other.key[:-1] else ""
    return _broken(words, missing, last)


def _forwards(one: Label, other: Label) -> bool:
    """(a) to (d) of one clause, 4.1 to 4.6; also 4.1 to 5.3, whose numbers say of which clause they are."""
    siblings = one.key[:-1] == other.key[:-1]
    numbers = len(one.parts) == len(other.parts) == 1 and len(one.key) == len(other.key)
    return (siblings or numbers) and one.key < other.key


def _of_tables(captions: Mapping[str, Table], one: str, other: str, last: Finding) -> Finding:
    start, end = _CAPTION.match(one), _CAPTION.match(other)
    if not start or not end or start[1] != end[1]:
        return last
    words = f"{one} to {other.removeprefix('Table ')}"
    first, final = int(start[2]), int(end[2])
    if first >= final:
        message = f"“{words}” does not run forwards."
        return replace(last, problem=Problem.RANGE_BACKWARDS, message=message, hint=_MEND)
    between = (f"{start[1]}{number}" for number in range(first + 1, min(final, first + WIDEST_RANGE)))
    return _broken(words, next((name for name in between if name not in captions), ""), last)


def _broken(words: str, missing: str, last: Finding) -> Finding:
    if not missing:
        return last
    message = f"“{words}” takes in {missing}, which does not exist."
    return replace(last, problem=Problem.RANGE_BROKEN, message=message, hint="Cite those that exist.")


def _backwards(external: External, context: Context, first: Finding, last: Finding) -> bool:
    """By the order of the inventory; where it does not list both ends, by their labels."""
    assert first.target is not None and last.target is not None
    order = context.catalogue.order(external)
    start, end = order.get(first.target.label, -1), order.get(last.target.label, -1)
    if min(start, end) >= 0:
        return start >= end
    scheme = MAIN_BODY if external.keyword == "Section" else SUBSIDIARY
    ones, others = read_full(scheme, first.target.label), read_full(scheme, last.target.label)
    siblings = [(one, other) for one in ones for other in others if one.key[:-1] == other.key[:-1]]
    return bool(siblings) and all(one.key >= other.key for one, other in siblings)
