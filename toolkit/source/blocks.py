"""Block tokens of markdown-it-py to the blocks of a part: each kind of token has its reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from toolkit.model.block import Block, Footnote, Paragraph
from toolkit.model.label import NO_LABEL

from .asides import read_comment, read_fence, read_quotation, read_verbatim
from .clauses import read_heading, read_item
from .definitions import read_definition
from .inline import Stretch
from .layout import margin
from .page import Container, Page, Run
from .patterns import CAPTION, FOOTNOTE
from .tables import read_captioned, read_table

_TRANSPARENT = frozenset({"bullet_list_open", "bullet_list_close"})
_MEANS_NOTHING = re.compile(r"\||[:~](?:[ \t]|$)|##")
"""How a paragraph begins that was meant as a table, a meaning or a heading."""

_FURTHER = 4
"""Columns by which Markdown sets in what goes on with a footnote."""


def read_page(page: Page) -> tuple[Block, ...]:
    """All blocks of the file."""
    return _read_run(page, Container("", 0, NO_LABEL, 0, ""))


def _read_run(page: Page, inside: Container) -> tuple[Block, ...]:
    """The blocks up to the end of what they stand in, or up to a heading that ends it."""
    blocks: list[Block] = []
    while token := page.token:
        if token.type == inside.stop:
            page.at += 1
            break
        if token.type in _TRANSPARENT:
            page.at += 1
            continue
        if token.type == "heading_open" and int(token.tag[1]) <= inside.heading_depth:
            break
        block = _READERS.get(token.type, read_verbatim)(page, inside, _read_run)
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def _read_paragraph(page: Page, inside: Container, run: Run) -> Block | None:
    """A paragraph, or the table of which it is the caption; None where it holds no words."""
    page.at += 1
    stretches = page.words(inside)
    if note := FOOTNOTE.match(stretches[0].source):
        return _footnote(page, inside, stretches, note)
    caption = CAPTION.match(stretches[0].source) if len(stretches) == 1 else None
    if caption and page.next_is("table_open"):
        return read_captioned(page, inside, stretches[0])
    if caption:
        hint = "Put the table's rows under the caption after one blank line, or reword the paragraph."
        page.report("S026", page.place(stretches), f"{caption[1]} has a caption but no table.", hint)
    if _MEANS_NOTHING.match(stretches[0].source):
        message = "This is read as a paragraph: it makes no table, meaning or heading."
        hint = "A table has | --- | below its head, a meaning its term above, a heading a space after #."
        page.report("S024", page.place(stretches), message, hint)
    text = page.text(stretches)
    return Paragraph(text, page.place(stretches)) if text else None


def _footnote(page: Page, inside: Container, stretches: tuple[Stretch, ...], head: re.Match[str]) -> Footnote:
    """The words of a footnote: one paragraph."""
    first, *more = stretches
    lines = (first.part(head.end()), *more) if first.part(head.end()).source else tuple(more)
    token = page.token
    if token and token.type == "paragraph_open" and token.map:
        line = token.map[0]
        at = margin(page.lines[line])
        if at >= inside.indent + _FURTHER and not FOOTNOTE.match(page.lines[line], at):
            message = "The paragraph is set in as a part of the footnote above it, and is read as none of it."
            hint = (
                "Write a footnote as one paragraph; set the words in no further where they are no part of it."
            )
            page.report("S067", page.point(line, at), message, hint)
    return Footnote(head[1], page.text(lines), page.place(stretches))


_READERS: dict[str, Callable[[Page, Container, Run], Block | None]] = {
    "blockquote_open": read_quotation,
    "comment": read_comment,
    "dt_open": read_definition,
    "fence": read_fence,
    "heading_open": read_heading,
    "list_item_open": read_item,
    "paragraph_open": _read_paragraph,
    "table_open": read_table,
}
