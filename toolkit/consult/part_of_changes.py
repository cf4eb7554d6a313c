"""Which real changes are carried out where only some of the declared ones are directed.

A real change belongs to the declared change that covers it. What only follows, such as a new number, is
carried out with that from which it follows; where it follows from some that are directed and some that are
not, that is a conflict, and never a guess.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from toolkit.compare.listing import side
from toolkit.model.block import Clause
from toolkit.model.change import Change, ChangeKind, Op
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import Index
from toolkit.model.passage import Kind, Passage

from .attribution import attributed
from .consultation import DeclaredChange
from .declared import Comparison, changes_the_law
from .finding import finding
from .wording import listing

Decision = bool | None
"""Whether a change is carried out; None where that cannot be told."""


class CarriedOut(NamedTuple):
    """What is done of one real change."""

    words: Decision
    """Whether the passage has its new words and place."""
    label: Decision
    """Whether it has its new number; as `words` where the number does not change."""


def carried_out(
    comparison: Comparison, declared: tuple[DeclaredChange, ...], chosen: Collection[int]
) -> tuple[tuple[CarriedOut, ...], tuple[Diagnostic, ...]]:
    """For each real change, in order, what is done of it with the declared changes chosen by number.

    With every declared change that the document has, all are; with none of them, none is.
    """
    owners = [{one.number for one in each} for each in attributed(declared, comparison)]
    every = {number for found in owners for number in found}
    if every <= set(chosen) or every.isdisjoint(chosen):
        done = every <= set(chosen)
        return tuple(CarriedOut(done, done) for _ in owners), ()
    sheet = _Sheet(comparison, owners, set(chosen))
    sheet.decide()
    return tuple(map(CarriedOut, sheet.decisions, sheet.labels)), tuple(sheet.found)


class _Sheet:
    """What is decided so far of each change."""

    def __init__(self, comparison: Comparison, owners: Sequence[set[int]], chosen: set[int]) -> None:
        self.changes = comparison.changes.changes
        self.new, self.old = Index.of(comparison.new), Index.of(comparison.old)
        self.name = comparison.new.name
        self.owners = owners
        self.chosen = chosen
        self.decisions: list[Decision] = [None] * len(self.changes)
        self.labels: list[Decision] = [None] * len(self.changes)
        self.found: list[Diagnostic] = []
        self.families = self._families()
        self.by_owner: dict[str, int] = {}
        """The change of the passage with which a clause begins."""
        for at, change in enumerate(self.changes):
            if side(change).starts:
                self.by_owner[change.clause] = at

    def decide(self) -> None:
        """Decide every change: what is declared, then numbers from the top down, then citations of them."""
        for at, owners in enumerate(self.owners):
            if owners:
                self._declared(at, owners)
        for at, change in enumerate(self.changes):
            own = bool(self.owners[at]) and not (change.consequential or _is_relabelled(change))
            citing = change.kind is ChangeKind.AMENDED
            self.labels[at] = (
                self.decisions[at] if own or (citing and not _is_relabelled(change)) else self._following(at)
            )
            if not self.owners[at] and not citing:
                self.decisions[at] = self.labels[at]
        for at, change in enumerate(self.changes):
            if change.kind is ChangeKind.AMENDED:
                self._citing(at)
                if not _is_relabelled(change):
                    self.labels[at] = self.decisions[at]

    def _declared(self, at: int, owners: set[int]) -> None:
        inside = owners & self.chosen
        self.decisions[at] = inside == owners if inside in (owners, set()) else None
        if self.decisions[at] is None:
            numbers = listing([str(number) for number in sorted(owners)])
            self._conflict(
                "P124", at, f"belongs to the changes {numbers}, of which only some are directed",
                "Direct all of them or none, or declare more closely what each changes.",
            )  # fmt: skip

    def _families(self) -> dict[str, list[int]]:
        """The changes that put in, take out or move a clause or table, by what it is numbered within."""
        found: dict[str, list[int]] = {}
        for at, change in enumerate(self.changes):
            numbered = side(change).starts or side(change).kind is Kind.GAP
            if numbered and (change.old is None or change.new is None or change.moved):
                for series in {self._series(one) for one in (change.old, change.new) if one}:
                    found.setdefault(series, []).append(at)
        return found

    def _series(self, passage: Passage) -> str:
        if passage.kind is Kind.CAPTION:
            return "tables"
        owner = passage.owner
        index = self.new if owner in self.new.parents else self.old
        return owner if passage.kind is Kind.GAP else index.parents.get(owner, "")

    def _following(self, at: int) -> Decision:
        """A number, a gap or a layout: with the clause above that has one, else with its drivers."""
        change = self.changes[at]
        passage = side(change)
        if change.old and change.new and change.old.label.own == change.new.label.own:
            above = (self.by_owner[one] for one in self._above(change.clause) if one in self.by_owner)
            over = next((one for one in above if _is_relabelled(self.changes[one])), None)
            if over is not None:
                return self.labels[over]
        family = self.families.get(self._series(passage), ())
        drivers = [one for one in family if passage.kind is Kind.GAP or self._precedes(one, at)]
        return self._with(at, [self.decisions[one] for one in drivers if self.owners[one]])

    def _above(self, name: str) -> Iterator[str]:
        return (clause.id for clause in self.new.ancestors(name))

    def _precedes(self, one: int, other: int) -> bool:
        first, second = self.changes[one], self.changes[other]
        return _before(first.new_at, second.new_at) or _before(first.old_at, second.old_at)

    def _citing(self, at: int) -> None:
        """With the clauses whose new numbers it cites; its other words, if it has any, must go with them."""
        change = self.changes[at]
        cited = {
            edit.text
            for edits in change.edits
            for edit in edits
            if edit.op is Op.INSERT and (edit.consequential or change.consequential)
        }
        owners = (self._clause(label) for label in cited)
        decided = [self.labels[self.by_owner[one]] for one in owners if one in self.by_owner]
        if self.owners[at]:
            decided = [*decided, self.decisions[at]] if decided else [self.decisions[at]]
        self.decisions[at] = self._with(at, decided)

    def _clause(self, label: str) -> str:
        clause: Clause | None = self.new.labels.get(label)
        return clause.id if clause else ""

    def _with(self, at: int, decided: Sequence[Decision]) -> Decision:
        if None in decided:
            return None  # what it follows from is told already
        if len(set(decided)) == 1:
            return decided[0]
        if not decided and not changes_the_law(self.changes[at]):
            return False  # a note or a layout that no declared change covers is left as it is
        self._conflict(
            "P125", at, "follows from changes of which only some are directed",
            "Direct those before it in its clause together.",
        )  # fmt: skip
        return None

    def _conflict(self, code: str, at: int, message: str, hint: str) -> None:
        change = self.changes[at]
        what = change.label or "A passage"
        self.found.append(finding(code, side(change).place, f"{what} of {self.name} {message}.", hint))


def _is_relabelled(change: Change) -> bool:
    """Whether it has another number than before, its own or that of a clause above."""
    return change.old is not None and change.new is not None and change.old.label != change.new.label


def _before(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and first < second
