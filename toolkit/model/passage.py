"""A document as the run of passages in which it is printed: what comparing and every writer work on.

A passage is what is set as one paragraph or one table row. passages() flattens a document and
loses nothing that is legal text; alerts and comments become passages of their own kinds, so that a
view can leave them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

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
from .label import NO_LABEL, Label
from .place import NOWHERE, Place
from .text import EMPTY, Text


class Kind(StrEnum):
    """What a passage is."""

    HEADING = "heading"
    """A labelled clause written as a heading."""
    CLAUSE = "clause"
    """A labelled clause with its first paragraph (empty where it goes straight to its limbs)."""
    PARAGRAPH = "paragraph"
    """A further paragraph: closing words, a definition's or an item's further words."""
    CROSSHEADING = "crossheading"
    GAP = "gap"
    TERM = "term"
    """A defined term with the first paragraph of its meaning: two texts."""
    CAPTION = "caption"
    COLUMNS = "columns"
    """The header row of a table: a text a column."""
    ROW = "row"
    """A table row: a text a column."""
    ITEM = "item"
    """An unlabelled list item with its first paragraph."""
    CODE = "code"
    FOOTNOTE = "footnote"
    """Stands after the passage that marks it, and is printed where its mark is."""
    NOTE = "note"
    COMMENT = "comment"
    VERBATIM = "verbatim"


NOT_LEGAL_TEXT = frozenset({Kind.NOTE, Kind.COMMENT})


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or table row of a document, with what it belongs to."""

    kind: Kind
    owner: str
    """The id of the clause, definition or table it belongs to; empty before the first clause."""
    level: int
    """The level of its clause in the numbering scheme; 0 outside any."""
    indent: int
    """How many labelled or listed ancestors it stands under: how far it is set in."""
    label: Label
    """Of a heading, a clause or the first of a gap; else no label."""
    texts: tuple[Text, ...]
    detail: str = ""
    """A gap's printed labels and reason, a table's label, a term's abbreviation, a fence's language,
    a note's kind, a footnote's name."""
    depth: int = 0
    """The number of # of a heading; 0 elsewhere."""
    id_given: bool = True
    alignments: tuple[str, ...] = ()
    matrix: bool = False
    nested: int = 0
    """How many clauses, definitions and list items it stands in: with the order, this is the whole tree."""
    last: Label = NO_LABEL
    """The last label of a gap; else no label."""
    place: Place = field(default=NOWHERE, compare=False)
    label_place: Place = field(default=NOWHERE, compare=False)

    @property
    def starts(self) -> bool:
        """Whether it is the first passage of its owner, and so bears its id."""
        return self.kind in (Kind.HEADING, Kind.CLAUSE, Kind.TERM, Kind.CAPTION)

    @property
    def plain(self) -> str:
        """Its words; cells are separated by tabs."""
        return "\t".join(text.plain for text in self.texts)


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order."""
    return tuple(_blocks(document.blocks, "", 0, 0, 0))


def legal_passages(document: Document) -> tuple[Passage, ...]:
    """The passages that are legal text: without drafting notes, worked examples and comments."""
    return tuple(passage for passage in passages(document) if passage.kind not in NOT_LEGAL_TEXT)


def _blocks(blocks: tuple[Block, ...], owner: str, level: int, indent: int, nested: int) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Clause():
                yield from _clause(block, indent, nested)
            case Definition():
                yield from _definition(block, level, indent, nested)
            case Table():
                yield from _table(block, level, indent, nested)
            case Item(blocks=inner):
                first, rest = _lead(inner)
                yield Passage(
                    Kind.ITEM, owner, level, indent + 1, NO_LABEL, (first,), nested=nested, place=block.place
                )
                yield from _blocks(rest, owner, level, indent + 1, nested + 1)
            case _:
                yield _single(block, owner, level, indent, nested)


def _lead(blocks: tuple[Block, ...]) -> tuple[Text, tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0].text, blocks[1:]
    return EMPTY, blocks


def _clause(clause: Clause, indent: int, nested: int) -> Iterator[Passage]:
    if clause.heading is not None:
        kind, text, rest, inner = Kind.HEADING, clause.heading, clause.blocks, 0
    else:
        text, rest = _lead(clause.blocks)
        kind, inner = Kind.CLAUSE, indent + 1
    yield Passage(
        kind, clause.id, clause.level, inner, clause.label, (text,), depth=clause.depth,
        id_given=clause.id_given, nested=nested, place=clause.place, label_place=clause.label_place,
    )  # fmt: skip
    yield from _blocks(rest, clause.id, clause.level, inner, nested + 1)


def _definition(definition: Definition, level: int, indent: int, nested: int) -> Iterator[Passage]:
    meaning, rest = _lead(definition.blocks)
    yield Passage(
        Kind.TERM, definition.id, level, indent, NO_LABEL, (definition.term, meaning),
        definition.abbreviation, id_given=definition.id_given, nested=nested, place=definition.place,
    )  # fmt: skip
    yield from _blocks(rest, definition.id, level, indent, nested + 1)


def _table(table: Table, level: int, indent: int, nested: int) -> Iterator[Passage]:
    yield Passage(
        Kind.CAPTION, table.id, level, indent, NO_LABEL, (table.title,), table.label,
        id_given=table.id_given, alignments=table.alignments, matrix=table.matrix, nested=nested,
        place=table.place,
    )  # fmt: skip
    yield Passage(
        Kind.COLUMNS, table.id, level, indent, NO_LABEL, table.header, nested=nested, place=table.place
    )
    for row in table.rows:
        place = row[0].place() if row else table.place
        yield Passage(Kind.ROW, table.id, level, indent, NO_LABEL, row, nested=nested, place=place)


def _single(block: Block, owner: str, level: int, indent: int, nested: int) -> Passage:
    match block:
        case Paragraph(text=text):
            kind, texts, detail, depth = Kind.PARAGRAPH, (text,), "", 0
        case Heading(text=text, depth=depth):
            kind, texts, detail = Kind.CROSSHEADING, (text,), ""
        case Gap():
            return Passage(
                Kind.GAP, owner, block.level, indent if block.depth else indent + 1, block.first, (),
                f"{block.label_text} [{block.reason}]", block.depth, nested=nested, last=block.last,
                place=block.place,
            )  # fmt: skip
        case Code(language=detail, source=source):
            kind, texts, depth = Kind.CODE, (Text(source),), 0
        case Note(kind=detail, source=source):
            kind, texts, depth = Kind.NOTE, (Text(source),), 0
        case Comment(source=source):
            kind, texts, detail, depth = Kind.COMMENT, (Text(source),), "", 0
        case Footnote(name=detail, text=text):
            kind, texts, depth = Kind.FOOTNOTE, (text,), 0
        case Verbatim(source=source):
            kind, texts, detail, depth = Kind.VERBATIM, (Text(source),), "", 0
        case _:
            raise TypeError(f"not a single passage: {type(block).__name__}")
    return Passage(
        kind, owner, level, indent, NO_LABEL, texts, detail, depth, nested=nested, place=block.place
    )
