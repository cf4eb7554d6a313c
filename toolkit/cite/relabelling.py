"""What every label of a version becomes when some of its clauses are given others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toolkit.library.finding import LibraryError
from toolkit.library.insertion import written_like
from toolkit.model.block import Block, Clause, Definition, Gap, Item
from toolkit.model.document import Document
from toolkit.model.label import Label, Ordinal
from toolkit.model.letters import next_suffixes
from toolkit.model.numbering import in_annex
from toolkit.model.place import Place

from .citation import Target
from .enumeration import pieces_of
from .provisions import Provisions

Asked = Mapping[Place, str]
"""By the place of a clause's label, the label that it is to print."""


class Entry(NamedTuple):
    """A clause or a declared gap with the labels that it is to print."""

    block: Clause | Gap
    first: str
    """Its own label; of a gap the first."""
    last: str
    """The same, or the last of a gap."""
    label: str
    """The full label; of a gap, that of its first."""
    stems: tuple[str, str]
    """The beginning that its label has from the clause that it stands in: as it was, as it is to be."""

    @property
    def old(self) -> Label:
        """Its label so far; of a gap, the first."""
        return self.block.first if isinstance(self.block, Gap) else self.block.label

    @property
    def changed(self) -> bool:
        """Whether its full label changes."""
        return self.label != self.old.text


class _Above(NamedTuple):
    """What a clause hands down to the labels under it."""

    old: str = ""
    new: str = ""
    label: str = ""

    def own(self, own: str) -> str:
        """A label under it: 5.1 for 4.1, where 4 became 5."""
        inherits = not own.startswith("(") and own.startswith(self.old)
        return self.new + own[len(self.old) :] if inherits else own

    def full(self, label: Label, own: str) -> str:
        return self.label + own if len(label.parts) > 1 else own


def entries(document: Document, asked: Asked) -> tuple[Entry, ...]:
    """Every clause and gap of a version in order of the text, with what becomes of its label."""
    return tuple(_entries(document.blocks, asked, _Above()))


def _entries(blocks: Iterable[Block], asked: Asked, above: _Above) -> Iterator[Entry]:
    stems = (above.old, above.new)
    for block in blocks:
        match block:
            case Clause():
                own = asked.get(block.label_place) or above.own(block.label.own)
                label = above.full(block.label, own)
                yield Entry(block, own, own, label, stems)
                under = _Above(block.label.own.rpartition(" ")[2], own.rpartition(" ")[2], label)
                yield from _entries(block.blocks, asked, under)
            case Gap():
                first, last = above.own(block.first.own), above.own(block.last.own)
                yield Entry(block, first, last, above.full(block.first, first), stems)
            case Definition():
                yield from _entries(block.blocks, asked, _Above())
            case Item():
                yield from _entries(block.blocks, asked, above)


class NewLabels:
    """Where a citation of a version finds the label that its target is to have."""

    def __init__(self, provisions: Provisions, entries: Iterable[Entry]) -> None:
        self._provisions = provisions
        self.by_id: dict[str, str] = {}
        self._by_label: dict[str, str] = {}
        self._stems: dict[Place, tuple[str, str]] = {}
        for entry in entries:
            if isinstance(entry.block, Clause):
                self.by_id.setdefault(entry.block.id, entry.label)
                self._by_label.setdefault(entry.old.text, entry.label)
            else:
                self._stems[entry.block.place] = entry.stems

    def of(self, target: Target) -> str:
        """The label of a target of this version from then on."""
        if target.id:
            return self.by_id.get(target.id, target.label)
        return self._declared(target.label) if target.gap else target.label

    def _declared(self, label: str) -> str:
        """A label that stands in a gap: it follows the clause that the gap stands in."""
        pieces = pieces_of(label)
        for count in range(len(pieces) - 1, 0, -1):
            known = self._by_label.get("".join(pieces[:count]))
            if known is not None:
                return known + "".join(pieces[count:])
        gap = self._provisions.gap(label)
        old, new = self._stems.get(gap.place, ("", "")) if gap else ("", "")
        return new + label[len(old) :] if label.startswith(old) else label


# -- closing gaps -----------------------------------------------------------------------------------


def closing_gaps(document: Document) -> dict[Place, str]:
    """The labels that leave out no number: every list of clauses numbered on without a break.

    What is declared keeps its labels, and numbering goes on behind it; inserted numbers such as 4.32A stay
    inserted. LibraryError where the labels of a list do not run upwards.
    """
    asked: dict[Place, str] = {}
    _close(document, document.blocks, _Above(), asked)
    return asked


def _close(document: Document, blocks: Iterable[Block], above: _Above, asked: dict[Place, str]) -> None:
    """Number the clauses of a list, and of the lists in them."""
    blocks = tuple(blocks)
    numbers = _numbers(document, blocks)
    for block in blocks:
        match block:
            case Clause():
                own = above.own(block.label.own)
                wanted = numbers.get(block.label_place)
                if wanted is not None:
                    level = document.register.scheme.levels_under(block.label)[block.level - 1]
                    own = asked[block.label_place] = written_like(own, level, wanted)
                stems = block.label.own.rpartition(" ")[2], own.rpartition(" ")[2]
                _close(document, block.blocks, _Above(*stems), asked)
            case Definition():
                _close(document, block.blocks, _Above(), asked)
            case Item():
                _close(document, block.blocks, above, asked)


def _numbers(document: Document, blocks: tuple[Block, ...]) -> dict[Place, Ordinal]:
    """The last numbers that clauses side by side are to have, where those are others than they have."""
    numbers: dict[Place, Ordinal] = {}
    before = was = Ordinal.of(0)
    side_by_side = [block for block in blocks if isinstance(block, Clause | Gap) and not _annex(block)]
    if len({len(_first(block).key) for block in side_by_side}) > 1:
        return {}  # labels of two levels in one list: no order to number them by
    for block in side_by_side:
        first = _first(block).key[-1]
        if first <= was:
            hint = "Put the clauses in order first; drafting check says where."
            raise LibraryError(f"{document.name}: {_first(block).text} does not stand in its place.", hint)
        if isinstance(block, Gap):
            before = was = block.last.key[-1]
            continue
        after = _next(before, was, first)
        if after != first:
            numbers[block.label_place] = after
        before, was = after, first
    return numbers


def _annex(block: Clause | Gap) -> bool:
    """Annexes are numbered apart, and one may be kept as a matrix elsewhere."""
    return in_annex(_first(block)) and len(_first(block).key) == 1


def _first(block: Clause | Gap) -> Label:
    return block.first if isinstance(block, Gap) else block.label


def _next(before: Ordinal, was: Ordinal, now: Ordinal) -> Ordinal:
    """The number after one: an inserted one, where it was inserted after the same."""
    if now.number != was.number or not now.suffix:
        return Ordinal.of(before.number + 1)
    fitting = next_suffixes(before.suffix)
    suffix = next((one for one in fitting if one.islower() == now.suffix.islower()), fitting[0])
    return Ordinal.of(before.number, now.suffix if now.suffix in fitting else suffix)
