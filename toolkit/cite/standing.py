"""Whether new labels may stand where they are to stand: no two alike, none out of order, ids as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from toolkit.library.finding import LibraryError
from toolkit.library.load import Loaded
from toolkit.model.block import Block, Clause, Definition, Gap, Item
from toolkit.model.label import Label
from toolkit.model.place import Place
from toolkit.source.sequence import check_sequence

from .relabelling import Asked, Entry, entries
from .unwritten import Remark

_Sibling = Clause | Gap


def check_standing(before: Loaded, after: Loaded, planned: Sequence[Entry], asked: Asked) -> Iterator[Remark]:
    """What needs the author's eye about labels that may stand; LibraryError where one may not."""
    now = entries(after.document, {})
    where = {id(entry.block): number for number, entry in enumerate(now)}
    chosen = {
        number
        for number, entry in enumerate(planned)
        if isinstance(entry.block, Clause) and entry.block.label_place in asked
    }
    if len(now) == len(planned):
        changed = {number for number, entry in enumerate(planned) if entry.changed}
        for siblings in _lists(after.document.blocks):
            _refuse_collision(siblings, where, changed)
    _refuse_misreading(planned, now)
    # who exchanges labels says which is whose, and means to move the clauses
    exchanged = {planned[one].label for one in chosen} == {planned[one].old.text for one in chosen}
    was = {id(entry.block): number for number, entry in enumerate(planned)}
    known = {(was[id(one)], was[id(other)]) for one, other in _disorders(before)}
    for one, other in _disorders(after):
        pair = (where[id(one)], where[id(other)])
        if pair in known:
            continue
        words = f"{_first(other).text} stands after {_last(one).text}"
        if not chosen.issuperset(pair) and not (exchanged and chosen.intersection(pair)):
            hint = "Labels of a list run upwards: renumber its neighbours too, or move the clause first."
            raise LibraryError(f"{after.document.name}: {words} then.", hint)
        yield Remark(_place(other), f"{words}: move the clause, or renumber again.", True)
    scheme = after.document.register.scheme
    skipped = {(one.place.file, one.place.line) for one in check_sequence(before.document.blocks, scheme)}
    for found in check_sequence(after.document.blocks, scheme):
        if found.code == "S033" and (found.place.file, found.place.line) not in skipped:
            yield Remark(found.place, found.message, True)


def _refuse_collision(siblings: list[_Sibling], where: dict[int, int], changed: set[int]) -> None:
    """No two clauses of a list with one label, where one of them was changed, and none in a gap."""
    seen: dict[Label, _Sibling] = {}
    gaps = [one for one in siblings if isinstance(one, Gap)]
    for one in siblings:
        if isinstance(one, Gap):
            continue
        other = seen.setdefault(one.label, one)
        moved = where[id(one)] in changed
        if other is not one and isinstance(other, Clause) and (moved or where[id(other)] in changed):
            borne = other if moved and where[id(other)] not in changed else one
            hint = "Renumber that one too, or choose another label."
            raise LibraryError(f"{one.label.text} is the label of {{#{borne.id}}} already.", hint)
        gap = next((gap for gap in gaps if gap.covers(one.label)), None) if moved else None
        if gap is not None:
            hint = "Take the declaration out first, or choose another label."
            raise LibraryError(f"{one.label.text} is declared [{gap.reason}].", hint)


def _refuse_misreading(planned: Sequence[Entry], now: Sequence[Entry]) -> None:
    """Each label must be read as it is meant, by the clause that it is meant for."""
    if len(now) != len(planned):
        raise LibraryError("With these labels the clauses would not be read as clauses.", "Choose others.")
    for wanted, entry in zip(planned, now, strict=True):
        if wanted.label != entry.old.text or wanted.block.level != entry.block.level:
            message = f"{wanted.label} would be read as {entry.old.text} where it is to stand."
            raise LibraryError(message, "Choose a label that follows the one before it.")
        if getattr(wanted.block, "id", "") != getattr(entry.block, "id", ""):
            hint = "Give it one for ever: {#a-short-name} right after its label."
            raise LibraryError(f"{wanted.old.text} has no id of its own, and would lose it.", hint)


def _disorders(loaded: Loaded) -> Iterator[tuple[_Sibling, _Sibling]]:
    """Pairs of siblings of which the second stands out of order after the first."""
    for siblings in _lists(loaded.document.blocks):
        highest: _Sibling | None = None
        for one in siblings:
            if highest is not None and _comes_too_late(one, highest):
                yield highest, one
            else:
                highest = one


def _comes_too_late(one: _Sibling, highest: _Sibling) -> bool:
    first, last = _first(one).key, _last(highest).key
    return len(first) == len(last) and first <= last


def _lists(blocks: Iterable[Block]) -> Iterator[list[_Sibling]]:
    kept = tuple(blocks)
    yield [block for block in kept if isinstance(block, Clause | Gap)]
    for block in kept:
        if isinstance(block, Clause | Definition | Item):
            yield from _lists(block.blocks)


def _first(block: _Sibling) -> Label:
    return block.first if isinstance(block, Gap) else block.label


def _last(block: _Sibling) -> Label:
    return block.last if isinstance(block, Gap) else block.label


def _place(block: _Sibling) -> Place:
    return block.place if isinstance(block, Gap) else block.label_place
