"""The list of changes in words, one row a line."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.model.change import Change, ChangeKind, ChangeSet

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
