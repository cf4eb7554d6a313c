"""Random edit scripts: what drafters do to a document, done to its passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from tests.strategies import documents, plain_text, texts
from toolkit.model.document import Document
from toolkit.model.label import NO_LABEL, Label
from toolkit.model.passage import Kind, Passage, passages
from toolkit.model.rebuild import document_from
from toolkit.model.text import Text

Passages = list[Passage]


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document, and the same after a few edits."""
    old = draw(documents(most=3))
    if draw(st.integers(0, 3)) == 0:
        old = _without_ids(old)
    run = list(passages(old))
    for _ in range(draw(st.integers(0, 4))):
        if run:
            draw(st.sampled_from(_EDITS))(draw, run)
    return old, document_from(run, old)


def _without_ids(document: Document) -> Document:
    """The same document as a reader gives it where the source writes no ids."""
    run = [replace(one, owner=f"clause-{at}", id_given=False) for at, one in enumerate(passages(document))]
    return document_from(run, document)


def _end(run: Passages, at: int) -> int:
    """The index after everything that stands under a passage."""
    end = at + 1
    rows = run[at].kind is Kind.CAPTION
    while end < len(run) and (run[end].nested > run[at].nested or (rows and _is_row(run[end]))):
        end += 1
    return end


def _is_row(passage: Passage) -> bool:
    return passage.kind in (Kind.ROW, Kind.COLUMNS)


def _pick(draw: st.DrawFn, run: Passages) -> int:
    return draw(st.integers(0, len(run) - 1))


def _omit(draw: st.DrawFn, run: Passages) -> None:
    at = _pick(draw, run)
    if run[at].kind is not Kind.COLUMNS:
        del run[at : _end(run, at)]


def _move(draw: st.DrawFn, run: Passages) -> None:
    at = _pick(draw, run)
    if _is_row(run[at]):
        return
    block = run[at : _end(run, at)]
    del run[at : at + len(block)]
    to = draw(st.integers(0, len(run)))
    while to < len(run) and _is_row(run[to]):
        to += 1
    run[to:to] = block


def _copy(draw: st.DrawFn, run: Passages) -> None:
    """Put in a clause like another, with ids of its own."""
    at = _pick(draw, run)
    if _is_row(run[at]):
        return
    end = _end(run, at)
    run[end:end] = [replace(one, owner=f"{one.owner}-copy") if one.owner else one for one in run[at:end]]


def _renumber(draw: st.DrawFn, run: Passages) -> None:
    at = _pick(draw, run)
    label = run[at].label
    if label.parts:
        own = draw(st.sampled_from(("9.9", "(z)", "7A")))
        run[at] = replace(run[at], label=Label((*label.parts[:-1], own), label.key))


def _amend(draw: st.DrawFn, run: Passages) -> None:
    at = _pick(draw, run)
    if not run[at].texts:
        return
    which = draw(st.integers(0, len(run[at].texts) - 1))
    changed = list(run[at].texts)
    changed[which] = draw(texts())
    run[at] = replace(run[at], texts=tuple(changed))


def _amend_word(draw: st.DrawFn, run: Passages) -> None:
    at = _pick(draw, run)
    if run[at].texts and run[at].texts[0].plain:
        words = run[at].texts[0].plain.split(" ")
        which = draw(st.integers(0, len(words) - 1))
        words[which : which + 1] = draw(st.sampled_from((["five"], ["the", "other"], [])))
        plain = " ".join(words)
        if plain:
            run[at] = replace(
                run[at], texts=(replace(run[at].texts[0], plain=plain, marks=()), *run[at].texts[1:])
            )


def _rename(draw: st.DrawFn, run: Passages) -> None:
    """Give a clause another id, or none."""
    at = _pick(draw, run)
    if run[at].starts:
        run[at] = replace(run[at], owner=run[at].owner + "-renamed", id_given=draw(st.booleans()))


