"""A passage as the segments of its line: the label, the tab after it, and its words."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.model.change import Column, Edit, Marked
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import EMPTY, Text
from toolkit.render.view import Link, Links, ViewPassage

ROWS = frozenset({Kind.COLUMNS, Kind.ROW})
"""The passages that are set as table rows."""

LABEL, TAB, COLON, TERM, SHORT, SPACE, WORDS = range(7)
"""What a segment is, in the order of the line."""

_BULLET = "–"
_NOTES = {"NOTE": "Drafting note", "EXAMPLE": "Worked example"}


class Words(NamedTuple):
    """The words of a segment on one side of the comparison, with their emphasis and links."""

    plain: str
    faces: tuple[tuple[int, int, str], ...] = ()
    """(start, end, kind): em, strong, code or term."""
    links: tuple[Link, ...] = ()


class Segment(NamedTuple):
    """A stretch of a line with its words before and after; None where it is on one side only."""

    role: int
    old: Words | None
    new: Words | None
    edits: tuple[Edit, ...] = ()


def words_of(text: Text, links: Links, number: int) -> Words:
    """A text of a passage with its links."""
    return Words(text.plain, text.marks, links[number] if number < len(links) else ())


def line(shown: ViewPassage) -> tuple[Segment, ...]:
    """The segments of a passage that is set as a paragraph."""
    marked = shown.marked
    old = _roles(marked.old, _old_links(shown)) if marked.old else {}
    new = _roles(marked.new, shown.new_links) if marked.new else {}
    edits = _edits(marked.passage, marked.edits)
    return tuple(
        Segment(role, old.get(role), new.get(role), edits.get(role, ()))
        for role in sorted(old.keys() | new.keys())
    )


def cells(shown: ViewPassage) -> tuple[Segment, ...]:
    """The segments of a passage that is set as a table row: one a cell, in the order of the marked copy.

    A cell of a column that is new or gone has words on one side only, and none on that side either where
    the row is not there.
    """
    marked, old_links = shown.marked, _old_links(shown)
    return tuple(
        Segment(
            WORDS,
            _cell(marked.old, old_links, column.old),
            _cell(marked.new, shown.new_links, column.new),
            marked.edits[at] if at < len(marked.edits) else (),
        )
        for at, column in enumerate(columns_of(marked))
    )


def _old_links(shown: ViewPassage) -> Links:
    """The links of the old text; where its words stand, they are those of the new unless it is said."""
    return shown.old_links or (() if shown.marked.changed else shown.new_links)


def columns_of(marked: Marked) -> tuple[Column, ...]:
    """The columns of a row; where they stayed what they were, each answers to that of its number."""
    sides = [side for side in (marked.old, marked.new) if side is not None]
    count = max((len(side.texts) for side in sides), default=0)
    return marked.columns or tuple(Column(at, at) for at in range(count))


def _cell(passage: Passage | None, links: Links, at: int | None) -> Words | None:
    if passage is None or at is None or at >= len(passage.texts):
        return None
    return words_of(passage.texts[at], links, at)


def bearing(passage: Passage) -> int:
    """The segment that bears the bookmark of a passage that starts its owner."""
    if passage.kind is Kind.TERM:
        return TERM
    return LABEL if passage.kind is not Kind.CAPTION or passage.detail else WORDS


def says(passage: Passage | None, role: int) -> str | None:
    """What one segment of a passage says; None where the passage has no such segment."""
    words = _roles(passage, ()).get(role) if passage else None
    return words.plain if words else None


def _edits(passage: Passage, edits: tuple[tuple[Edit, ...], ...]) -> dict[int, tuple[Edit, ...]]:
    roles = (TERM, WORDS) if passage.kind is Kind.TERM else (WORDS,)
    return dict(zip(roles, edits, strict=False))


def _roles(passage: Passage, links: Links) -> dict[int, Words]:
    words = passage.texts[-1] if passage.texts else EMPTY
    last = {WORDS: words_of(words, links, max(len(passage.texts) - 1, 0))}
    match passage.kind:
        case Kind.HEADING | Kind.CLAUSE:
            return {LABEL: Words(passage.label.own), TAB: Words("\t"), **last}
        case Kind.GAP:
            label, _, reason = passage.detail.partition(" [")
            return {LABEL: Words(label), TAB: Words("\t"), WORDS: Words(f"[{reason}")}
        case Kind.TERM:
            return {**_term(passage, links), **last}
        case Kind.CAPTION:
            named = {LABEL: Words(passage.detail), COLON: Words(": ")} if passage.detail else {}
            return {**named, **last}
        case Kind.ITEM:
            return {LABEL: Words(_BULLET), TAB: Words("\t"), **last}
        case Kind.NOTE:
            kind = _NOTES.get(passage.detail, passage.detail.capitalize())
            return {LABEL: Words(kind, ((0, len(kind), "strong"),)), COLON: Words(": "), **last}
    return last


def _term(passage: Passage, links: Links) -> dict[int, Words]:
    term = passage.texts[0]
    name = Words(term.plain, ((0, len(term.plain), "term"), *term.marks), words_of(term, links, 0).links)
    short = {SHORT: Words(f" ({passage.detail})")} if passage.detail else {}
    return {TERM: name, **short, SPACE: Words(" ")}
