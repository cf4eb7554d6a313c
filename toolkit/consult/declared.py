"""The declared changes against the real differences: every change has its row, every row its change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.model.block import Clause, Definition, Table
from toolkit.model.change import Change, ChangeKind, ChangeSet
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Document
from toolkit.model.index import Index
from toolkit.model.passage import NOT_LEGAL_TEXT, Kind, Passage, passages
from toolkit.model.place import Place

from .consultation import DeclaredChange, Provision, ProvisionKind
from .finding import finding

_SILENT = frozenset({*NOT_LEGAL_TEXT, Kind.GAP})
"""A gap that shrinks is not a change of the law: what now stands there is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft, the version it is marked against, and everything that changed between them."""

    old: Document
    new: Document
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two versions, with what each cross-heading stands over."""

    index: Index
    under_heading: dict[Place, str]

    @classmethod
    def of(cls, document: Document) -> _Side:
        under: dict[Place, str] = {}
        headings: list[Place] = []
        for passage in passages(document):
            if passage.kind is Kind.CROSSHEADING:
                headings.append(passage.place)
            elif passage.starts:
                under.update(dict.fromkeys(headings, passage.owner))
                headings = []
        return cls(Index.of(document), under)

    def ids(self, passage: Passage) -> tuple[str, ...]:
        """The clause, definition or table that a passage belongs to and all it stands in, innermost first.

        A cross-heading belongs to the clause that it stands over.
        """
        owner = self.under_heading.get(passage.place, passage.owner)
        return (owner, *(clause.id for clause in self.index.ancestors(owner)))


@dataclass(frozen=True, slots=True)
class Sides:
    """Both versions of a comparison, to find what provisions name and what changes touch."""

    old: _Side
    new: _Side
    code: str
    version: str
    """Of the new one."""

    @classmethod
    def of(cls, comparison: Comparison) -> Sides:
        """The two sides of a comparison."""
        new = comparison.new
        return cls(_Side.of(comparison.old), _Side.of(new), new.register.code, new.version.name)

    def provisions(self, change: DeclaredChange) -> Iterator[Provision]:
        """Those that a declared change names in this draft."""
        for provision in change.provisions:
            meant = not provision.versions or self.version in provision.versions
            if provision.document == self.code and meant:
                yield provision

    def ids(self, provision: Provision) -> frozenset[str]:
        """What a provision names in either version; nothing where neither has it."""
        named = (provision_id(provision, self.new.index), provision_id(provision, self.old.index))
        return frozenset(named) - {""}

    def touched(self, change: Change) -> tuple[str, ...]:
        """What a change stands in, innermost first."""
        return (self.new if change.new else self.old).ids(_passage(change))


def check_declared(
    declared: tuple[DeclaredChange, ...], comparisons: tuple[Comparison, ...]
) -> tuple[Diagnostic, ...]:
    """Hold the declared changes against the real ones.

    An error for each clause, definition or table that changed and that no declared change covers, and
    for each declared provision in which nothing changed or which neither version has. A clause covers
    everything that stands in it. What only follows from another change, such as a citation of a clause
    that was renumbered, need not be declared, for the change from which it follows must be; it may be.
    """
    return tuple(diagnostic for comparison in comparisons for diagnostic in _check(declared, comparison))


def _check(declared: tuple[DeclaredChange, ...], comparison: Comparison) -> Iterator[Diagnostic]:
    sides = Sides.of(comparison)
    touched = [
        (change, sides.touched(change)) for change in comparison.changes.changes if changes_the_law(change)
    ]
    changed = {name for _, names in touched for name in names}
    covered: set[str] = set()
    for provision in (provision for change in declared for provision in sides.provisions(change)):
        named = sides.ids(provision)
        if not named:
            yield _unknown(provision, comparison, sides.new.index)
        elif named.isdisjoint(changed):
            yield _unchanged(provision, comparison)
        covered |= named & changed
    yield from _undeclared(touched, covered, comparison, sides.old.index, sides.new.index)


def _passage(change: Change) -> Passage:
    passage = change.new or change.old
    if passage is None:
        raise ValueError("a change has an old or a new side")
    return passage


