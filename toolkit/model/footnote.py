"""Where texts mark footnotes, and the numbers that follow from the order of print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .passage import Kind, Passage
from .text import Text

FOOTNOTE = "footnote"
"""The kind of a Mark that lies over [^name]."""

_WORDS = frozenset({Kind.CLAUSE, Kind.PARAGRAPH, Kind.ITEM, Kind.TERM, Kind.ROW})
"""The passages whose words may mark a footnote."""


class NoteMark(NamedTuple):
    """One mark in a text: plain[start:end] is [^name]."""

    start: int
    end: int
    name: str


def marks_in(text: Text) -> Iterator[NoteMark]:
    """The marks of a text, wherever it stands."""
    return (
        NoteMark(mark.start, mark.end, text.plain[mark.start + 2 : mark.end - 1])
        for mark in text.marks
        if mark.kind == FOOTNOTE
    )


def without_marks(text: Text) -> str:
    """The plain words of a text, as somebody would quote them who leaves footnotes out."""
    plain = text.plain
    for mark in reversed(tuple(marks_in(text))):
        plain = plain[: mark.start] + plain[mark.end :]
    return plain


def marking_texts(passage: Passage) -> tuple[Text, ...]:
    """The texts of a passage that may mark a footnote: not a heading, a term or what stands over a table."""
    if passage.kind not in _WORDS:
        return ()
    return passage.texts[1:] if passage.kind is Kind.TERM else passage.texts


def marked_names(passage: Passage) -> tuple[str, ...]:
    """The names of the footnotes that a passage marks, in order."""
    return tuple(mark.name for text in marking_texts(passage) if text.marks for mark in marks_in(text))


def note_numbers(passages: Iterable[Passage]) -> dict[str, int]:
    """The numbers of footnotes by name: 1, 2, 3 in the order in which they are marked; notes without a mark
    come last.
    """
    names: dict[str, None] = {}
    unmarked: dict[str, None] = {}
    for passage in passages:
        if passage.kind is Kind.FOOTNOTE:
            unmarked[passage.detail] = None
        else:
            names.update(dict.fromkeys(marked_names(passage)))
    return {name: number for number, name in enumerate(dict.fromkeys((*names, *unmarked)), start=1)}
