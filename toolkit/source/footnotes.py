"""Whether every mark of a footnote has its footnote, and every footnote its mark, over a whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.footnote import NoteMark, marking_texts, marks_in
from toolkit.model.passage import Kind, Passage
from toolkit.model.place import Place
from toolkit.model.text import Text

from .finding import finding


def check_footnotes(passages: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """Marks and footnotes without each other, twice, or in the wrong place."""
    return tuple(_Notes(passages).found())


class _Notes:
    """The marks and the footnotes of a document."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.marks: dict[str, int] = {}
        """From a name to the passage that marks it first."""
        self.notes: dict[str, Passage] = {}

    def found(self) -> Iterator[Diagnostic]:
        """What is wrong, marks first."""
        unpaired: list[tuple[str, Place]] = []
        for at, passage in enumerate(self.passages):
            if passage.kind is Kind.FOOTNOTE:
                yield from self._note(passage)
            for text in passage.texts:
                if text.marks:
                    yield from self._text(at, passage, text, unpaired)
        yield from self._mates(unpaired)
        yield from self._apart()

    def _note(self, note: Passage) -> Iterator[Diagnostic]:
        if note.detail in self.notes:
            first = self.notes[note.detail].place
            message = f"The footnote [^{note.detail}] stands at {first.file}:{first.line} already."
            yield finding("S063", note.place, message, "Give one of the two another name, and its mark too.")
        self.notes.setdefault(note.detail, note)

    def _text(
        self, at: int, passage: Passage, text: Text, unpaired: list[tuple[str, Place]]
    ) -> Iterator[Diagnostic]:
        allowed = any(text is one for one in marking_texts(passage))
        for mark in marks_in(text):
            place = text.place(mark.start, mark.end)
            if not allowed:
                yield _misplaced(passage, mark, place)
            elif mark.name in self.marks:
                message = f"The footnote [^{mark.name}] is marked a second time."
                hint = "Write a footnote of its own for the second place, which may refer to the first."
                yield finding("S063", place, message, hint)
            else:
                self.marks[mark.name] = at
                unpaired.append((mark.name, place))

    def _mates(self, marked: list[tuple[str, Place]]) -> Iterator[Diagnostic]:
        for name, place in marked:
            if name not in self.notes:
                hint = f"Write [^{name}]: and its words below; or a backslash before the bracket."
                yield finding("S061", place, f"There is no footnote [^{name}].", hint)
        for name, note in self.notes.items():
            if name not in self.marks:
                hint = f"Put [^{name}] into the words that it is about, or take it out."
                yield finding("S062", note.place, f"The footnote [^{name}] is marked nowhere.", hint)

    def _apart(self) -> Iterator[Diagnostic]:
        """Notes that do not come right after the paragraph or the table that marks them."""
        before = -1
        for at, passage in enumerate(self.passages):
            if passage.kind is not Kind.FOOTNOTE:
                before = at
            elif passage.detail in self.marks and not self._together(self.marks[passage.detail], before):
                hint = "Move it to right after the paragraph or the table that marks it."
                message = f"The footnote [^{passage.detail}] stands away from its mark."
                yield finding("S064", passage.place, message, hint)

    def _together(self, marking: int, before: int) -> bool:
        if marking == before:
            return True
        mine, last = self.passages[marking], self.passages[before]
        return before > marking and mine.kind is last.kind is Kind.ROW and mine.owner == last.owner


_WHERE = {
    Kind.FOOTNOTE: "another footnote",
    Kind.HEADING: "a heading",
    Kind.CROSSHEADING: "a heading",
    Kind.TERM: "a defined term",
    Kind.CAPTION: "the title of a table",
    Kind.COLUMNS: "the head of a table",
}


def _misplaced(passage: Passage, mark: NoteMark, place: Place) -> Diagnostic:
    where = _WHERE.get(passage.kind, "words that mark none")
    message = f"The mark [^{mark.name}] stands in {where}, and is printed as it stands."
    return finding("S065", place, message, "Put the mark into the words of a clause, a meaning or a row.")
