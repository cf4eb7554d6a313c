"""Proof that edits of sources did what they say and nothing else: the words, and where citations lead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from toolkit.model.document import Document
from toolkit.model.passage import NOT_LEGAL_TEXT, Passage, passages
from toolkit.model.source_edit import SourceEdit
from toolkit.model.text import Text

from .citation import Citation, Target
from .context import Context
from .resolve import citations


class Read(NamedTuple):
    """One text of a version, with what it belongs to."""

    passage: Passage
    text: Text


def texts_of(document: Document) -> tuple[Read, ...]:
    """Every text of a version that is legal text, in order; there are as many before edits as after."""
    return tuple(
        Read(passage, text)
        for passage in passages(document)
        if passage.kind not in NOT_LEGAL_TEXT
        for text in passage.texts
    )


@dataclass(frozen=True, slots=True)
class Splice:
    """The edits that lie in one text, by their offsets in its plain words, in order."""

    edits: tuple[tuple[int, SourceEdit], ...]
    shifts: tuple[int, ...]
    """How far everything behind each edit moves, and before it by none."""

    @classmethod
    def of(cls, edits: Iterable[tuple[int, SourceEdit]]) -> Splice:
        """The edits of a text, given with their offsets in any order."""
        ordered = tuple(sorted(edits))
        grown = (len(edit.new) - len(edit.old) for _, edit in ordered)
        return cls(ordered, tuple(accumulate(grown, initial=0)))

    def words(self, plain: str) -> str:
        """The plain words with the edits made."""
        pieces: list[str] = []
        at = 0
        for start, edit in self.edits:
            pieces += [plain[at:start], edit.new]
            at = start + len(edit.old)
        return "".join([*pieces, plain[at:]])

    def moved(self, offset: int) -> int:
        """Where what begins at an offset stands after the edits."""
        return offset + self.shifts[bisect_left(self.edits, offset, key=itemgetter(0))]

    def inside(self, start: int, end: int) -> tuple[SourceEdit, ...]:
        """The edits that begin in a stretch."""
        first = bisect_left(self.edits, start, key=itemgetter(0))
        last = bisect_left(self.edits, end, key=itemgetter(0))
        return tuple(edit for _, edit in self.edits[first:last])


class Edits:
    """Edits of several files, found again by the texts in which they lie."""

    def __init__(self, edits: Iterable[SourceEdit]) -> None:
        self._lines: dict[tuple[str, int], list[SourceEdit]] = {}
        for edit in edits:
            self._lines.setdefault((edit.place.file, edit.place.line), []).append(edit)

    def of(self, text: Text) -> Splice:
        """Those that replace words of a text."""
        lines = dict.fromkeys(origin.line for origin in text.origins)
        candidates = [edit for line in lines for edit in self._lines.get((text.file, line), ())]
        found = [(_offset(text, edit), edit) for edit in candidates]
        return Splice.of((at, edit) for at, edit in found if at >= 0)


def _offset(text: Text, edit: SourceEdit) -> int:
    """Where in the plain words an edit lies; -1 where it does not lie in them."""
    wanted = edit.place
    position = (wanted.line, wanted.column)
    at = bisect_right(text.origins, position, key=lambda one: (one.line, one.column)) - 1
    if at < 0 or text.origins[at].line != wanted.line:
        return -1
    offset = text.origins[at].offset + wanted.column - text.origins[at].column
    end = offset + len(edit.old)
    return offset if text.plain.startswith(edit.old, offset) and text.place(offset, end) == wanted else -1


Expected = Callable[[Target], object]
"""What a target is to be after the edits, as a value to be compared."""


def goes_to(target: Target) -> object:
    """A target by what is permanent about it: the id, or the label where it has none."""
    return (target.document, target.version, target.id or target.label, bool(target.id))


def strays(
    before: Read, after: Read, splice: Splice, contexts: tuple[Context, Context], expected: Expected = goes_to
) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """The citations of a text that are lost or lead elsewhere after its edits, and those that are new.

    A citation under an edit that says what it cites from then on must lead there; any other to what
    `expected` says of its target. One that led nowhere must lead nowhere.
    """
    old = citations(before.text, before.passage.owner, contexts[0])
    new = {one.start: one for one in citations(after.text, after.passage.owner, contexts[1])}
    lost: list[Citation] = []
    for one in old:
        now = new.pop(splice.moved(one.start), None)
        if now is None or not _leads(one, now, splice, expected):
            lost.append(one)
    return tuple(lost), tuple(new.values())


def _leads(old: Citation, new: Citation, splice: Splice, expected: Expected) -> bool:
    asked = {edit.cites for edit in splice.inside(old.start, old.end) if edit.cites}
    if asked:
        return new.target is not None and asked == {new.target.id}
    if old.target is None or new.target is None:
        return old.target is new.target
    return expected(old.target) == goes_to(new.target)


def same_words(before: Read, after: Read, splice: Splice) -> bool:
    """Whether a text after edits is that before with the edits made, and belongs to what it did."""
    same_owner = (before.passage.kind, before.passage.owner) == (after.passage.kind, after.passage.owner)
    return same_owner and splice.words(before.text.plain) == after.text.plain
