"""A part and its findings as short lines of text: what the case folders expect of the reader."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Footnote,
    Gap,
    Heading,
    Note,
    Paragraph,
    Table,
    Verbatim,
)
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.model.text import Text


def lines_of(blocks: tuple[Block, ...], indent: str = "") -> Iterator[str]:
    """Each block with its place, its labels and ids; each text below it with the places of its parts."""
    for block in blocks:
        yield f"{indent}{_head(block)}  @ {_span(block.place)}"
        for text in _texts(block):
            yield f"{indent}  | {_text(text)}"
        yield from lines_of(getattr(block, "blocks", ()), indent + "  ")


def _head(block: Block) -> str:
    match block:
        case Clause():
            kind = "clause" if block.heading is None else "#" * block.depth
            return f"{kind} level {block.level} {block.label.text} {_id(block)}"
        case Gap():
            kind = "gap " + "#" * block.depth if block.depth else "gap"
            return f"{kind} level {block.level} {block.label_text} [{block.reason}]"
        case Definition():
            return f"definition {block.abbreviation or '-'} {_id(block)}"
        case Table():
            columns = ",".join(block.alignments)
            return f"table {block.label or '-'} {_id(block)}{' ' + columns if any(block.alignments) else ''}"
        case Heading():
            return f"{'#' * block.depth} heading"
        case Footnote():
            return f"footnote [^{block.name}]"
        case Note():
            return f"note {block.kind} {block.source!r}"
        case Code():
            return f"code {block.language or '-'} {block.source!r}"
        case Comment() | Verbatim():
            return f"{type(block).__name__.lower()} {block.source!r}"
        case _:
            return type(block).__name__.lower()


def _id(block: Clause | Definition | Table) -> str:
    return f"{{#{block.id}}}" if block.id_given else f"({block.id})"


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Clause(heading=Text() as text) | Definition(term=text):
            yield text
        case Paragraph(text=text) | Heading(text=text) | Footnote(text=text):
            yield text
        case Table(title=title, header=header, rows=rows):
            yield title
            for row in (header, *rows):
                yield from row


def _text(text: Text) -> str:
    marks = "".join(f"  {mark.kind} “{text.plain[mark.start : mark.end]}”" for mark in text.marks)
    starts = [*(origin.offset for origin in text.origins), len(text.plain)]
    runs = zip(text.origins, starts, starts[1:], strict=False)
    places = "  ".join(f"{at.line}:{at.column} {text.plain[start:end]!r}" for at, start, end in runs)
    return (places or "''") + marks


def _span(place: Place) -> str:
    start = f"{place.line}:{place.column}"
    return f"{start}-{place.end_line}:{place.end_column}" if place.end_line else start


def found_lines(found: tuple[Diagnostic, ...]) -> Iterator[str]:
    """line:column code name: message"""
    for one in sorted(found, key=lambda one: one.order):
        yield f"{_span(one.place)} {one.code} {one.name}: {one.message}"
