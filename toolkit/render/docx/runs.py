"""Writes spans into a paragraph: runs, REF fields and links, inside the elements of tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .align import Span
from .markup import add, add_text
from .revision import Revisions, Track

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = {"code": "CodeWords", "term": "DefinedTerm"}
_MARK = "FootnoteReference"
_TOGGLES = {"strong": ("b", "bCs"), "em": ("i", "iCs")}


class Runs:
    """Writes into one paragraph, from left to right."""

    __slots__ = ("_follows", "_open", "_paragraph", "_revisions", "_track", "last")

    def __init__(self, paragraph: _Element, revisions: Revisions) -> None:
        self._paragraph = paragraph
        self._revisions = revisions
        self._track = Track.SAME
        self._follows = False
        self._open = paragraph
        self.last = Track.SAME
        """How the last words were tracked."""

    def write(self, spans: Iterable[Span]) -> None:
        """Write spans one after the other."""
        for span in spans:
            self.last = span.track
            if span.anchor and not span.note:
                self._link(span)
            else:
                self._into(span.track, span.follows)
                _write(self._open, span)

    def begin(self, names: Iterable[str]) -> tuple[str, ...]:
        """Begin bookmarks here; returns what ends them."""
        self._into(Track.SAME)
        numbers = []
        for name in names:
            numbers.append(self._revisions.number())
            add(self._paragraph, "bookmarkStart", id=numbers[-1], name=name)
        return tuple(numbers)

    def end(self, numbers: tuple[str, ...]) -> None:
        """End bookmarks here."""
        self._into(Track.SAME)
        for number in reversed(numbers):
            add(self._paragraph, "bookmarkEnd", id=number)

    def _into(self, track: Track, follows: bool = False) -> None:
        """Go on inside the element of a tracked change; one element serves what follows on."""
        if track is not self._track or follows is not self._follows:
            self._track, self._follows = track, follows
            self._open = self._wrapper(self._paragraph, track, follows)

    def _wrapper(self, parent: _Element, track: Track, follows: bool) -> _Element:
        return add(parent, track.value, **self._revisions.mark(follows)) if track else parent

    def _link(self, span: Span) -> None:
        # A link may hold a change, but a change may not hold a link.
        self._into(Track.SAME)
        link = add(self._paragraph, "hyperlink", anchor=span.anchor, history="1")
        _write(self._wrapper(link, span.track, span.follows), span)


def _write(parent: _Element, span: Span) -> None:
    deleted = span.track is Track.OMIT
    if span.note:
        add(_run(parent, span.faces, note=True), "footnoteReference", id=span.note)
        return
    if not span.field:
        add_text(_run(parent, span.faces), span.text, "delText" if deleted else "t")
        return
    add(_run(parent, span.faces), "fldChar", fldCharType="begin")
    add_text(_run(parent, span.faces), f" REF {span.field} \\h ", "delInstrText" if deleted else "instrText")
    add(_run(parent, span.faces), "fldChar", fldCharType="separate")
    add_text(_run(parent, span.faces), span.text, "delText" if deleted else "t")
    add(_run(parent, span.faces), "fldChar", fldCharType="end")


def _run(parent: _Element, faces: tuple[str, ...], note: bool = False) -> _Element:
    run = add(parent, "r")
    if faces or note:
        properties = add(run, "rPr")
        style = _MARK if note else next((_STYLES[face] for face in faces if face in _STYLES), "")
        if style:
            add(properties, "rStyle", val=style)
        for face in ("strong", "em"):
            if face in faces:
                for toggle in _TOGGLES[face]:
                    add(properties, toggle)
    return run
