"""What is done to words, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.compare.pairing import NONE
from toolkit.model.passage import Kind

from .acts import Act
from .features import rearranged
from .instruction import Columns, Recast, Words, WordsOp
from .quoting import act_on_words, quoted
from .remarks import abbreviation, emphasis
from .texts import Texts


def word_acts(texts: Texts, at: int, step: Words, reshaped: Columns | None) -> Iterator[Act]:
    """What is done to words of a passage; `reshaped` are the columns of its table where they are others."""
    passage = texts.draft.before[at]
    if not texts.is_told(passage):
        return
    unit = texts.old.unit(at)
    if passage.kind in (Kind.ROW, Kind.COLUMNS):
        yield from _cell(texts, at, step, reshaped)
        return
    old = passage.texts[step.text].plain
    if step.op is WordsOp.REWRITE:
        yield _rewritten(texts, at, unit, step)
        return
    part = texts.old.own_words(at)
    yield Act(at, unit, act_on_words(step, old), tuple(filter(None, [part])))


def _cell(texts: Texts, at: int, step: Words, columns: Columns | None) -> Iterator[Act]:
    passage = texts.draft.before[at]
    unit, table = texts.old.unit(at), texts.draft.old.parents[at]
    cells = rearranged(passage.texts, columns.columns if columns else None)
    old = cells[step.text].plain
    column = step.text
    if columns:
        where = columns.columns[step.text]
        if where is None:
            return  # set out with the column that is put in
        column = where
    words = act_on_words(step, old)
    if passage.kind is Kind.COLUMNS:
        yield Act(at, unit, words, ("the column headings",))
        return
    yield Act(at, unit, words, (f"“{texts.old.row(at)}”",), (texts.old.column(table, column),))


def _rewritten(texts: Texts, at: int, unit: int, step: Words) -> Act:
    """All the words of a text are others."""
    passage = texts.draft.before[at]
    alone = not texts.draft.old.children[at]
    if passage.kind is Kind.CLAUSE and alone and step.words.strip() and step.find.strip():
        shown = (replace(texts.draft.after[texts.new_at(at)], label=passage.label),)
        if at == unit:
            return Act(at, unit, f"for {texts.old.whole(at)} substitute", shown=shown, whole=True)
        return Act(at, unit, f"for {texts.old.part(at)} substitute", shown=shown)
    part = texts.old.own_words(at)
    if passage.kind is Kind.CODE:
        return Act(at, unit, f"for {part} substitute", shown=(texts.draft.after[texts.new_at(at)],))
    if passage.kind is Kind.TERM and step.text == 1:
        part = f"the meaning in {part}"
    if not step.find.strip():
        limb = next(iter(texts.draft.old.children[at]), NONE)
        before = f"before {texts.old.part(limb)} " if limb != NONE else ""
        parts = () if at == unit or limb != NONE else (part,)
        return Act(at, unit, f"{before}insert {quoted(step.words)}", parts)
    if not part or (passage.kind is Kind.TERM and step.text == 0):
        return Act(at, unit, act_on_words(step, step.find), tuple(filter(None, [part])))
    if not step.words.strip():
        return Act(at, unit, f"omit {part}")
    return Act(at, unit, f"for {part} substitute {quoted(step.words)}")


def recast_acts(texts: Texts, at: int, step: Recast) -> Iterator[Act]:
    """What is done to the abbreviation of a defined term, and to emphasis."""
    passage, new = texts.draft.before[at], texts.draft.after[texts.new_at(at)]
    if not texts.is_told(passage):
        return
    unit = texts.old.unit(at)
    if passage.kind is Kind.TERM and step.detail is not None:
        yield Act(at, unit, abbreviation(passage, step.detail), (texts.old.part(at),))
    if step.marks is not None and passage.kind is not Kind.COLUMNS:
        part = texts.old.own_words(at)
        for words in emphasis(passage, new):
            yield Act(at, unit, words, tuple(filter(None, [part])))
