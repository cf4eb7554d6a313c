"""Declared changes drafted from the real differences: what the author of a new consultation begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.model.block import Clause
from toolkit.model.change import Change
from toolkit.model.index import Index
from toolkit.model.label import Label
from toolkit.source.patterns import slug

from .consultation import DeclaredChange, Provision, ProvisionKind
from .declared import Comparison, Sides, changes_the_law, provision_id, unit_words

TO_BE_WRITTEN = "…"
"""Stands where the author has yet to write words."""
_LONGEST_ID = 40
_LONGEST_TITLE = 200


class _Unit(NamedTuple):
    """What changed, as a provision names it."""

    kind: ProvisionKind
    name: str


@dataclass(slots=True)
class _Group:
    """Everything that changed in one top-level clause or annex of a document."""

    code: str
    title: str
    """Clause 3 of the TMAD, Provision of information"""
    units: dict[_Unit, list[str]] = field(default_factory=dict)
    """With the drafts in which each changed."""
    all_new: bool = True


def draft_changes(comparisons: Iterable[Comparison]) -> tuple[DeclaredChange, ...]:
    """A declared change for each top-level clause or annex in which something changed, in order.

    Their provisions cover what check_declared asks for and nothing that reads the same; topic and rationale
    are left to be written. What only follows from other changes is not declared. Where a document has
    several drafts, a provision that changed in some of them says in which.
    """
    groups: dict[tuple[str, str], _Group] = {}
    drafts: dict[str, int] = {}
    for comparison in comparisons:
        code = comparison.new.register.code
        drafts[code] = drafts.get(code, 0) + 1
        for named in _changed(comparison):
            top = named.ids[-1]
            group = groups.setdefault((code, top), _Group(code, _title(top, named.side)))
            group.all_new &= named.change.old is None
            versions = group.units.setdefault(named.unit, [])
            if comparison.new.version.name not in versions:
                versions.append(comparison.new.version.name)
    taken: set[str] = set()
    return tuple(
        _declared(number, _id(group, taken), group, drafts[group.code])
        for number, group in enumerate(groups.values(), start=1)
    )


def _declared(number: int, name: str, group: _Group, drafts: int) -> DeclaredChange:
    provisions = (
        Provision(group.code, unit.kind, unit.name, () if len(found) == drafts else tuple(found))
        for unit, found in group.units.items()
    )
    return DeclaredChange(
        number, name, f"{TO_BE_WRITTEN} ({group.title})", "new provision" if group.all_new else "amendment",
        TO_BE_WRITTEN, tuple(provisions),
    )  # fmt: skip


class _Named(NamedTuple):
    """A change that has to be declared, and what names it."""

    change: Change
    unit: _Unit
    side: Index
    """Of the version that has it."""
    ids: tuple[str, ...]
    """What it stands in, from the unit outwards."""


def _changed(comparison: Comparison) -> Iterator[_Named]:
    """What has to be declared, without what stands in something else that has to be."""
    sides = Sides.of(comparison)
    found = [
        named
        for change in comparison.changes.changes
        if changes_the_law(change) and not change.consequential
        if (named := _named(change, sides)) is not None
    ]
    units = {named.ids[0] for named in found}
    return (named for named in found if units.isdisjoint(named.ids[1:]))


def _named(change: Change, sides: Sides) -> _Named | None:
    """The outermost thing that only one version has, else the innermost that has a name; None without one.

    Of a new clause the limbs are not named one by one; of an old one, those that changed are.
    """
    here, there = (sides.new.index, sides.old.index) if change.new else (sides.old.index, sides.new.index)
    ids = tuple(name for name in sides.touched(change) if name)
    alone = [name for name in reversed(ids) if name not in there.parents]
    for name in (*alone, *ids):
        for unit in _names(name, here):
            if provision_id(Provision("", unit.kind, unit.name), here) == name:
                return _Named(change, unit, here, ids[ids.index(name) :])
    return None


def _names(name: str, index: Index) -> Iterator[_Unit]:
    """What the clause, definition, table or matrix of an id may be named by."""
    if name in index.clauses:
        label = index.clauses[name].label
        yield _Unit(ProvisionKind.ANNEX if _is_annex(label) else ProvisionKind.CLAUSE, label.text)
    if name in index.definitions:
        yield _Unit(ProvisionKind.DEFINITION, index.definitions[name].names[0])
    if name in index.tables and index.tables[name].label:
        yield _Unit(ProvisionKind.TABLE, index.tables[name].label)
    for annex in index.document.register.annexes:
        if annex.id == name:
            yield _Unit(ProvisionKind.ANNEX, annex.label)


def _is_annex(label: Label) -> bool:
    return label.text.startswith(("Annex", "Appendix", "Schedule"))


def _title(name: str, index: Index) -> str:
    clause = index.clauses.get(name)
    heading = f", {clause.heading.plain}" if isinstance(clause, Clause) and clause.heading else ""
    annex = next((one for one in index.document.register.annexes if one.id == name), None)
    words = annex.label if annex else unit_words(name, index)
    heading = f", {annex.title}" if annex else heading
    return f"{words} of the {index.document.register.code}{heading}"[:_LONGEST_TITLE]


def _id(group: _Group, taken: set[str]) -> str:
    """A name that no other change has: tmad-provision-of-information."""
    words = slug(f"{group.code} {group.title.partition(', ')[2] or group.title}").lstrip("-0123456789")
    name = stem = (
        words if len(words) <= _LONGEST_ID else words[: _LONGEST_ID - 3].rpartition("-")[0] or "change"
    )
    number = 1
    while name in taken:
        number += 1
        name = f"{stem[: _LONGEST_ID - 3].rstrip('-')}-{number}"
    taken.add(name)
    return name
