"""A paper as the body of a Word file: title, facts, contents, and its blocks in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.paper import (
    Inline,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperTable,
    QuestionBox,
    plain,
)

from .bookmark import Names
from .contents import Heading, Line, contents
from .footnote import Footnotes
from .markup import add, add_plain, make
from .outside import Relate
from .paper_blocks import WRITERS
from .paragraph import plain_paragraph
from .revision import Revisions
from .section import Page, front_end
from .setting import Setting, add_properties
from .table import new_cell, new_row, new_table
from .words import PaperWords

if TYPE_CHECKING:
    from lxml.etree import _Element

_FACT_LABEL = 2268
"""The width of the labels of the facts under the title."""
_PADDING = 284
"""What a box keeps free at its sides."""


class Spot(NamedTuple):
    """Where a paper is being written."""

    element: _Element
    """The body, or a cell."""
    width: int
    style: str = "BodyText"
    """Of plain paragraphs."""
    depth: int = 0
    """How many lists it stands in."""
    left: int = 0
    """How far these set it in, in twentieths of a point."""


class PaperBody:
    """Writes one paper from top to bottom; a table from kind of block to function says how."""

    def __init__(self, paper: Paper, page: Page, revisions: Revisions, relate: Relate) -> None:
        self.paper, self.page, self.revisions = paper, page, revisions
        self.notes = Footnotes(paper, revisions)
        self.anchors = _anchors(paper)
        self.words = PaperWords(self.anchors, relate, self.notes)
        self.spot = Spot(make("body"), page.width)
        self.last: PaperBlock | None = None
        """What was written before, for what is set by it."""
        self._break = False
        self._placed: set[str] = set()

    def elements(self) -> list[_Element]:
        """Every element of w:body, in order, the last section included."""
        _front(self)
        for block in self.paper.blocks:
            self.block(block)
        for note in self.notes.unmarked:
            self.paragraph("FootnoteText", note.words, f"{note.number} ")
        body = self.spot.element
        if self._break or not len(body) or body[-1].tag.endswith("}tbl"):
            self.gap()
        body.append(self.page.section(first=not self.paper.contents, foot=True))
        return list(body)

    def block(self, block: PaperBlock) -> None:
        """Write one block."""
        WRITERS[type(block)](self, block)
        self.last = block

    def paragraph(self, style: str | Setting, words: Inline, lead: str = "", keep: bool = False) -> _Element:
        """Write a paragraph; `lead` is plain words before the others, `keep` holds it to what follows."""
        element = add(self.spot.element, "p")
        chosen = Setting(style) if isinstance(style, str) else style
        properties = add_properties(element, chosen, self.revisions)
        if self._break:
            properties.insert(1, make("pageBreakBefore"))
            self._break = False
        if keep:
            properties.insert(1, make("keepNext"))
        if lead:
            add_plain(element, lead)
        self.words.write(element, words)
        return element

    def table(self, style: str, widths: Sequence[int], title: str, captioned: bool = False) -> _Element:
        """Begin a table; one without a caption keeps its distance by a small empty paragraph."""
        if not captioned:
            self.gap()
        element = new_table(style, widths, title)
        self.spot.element.append(element)
        return element

    def gap(self) -> None:
        """Write the empty paragraph that keeps a table from what stands before it."""
        self.paragraph("TableGap", ())

    def cell(
        self, row: _Element, width: int, blocks: Iterable[PaperBlock], title: str = "", style: str = ""
    ) -> None:
        """Write a cell that holds blocks, under a title in a style of its own where it has one."""
        outer = self.spot
        self.spot = Spot(new_cell(row, width, head=False), width - _PADDING, "BoxText")
        if title:
            self.paragraph(style, (), title)
        for block in blocks:
            self.block(block)
        if not self.spot.element[-1].tag.endswith("}p"):  # Word wants a paragraph at the end of each cell
            self.gap()
        self.spot = outer

    def break_page(self) -> None:
        """Begin the next paragraph on a new page."""
        self._break = True

    def bookmark(self, element: _Element, block_id: str) -> None:
        """Put the bookmark of an id at the beginning of a paragraph; the first that bears the id has it."""
        name = self.anchors.get(block_id, "")
        if name and name not in self._placed:
            self._placed.add(name)
            number = self.revisions.number()
            element.insert(1, make("bookmarkStart", id=number, name=name))
            element.insert(2, make("bookmarkEnd", id=number))


def _anchors(paper: Paper) -> dict[str, str]:
    """From the ids of headings, tables and questions to their bookmarks."""
    names = Names()
    bearers = (block for block in paper.blocks if isinstance(block, PaperHeading | PaperTable | QuestionBox))
    ids = dict.fromkeys(each.id for each in bearers if each.id)
    return {block_id: names.take(block_id) for block_id in ids}


def _front(body: PaperBody) -> None:
    """The title page with the contents after it; a paper without contents begins under its title."""
    paper = body.paper
    long, short = ("Imprint", "Title", "Subtitle"), ("Issuer", "ShortTitle", "ShortSubtitle")
    styles = long if paper.contents else short
    for style, text in zip(styles, (paper.author, paper.title, paper.subtitle), strict=True):
        if text:
            body.spot.element.append(plain_paragraph(text, style, body.revisions))
    _facts(body)
    listed = contents(_lines(body), body.revisions) if paper.contents else None
    if listed is not None:
        body.spot.element.append(listed)
    if paper.contents:
        body.spot.element.append(front_end(body.page, body.revisions, foot=True))


def _facts(body: PaperBody) -> None:
    if not body.paper.facts:
        return
    widths = (_FACT_LABEL, body.spot.width - _FACT_LABEL)
    element = body.table("Bare", widths, "About this paper")
    for fact in body.paper.facts:
        row = new_row(element, head=False)
        for width, style, words in ((widths[0], "FactLabel", None), (widths[1], "FactText", fact.words)):
            paragraph = add(new_cell(row, width, head=False), "p")
            add_properties(paragraph, Setting(style), body.revisions)
            if words is None:
                add_plain(paragraph, fact.label)
            else:
                body.words.write(paragraph, words)
    if not body.paper.contents:
        body.gap()


def _lines(body: PaperBody) -> Iterator[Line]:
    for block in body.paper.listed:
        words = " ".join(plain(block.words).split())
        heading = Heading(min(max(block.level, 1), 3), block.number, words)
        yield Line(heading, heading, body.anchors.get(block.id, ""))
