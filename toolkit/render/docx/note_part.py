"""The part of a Word file that holds the footnotes of a document, with their tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bookmark import Bookmarks, Placed
from .document_notes import Met
from .footnote import begin_note, notes_root
from .paragraph import write_line
from .revision import Revisions
from .segment import line

if TYPE_CHECKING:
    from lxml.etree import _Element


def note_part(book: Bookmarks, revisions: Revisions) -> _Element:
    """The w:footnotes of a document whose body was written."""
    root = notes_root()
    book.notes.closed = True
    for met in book.notes.met:
        _note(root, met, book, revisions)
    return root


def _note(root: _Element, met: Met, book: Bookmarks, revisions: Revisions) -> None:
    paragraph = begin_note(root, met.number, revisions)
    for entry in met.entries:
        write_line(paragraph, line(entry.shown), Placed(), book, entry.revisions, entry.track)
