"""The contents: Word's own field, written out so that it reads well before anybody updates it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.passage import Kind, Passage

from .align import Span
from .bookmark import Bookmarks
from .entry import Entry
from .markup import add, add_text, make
from .revision import Revisions, Track
from .runs import Runs
from .setting import Setting, add_properties
from .sides import OwnParagraphs, sides

if TYPE_CHECKING:
    from lxml.etree import _Element


class Heading(NamedTuple):
    """What a line of the contents says on one side."""

    level: int
    """1 to 3."""
    label: str
    words: str

    @property
    def text(self) -> str:
        """The label and the words with a tab between."""
        return f"{self.label}\t{self.words}" if self.label else self.words


class Line(NamedTuple):
    """One line of the contents; it has an old or a new side."""

    old: Heading | None
    new: Heading | None
    anchor: str = ""
    """The bookmark that it leads to, or nothing."""


def contents_lines(shown: Iterable[Entry], book: Bookmarks) -> Iterator[Line]:
    """The headings of the text, on both sides."""
    for entry in shown:
        marked = entry.shown.marked
        old, new = _heading(marked.old), _heading(marked.new)
        names, owner = (book.new, marked.new.owner) if marked.new else (book.old, marked.passage.owner)
        anchor = names.get(owner, "") if marked.passage.kind is Kind.HEADING else ""
        if old and new and old.level != new.level:
            yield Line(old, None, anchor)
            yield Line(None, new, anchor)
        elif old or new:
            yield Line(old, new, anchor)


def _heading(passage: Passage | None) -> Heading | None:
    if passage is None or passage.kind not in (Kind.HEADING, Kind.CROSSHEADING):
        return None
    words = passage.texts[0].plain.replace("\n", " ") if passage.texts else ""
    if passage.kind is Kind.HEADING:
        return Heading(min(max(passage.level, 1), 3), passage.label.own, words)
    return Heading(min(max(passage.depth - 1, 1), 3), "", words)


def contents(lines: Iterable[Line], revisions: Revisions, heading: str = "Contents") -> _Element | None:
    """The contents, as Word's own block of a heading and a field; None where nothing has a heading.

    Page numbers come when Word brings the field up to date: until then none is better than a wrong one.
    """
    entries = list(lines)
    if not entries:
        return None
    block = make("sdt")
    properties = add(block, "sdtPr")
    add(properties, "id", val=revisions.number())
    gallery = add(properties, "docPartObj")
    add(gallery, "docPartGallery", val="Table of Contents")
    add(gallery, "docPartUnique")
    content = add(block, "sdtContent")
    before, after = any(line.old for line in entries), any(line.new for line in entries)
    track = Track.SAME if before == after else Track.INSERT if after else Track.OMIT
    content.append(_contents_heading(heading, track, revisions))
    written = OwnParagraphs(revisions)
    for number, line in enumerate(entries):
        content.append(_line(line, written, first=number == 0))
    last = content[-1]
    if not (entries[-1].old and entries[-1].new):  # the end of the field must not go with its last line
        last = add(content, "p")
        add_properties(last, Setting("SectionEnd"), revisions)
    add(add(last, "r"), "fldChar", fldCharType="end")
    return block


def _contents_heading(heading: str, track: Track, revisions: Revisions) -> _Element:
    element = make("p")
    properties = add_properties(element, Setting("ContentsHeading"), revisions, track)
    properties.insert(1, make("pageBreakBefore"))
    Runs(element, revisions).write((Span(track, heading),))
    return element


def _line(line: Line, written: OwnParagraphs, first: bool) -> _Element:
    shown = line.new or line.old or Heading(1, "", "")
    element = written.begin(f"TOC{shown.level}", bool(line.old), bool(line.new))
    if first:
        add(add(element, "r"), "fldChar", fldCharType="begin")
        add_text(add(element, "r"), ' TOC \\o "1-3" \\h \\z \\u ', "instrText")
        add(add(element, "r"), "fldChar", fldCharType="separate")
    return written.write(element, _spans(line))


def _spans(line: Line) -> Iterator[Span]:
    if line.old is None or line.new is None or (line.old.label == line.new.label):
        yield from sides(line.old.text if line.old else "", line.new.text if line.new else "", line.anchor)
    else:
        # A label that changed alone leaves the words as they are.
        tabs = ["\t" if one.label else "" for one in (line.old, line.new)]
        yield from sides(line.old.label, line.new.label, line.anchor)
        yield from sides(tabs[0], tabs[1], line.anchor)
        yield from sides(line.old.words, line.new.words, line.anchor)
