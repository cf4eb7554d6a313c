"""The list of changes: which passages are one line of it, and the numbers that lead from a line to them.

A clause put in or taken out is one line with everything that stands under it. So is a run of clauses
that were only renumbered. What merely goes along with its clause is no line.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.change import Change, ChangeKind, ChangeSet, Op
from toolkit.model.label import NO_LABEL, Label, Ordinal
from toolkit.model.numbering import follows
from toolkit.model.passage import NOT_LEGAL_TEXT, Kind, Passage

from .order import depth


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list of changes."""

    number: int
    """From 1."""
    changes: tuple[Change, ...]
    """The first is the one that the line is named after; at least one."""


def lines(changes: ChangeSet, legal_only: bool = True) -> tuple[Line, ...]:
    """The lines of the list of changes; legal_only leaves out notes and comments."""
    grouped: list[list[Change]] = []
    tables: dict[str, list[Change]] = {}
    for change in filter(is_listed, changes.changes):
        if has_columns_only(change) and side(change).kind is Kind.ROW and side(change).owner in tables:
            tables[side(change).owner].append(change)
        elif grouped and _continues(grouped[-1], change):
            grouped[-1].append(change)
        else:
            grouped.append([change])
            if change.columns and side(change).kind is Kind.COLUMNS:
                tables[side(change).owner] = grouped[-1]
    kept = ([one for one in group if not legal_only or is_legal(side(one))] for group in grouped)
    return tuple(Line(number, tuple(group)) for number, group in enumerate(filter(None, kept), start=1))


def side(change: Change) -> Passage:
    """The new passage of a change, else the old one."""
    passage = change.new or change.old
    if passage is None:
        raise ValueError("a change has an old or a new side")
    return passage


def is_listed(change: Change) -> bool:
    """Whether a reader can see it at its own place."""
    if not change.consequential or change.kind not in (ChangeKind.RENUMBERED, ChangeKind.RELAID):
        return True
    old, new = _labels(change)
    return old.own != new.own or (change.kind is ChangeKind.RENUMBERED and not new.parts)


def is_legal(passage: Passage) -> bool:
    """Whether a passage is legal text."""
    return passage.kind not in NOT_LEGAL_TEXT


def has_columns_only(change: Change) -> bool:
    """Whether nothing changed in a row but that columns were put in, taken out or moved."""
    if not change.columns or change.moved or change.old is None or change.new is None:
        return False
    both = zip(change.columns, change.edits, strict=True)
    stood = (edits for column, edits in both if column.old is not None and column.new is not None)
    return all(edit.op is Op.SAME for edits in stood for edit in edits)


def _continues(group: list[Change], change: Change) -> bool:
    """Whether a change belongs to the line before it."""
    first, last = group[0], group[-1]
    if first.moved or change.moved:
        return first.moved and change.moved and _is_within(first, last, change)
    if change.kind is not first.kind:
        return False
    match first.kind:
        case ChangeKind.INSERTED | ChangeKind.OMITTED:
            return _is_within(first, last, change) or _are_rows(last, change)
        case ChangeKind.RENUMBERED:
            return _is_renumbered_on(group, change)
        case _:
            return False


def _is_within(first: Change, last: Change, change: Change) -> bool:
    return depth(side(change)) > depth(side(first)) and _adjoins(last, change)


def _are_rows(last: Change, change: Change) -> bool:
    here, there = side(last), side(change)
    return here.kind is there.kind is Kind.ROW and here.owner == there.owner and _adjoins(last, change)


def _adjoins(last: Change, change: Change) -> bool:
    """Whether nothing stands between two changes, on the sides on which both stand."""
    old = change.old_at is None or last.old_at is None or change.old_at == last.old_at + 1
    new = change.new_at is None or last.new_at is None or change.new_at == last.new_at + 1
    return old and new


def _is_renumbered_on(group: list[Change], change: Change) -> bool:
    """Whether it is the next of a run of clauses renumbered one after the other, or numbered after the first.

    4.31 to 4.38 (were 4.30 to 4.37) is such a run; so is 5 (was 4) with 5.1 (was 4.1) and on.
    """
    old, new = _labels(change)
    first_old, first_new = _labels(group[0])
    if not old.key or not new.key:
        return False
    if _tail(old, first_old) and _tail(old, first_old) == _tail(new, first_new):
        return True
    before = next((one for one in reversed(group) if len(_labels(one)[1].key) == len(new.key)), None)
    if before is None:
        return False
    last_old, last_new = _labels(before)
    return follows(last_old, old) and follows(last_new, new)


def _labels(change: Change) -> tuple[Label, Label]:
    return (change.old.label if change.old else NO_LABEL), (change.new.label if change.new else NO_LABEL)


def _tail(label: Label, over: Label) -> tuple[Ordinal, ...]:
    """What a label has after that of a clause it is numbered under; nothing where it is not."""
    size = len(over.key)
    return label.key[size:] if size and label.key[:size] == over.key else ()
