"""What stands after the text: the provisions and terms of other documents that it leads to, and the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from toolkit.render.view import Outside, View

from .align import Span
from .bookmark import Bookmarks, bookmark_name
from .markup import RELATED, add, make
from .revision import Revisions, Track
from .runs import Runs
from .setting import Setting, add_properties
from .sides import sides

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING = "Provisions and terms of other documents"

Relate = Callable[[str], str]
"""From the address of another file to the relationship that leads to it."""


def outside_list(view: View, book: Bookmarks, revisions: Revisions, relate: Relate) -> Iterator[_Element]:
    """The list of what other documents hold; nothing where the text leads to none.

    What only one of the two texts leads to comes or goes with it.
    """
    if not view.outside:
        return
    old, new = _leads(view)
    tracks = [_track(entry.key in old, entry.key in new) for entry in view.outside]
    before, after = (any(each is not gone for each in tracks) for gone in (Track.INSERT, Track.OMIT))
    yield _heading(_track(before, after), revisions)
    for number, (entry, track) in enumerate(zip(view.outside, tracks, strict=True), start=1):
        yield _entry(entry, track, book, revisions, relate, last=number == len(tracks))


def _leads(view: View) -> tuple[set[str], set[str]]:
    """The keys that the old text leads to, and those of the new."""
    old: set[str] = set()
    new: set[str] = set()
    for shown in view.passages:
        marked = shown.marked
        after = {link.target for links in shown.new_links for link in links if link.outside}
        before = {link.target for links in shown.old_links for link in links if link.outside}
        new |= after
        old |= before if shown.old_links or marked.changed or marked.old is None else after
    return old, new


def _track(old: bool, new: bool) -> Track:
    return Track.SAME if old == new else Track.INSERT if new else Track.OMIT


def closing(view: View, revisions: Revisions) -> _Element:
    """The line that ends every file: were a clause the last paragraph, it could not be taken away."""
    element = make("p")
    add_properties(element, Setting("Closing"), revisions)
    ends = [
        f"End of {front.code} {front.version}".strip() for front in (view.former or view.front, view.front)
    ]
    Runs(element, revisions).write(sides(*ends))
    return element


def _heading(track: Track, revisions: Revisions) -> _Element:
    element = make("p")
    add_properties(element, Setting("UnnumberedHeading"), revisions, track)
    Runs(element, revisions).write((Span(track, HEADING),))
    return element


def _entry(
    entry: Outside, track: Track, book: Bookmarks, revisions: Revisions, relate: Relate, last: bool
) -> _Element:
    element = make("p")
    properties = add_properties(element, Setting("Outside"), revisions, track)
    if last:  # or the line that ends the file could stand on a page of its own
        properties.insert(1, make("keepNext"))
    number = revisions.number()
    add(element, "bookmarkStart", id=number, name=book.outside[entry.key])
    words = _elsewhere(element, entry, relate) if entry.file else element
    Runs(words, revisions).write((Span(track, entry.title, ("term",)),))
    add(element, "bookmarkEnd", id=number)
    if entry.heading:
        Runs(element, revisions).write((Span(track, f" – {entry.heading}"),))
    return element


def _elsewhere(element: _Element, entry: Outside, relate: Relate) -> _Element:
    """A link into the Word file beside this one."""
    link = add(element, "hyperlink", history="1")
    link.set(f"{{{RELATED}}}id", relate(f"{entry.file}.docx"))
    if entry.fragment:
        link.set(link.tag.replace("hyperlink", "anchor"), bookmark_name(entry.fragment))
    return link