def changes_the_law(change: Change) -> bool:
    """Whether a change alters legal text, and not only its layout or what is no law."""
    return change.kind is not ChangeKind.RELAID and _passage(change).kind not in _SILENT


def provision_id(provision: Provision, index: Index) -> str:
    """The id of what a provision names in one version of its document; empty where there is no such thing."""
    match provision.kind:
        case ProvisionKind.CLAUSE:
            clause = index.labels.get(provision.name)
            return clause.id if clause else ""
        case ProvisionKind.DEFINITION:
            named = (one.id for one in index.definitions.values() if provision.name in one.names)
            return next(named, "")
        case ProvisionKind.TABLE:
            table = index.captions.get(provision.name)
            return table.id if table else ""
        case ProvisionKind.ANNEX:
            annexes = index.document.register.annexes
            clause = index.labels.get(provision.name)
            matrix = next((annex.id for annex in annexes if annex.label == provision.name), "")
            return clause.id if clause else matrix


def _unknown(provision: Provision, comparison: Comparison, index: Index) -> Diagnostic:
    names = {
        ProvisionKind.CLAUSE: tuple(index.labels),
        ProvisionKind.DEFINITION: tuple(name for one in index.definitions.values() for name in one.names),
        ProvisionKind.TABLE: tuple(index.captions),
        ProvisionKind.ANNEX: tuple(annex.label for annex in index.document.register.annexes),
    }[provision.kind]
    near = get_close_matches(provision.name, names, 1)
    hint = f"Did you mean {near[0]}?" if near else "Give it as the document labels it."
    message = (
        f"Neither {_name(comparison.new)} nor {_name(comparison.old)} has {provision.kind} {provision.name}."
    )
    return finding("P123", provision.place, message, hint)


def _unchanged(provision: Provision, comparison: Comparison) -> Diagnostic:
    message = (
        f"{provision.kind.capitalize()} {provision.name} is declared as changed, but it reads the same in "
        f"{_name(comparison.new)} as in {_name(comparison.old)}."
    )
    hint = "Take it out of the change, or say under versions which drafts it changes."
    return finding("P122", provision.place, message, hint)


def _undeclared(
    touched: list[tuple[Change, tuple[str, ...]]], covered: set[str], comparison: Comparison,
    old: Index, new: Index,
) -> Iterator[Diagnostic]:  # fmt: skip
    """One error for each changed unit; what stands in an undeclared unit that changed is not named again."""
    named: set[str] = set()
    for change, ids in touched:
        if change.consequential:
            continue
        if covered.isdisjoint(ids) and named.isdisjoint(ids):
            named.add(ids[0])
            passage = _passage(change)
            index, document = (new, comparison.new) if change.new else (old, comparison.old)
            over = "The heading over " if passage.kind is Kind.CROSSHEADING else ""
            unit = over + unit_words(ids[0], index)
            message = (
                f"{unit} of {_name(document)} {_happened(change.kind)}, and no declared change covers it."
            )
            hint = (
                f"Add it under {document.register.code} to one of the changes of the consultation, "
                f"or restore its words."
            )
            label = index.clauses[ids[0]].label.text if ids[0] in index.clauses else ids[0]
            yield finding("P121", passage.place, message, hint, f"{document.name}:{label}")


def unit_words(name: str, index: Index) -> str:
    """What a reader calls the clause, definition or table of an id: Clause 3.24, Table 16.9, DMVES."""
    block: Clause | Definition | Table | None = (
        index.clauses.get(name) or index.definitions.get(name) or index.tables.get(name)
    )
    match block:
        case Clause(label=label):
            plain = label.text.startswith(("Annex", "Appendix", "Schedule"))
            return label.text if plain else f"{index.document.register.scheme.keyword} {label.text}"
        case Definition():
            return f"The definition of “{block.names[0]}”"
        case Table(label=label) if label:
            return label
    parent = index.parents.get(name, "")
    return unit_words(parent, index) if parent else "The words before the first clause"


def _happened(kind: ChangeKind) -> str:
    return {ChangeKind.INSERTED: "is new", ChangeKind.OMITTED: "is left out"}.get(kind, f"was {kind}")


def _name(document: Document) -> str:
    return f"{document.register.code} {document.version.name}"
