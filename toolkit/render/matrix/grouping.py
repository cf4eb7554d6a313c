"""The blocks of a document in groups: each provision that has a verdict with the words that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.render.layout import Grid, Line, Sheet
from toolkit.render.templates import Fragment

from .view import Part, Proof

Block = Line[Fragment] | Grid[Fragment]


class Group(NamedTuple):
    """Blocks that are set together."""

    blocks: tuple[Block, ...]
    of: str
    """The id of the provision whose words they are; empty for headings and what stands in none."""
    proof: Proof | None
    """What is told beside them; None where it is told beside an earlier group, or nothing is."""
    heading: int
    """2 to 6 for a heading that has no verdict; else 0."""


def groups(part: Part, sheet: Sheet[Fragment]) -> Iterator[Group]:
    """The groups of a version in the order of its text.

    A limb with a verdict is a group of its own; what follows it and belongs to its clause is one more
    group of the clause, so that no words stand beside what is told of others.
    """
    held: list[Block] = []
    current = ""
    for block, owner in _owned(part, sheet):
        of = bearer(part, owner)
        heading = block.heading if isinstance(block, Line) and not of else 0
        if held and (of != current or heading):
            yield _group(part, held, current)
            held = []
        current = of
        if heading:
            yield Group((block,), "", None, heading)
        else:
            held.append(block)
    if held:
        yield _group(part, held, current)


def _owned(part: Part, sheet: Sheet[Fragment]) -> Iterator[tuple[Block, str]]:
    """Each block with the id of what its first passage belongs to; none for a heading without a label."""
    at = 0
    for block in sheet.blocks:
        passage = part.view.passages[at].marked.passage
        own = block.id and block.id == passage.owner
        yield block, passage.owner if own or not (isinstance(block, Line) and block.heading) else ""
        at += len(block.captions) + len(block.columns) + len(block.rows) if isinstance(block, Grid) else 1


def bearer(part: Part, owner: str) -> str:
    """The id of the nearest provision with a verdict that something stands in; empty without one."""
    while owner and owner not in part.proofs:
        owner = part.parents.get(owner, "")
    return owner


def _group(part: Part, blocks: list[Block], of: str) -> Group:
    begins = bool(of) and any(block.id == of for block in blocks)
    return Group(tuple(blocks), of, part.proofs[of] if begins else None, 0)