def _add_row(draw: st.DrawFn, run: Passages) -> None:
    rows = [at for at, passage in enumerate(run) if passage.kind is Kind.COLUMNS]
    if rows:
        at = draw(st.sampled_from(rows))
        cells = tuple(draw(texts(most=3)) for _ in run[at].texts)
        run.insert(at + 1, replace(run[at], kind=Kind.ROW, texts=cells))


def _put_in(draw: st.DrawFn, run: Passages) -> None:
    """Put in what a reader keeps though it has no place in a legal text."""
    at = draw(st.integers(0, len(run)))
    while at < len(run) and _is_row(run[at]):
        at += 1
    kind = draw(st.sampled_from((Kind.ITEM, Kind.VERBATIM, Kind.COMMENT, Kind.NOTE)))
    nested = run[at - 1].nested if at else 0
    detail = "NOTE" if kind is Kind.NOTE else ""
    run.insert(at, Passage(kind, "", 0, 0, NO_LABEL, (Text(draw(plain_text())),), detail, nested=nested))


def _columns_of(draw: st.DrawFn, run: Passages) -> tuple[list[int], int]:
    """The rows of a table, that of the headings first, and how many columns it has."""
    heads = [at for at, passage in enumerate(run) if passage.kind is Kind.CAPTION]
    if not heads:
        return [], 0
    at = draw(st.sampled_from(heads))
    rows = [row for row in range(at + 1, _end(run, at)) if _is_row(run[row])]
    return [at, *rows], len(run[rows[0]].texts) if rows else 0


def _add_column(draw: st.DrawFn, run: Passages) -> None:
    rows, width = _columns_of(draw, run)
    to = draw(st.integers(0, width))
    for row in rows:
        cell = draw(texts(most=2)) if row == rows[1] or draw(st.booleans()) else Text("")
        _set_column(run, row, slice(to, to), cell)


def _omit_column(draw: st.DrawFn, run: Passages) -> None:
    rows, width = _columns_of(draw, run)
    if width > 1:
        at = draw(st.integers(0, width - 1))
        for row in rows:
            _set_column(run, row, slice(at, at + 1))


def _move_column(draw: st.DrawFn, run: Passages) -> None:
    rows, width = _columns_of(draw, run)
    if width > 1:
        at, to = draw(st.integers(0, width - 1)), draw(st.integers(0, width - 2))
        for row in rows:
            cell = run[row].texts[at] if _is_row(run[row]) else Text("")
            _set_column(run, row, slice(at, at + 1))
            _set_column(run, row, slice(to, to), cell)


def _set_column(run: Passages, row: int, where: slice, *cells: Text) -> None:
    """Put cells in place of others; in a caption, alignments."""
    if _is_row(run[row]):
        changed = list(run[row].texts)
        changed[where] = cells
        run[row] = replace(run[row], texts=tuple(changed))
    else:
        alignments = list(run[row].alignments)
        alignments[where] = [""] * len(cells)
        run[row] = replace(run[row], alignments=tuple(alignments))


def _move_row(draw: st.DrawFn, run: Passages) -> None:
    rows = [at for at, passage in enumerate(run) if passage.kind is Kind.ROW]
    if rows:
        at = draw(st.sampled_from(rows))
        row = run.pop(at)
        places = [to for to in range(len(run) + 1) if to and _is_row(run[to - 1]) and _fits(run[to - 1], row)]
        run.insert(draw(st.sampled_from(places)) if places else at, row)


def _fits(one: Passage, other: Passage) -> bool:
    return one.owner == other.owner and len(one.texts) == len(other.texts)


_EDITS: tuple[Callable[[st.DrawFn, Passages], None], ...] = (
    _omit, _move, _copy, _renumber, _amend, _amend_word, _amend_word, _rename, _add_row, _add_column, _put_in,
    _omit_column, _move_column, _move_row,
)  # fmt: skip
