"""Carrying out a change set, and taking it back: apply(compare(a, b), a) is b, and the reverse gives a."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from toolkit.model.change import Change, ChangeKind, ChangeSet, Column, Edit, Op
from toolkit.model.passage import Passage


class Conflict(ValueError):  # noqa: N818  # it is met with and shown as a conflict, not as an error
    """The text to be changed is not the text that the changes were made from."""

    def __init__(self, label: str, expected: str, found: str) -> None:
        super().__init__(
            f"{label or 'The text'} is not what the changes were made from.\n"
            f"  The changes were made from: “{expected}”\n"
            f"  The text now reads:         “{found}”\n"
            "Compare again with the text as it now is, or put the passage back."
        )
        self.label = label
        """What the passage is called: Clause 4.31."""
        self.expected = expected
        """Its words in the version that the changes were made from."""
        self.found = found
        """Its words in the text at hand; empty where it has no such passage."""


def apply(changes: ChangeSet, base: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that a change set makes of a base; Conflict where the base is another one."""
    _check_count(changes, base)
    gone: set[int] = set()
    amended: dict[int, Passage] = {}
    come: dict[int, Passage] = {}
    for change in changes.changes:
        if change.old is not None:
            _check_base(change, base)
        if change.old_at is not None and (change.new is None or change.moved):
            gone.add(change.old_at)
        if change.new is None or change.new_at is None:
            continue
        new = change.new if change.old is None else amend(change)
        if change.old_at is None or change.moved:
            come[change.new_at] = new
        else:
            amended[change.old_at] = new
    kept = (amended.get(at, passage) for at, passage in enumerate(base) if at not in gone)
    result = _with(come, kept)
    if len(result) != len(base) - len(gone) + len(come):
        raise Conflict(changes.old, "a text with a place for every insertion", f"{len(base)} passages")
    return result


def take_back(changes: ChangeSet, new: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages from which a change set made the new ones; Conflict where it did not make these."""
    return apply(reverse(changes), new)


def reverse(changes: ChangeSet) -> ChangeSet:
    """The changes that undo these."""
    return ChangeSet(
        changes.new, changes.old, tuple(map(_reversed, changes.changes)), changes.new_count, changes.old_count
    )


_OPPOSITE = {Op.INSERT: Op.OMIT, Op.OMIT: Op.INSERT, Op.SAME: Op.SAME}
_OPPOSITE_KIND = {ChangeKind.INSERTED: ChangeKind.OMITTED, ChangeKind.OMITTED: ChangeKind.INSERTED}


def _reversed(change: Change) -> Change:
    return replace(
        change, kind=_OPPOSITE_KIND.get(change.kind, change.kind), old=change.new, new=change.old,
        old_at=change.new_at, new_at=change.old_at, **_other_way(change),
    )  # fmt: skip


def _other_way(change: Change) -> dict[str, Any]:
    """The edits and columns of a change the other way round."""
    edits = [_undone(one) for one in change.edits]
    columns = [Column(column.new, column.old) for column in change.columns]
    order = _old_first(columns)
    return {
        "edits": tuple(edits[at] for at in order) if edits and columns else tuple(edits),
        "columns": tuple(columns[at] for at in order),
    }


def _old_first(columns: Sequence[Column]) -> list[int]:
    """The order in which what went stands before what came to its place."""
    order: list[int] = []
    come: list[int] = []
    for at, column in enumerate(columns):
        if column.old is None:
            come.append(at)
            continue
        if column.new is not None:
            order += come
            come = []
        order.append(at)
    return [*order, *come]


def _undone(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits the other way round; what is omitted still comes before what is inserted in its place."""
    turned = [edit._replace(op=_OPPOSITE[edit.op]) for edit in edits]
    for at in range(len(turned) - 1):
        if turned[at].op is Op.INSERT and turned[at + 1].op is Op.OMIT:
            turned[at], turned[at + 1] = turned[at + 1], turned[at]
    return tuple(turned)


def amend(change: Change) -> Passage:
    """The new passage of a change, its words made from the old ones by the edits; else Conflict."""
    assert change.old is not None
    assert change.new is not None
    if not change.edits:
        words = [text.plain for text in change.old.texts]
    else:
        columns = change.columns or tuple(Column(at, at) for at in range(len(change.edits)))
        both = list(zip(columns, change.edits, strict=True))
        before = [_side(edits, Op.INSERT) for column, edits in both if column.old is not None]
        if before != [text.plain for text in change.old.texts]:
            raise Conflict(change.label, "\t".join(before), change.old.plain)
        words = [_side(edits, Op.OMIT) for column, edits in both if column.new is not None]
    if words != [text.plain for text in change.new.texts]:
        raise Conflict(change.label, "\t".join(words), change.new.plain)
    texts = (replace(text, plain=word) for text, word in zip(change.new.texts, words, strict=True))
    return replace(change.new, texts=tuple(texts))


def _side(edits: Sequence[Edit], without: Op) -> str:
    """The new text is what stands without the omitted, the old one without the inserted."""
    return "".join(edit.text for edit in edits if edit.op is not without)


def _check_base(change: Change, base: Sequence[Passage]) -> None:
    at, old = change.old_at, change.old
    assert at is not None
    assert old is not None
    if at >= len(base):
        raise Conflict(change.label, _shown(old), "")
    if base[at] != old:
        raise Conflict(change.label, _shown(old), _shown(base[at]))


def _shown(passage: Passage) -> str:
    return " ".join(filter(None, [passage.label.text or passage.detail, passage.plain]))


def _check_count(changes: ChangeSet, base: Sequence[Passage]) -> None:
    """Without this, an insertion into a text that grew elsewhere would go to the wrong place unseen."""
    if changes.old_count not in (-1, len(base)):
        for change in changes.changes:
            if change.old is not None:
                _check_base(change, base)
        raise Conflict(changes.old, f"{changes.old_count} passages", f"{len(base)} passages")


def _with(come: dict[int, Passage], kept: Iterable[Passage]) -> tuple[Passage, ...]:
    """The kept passages in order, with each new one at its index."""
    result: list[Passage] = []
    for passage in kept:
        while len(result) in come:
            result.append(come[len(result)])
        result.append(passage)
    while len(result) in come:
        result.append(come[len(result)])
    return tuple(result)
