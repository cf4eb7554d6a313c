"""Words of the file's own, such as its title page, which read otherwise before and after."""

from __future__ import annotations

from collections.abc import Iterator
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


def own_paragraph(old: str, new: str, style: str, revisions: Revisions) -> _Element | None:
    """A paragraph of the file's own, tracked whole where it has words on one side only; None without any."""
    if not old and not new:
        return None
    element = make("p")
    track = Track.SAME if old and new else Track.INSERT if new else Track.OMIT
    add_properties(element, Setting(style), revisions, track)
    Runs(element, revisions).write(sides(old, new))
    return element
