"""The footnotes of a view: which mark leads to which, and what number each bears on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.model.change import Marked, Op
from toolkit.model.footnote import FOOTNOTE, marked_names, note_numbers
from toolkit.model.passage import Kind, Passage

from .view import Link, ViewPassage
from .wording import Run, Runs

_Key = tuple[bool, str]
"""Whether it is of the new text, and its name."""


class Footnotes(NamedTuple):
    """The footnotes that are printed where their marks are."""

    at: dict[_Key, int]
    """The passage that holds the footnote, by its index."""
    numbers: dict[_Key, int]

    @property
    def passages(self) -> frozenset[int]:
        """The indexes of the footnotes."""
        return frozenset(self.at.values())

    def number(self, marked: Marked) -> str:
        """The number of a footnote: that of the new text where it stands there."""
        passage = marked.passage
        return str(self.numbers.get((marked.new is not None, passage.detail), ""))


NO_FOOTNOTES = Footnotes({}, {})


def footnotes(shown: Sequence[ViewPassage]) -> Footnotes:
    """The footnotes of a view. One that a side does not mark is printed in line."""
    if not any(one.marked.passage.kind is Kind.FOOTNOTE for one in shown):
        return NO_FOOTNOTES
    kept, numbers = _kept(shown), {}
    for new in (False, True):
        side = (passage for one in shown if (passage := _side(one, new)))
        numbers.update({(new, name): number for name, number in note_numbers(side).items()})
    torn = _torn(shown, kept)
    return Footnotes({key: index for key, index in kept.items() if index not in torn}, numbers)


def torn(shown: Sequence[ViewPassage]) -> frozenset[int]:
    """The passages that are a footnote with a mark on one of their sides only."""
    return _torn(shown, _kept(shown))


def _kept(shown: Sequence[ViewPassage]) -> dict[_Key, int]:
    """The first footnote of each name that its side marks."""
    found: dict[_Key, int] = {}
    for new in (False, True):
        names = {name for one in shown if (passage := _side(one, new)) for name in marked_names(passage)}
        for index, one in enumerate(shown):
            passage = _side(one, new)
            if passage and passage.kind is Kind.FOOTNOTE and passage.detail in names:
                found.setdefault((new, passage.detail), index)
    return found


def _torn(shown: Sequence[ViewPassage], kept: dict[_Key, int]) -> frozenset[int]:
    times = Counter(kept.values())
    return frozenset(
        index
        for index, count in times.items()
        if count < sum(bool(_side(shown[index], new)) for new in (False, True))
    )


def _side(one: ViewPassage, new: bool) -> Passage | None:
    return one.marked.new if new else one.marked.old


def name_of(run: Run) -> str:
    """The name of the footnote that a run marks; empty where it marks none."""
    return run.text[2:-1] if FOOTNOTE in run.marks else ""


class Marking:
    """Puts numbers in the place of marks, from the first passage to the last."""

    def __init__(self, notes: Footnotes, ids: Sequence[str]) -> None:
        self._notes = notes
        self._ids = ids
        """The anchor of each passage of the view."""
        self._met: set[int] = set()

    def numbered(self, marked: Marked, runs: tuple[Runs, ...]) -> tuple[Runs, ...]:
        """The runs of a passage with numbers for marks.

        A mark is a link to its footnote of kind footnote; its tip is the anchor of the mark itself, or
        empty where the footnote was marked before.
        """
        if not any(FOOTNOTE in run.marks for text in runs for run in text):
            return runs
        if not any(side and marked_names(side) for side in (marked.old, marked.new)):
            return tuple(tuple(map(_plain, text)) for text in runs)
        return tuple(tuple(one for run in text for one in self._marks(run)) for text in runs)

    def met(self, index: int) -> bool:
        """Whether a footnote was marked so far."""
        return index in self._met

    def _marks(self, run: Run) -> Iterator[Run]:
        """A mark; where another footnote took the place of the one it led to, the old one and the new."""
        name = name_of(run)
        if not name:
            yield run
        elif run.op is Op.SAME and self._notes.at.get((False, name)) != self._notes.at.get((True, name)):
            yield self._mark(run._replace(op=Op.OMIT), name)
            yield self._mark(run._replace(op=Op.INSERT), name)
        else:
            yield self._mark(run, name)

    def _mark(self, run: Run, name: str) -> Run:
        key = (run.op is not Op.OMIT, name)
        at = self._notes.at.get(key)
        if at is None:
            return _plain(run)
        target = self._ids[at]
        tip = "" if at in self._met else f"_m{target}"
        self._met.add(at)
        link = Link(0, 0, FOOTNOTE, target, False, tip)
        return run._replace(text=str(self._notes.numbers[key]), link=link)


def _plain(run: Run) -> Run:
    """A mark that leads nowhere is words."""
    return run._replace(marks=tuple(mark for mark in run.marks if mark != FOOTNOTE))


UNMARKED = Marking(NO_FOOTNOTES, ())
"""For passages of which nobody knows what they mark: a mark stands as words."""
