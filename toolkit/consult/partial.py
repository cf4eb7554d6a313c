"""The text of a document with only some of the declared changes carried out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.compare.merge import merge
from toolkit.model.block import Clause
from toolkit.model.change import Change
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Document
from toolkit.model.index import Index, walk
from toolkit.model.passage import Passage, passages
from toolkit.model.rebuild import document_from

from .consultation import DeclaredChange
from .declared import Comparison
from .finding import finding
from .part_of_changes import CarriedOut, carried_out


@dataclass(frozen=True, slots=True)
class Partial:
    """What some of the declared changes make of one document."""

    document: Document
    """With the register, version and files of the draft."""
    whole: bool
    """Whether it is the draft: every declared change that the document has is carried out."""
    untouched: bool
    """Whether it is the version that the draft is marked against: none is."""


def partial(
    comparison: Comparison, declared: tuple[DeclaredChange, ...], chosen: Collection[int]
) -> tuple[Partial | None, tuple[Diagnostic, ...]]:
    """The text with the declared changes that were chosen by number; None where they cannot be told apart.

    All of them make the draft, none leaves the base, and it is the same whether changes are carried out at
    once or in turn.
    """
    done, found = carried_out(comparison, declared, chosen)
    if found:
        return None, found
    kept = _kept(comparison, done)
    document = document_from(kept, comparison.new)
    twice = tuple(_twice(document, comparison))
    if twice:
        return None, twice
    return Partial(document, all(one.words for one in done), not any(one.words for one in done)), ()


def _kept(comparison: Comparison, done: Sequence[CarriedOut]) -> Iterator[Passage]:
    """Every passage of the marked copy in the wording that is to be: new where its change is carried out."""
    old, new = passages(comparison.old), passages(comparison.new)
    by_old: dict[int, tuple[Change, CarriedOut]] = {}
    by_new: dict[int, tuple[Change, CarriedOut]] = {}
    for change, what in zip(comparison.changes.changes, done, strict=True):
        if change.old_at is not None:
            by_old[change.old_at] = (change, what)
        if change.new_at is not None:
            by_new[change.new_at] = (change, what)
    i = j = 0
    for one in merge(old, new, comparison.changes, legal_only=False):
        here = by_old.get(i) if one.old is not None else by_new.get(j)
        i, j = i + (one.old is not None), j + (one.new is not None)
        passage = one.new if here is not None and here[1].words else one.old
        if passage is not None:
            yield _numbered(passage, *here) if here is not None else passage


def _numbered(passage: Passage, change: Change, done: CarriedOut) -> Passage:
    """The passage with the number that it is to have, which may change with other changes than its words."""
    other = change.new if done.label else change.old
    if done.label == done.words or other is None or change.old is None or change.new is None:
        return passage
    return replace(passage, label=other.label, last=other.last)


def _twice(document: Document, comparison: Comparison) -> Iterator[Diagnostic]:
    """Clauses that would bear a number that another one has."""
    known = Index.of(document)
    already = {*_doubled(comparison.old), *_doubled(comparison.new)}
    for clause in _doubled(document).values():
        if clause.label.text not in already:
            first = known.labels[clause.label.text]
            message = (
                f"{clause.label.text} would be the number of two clauses of {comparison.new.name}: "
                f"#{first.id} and #{clause.id}."
            )
            yield finding(
                "P126", clause.place, message, "Direct the change that renumbers one of them as well."
            )


def _doubled(document: Document) -> dict[str, Clause]:
    """By label, the clauses whose label an earlier one bears."""
    seen: set[str] = set()
    found: dict[str, Clause] = {}
    for block, _ in walk(document.blocks):
        if isinstance(block, Clause):
            if block.label.text in seen:
                found[block.label.text] = block
            seen.add(block.label.text)
    return found
