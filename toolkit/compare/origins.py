"""Where words went that left their passage: clauses that were split, or merged into others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model.change import Change, ChangeKind, Op
from toolkit.model.passage import Kind, Passage

from .phrases import RARE, phrases

COVERED = 0.6
"""Share of the phrases of one piece that must stand in the other, for its words to have gone there."""
FEWEST = 4
"""Phrases that two pieces must share."""

_KINDS = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.PARAGRAPH, Kind.ITEM, Kind.TERM})
_MOST = 3
"""Other provisions that are named with one change."""

Names = Callable[[Change], str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of words that was taken out of a passage or put into one."""

    at: int
    """Of its change."""
    phrases: frozenset[tuple[str, ...]]


def with_origins(changes: Sequence[Change], old_name: Names, new_name: Names) -> tuple[Change, ...]:
    """The same changes, saying where words came from or went to; each name is that of one side."""
    gone, come = list(_pieces(changes, Op.OMIT)), list(_pieces(changes, Op.INSERT))
    notes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for source, target in _pairs(gone, come):
        here, there = changes[source.at], changes[target.at]
        went, came = _words(here, there, _share(source, target), _share(target, source))
        notes[source.at].append((went, new_name(there)))
        notes[target.at].append((came, old_name(here)))
    return tuple(
        replace(change, origin=_told(notes[at])) if at in notes else change
        for at, change in enumerate(changes)
    )


def _words(here: Change, there: Change, given: float, taken: float) -> tuple[str, str]:
    """What to say of a change that gave words away, and of the one that took them."""
    if here.new is None and there.old is None:
        return ("merged into", "with words of") if given >= taken else ("split into", "split from")
    if here.new is None:
        return "merged into", "with words of"
    return "part now in", "split from" if there.old is None else "with words of"


def _told(notes: Iterable[tuple[str, str]]) -> str:
    """split from Clause 4.5; part now in Clause 4.6 and Clause 4.7"""
    by_words: dict[str, list[str]] = {}
    for words, name in notes:
        by_words.setdefault(words, []).append(name)
    return "; ".join(f"{words} {_listed(list(dict.fromkeys(names)))}" for words, names in by_words.items())


def _listed(names: list[str]) -> str:
    names = names if len(names) <= _MOST else [*names[:_MOST], "others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _pieces(changes: Sequence[Change], op: Op) -> Iterator[_Piece]:
    for at, change in enumerate(changes):
        for text in _stretches(change, op):
            found = phrases(text)
            if len(found) >= FEWEST:
                yield _Piece(at, found)


def _stretches(change: Change, op: Op) -> Iterator[str]:
    """Words that only one side of a change has."""
    alone: Passage | None = None
    if change.kind is ChangeKind.OMITTED and op is Op.OMIT:
        alone = change.old
    elif change.kind is ChangeKind.INSERTED and op is Op.INSERT:
        alone = change.new
    if alone is not None:
        if alone.kind in _KINDS:
            yield alone.texts[-1].plain
    elif change.new is not None and change.new.kind in _KINDS:
        yield from (edit.text for edits in change.edits for edit in edits if edit.op is op)


def _pairs(gone: Sequence[_Piece], come: Sequence[_Piece]) -> Iterator[tuple[_Piece, _Piece]]:
    """Pieces of which one holds most of the other; few look at each other, only those with rare phrases."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, piece in enumerate(gone):
        for phrase in piece.phrases:
            holders[phrase].append(at)
    for piece in come:
        shared: Counter[int] = Counter()
        for phrase in piece.phrases:
            if len(where := holders.get(phrase, ())) <= RARE:
                shared.update(where)
        for at, count in sorted(shared.items()):
            other = gone[at]
            if (
                other.at != piece.at
                and count >= FEWEST
                and max(_share(piece, other), _share(other, piece)) >= COVERED
            ):
                yield other, piece


def _share(piece: _Piece, other: _Piece) -> float:
    return len(piece.phrases & other.phrases) / len(piece.phrases)
