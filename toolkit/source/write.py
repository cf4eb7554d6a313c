"""The one canonical Markdown layout of a part: the inverse of markdown.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from toolkit.model.block import (
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
from toolkit.model.document import Part
from toolkit.model.label import NO_LABEL, Label
from toolkit.model.numbering import SUBSIDIARY, Scheme, read_label

from .patterns import (
    CAPTION,
    GAP_WORDS,
    LABELLED,
    LABELLED_HEADING,
    STARTING_ID,
    WELL_FORMED_ID,
    abbreviation_at,
    id_at,
)
from .write_inline import break_up, write_lines, write_text
from .write_table import write_table

Lines = list[str]


class _Setting(NamedTuple):
    """What a block stands in: which words would be read there as a label."""

    scheme: Scheme
    parent: Label = NO_LABEL
    level: int = 0

    def reads(self, label: str) -> bool:
        """Whether a label would be read here."""
        return read_label(self.scheme, label, self.parent, self.level, None) is not None


def write_part(part: Part, scheme: Scheme = SUBSIDIARY) -> str:
    """The canonical Markdown of a part, ending in one newline; front matter as it stood.

    `scheme` is the document's: it tells an item that begins with a label from one that must not.
    """
    front = ["---", *part.front.split("\n"), "---"] if part.front else []
    body = _blocks(part.blocks, _Setting(scheme))
    # three hyphens on the first line would begin front matter
    between = [""] if (front and body) or body[:1] == ["---"] else []
    lines = front + between + body
    return "\n".join(lines) + "\n" if lines else ""


def _blocks(blocks: tuple[Block, ...], setting: _Setting) -> Lines:
    """Blocks with one blank line between them, except between the items of a plain list."""
    lines: Lines = []
    tight = False
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            written = _paragraph(blocks, number)
        else:
            written = _WRITERS[type(block)](block, setting)
        listed = _is_listed(block)
        if lines and not (listed and tight):
            lines.append("")
        lines += written
        tight = listed and "" not in written
    return lines


def _is_listed(block: Block) -> bool:
    return isinstance(block, Item) or (isinstance(block, Clause | Gap) and not block.depth)


def _indented(lines: Lines) -> Lines:
    return ["  " + line if line else "" for line in lines]


def _id(given: bool, slug: str) -> str:
    return f" {{#{slug}}}" if given else ""


# -- paragraphs and headings ------------------------------------------------------------------------


def _paragraph(blocks: tuple[Block, ...], number: int) -> Lines:
    """A paragraph, which must not be read as the caption of a table that has none."""
    block, after = blocks[number], blocks[number + 1 : number + 2]
    if not isinstance(block, Paragraph):
        raise TypeError(type(block).__name__)
    written = write_lines(block.text)
    bare = any(isinstance(one, Table) and not one.label for one in after)
    return (break_up(written) if bare and CAPTION.match(written) else written).split("\n")


def _heading(block: Heading, setting: _Setting) -> Lines:
    written = _heading_words(write_text(block.text))
    found = LABELLED_HEADING.match(written)
    if found and setting.reads(found[1]):
        written = break_up(written)
    return [f"{'#' * block.depth} {written}" if written else "#" * block.depth]


def _heading_words(written: str) -> str:
    """A heading's words, so that no # at their end is taken for decoration."""
    return re.sub(r"((?:^|(?<=[ \t]))#+)$", r"\\\1", written.replace("\\\n", " "))


def _without_id(written: str) -> str:
    """Words that have no id, so that none is read out of their end."""
    at = id_at(written)
    if at < 0 or not WELL_FORMED_ID.match(written[at + 2 : -1]):
        return written
    return written[:at] + "\\" + written[at:]


# -- clauses and items ------------------------------------------------------------------------------


def _clause(block: Clause, setting: _Setting) -> Lines:
    inner = _Setting(setting.scheme, block.label, block.level)
    if block.heading is None:
        return _listed(block, inner)
    words = _heading_words(write_text(block.heading))
    if not block.id_given:
        words = break_up(words) if GAP_WORDS.match(words) else _without_id(words)
    title = " ".join(filter(None, [block.label.own, words]))
    rest = _blocks(block.blocks, inner)
    line = f"{'#' * block.depth} {title}{_id(block.id_given, block.id)}"
    return [line, *([""] if rest else []), *rest]


def _listed(clause: Clause, inner: _Setting) -> Lines:
    """A clause as a list item: its name and first words on the marker's line, everything else set in."""
    name = "- " + clause.label.own + _id(clause.id_given, clause.id)
    first, rest = _lead(clause.blocks)
    if first is None:
        return _with_rest([name], rest, inner)
    words = write_lines(first.text, at_start=False)
    if not clause.id_given and _reads_as_name(words, alone=not rest):
        words = break_up(words)
    head, *more = words.split("\n")
    return _with_rest([f"{name} {head}", *_indented(more)], rest, inner)


