"""The difference between two versions as a value, from which every view is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .passage import Passage


class Op(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    INSERT = "insert"
    OMIT = "omit"


class Edit(NamedTuple):
    """A stretch of plain text. The same and inserted ones make the new text; the same and omitted the old."""

    op: Op
    text: str
    consequential: bool = False
    """Whether it only follows from another change: the old or the new label of a provision that was
    renumbered, in a citation of it. What is omitted and what is inserted for it are both marked so."""


class Column(NamedTuple):
    """A column of a marked table: by index on both sides where it stands on both, else on one."""

    old: int | None
    new: int | None


class Stage(StrEnum):
    """When a change was made that stands between a version in the Code and one that was concluded."""

    CONSULTED = "consulted on"
    """The consultation version makes the same change."""
    ALTERED = "consulted on, altered since"
    """The consultation version changed the same passage, otherwise."""
    AFTER = "made after consultation"
    """The consultation version left the passage as it was."""
    DROPPED = "consulted on, not made"
    """Only the consultation version makes it."""


class ChangeKind(StrEnum):
    """What happened to a passage."""

    INSERTED = "inserted"
    OMITTED = "omitted"
    AMENDED = "amended"
    """Its words changed; its label may have, too."""
    RENUMBERED = "renumbered"
    """Its words stand; its label changed."""
    MOVED = "moved"
    """Its words stand, elsewhere. Appears twice in print: where it was and where it is."""
    RELAID = "relaid"
    """Words and label stand; its level, id or layout changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one passage between two versions."""

    kind: ChangeKind
    old: Passage | None
    new: Passage | None
    old_at: int | None
    """Index among the old version's passages."""
    new_at: int | None
    """Index among the new version's passages."""
    edits: tuple[tuple[Edit, ...], ...] = ()
    """Per text of the passage, or per column where `columns` is given; empty where no words changed."""
    moved: bool = False
    """Whether it stands in another place relative to its unchanged neighbours."""
    label: str = ""
    """As in a list of changes: Clause 4.31 (was 4.30), Table 16.9, the definition of “Dormant Meter”."""
    heading: str = ""
    """The heading it stands under."""
    consequential: bool = False
    """Whether it only follows from another change: 4.31(a) was 4.30(a) because 4.31 was 4.30, or nothing
    but citations of renumbered clauses changed."""
    origin: str = ""
    """Where words it gained or lost came from or went to, in words: split from Clause 4.5, merged into
    Clause 4.6; else empty."""
    columns: tuple[Column, ...] = ()
    """Of a row of a table whose columns were put in, taken out or moved: its columns in the order of the
    marked copy. Empty where each column answers to that of its number."""

    @property
    def clause(self) -> str:
        """The id of the clause, definition or table it belongs to: the new one's, else the old one's."""
        passage = self.new or self.old
        return passage.owner if passage else ""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that changed from one version to another; passages not named stand as they were."""

    old: str
    """As on the command line: TMAD@6.0."""
    new: str
    changes: tuple[Change, ...]
    """In the order of the marked copy."""
    old_count: int = -1
    """How many passages the old version has; -1 where it is not known."""
    new_count: int = -1

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class Marked:
    """One passage of a change-marked copy. A clean copy is one in which nothing changed."""

    old: Passage | None
    new: Passage | None
    edits: tuple[tuple[Edit, ...], ...] = ()
    """Per text, or per column where `columns` is given; empty where the words are the same or stand on
    one side only."""
    moved: str = ""
    """Names the pair where a passage moved: it appears once with only `old`, once with only `new`."""
    number: int = 0
    """1, 2, 3 … for each change in the list of changes; 0 where nothing changed."""
    consequential: bool = False
    """As of its Change."""
    origin: str = ""
    """As of its Change."""
    columns: tuple[Column, ...] = ()
    """As of its Change; the rows of one table all have the same, also those that stand on one side only
    or did not change."""

    @property
    def passage(self) -> Passage:
        """The passage it shows: the new one, else the old one."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a marked passage has an old or a new side")
        return found

    @property
    def changed(self) -> bool:
        """Whether anything about it changed."""
        return self.number > 0
