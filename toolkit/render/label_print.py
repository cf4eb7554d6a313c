"""Labels as they print, and what is said beside them: 4.31 (was 4.30), moved here from 4.35."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.model.change import Marked, Op
from toolkit.model.passage import Kind, Passage

from .anchor import Anchors
from .view import View
from .wording import Run, Runs


class NotePart(NamedTuple):
    """A stretch of what is said after a label. It is not legal text, but for an old label."""

    words: str
    former: bool = False
    """Whether it is the label that the clause had, which the old text prints."""
    anchor: str = ""
    """The id of the passage it names; empty where it names none."""


Note = tuple[NotePart, ...]
"""(was 4.30), (moved here from 4.35; split from Clause 4.5); empty where nothing is said."""


def label_runs(marked: Marked) -> tuple[Runs, Runs]:
    """The label, and for a gap the words after it: 3.1 to 3.23, and [Not reproduced]."""
    passage = marked.passage
    if passage.kind is Kind.GAP:
        return _gap(marked)
    label = passage.label.own
    changed = marked.old and marked.new and marked.old.label.own != marked.new.label.own
    op = Op.INSERT if changed else Op.SAME
    return ((Run(op, label, consequential=marked.consequential),) if label else ()), ()


def pair_runs(old: str, new: str) -> Runs:
    """A short string on both sides, such as a table's label: the old one omitted and the new one inserted."""
    if old == new:
        return (Run(Op.SAME, new),) if new else ()
    return tuple(Run(op, words) for op, words in ((Op.OMIT, old), (Op.INSERT, new)) if words)


def _gap(marked: Marked) -> tuple[Runs, Runs]:
    if marked.old and marked.new and marked.old.detail != marked.new.detail:
        old, new = pair_runs(marked.old.detail, ""), pair_runs("", marked.new.detail)
        return (), (*old, Run(Op.SAME, " "), *new)
    label, bracket, reason = marked.passage.detail.partition(" [")
    return pair_runs(label, label), pair_runs(bracket.strip() + reason, bracket.strip() + reason)


def note(view: View, number: int, bears: Anchors) -> Note:
    """What is said after the label of a passage; nothing where the label stands and says all."""
    marked = view.passages[number].marked
    if not marked.changed and not marked.moved:
        return ()
    found = _moved(view, number, bears) if marked.moved else _renumbered(marked)
    origin: Note = (NotePart(marked.origin),) if marked.origin and bears.leads[number] else ()
    if not found and not origin:
        return ()
    between: Note = (NotePart("; "),) if found and origin else ()
    return (NotePart("("), *found, *between, *origin, NotePart(")"))


def _renumbered(marked: Marked) -> Note:
    if not (marked.old and marked.new) or marked.new.kind is Kind.GAP:
        return ()
    old, new = marked.old.label, marked.new.label
    if old.own != new.own and old.own:
        return NotePart("was "), NotePart(old.own, former=True)
    if old.text != new.text:
        return (NotePart(f"was {old.text}"),)
    if not any(marked.edits) and marked.old.detail == marked.new.detail:
        return (NotePart("laid out differently"),)
    return ()


def _moved(view: View, number: int, bears: Anchors) -> Note:
    marked = view.passages[number].marked
    if not bears.leads[number]:
        return ()
    here = marked.new is not None
    other = bears.pairs.get((marked.moved, not here))
    if other is None:
        return (NotePart("moved here" if here else "moved away"),)
    words = "moved here from " if here else "moved to "
    return NotePart(words), NotePart(_place(view.passages[other].marked.passage), anchor=bears.ids[other])


def _place(passage: Passage) -> str:
    """How to name where a passage stands: by its label, by its term, else in a word."""
    if passage.kind is Kind.TERM:
        return f"“{passage.texts[0].plain}”"
    return passage.label.text or passage.detail or "another place"
