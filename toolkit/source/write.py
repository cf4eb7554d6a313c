"""The one canonical Markdown layout of a part: the inverse of markdown.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from toolkit.model.block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Gap,
    Heading,
    Item,
    Note,
    Paragraph,
    Table,
    Verbatim,
)
from toolkit.model.document import Part
from toolkit.model.text import Text

from .patterns import CAPTION, GAP_WORDS, LABELLED, LABELLED_HEADING, TRAILING_ID
from .write_inline import write_paragraph, write_text

Lines = list[str]


def write_part(part: Part) -> str:
    """The canonical Markdown of a part, ending in one newline; front matter as it stood."""
    front = ["---", *part.front.split("\n"), "---"] if part.front else []
    body = _blocks(part.blocks)
    between = [""] if front and body else []
    lines = front + between + body
    return "\n".join(lines) + "\n" if lines else ""


def _blocks(blocks: tuple[Block, ...]) -> Lines:
    """Blocks with one blank line between them, except between the items of a plain list."""
    lines: Lines = []
    tight = False
    for block in blocks:
        written = _WRITERS[type(block)](block)
        listed = _is_listed(block)
        if lines and not (listed and tight):
            lines.append("")
        lines += written
        tight = listed and "" not in written
    return lines


def _is_listed(block: Block) -> bool:
    return isinstance(block, Item) or (isinstance(block, Clause | Gap) and not block.depth)


def _indented(lines: Lines, by: int) -> Lines:
    pad = " " * by
    return [pad + line if line else "" for line in lines]


def _id(given: bool, slug: str) -> str:
    return f" {{#{slug}}}" if given else ""


def _paragraph(block: Paragraph) -> Lines:
    return write_paragraph(block.text, CAPTION).split("\n")


def _heading(block: Heading) -> Lines:
    return [f"{'#' * block.depth} {_heading_text(block.text, unlabelled=True)}".rstrip()]


def _heading_text(text: Text, unlabelled: bool = False) -> str:
    """A heading's words, so that no label, id or closing # is read into or out of them."""
    written = write_text(text).replace("\\\n", " ")
    written = re.sub(r"(^|[ \t])(#+)$", r"\1\\\2", written)
    if TRAILING_ID.search(written):
        at = written.rindex("{#")
        written = written[:at] + "\\" + written[at:]
    if unlabelled and (found := LABELLED_HEADING.match(written)):
        bracketed = "\\" if written.startswith("(") else ""
        return bracketed + written if bracketed else _unlabel(written, found.end(1))
    return written


def _unlabel(written: str, end: int) -> str:
    """A first word such as 2020 is written as it is: read again, it is no label of its level either."""
    return written[:end] + written[end:]


def _clause(block: Clause) -> Lines:
    name = block.label.own + _id(block.id_given, block.id)
    if block.heading is not None:
        words = _heading_text(block.heading)
        title = " ".join(filter(None, [block.label.own, words])) + _id(block.id_given, block.id)
        rest = _blocks(block.blocks)
        return [f"{'#' * block.depth} {title}", *([""] if rest else []), *rest]
    return _listed(name, block.blocks)


def _item(block: Item) -> Lines:
    return _listed("", block.blocks)


def _listed(name: str, blocks: tuple[Block, ...]) -> Lines:
    """A list item: its name and first paragraph on the marker's line, everything else set in."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        lead = _lead(first.text, bool(name)).split("\n")
        head = [f"- {name} {lead[0]}" if name else f"- {lead[0]}", *_indented(lead[1:], 2)]
        blocks = blocks[1:]
    else:
        head = [f"- {name}".rstrip()]
    rest = _indented(_blocks(blocks), 2)
    tight = not rest or (isinstance(blocks[0], Clause | Gap | Item) and _is_listed(blocks[0]))
    return head + rest if tight and name else head + ([""] if rest else []) + rest


def _lead(text: Text, labelled: bool) -> str:
    """The first words of an item, so that they are not read as its label, id or gap."""
    written = write_paragraph(text, None if labelled else LABELLED)
    if labelled and GAP_WORDS.match(written):
        at = written.index("[")
        written = written[:at] + "\\" + written[at:]
    return written


def _gap(block: Gap) -> Lines:
    mark = "#" * block.depth if block.depth else "-"
    return [f"{mark} {block.label_text} [{block.reason}]"]


def _definition(block: Definition) -> Lines:
    abbreviation = f" ({block.abbreviation})" if block.abbreviation else ""
    term = write_paragraph(block.term).replace("\\\n", " ")
    lines = [term + abbreviation + _id(block.id_given, block.id)]
    body = _blocks(block.blocks)
    tight = bool(body) and isinstance(block.blocks[0], Paragraph)
    if not body:
        return [*lines, ":"]
    first = f": {body[0]}"
    rest = _indented(body[1:], 2)
    if tight and len(block.blocks) > 1 and _is_listed(block.blocks[1]):
        skip = write_paragraph(block.blocks[0].text, CAPTION).count("\n")  # type: ignore[union-attr]  # a Paragraph
        rest = rest[:skip] + rest[skip + 1 :] if rest[skip] == "" else rest
    return [*lines, first, *rest]


def _table(block: Table) -> Lines:
    caption = [f"{block.label}{_id(block.id_given, block.id)}: {write_text(block.title)}", ""]
    rules = {"left": ":---", "right": "---:", "center": ":---:"}
    alignments = block.alignments or ("",) * len(block.header)
    return [
        *(caption if block.label else []),
        _row(block.header),
        "| " + " | ".join(rules.get(alignment, "---") for alignment in alignments) + " |",
        *(_row(row) for row in block.rows),
    ]


def _row(cells: tuple[Text, ...]) -> str:
    return "|" + "|".join(f" {_cell(cell)} ".replace("  ", " ") for cell in cells) + "|"


def _cell(cell: Text) -> str:
    return write_text(cell).replace("\\\n", " ").replace("|", "\\|")


def _note(block: Note) -> Lines:
    body = [f"> {line}".rstrip() for line in block.source.split("\n")] if block.source else []
    return [f"> [!{block.kind}]", *body]


def _code(block: Code) -> Lines:
    runs = re.findall(r"^[ \t]*(`{3,})", block.source, re.MULTILINE)
    fence = "`" * (max(map(len, runs), default=2) + 1)
    return [fence + block.language, *(block.source.split("\n") if block.source else []), fence]


def _comment(block: Comment) -> Lines:
    return f"<!-- {block.source} -->".split("\n")


def _verbatim(block: Verbatim) -> Lines:
    return block.source.split("\n")


_WRITERS: dict[type, Callable[[Any], Lines]] = {
    Clause: _clause,
    Code: _code,
    Comment: _comment,
    Definition: _definition,
    Gap: _gap,
    Heading: _heading,
    Item: _item,
    Note: _note,
    Paragraph: _paragraph,
    Table: _table,
    Verbatim: _verbatim,
}
