"""The tree of a document from its passages: the inverse of passage.py.

The order of the passages and how deep each is nested are the whole tree. Where passages were taken
from several documents, so that one is nested deeper than anything before it could hold, it goes into
the innermost block that can hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Footnote,
    Gap,
    Heading,
    Item,
    Note,
    Paragraph,
    Table,
    Verbatim,
)
from .document import Document
from .part_files import parts_from
from .passage import Kind, Passage
from .text import Text

_HOLDS_BLOCKS = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.TERM, Kind.ITEM})


def document_from(passages: Iterable[Passage], like: Document) -> Document:
    """The document that has these passages, with the register, version and files of `like`.

    A block at the top level goes into the file in which `like` has it; one that `like` has not, or has
    in another order, into a file of its own. document_from(passages(d), d).blocks == d.blocks.
    """
    return Document(like.register, like.version, parts_from(blocks_from(passages), like))


def blocks_from(passages: Iterable[Passage]) -> tuple[Block, ...]:
    """The blocks of a run of passages; ValueError where a table row stands outside a table."""
    root = _Open(None)
    stack = [root]
    for passage in passages:
        top = stack[-1].passage
        if passage.kind in (Kind.COLUMNS, Kind.ROW):
            if top is None or top.kind is not Kind.CAPTION:
                raise ValueError(f"a table row stands outside a table: {passage.plain!r}")
            stack[-1].rows.append(passage)
            continue
        while len(stack) > passage.nested + 1 or stack[-1].is_table:
            _close(stack)
        if passage.kind in _HOLDS_BLOCKS or passage.kind is Kind.CAPTION:
            stack.append(_Open(passage))
        else:
            stack[-1].blocks.append(_single(passage))
    while len(stack) > 1:
        _close(stack)
    return tuple(root.blocks)


@dataclass(slots=True)
class _Open:
    """A block that may still grow: the passage it began with, and what stands in it so far."""

    passage: Passage | None
    blocks: list[Block] = field(default_factory=list)
    rows: list[Passage] = field(default_factory=list)

    @property
    def is_table(self) -> bool:
        return self.passage is not None and self.passage.kind is Kind.CAPTION


def _close(stack: list[_Open]) -> None:
    done = stack.pop()
    if done.passage is not None:
        stack[-1].blocks.append(_finished(done.passage, done))


def _finished(first: Passage, done: _Open) -> Block:
    match first.kind:
        case Kind.HEADING:
            return _clause(first, first.texts[0], tuple(done.blocks))
        case Kind.CLAUSE:
            return _clause(first, None, _with_lead(first.texts[0], first, done))
        case Kind.TERM:
            return Definition(
                first.texts[0], first.detail, first.owner, first.id_given,
                _with_lead(first.texts[1], first, done), first.place,
            )  # fmt: skip
        case Kind.ITEM:
            return Item(_with_lead(first.texts[0], first, done), first.place)
        case _:
            return _table(first, done.rows)


def _clause(first: Passage, heading: Text | None, blocks: tuple[Block, ...]) -> Clause:
    return Clause(
        first.label, first.level, first.owner, first.id_given, heading, blocks, first.depth,
        first.place, first.label_place,
    )  # fmt: skip


def _with_lead(lead: Text, first: Passage, done: _Open) -> tuple[Block, ...]:
    """No words at the start are no paragraph: a clause may go straight to its limbs."""
    if not lead:
        return tuple(done.blocks)
    return (Paragraph(lead, first.place), *done.blocks)


def _table(caption: Passage, rows: list[Passage]) -> Table:
    header = next((row.texts for row in rows if row.kind is Kind.COLUMNS), ())
    body = tuple(row.texts for row in rows if row.kind is Kind.ROW)
    return Table(
        caption.detail, caption.owner, caption.id_given, caption.texts[0], header, body,
        caption.alignments, caption.matrix, caption.place,
    )  # fmt: skip


def _single(passage: Passage) -> Block:
    place = passage.place
    match passage.kind:
        case Kind.PARAGRAPH:
            return Paragraph(passage.texts[0], place)
        case Kind.CROSSHEADING:
            return Heading(passage.texts[0], passage.depth, place)
        case Kind.GAP:
            reason = passage.detail.rpartition(" [")[2].removesuffix("]")
            return Gap(passage.label, passage.last, reason, passage.depth, passage.level, place)
        case Kind.CODE:
            return Code(passage.detail, passage.plain, place)
        case Kind.FOOTNOTE:
            return Footnote(passage.detail, passage.texts[0], place)
        case Kind.NOTE:
            return Note(passage.detail, passage.plain, place)
        case Kind.COMMENT:
            return Comment(passage.plain, place)
        case Kind.VERBATIM:
            return Verbatim(passage.plain, place)
    raise TypeError(f"not a single passage: {passage.kind}")
