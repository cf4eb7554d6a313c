"""Lookup in one version: by id, by label, and who stands under whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .block import Block, Clause, Definition, Gap, Item, Table
from .document import Document
from .numbering import read_full


@dataclass(frozen=True, slots=True)
class Index:
    """Where everything in a document is. Where a label or id is used twice, the first use counts."""

    document: Document
    clauses: dict[str, Clause]
    """By id."""
    labels: dict[str, Clause]
    """By full label: 18.1(d)(viii)(B)."""
    parents: dict[str, str]
    """From the id of a clause, definition or table to the id of the clause it stands in."""
    definitions: dict[str, Definition]
    """By id."""
    tables: dict[str, Table]
    """By id."""
    captions: dict[str, Table]
    """By caption label: Table 16.9."""
    gaps: tuple[Gap, ...]

    @classmethod
    def of(cls, document: Document) -> Index:
        """The index of a document, made in one walk."""
        index = cls(document, {}, {}, {}, {}, {}, {}, ())
        gaps: list[Gap] = []
        for block, owner in walk(document.blocks):
            index._add(block, owner, gaps)
        return cls(
            document, index.clauses, index.labels, index.parents, index.definitions, index.tables,
            index.captions, tuple(gaps),
        )  # fmt: skip

    def _add(self, block: Block, owner: str, gaps: list[Gap]) -> None:
        match block:
            case Clause():
                self.clauses.setdefault(block.id, block)
                self.labels.setdefault(block.label.text, block)
                self.parents.setdefault(block.id, owner)
            case Definition():
                self.definitions.setdefault(block.id, block)
                self.parents.setdefault(block.id, owner)
            case Table():
                self.tables.setdefault(block.id, block)
                self.parents.setdefault(block.id, owner)
                if block.label:
                    self.captions.setdefault(block.label, block)
            case Gap():
                gaps.append(block)

    def ancestors(self, clause_id: str) -> Iterator[Clause]:
        """The clauses that a clause, definition or table stands in, innermost first."""
        seen = self.parents.get(clause_id, "")
        while seen:
            if seen in self.clauses:
                yield self.clauses[seen]
            seen = self.parents.get(seen, "")

    def gap_at(self, label_text: str) -> Gap | None:
        """The gap that declares a label as not reproduced or not used, or None."""
        readings = read_full(self.document.register.scheme, label_text)
        return next((gap for gap in self.gaps for label in readings if gap.covers(label)), None)


def walk(blocks: tuple[Block, ...], owner: str = "") -> Iterator[tuple[Block, str]]:
    """Every block with the id of the clause, definition or table it stands in, in order of the text."""
    left = [(block, owner) for block in reversed(blocks)]
    while left:
        block, owner = left.pop()
        yield block, owner
        if isinstance(block, (Clause, Definition)):
            left += [(inner, block.id) for inner in reversed(block.blocks)]
        elif isinstance(block, Item):
            left += [(inner, owner) for inner in reversed(block.blocks)]
