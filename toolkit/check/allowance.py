"""Findings that an author allows, in comments: <!-- allow: rule-name: reason -->. Place decides what for.

- At the head of a file, before its first clause: the whole file.
- Directly under a clause, after nothing but its own words: that clause with everything under it.
- Directly before a clause, definition or table: that one with everything under it.
- Anywhere else: the clause that the comment stands in.

One comment can hold several, each beginning a line of its own with “allow:”; a reason runs on until the
next. A matrix is a .csv file and holds no comments, and a designated text is locked: what is found in them
is kept in a baseline (baseline.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.block import (
    Block,
    Clause,
    Comment,
    Definition,
    Footnote,
    Gap,
    Item,
    Note,
    Paragraph,
    Table,
)
from toolkit.model.document import Document, Part
from toolkit.model.place import Place

_BEGINS = re.compile(r"^[ \t]*allow[ \t]*(?=:|[ \t][a-z]+(?:-[a-z]+)+[ \t]*(?::|$))", re.I | re.M)
"""With or without the colon: “allow placeholder-name” was meant as one, “allow for delays” was not."""
_WRITTEN = re.compile(r":?\s*(?P<name>[^\s:]*)\s*(?::(?P<reason>.*))?", re.S)


@dataclass(frozen=True, slots=True)
class Allowance:
    """One rule whose findings are allowed, for a stated reason, in one clause or file."""

    name: str
    """Of the rule; empty where the comment gives none."""
    reason: str
    """In single spaces; empty where the comment gives none."""
    place: Place
    """Of the comment."""
    owner: str
    """The id of the clause, definition or table with everything under it; empty for the whole file."""

    @property
    def scope(self) -> tuple[str, str]:
        """Where it holds: ("", file) for a file, (id, "") for a clause."""
        return (self.owner, "") if self.owner else ("", self.place.file)


def allowances(document: Document) -> tuple[Allowance, ...]:
    """Every allowance in the comments of a version, in the order of its files."""
    return tuple(one for part in document.parts for one in _in_part(part))


def _in_part(part: Part) -> Iterator[Allowance]:
    scopes: list[tuple[Comment, str]] = []
    first = next(
        (at for at, block in enumerate(part.blocks) if isinstance(block, Clause | Gap)), len(part.blocks)
    )
    scopes += ((block, "") for block in part.blocks[:first] if isinstance(block, Comment))
    scopes += _scopes(part.blocks[first:], "", None)
    for comment, owner in sorted(scopes, key=lambda pair: pair[0].place):
        yield from _read(comment, owner)


def _scopes(blocks: tuple[Block, ...], owner: str, after: Block | None) -> Iterator[tuple[Comment, str]]:
    """Each comment with the id that it is about; `after` is what follows these blocks, backwards."""
    own = _own_words(blocks) if owner else 0
    following = after
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        match block:
            case Comment():
                about = owner if at < own else _id_of(following) or owner
                yield block, about
                continue
            case Clause():
                # a heading does not set in what stands under it: a comment at its end stands before the next
                yield from _scopes(block.blocks, block.id, following if block.depth else None)
            case Definition():
                yield from _scopes(block.blocks, block.id, None)
            case Item():
                yield from _scopes(block.blocks, owner, None)
        following = block


def _own_words(blocks: tuple[Block, ...]) -> int:
    """How many blocks come before anything but one paragraph of words, comments, notes and footnotes."""
    words = 0
    for at, block in enumerate(blocks):
        words += isinstance(block, Paragraph)
        if words > 1 or not isinstance(block, Paragraph | Comment | Note | Footnote):
            return at
    return len(blocks)


def _id_of(block: Block | None) -> str:
    return block.id if isinstance(block, Clause | Definition | Table) else ""


def _read(comment: Comment, owner: str) -> Iterator[Allowance]:
    starts = [found.span() for found in _BEGINS.finditer(comment.source)]
    ends = [*(start for start, _ in starts[1:]), len(comment.source)]
    for (_, begin), end in zip(starts, ends, strict=False):
        written = _WRITTEN.match(comment.source, begin, end)
        if written:
            reason = " ".join((written["reason"] or "").split())
            yield Allowance(written["name"], reason, comment.place, owner)
