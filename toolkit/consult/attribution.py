"""Which declared change of a consultation each real change belongs to."""

from __future__ import annotations

from collections import defaultdict

from .consultation import DeclaredChange
from .declared import Comparison, Sides, provision_id

_Owners = dict[str, list[DeclaredChange]]
"""By the id of a clause, definition, table or annex, the declared changes that name it."""


def attributed(
    declared: tuple[DeclaredChange, ...], comparison: Comparison
) -> tuple[tuple[DeclaredChange, ...], ...]:
    """For each change of a comparison, in order, the declared changes it belongs to.

    The innermost declared provision that it stands in decides: what changed in Clause 4.12(b) belongs to
    the change that declares 4.12(b), else to that which declares 4.12. A label is read in the draft first,
    for the clause that bore it before may have another one now. Usually there is one; none where nothing
    declared covers it, as with what is only consequential.
    """
    sides = Sides.of(comparison)
    in_draft: _Owners = defaultdict(list)
    in_either: _Owners = defaultdict(list)
    for one in declared:
        for provision in sides.provisions(one):
            _add(in_draft, provision_id(provision, sides.new.index), one)
            for name in sides.ids(provision):
                _add(in_either, name, one)
    found = []
    for change in comparison.changes.changes:
        names = sides.touched(change)
        owners = _innermost(names, in_draft) if change.new is not None else ()
        follows = change.new is not None and change.consequential
        found.append(owners if owners or follows else _innermost(names, in_either))
    return tuple(found)


def _add(owners: _Owners, name: str, one: DeclaredChange) -> None:
    if name and one not in owners[name]:
        owners[name].append(one)


def _innermost(names: tuple[str, ...], owners: _Owners) -> tuple[DeclaredChange, ...]:
    return next((tuple(owners[name]) for name in names if name in owners), ())
