"""Words of the file's own, such as its title page, which read otherwise before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .align import Span
from .markup import make
from .revision import Revisions, Track
from .runs import Runs
from .setting import Setting, add_properties

if TYPE_CHECKING:
    from lxml.etree import _Element


def sides(old: str, new: str, anchor: str = "") -> Iterator[Span]:
    """What stands in both, what goes and what comes; `anchor` is the bookmark it leads to, if any.

    The words at the beginning that are the same are kept: of 6.0 and 6.1 as well as of 1.0 and 2.0 the
    whole number is shown as replaced.
    """
    same = _same(old, new)
    for track, text in ((Track.SAME, new[:same]), (Track.OMIT, old[same:]), (Track.INSERT, new[same:])):
        if text:
            yield Span(track, text, anchor=anchor)


def _same(old: str, new: str) -> int:
    """How many characters at the beginning make whole words that both have."""
    if old == new:
        return len(new)
    pairs = enumerate(zip(old, new, strict=False))
    end = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
    return max(new.rfind(" ", 0, end), new.rfind("\t", 0, end)) + 1


class OwnParagraphs:
    """Writes paragraphs of the file's own one after the other; remembers how the last words were tracked."""

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions
        self._ends = Track.SAME

    def begin(self, style: str, old: bool, new: bool) -> _Element:
        """An empty paragraph, tracked whole where it is on one side only."""
        element = make("p")
        track = Track.SAME if old == new else Track.INSERT if new else Track.OMIT
        chosen = Setting(style)
        # As with clauses, LibreOffice would join two changes that only a paragraph's mark keeps apart.
        former = chosen if track.goes_on(self._ends) else None
        add_properties(element, chosen, self._revisions, track, former)
        self._ends = track
        return element

    def write(self, element: _Element, words: Iterable[Span]) -> _Element:
        """Write the words of a paragraph that was begun."""
        runs = Runs(element, self._revisions)
        runs.write(words)
        self._ends = Track.SAME if self._ends else runs.last
        return element
