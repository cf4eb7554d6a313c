"""What stands before the text: the title page, and the contents as a field that reads well at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.passage import Kind
from toolkit.render.view import View

from .bookmark import Bookmarks
from .entry import Entry
from .markup import add, add_plain, add_text, make
from .paragraph import plain_paragraph
from .revision import Revisions
from .setting import Setting, add_properties

if TYPE_CHECKING:
    from lxml.etree import _Element


class Line(NamedTuple):
    """One line of the contents."""

    level: int
    """1 to 3."""
    label: str
    words: str
    anchor: str
    """The bookmark that it leads to, or nothing."""


def title_page(view: View, revisions: Revisions) -> Iterator[_Element]:
    """The title with everything that says which text this is."""
    against = f"Change-marked against version {view.against}" if view.against else ""
    name = f"{view.title} ({view.code})" if view.code and view.code != view.title else view.title
    lines = (
        ("Imprint", f"SEC Appendix {view.appendix}" if view.appendix else view.code),
        ("Title", name),
        ("Subtitle", f"Version {view.version}"),
        ("Particulars", view.version_title),
        ("Particulars", view.status),
        ("Particulars", view.date),
        ("Particulars", against),
        ("Notice", view.notice),
    )
    for style, text in lines:
        if text:
            yield plain_paragraph(text, style, revisions)


def running_title(view: View) -> tuple[str, str]:
    """The two ends of the running header."""
    against = f", change-marked against {view.against}" if view.against else ""
    return view.title, f"{view.code} {view.version}{against}"


def contents_lines(shown: Iterable[Entry], book: Bookmarks) -> Iterator[Line]:
    """The headings of the text; in a marked copy those of the new one."""
    for entry in shown:
        passage = entry.shown.marked.new
        if passage is None:
            continue
        words = passage.texts[0].plain.replace("\n", " ") if passage.texts else ""
        if passage.kind is Kind.HEADING:
            anchor = book.new.get(passage.owner, "")
            yield Line(min(max(passage.level, 1), 3), passage.label.own, words, anchor)
        elif passage.kind is Kind.CROSSHEADING:
            yield Line(min(max(passage.depth - 1, 1), 3), "", words, "")


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
    content.append(_contents_heading(heading, revisions))
    for number, line in enumerate(entries):
        content.append(_line(line, revisions, first=number == 0, last=number == len(entries) - 1))
    return block


def _contents_heading(heading: str, revisions: Revisions) -> _Element:
    element = make("p")
    properties = add_properties(element, Setting("ContentsHeading"), revisions)
    properties.insert(1, make("pageBreakBefore"))
    add_plain(element, heading)
    return element


def _line(line: Line, revisions: Revisions, first: bool, last: bool) -> _Element:
    element = make("p")
    add_properties(element, Setting(f"TOC{line.level}"), revisions)
    if first:
        add(add(element, "r"), "fldChar", fldCharType="begin")
        add_text(add(element, "r"), ' TOC \\o "1-3" \\h \\z \\u ', "instrText")
        add(add(element, "r"), "fldChar", fldCharType="separate")
    words = add(element, "hyperlink", anchor=line.anchor, history="1") if line.anchor else element
    add_plain(words, f"{line.label}\t{line.words}" if line.label else line.words)
    if last:
        add(add(element, "r"), "fldChar", fldCharType="end")
    return element
