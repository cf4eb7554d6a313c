"""What stands after the text: the provisions and terms of other documents that it leads to, and the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from toolkit.render.view import Outside, View

from .bookmark import Bookmarks, bookmark_name
from .markup import RELATED, add, add_plain, make
from .paragraph import plain_paragraph
from .revision import Revisions
from .setting import Setting, add_properties

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING = "Provisions and terms of other documents"

Relate = Callable[[str], str]
"""From the address of another file to the relationship that leads to it."""


def outside_list(view: View, book: Bookmarks, revisions: Revisions, relate: Relate) -> Iterator[_Element]:
    """The list of what other documents hold; nothing where the text leads to none."""
    if view.outside:
        yield plain_paragraph(HEADING, "UnnumberedHeading", revisions)
    for number, entry in enumerate(view.outside, start=1):
        yield _entry(entry, book, revisions, relate, last=number == len(view.outside))


def closing(view: View, revisions: Revisions) -> _Element:
    """The line that ends every file: were a clause the last paragraph, it could not be taken away."""
    return plain_paragraph(f"End of {view.code} {view.version}".strip(), "Closing", revisions)


def _entry(entry: Outside, book: Bookmarks, revisions: Revisions, relate: Relate, last: bool) -> _Element:
    element = make("p")
    properties = add_properties(element, Setting("Outside"), revisions)
    if last:  # or the line that ends the file could stand on a page of its own
        properties.append(make("keepNext"))
    number = revisions.number()
    add(element, "bookmarkStart", id=number, name=book.outside[entry.key])
    words = _elsewhere(element, entry, relate) if entry.file else element
    add_plain(words, entry.title, "DefinedTerm")
    add(element, "bookmarkEnd", id=number)
    if entry.heading:
        add_plain(element, f" – {entry.heading}")
    return element


def _elsewhere(element: _Element, entry: Outside, relate: Relate) -> _Element:
    """A link into the Word file beside this one."""
    link = add(element, "hyperlink", history="1")
    link.set(f"{{{RELATED}}}id", relate(f"{entry.file}.docx"))
    if entry.fragment:
        link.set(link.tag.replace("hyperlink", "anchor"), bookmark_name(entry.fragment))
    return link
