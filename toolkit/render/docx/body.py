"""The body of a document: title page, contents, every passage, and what stands at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from toolkit.render.view import View

from .bookmark import Bookmarks, Placed
from .contents import contents, contents_lines
from .entry import Entry
from .front import title_page
from .outside import Relate, closing, outside_list
from .paragraph import paragraph, plain_paragraph
from .revision import Revisions, Track
from .section import Page, front_end, section_end
from .sheet import sheet
from .table import WIDE, columns, table

if TYPE_CHECKING:
    from lxml.etree import _Element


class Pages(NamedTuple):
    """The pages of a file."""

    upright: Page
    sideways: Callable[[], Page]
    """Made when the first wide table asks for it."""


class _Block(NamedTuple):
    """A paragraph, or a table: entries that are written together."""

    members: tuple[tuple[Entry, Placed], ...]
    table: bool


def document_body(
    view: View, shown: tuple[Entry, ...], pages: Pages, book: Bookmarks, revisions: Revisions, relate: Relate
) -> Iterator[_Element]:
    """Every element of w:body, in order, the last section included; `book` is that of what is shown."""
    if view.marked:
        yield sheet(view, book, pages.upright, revisions)
    yield from title_page(view, revisions)
    listed = contents(contents_lines(shown, book), revisions)
    if listed is not None:
        yield listed
    yield front_end(pages.upright, revisions)
    text = _Text(pages, book, revisions)
    yield from text.runs(_runs(_blocks(shown, book.placed)), more=bool(view.outside))
    yield from outside_list(view, book, revisions, relate)
    yield closing(view, revisions)
    yield text.page.section()


def _blocks(shown: tuple[Entry, ...], placed: tuple[Placed, ...]) -> Iterator[_Block]:
    for row, group in groupby(zip(shown, placed, strict=True), key=lambda each: each[0].row):
        if row:
            yield _Block(tuple(group), table=True)
        else:
            yield from (_Block((each,), table=False) for each in group)


def _runs(blocks: Iterator[_Block]) -> list[tuple[bool, list[_Block]]]:
    """The blocks in runs that share a page; a wide table takes its caption and headings along."""
    ordered = list(blocks)
    wide = [block.table and columns([entry for entry, _ in block.members]) > WIDE for block in ordered]
    for at in range(len(ordered) - 2, -1, -1):
        wide[at] = wide[at] or (wide[at + 1] and ordered[at].members[0][0].leads)
    pairs = zip(wide, ordered, strict=True)
    return [(key, [block for _, block in group]) for key, group in groupby(pairs, key=lambda pair: pair[0])]


def _common(blocks: list[_Block]) -> Track:
    """How all of some blocks are tracked, where they are all tracked alike; a move counts as its halves."""
    tracks = {entry.track for block in blocks for entry, _ in block.members}
    if all(Track.INSERT.goes_on(track) for track in tracks):
        return Track.INSERT
    return Track.OMIT if all(Track.OMIT.goes_on(track) for track in tracks) else Track.SAME


class _Text:
    """Writes the passages; remembers how the last paragraph ended and on which page it stands."""

    def __init__(self, pages: Pages, book: Bookmarks, revisions: Revisions) -> None:
        self.page = pages.upright
        self._pages = pages
        self._book = book
        self._revisions = revisions
        self._ends = Track.SAME

    def runs(self, runs: list[tuple[bool, list[_Block]]], more: bool) -> Iterator[_Element]:
        """All runs, each on its page; `more` is whether anything but the last line follows."""
        for number, (wide, blocks) in enumerate(runs):
            track = _common(blocks) if wide else Track.SAME
            if wide and number:
                yield self._section_end(track)
            self.page = self._pages.sideways() if wide else self._pages.upright
            yield from self._written(blocks, wide)
            # A table that may go must not leave its page behind, and nothing else stands sideways.
            if wide and (track or more or number < len(runs) - 1):
                yield self._section_end(track)
                self.page = self._pages.upright

    def _section_end(self, track: Track) -> _Element:
        ends, self._ends = self._ends, Track.SAME
        return section_end(self.page, self._revisions, track, ends)

    def _written(self, blocks: list[_Block], wide: bool) -> Iterator[_Element]:
        caption = None
        for block in blocks:
            first, placed = block.members[0]
            if block.table:
                if caption is None:
                    # A table right after a clause would keep the clause's paragraph from going.
                    yield plain_paragraph("", "TableGap", self._revisions)
                yield table(caption, [entry for entry, _ in block.members], self.page.width, self._book)
                caption, self._ends = None, Track.SAME
            else:
                caption = first.shown.marked.passage if first.caption else None
                written = paragraph(first, placed, self._book, self._ends, flush=wide)
                yield from written.elements
                self._ends = written.ends
