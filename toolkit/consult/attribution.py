"""Which declared change of a consultation each real change belongs to."""

from __future__ import annotations

from collections import defaultdict

from .consultation import DeclaredChange
from .declared import Comparison, Sides


def attributed(
    declared: tuple[DeclaredChange, ...], comparison: Comparison
) -> tuple[tuple[DeclaredChange, ...], ...]:
    """For each change of a comparison, in order, the declared changes it belongs to.

    The innermost declared provision that it stands in decides: what changed in Clause 4.12(b) belongs to
    the change that declares 4.12(b), else to that which declares 4.12. Usually there is one; none where
    nothing declared covers it, as with what is only consequential.
    """
    sides = Sides.of(comparison)
    by_id: dict[str, list[DeclaredChange]] = defaultdict(list)
    for change in declared:
        for name in dict.fromkeys(name for each in sides.provisions(change) for name in sides.ids(each)):
            by_id[name].append(change)
    return tuple(
        next((tuple(by_id[name]) for name in sides.touched(change) if name in by_id), ())
        for change in comparison.changes.changes
    )
