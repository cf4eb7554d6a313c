"""Where words occur in a text as whole words, and what replacing them makes of it and its emphasis."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from toolkit.model.text import Mark


class Span(NamedTuple):
    """old[start:end] is replaced by words."""

    start: int
    end: int
    words: str


def occurrences(text: str, find: str) -> list[int]:
    """Where a stretch begins each time it occurs as whole words; no words occur only in an empty text."""
    if not find:
        return [] if text else [0]
    found: list[int] = []
    at = text.find(find)
    while at >= 0:
        if not _joined(text, at) and not _joined(text, at + len(find)):
            found.append(at)
        at = text.find(find, at + 1)
    return found


def _joined(text: str, at: int) -> bool:
    """Whether a text may not be cut here: between two letters or digits, or before an accent."""
    if not 0 < at < len(text):
        return False
    if unicodedata.combining(text[at]):
        return True
    return text[at - 1].isalnum() and text[at].isalnum()


def replaced(text: str, spans: Sequence[Span]) -> str | None:
    """The text with every span replaced; None where two of them overlap."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda one: one[:2]):
        if span.start < at:
            return None
        pieces += [text[at : span.start], span.words]
        at = span.end
    return "".join([*pieces, text[at:]])


def carried(marks: Sequence[Mark], spans: Sequence[Span]) -> tuple[Mark, ...]:
    """Where emphasis comes to stand: it goes with its words, and ends with them."""
    kept = []
    for mark in marks:
        start, end = _shifted(mark.start, spans, False), _shifted(mark.end, spans, True)
        if start < end:
            kept.append(Mark(start, end, mark.kind))
    return tuple(kept)


def _shifted(at: int, spans: Sequence[Span], is_end: bool) -> int:
    """Where a place in the old text comes to be, once the spans, in order, are replaced."""
    shift = 0
    for start, end, words in spans:
        if start > at or (start == at and (is_end or end > at)):
            break
        if end > at:
            return start + shift + (len(words) if is_end else 0)
        shift += len(words) - (end - start)
    return at + shift