def _reads_as_name(words: str, alone: bool) -> bool:
    """Whether words right after a label would be read as its id, or with it as a gap."""
    found = STARTING_ID.match(words)
    if found:
        return bool(WELL_FORMED_ID.match(found[1]))
    return alone and bool(GAP_WORDS.match(words))


def _item(block: Item, setting: _Setting) -> Lines:
    first, rest = _lead(block.blocks)
    if first is None:
        # a list item may begin with a line break, but not with an empty line
        return ["-", *_indented(_blocks(rest, setting))]
    words = "\n".join(_paragraph(block.blocks, 0))
    found = LABELLED.match(words)
    if found and setting.reads(found[1]):
        words = break_up(words)
    head, *more = words.split("\n")
    return _with_rest([f"- {head}", *_indented(more)], rest, setting)


def _lead(blocks: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    first = blocks[0] if blocks else None
    return (first, blocks[1:]) if isinstance(first, Paragraph) else (None, blocks)


def _with_rest(head: Lines, rest: tuple[Block, ...], setting: _Setting) -> Lines:
    """What stands under the first words; a list comes without an empty line between."""
    if not rest:
        return head
    lines = _blocks(rest, setting)
    tight = _is_listed(rest[0]) and lines[0] != "-"  # an empty item would run on from the words
    return [*head, *([] if tight else [""]), *_indented(lines)]


def _gap(block: Gap, setting: _Setting) -> Lines:
    mark = "#" * block.depth if block.depth else "-"
    return [f"{mark} {block.label_text} [{block.reason}]"]


def _definition(block: Definition, setting: _Setting) -> Lines:
    term = write_lines(block.term).replace("\\\n", " ") or "&#32;"
    if block.abbreviation:
        term += f" ({block.abbreviation})"
    elif abbreviation_at(term)[0] > 0:
        term = "\\(".join(term.rsplit("(", 1))
    # an id alone would be read as the term, not as its id
    line = f"{term}{_id(True, block.id)}" if block.id_given else term[:1] + _without_id(term[1:])
    inner = _Setting(setting.scheme, NO_LABEL, setting.level)
    return [line, *_meanings(block.blocks, inner)]


def _meanings(blocks: tuple[Block, ...], setting: _Setting) -> Lines:
    """What stands behind a colon; a new colon after a comment that may run on to the end of its meaning."""
    if not blocks:
        return [": &#32;"]
    end = next((number for number, block in enumerate(blocks, start=1) if _may_run_on(block)), len(blocks))
    first, rest = _lead(blocks[:end])
    head = _blocks(blocks[:end], setting) if first is None else _paragraph(blocks, 0)
    opening = [f": {head[0]}", *_indented(head[1:])]
    lines = opening if first is None else _with_rest(opening, rest, setting)
    return [*lines, "", *_meanings(blocks[end:], setting)] if end < len(blocks) else lines


def _may_run_on(block: Block) -> bool:
    return isinstance(block, Verbatim) and block.source.startswith("<")


# -- what is not clauses ----------------------------------------------------------------------------


def _note(block: Note, setting: _Setting) -> Lines:
    body = block.source.split("\n") if block.source else []
    return [f"> [!{block.kind}]", *(f"> {line}" if line else ">" for line in body)]


def _footnote(block: Footnote, setting: _Setting) -> Lines:
    """Further lines are set in by four columns, where every reader of Markdown looks for them."""
    head, *more = write_lines(block.text, at_start=False).split("\n")
    return [f"[^{block.name}]: {head}".rstrip(" "), *("    " + line for line in more)]


def _code(block: Code, setting: _Setting) -> Lines:
    tick = "~" if "`" in block.language else "`"
    runs = re.findall(rf"^[ \t]*({tick}{{3,}})", block.source, re.MULTILINE)
    fence = tick * (max(map(len, runs), default=2) + 1)
    space = " " if block.language.startswith(tick) else ""
    return [fence + space + block.language, *(block.source.split("\n") if block.source else []), fence]


def _comment(block: Comment, setting: _Setting) -> Lines:
    return f"<!-- {block.source} -->".split("\n")


def _verbatim(block: Verbatim, setting: _Setting) -> Lines:
    return block.source.split("\n")


def _table(block: Table, setting: _Setting) -> Lines:
    return write_table(block)


_WRITERS: dict[type, Callable[[Any, _Setting], Lines]] = {
    Clause: _clause,
    Code: _code,
    Comment: _comment,
    Definition: _definition,
    Footnote: _footnote,
    Gap: _gap,
    Heading: _heading,
    Item: _item,
    Note: _note,
    Table: _table,
    Verbatim: _verbatim,
}
