"""Footnotes as Word's own, with the numbers that the paper gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from toolkit.model.paper import Footnote, Inline, Paper

from .markup import add, add_text, make, w
from .revision import Revisions
from .setting import Setting, add_properties

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = "FootnoteReference"
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class Footnotes:
    """The footnotes of a paper; remembers which were marked before."""

    def __init__(self, paper: Paper, revisions: Revisions) -> None:
        self._words = {note.number: note.words for note in paper.footnotes}
        self._natural = _natural(paper)
        self._revisions = revisions
        self._marked: set[int] = set()

    def mark(self, paragraph: _Element, number: int) -> None:
        """Put the mark of a footnote at the end of a paragraph; a later mark refers to the first."""
        if number not in self._words:
            _superscript(paragraph, str(number))
        elif number in self._marked:
            self._refer(paragraph, number)
        else:
            self._marked.add(number)
            self._note(paragraph, number)

    @property
    def any(self) -> bool:
        """Whether the paper has footnotes."""
        return bool(self._words)

    @property
    def unmarked(self) -> tuple[Footnote, ...]:
        """The footnotes that nothing marks: Word would not print them."""
        return tuple(
            Footnote(number, words) for number, words in self._words.items() if number not in self._marked
        )

    def part(self, write: Callable[[_Element, Inline], None]) -> _Element:
        """The w:footnotes of the file."""
        root = notes_root()
        for marked in sorted(self._marked):
            own = "" if self._natural else str(marked)
            paragraph = begin_note(root, str(marked), self._revisions, own)
            write(paragraph, self._words[marked])
        return root

    def _note(self, paragraph: _Element, number: int) -> None:
        bookmark = self._revisions.number()
        add(paragraph, "bookmarkStart", id=bookmark, name=_bookmark(number))
        run = _superscript(paragraph)
        reference = add(run, "footnoteReference", id=str(number))
        if not self._natural:
            # Word counts footnotes itself, so where the paper's numbers run otherwise they are written out.
            reference.set(w("customMarkFollows"), "1")
            add_text(run, str(number))
        add(paragraph, "bookmarkEnd", id=bookmark)

    def _refer(self, paragraph: _Element, number: int) -> None:
        add(_superscript(paragraph), "fldChar", fldCharType="begin")
        add_text(_superscript(paragraph), f" NOTEREF {_bookmark(number)} \\f \\h ", "instrText")
        add(_superscript(paragraph), "fldChar", fldCharType="separate")
        _superscript(paragraph, str(number))
        add(_superscript(paragraph), "fldChar", fldCharType="end")


def notes_root() -> _Element:
    """A new w:footnotes with the lines that Word draws above footnotes."""
    root = make("footnotes")
    for kind, number in _SEPARATORS:
        run = add(add(add(root, "footnote", type=kind, id=number), "p"), "r")
        add(run, kind)
    return root


def begin_note(root: _Element, number: str, revisions: Revisions, own: str = "") -> _Element:
    """The paragraph of a new footnote, up to its words; `own` is its mark where Word is not to count."""
    paragraph = add(add(root, "footnote", id=number), "p")
    add_properties(paragraph, Setting("FootnoteText"), revisions)
    if own:
        _superscript(paragraph, own)
    else:
        add(_superscript(paragraph), "footnoteRef")
    add_text(add(paragraph, "r"), " ")
    return paragraph


def _bookmark(number: int) -> str:
    return f"footnote_{number}"


def _superscript(paragraph: _Element, text: str = "") -> _Element:
    run = add(paragraph, "r")
    add(add(run, "rPr"), "rStyle", val=_MARK)
    add_text(run, text)
    return run


def _natural(paper: Paper) -> bool:
    """Whether the footnotes are numbered as Word would number them: in the order of their first marks."""
    marked = _first_marks(run.footnote for inline in paper.inlines() for run in inline if run.footnote)
    return marked == list(range(1, len(marked) + 1))


def _first_marks(numbers: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(numbers))
