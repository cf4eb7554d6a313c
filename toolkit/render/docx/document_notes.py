"""Footnotes of a document in Word: which marks are met, and what each footnote says on either side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from toolkit.render.footnotes import Footnotes, footnotes, torn
from toolkit.render.view import ViewPassage

from .entry import Entry
from .revision import Track


class Met(NamedTuple):
    """A mark that was written, with what its footnote says: one entry, or an old and a new one."""

    number: str
    """Of the footnote in the file."""
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class DocumentNotes:
    """The footnotes of a document; remembers which were marked, in the order of the file.

    What is omitted with its mark, or moves with it, stands twice: Word takes a footnote away with the mark.
    """

    notes: Footnotes
    entries: tuple[Entry, ...]
    """Every passage of the document, the footnotes among them."""
    met: list[Met] = field(default_factory=list)
    closed: bool = False
    """Whether the body is written: a footnote marks no other."""

    @classmethod
    def of(cls, entries: tuple[Entry, ...]) -> DocumentNotes:
        """The footnotes among the entries of a view."""
        apart = torn([entry.shown for entry in entries])
        parted = tuple(
            part for at, entry in enumerate(entries) for part in (_halves(entry) if at in apart else (entry,))
        )
        return cls(footnotes([entry.shown for entry in parted]), parted)

    @property
    def others(self) -> tuple[Entry, ...]:
        """The entries that are not footnotes."""
        apart = self.notes.passages
        return tuple(entry for at, entry in enumerate(self.entries) if at not in apart)

    def is_torn(self, name: str) -> bool:
        """Whether a mark leads to a footnote on one side only."""
        return not self.closed and ((False, name) in self.notes.at) != ((True, name) in self.notes.at)

    def mark(self, name: str, track: Track) -> str:
        """The number in the file of the footnote that a mark refers to; empty where there is none."""
        if self.closed:
            return ""
        old, new = (self.notes.at.get((side, name)) for side in (False, True))
        found: tuple[Entry, ...]
        match track.whole:
            case Track.OMIT:
                found = self._alone(old, new=False)
            case Track.INSERT:
                found = self._alone(new, new=True)
            case _ if old == new and new is not None:
                found = (self.entries[new],)
            case _:
                found = (*self._alone(old, new=False), *self._alone(new, new=True))
        if not found:
            return ""
        self.met.append(Met(str(len(self.met) + 1), found))
        return self.met[-1].number

    def _alone(self, at: int | None, new: bool) -> tuple[Entry, ...]:
        """What a footnote says on one side, as inserted or omitted whole."""
        if at is None:
            return ()
        return (_half(self.entries[at], new),)


def _halves(entry: Entry) -> tuple[Entry, Entry]:
    return _half(entry, new=False), _half(entry, new=True)


def _half(entry: Entry, new: bool) -> Entry:
    """One side of a passage, as inserted or omitted whole."""
    shown = entry.shown
    if new:
        one = ViewPassage(replace(shown.marked, old=None, edits=(), moved=""), new_links=shown.new_links)
    else:
        links = shown.old_links or (() if shown.marked.changed else shown.new_links)
        one = ViewPassage(replace(shown.marked, new=None, edits=(), moved=""), old_links=links)
    return entry._replace(shown=one, pair="")
