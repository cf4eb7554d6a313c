"""The list of changes in words, one row a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model.change import Change, ChangeKind, ChangeSet, Op
from toolkit.model.passage import Kind

from .label_words import with_plural
from .listing import Line, lines

_KIND_WORDS = {
    ChangeKind.INSERTED: "inserted",
    ChangeKind.OMITTED: "omitted",
    ChangeKind.AMENDED: "amended",
    ChangeKind.RENUMBERED: "renumbered",
    ChangeKind.MOVED: "moved",
    ChangeKind.RELAID: "laid out differently",
}


class ListedChange(NamedTuple):
    """One row of the list of changes, in words."""

    number: int
    """As Marked.number of the passages it is about."""
    label: str
    """Clause 4.31 (was 4.30), Clauses 4.32 to 4.41 (were 4.31 to 4.40), Table 16.9, row “IOC”."""
    kind: str
    """inserted, omitted, amended, renumbered, moved, laid out differently"""
    heading: str
    """The heading it stands under."""
    consequential: bool = False
    """Whether all of it only follows from other changes."""


def summary(changes: ChangeSet, legal_only: bool = True) -> tuple[ListedChange, ...]:
    """The list of changes; legal_only leaves out notes and comments."""
    return tuple(listed(line) for line in lines(changes, legal_only))


def listed(line: Line) -> ListedChange:
    """A line of the list of changes in words."""
    follows = all(change.consequential for change in line.changes)
    return ListedChange(line.number, _label(line), kind_words(line), line.changes[0].heading, follows)


def kind_words(line: Line) -> str:
    """What happened, in words."""
    first = line.changes[0]
    if _is_of_columns(first) and not first.moved:
        return _listing(dict.fromkeys(kind for kind, _ in _columns(first)))
    if first.moved and any(change.kind is ChangeKind.AMENDED for change in line.changes):
        return "moved and amended"
    if first.kind is ChangeKind.AMENDED and first.consequential:
        return "amended (consequential)"
    if first.kind is ChangeKind.RENUMBERED and first.old and first.new:
        if not first.old.label.parts and first.new.label.parts:
            return "numbered"
        if first.old.label.parts and not first.new.label.parts:
            return "number omitted"
    return _KIND_WORDS[first.kind]


def _label(line: Line) -> str:
    first, last = line.changes[0], line.changes[-1]
    if _is_of_columns(first) and not first.moved:
        return _column_label(first)
    if first is last:
        return first.label
    if first.kind is ChangeKind.RENUMBERED:
        return _run(line.changes)
    start, row, cell = first.label.partition(", row “")
    end, again, last_cell = last.label.partition(", row “")
    if row and again and start == end:
        return f"{start}, rows “{cell} {'and' if len(line.changes) == 2 else 'to'} “{last_cell}"
    return first.label


def _run(changes: tuple[Change, ...]) -> str:
    """Clauses 4.32 to 4.41 (were 4.31 to 4.40), where more than one clause of a level was renumbered."""
    first = changes[0]
    alike = [one for one in changes if _size(one) == _size(first)]
    last = alike[-1]
    if len(alike) == 1 or not (first.old and first.new and last.old and last.new):
        return first.label
    name = first.label.partition(" (was ")[0]
    to = "and" if len(alike) == 2 else "to"
    new = with_plural(name, f"{first.new.label.text} {to} {last.new.label.text}")
    return f"{new} (were {first.old.label.text} {to} {last.old.label.text})"


def _size(change: Change) -> int:
    return len(change.new.label.key) if change.new else 0


# -- columns ----------------------------------------------------------------------------------------


def _is_of_columns(change: Change) -> bool:
    return bool(change.columns and change.old and change.new and change.new.kind is Kind.COLUMNS)


def _column_label(change: Change) -> str:
    """Table 16.9, column “Length”."""
    table = change.label.removesuffix(", column headings")
    names = dict.fromkeys(f"“{name}”" for _, name in _columns(change))
    return f"{table}, column{'s' if len(names) > 1 else ''} {_listing(names)}"


def _listing(words: Iterable[str]) -> str:
    """a, b and c"""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _columns(change: Change) -> list[tuple[str, str]]:
    """What happened to which columns of a table, by their headings; at least one."""
    assert change.old is not None
    assert change.new is not None
    old, new = change.old.texts, change.new.texts
    gone = [old[one.old].plain for one in change.columns if one.old is not None and one.new is None]
    come = [new[one.new].plain for one in change.columns if one.new is not None and one.old is None]
    found = [("moved" if name in come else "omitted", name) for name in gone]
    found += [("inserted", name) for name in come if name not in gone]
    found += [
        ("amended", new[one.new].plain)
        for one, edits in zip(change.columns, change.edits, strict=True)
        if one.old is not None and one.new is not None and any(edit.op is not Op.SAME for edit in edits)
    ]
    return found
