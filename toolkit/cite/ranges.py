"""Whether a range runs forwards over labels that exist: Clauses 4.1 to 4.6, Sections L1 to L12."""

from __future__ import annotations

from dataclasses import replace

from .citation import Problem
from .context import Context
from .lookup import Finding
from .where import Where

_MEND = "Mend the order or the labels."


def checked_range(where: Where, context: Context, first: Finding, last: Finding) -> Finding:
    """The finding of the last label of a range, with what is wrong with the range as a whole."""
    if last.problem or first.problem:
        return last
    if where.provisions is not None and first.clause is not None and last.clause is not None:
        one, other = first.clause.label, last.clause.label
        words = f"{one.text} to {other.text}"
        if one.key[:-1] != other.key[:-1] or one.key >= other.key:
            message = f"“{words}” does not run from a label to a later one of the same level."
            return replace(last, problem=Problem.RANGE_BACKWARDS, message=message, hint=_MEND)
        missing = where.provisions.missing_between(first.clause, last.clause)
        if missing:
            message = f"“{words}” takes in {missing}, which does not exist."
            return replace(last, problem=Problem.RANGE_BROKEN, message=message, hint="Cite those that exist.")
    elif where.external is not None and first.target and last.target:
        order = context.catalogue.order(where.external)
        start, end = order.get(first.target.label, -1), order.get(last.target.label, -1)
        if start >= end and min(start, end) >= 0:
            message = f"“{first.target.label} to {last.target.label}” does not run forwards."
            return replace(last, problem=Problem.RANGE_BACKWARDS, message=message, hint=_MEND)
    return last
