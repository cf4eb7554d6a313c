"""Word files: documents clean or change-marked with real tracked changes, papers, and forms to fill in."""

from __future__ import annotations

from datetime import datetime

from toolkit.model.paper import Paper
from toolkit.render.view import View

from .error import ReferenceFileError
from .tracking import Author, Tracking

__all__ = ["Author", "ReferenceFileError", "Tracking", "docx", "paper_docx"]

_RUNNING = 90
"""The letters that fit on the line of the running header."""


def docx(view: View, tracking: Tracking, reference: bytes) -> bytes:
    """A document as a Word file, with real tracked changes where it is marked against another version.

    Accepting all changes gives the new text, rejecting all the old; headers, contents and title page go
    along. `reference` is a .docx with the toolkit's styles (templates/reference.docx). The same arguments
    give the same bytes. Raises ReferenceFileError where the reference cannot be used.
    """
    # python-docx and lxml are slow to import; a command that writes no Word file should not pay for them.
    from .body import document_body
    from .bookmark import place_bookmarks
    from .comment import commented, comments_part
    from .document_notes import DocumentNotes
    from .entry import entries
    from .front import running_title
    from .note_part import note_part
    from .package import WordFile
    from .revision import Revisions

    author, date = tracking.author
    revisions = Revisions.by(author, date)
    file = WordFile.from_reference(reference, running_title(view), revisions, marking=view.marking)
    notes = DocumentNotes.of(entries(view, tracking, revisions))
    shown = notes.others
    if tracking.comments and view.marked:
        shown, remarks = commented(shown, view, revisions)
        file.add_comments(comments_part(remarks, revisions))
    book = place_bookmarks(tuple(entry.shown for entry in shown), view.outside, notes)
    file.fill(document_body(view, shown, file.pages, book, revisions, file.relate))
    if notes.met:
        file.add_footnotes(lambda _: note_part(book, revisions))
    if view.marked:
        file.track()
    file.describe(view.title, author, date, view.language)
    return file.data()


def paper_docx(paper: Paper, *, author: str, date: datetime, reference: bytes) -> bytes:
    """A paper as a Word file: footnotes are Word's own, the fields of a form are content controls.

    `author` and `date` are those of the file; `reference` is as for docx(). Each control bears the id of
    its field as its tag, by which a filled form is read back. Raises ReferenceFileError.
    """
    from .package import WordFile
    from .paper import PaperBody
    from .revision import Revisions
    from .words import PaperWords

    revisions = Revisions.by(author, date)
    # both on one line, or the title alone
    issuer = paper.author if len(paper.title) + len(paper.author) <= _RUNNING else ""
    running = ((paper.title, paper.title), (issuer, issuer))
    file = WordFile.from_reference(reference, running, revisions, paper.classification, paper.marking)
    body = PaperBody(paper, file.pages.upright, revisions, file.relate)
    file.fill(body.elements())
    if body.notes.any:
        file.add_footnotes(lambda relate: body.notes.part(PaperWords(body.anchors, relate).write))
    file.describe(paper.title, author, date, paper.language)
    return file.data()
