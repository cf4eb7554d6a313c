"""Bookmarks: which names stand on which labels, in the old text, in the new, and in the marked copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from toolkit.model.change import Marked
from toolkit.model.passage import Passage
from toolkit.render.view import Outside, ViewPassage

from .document_notes import DocumentNotes
from .segment import LABEL, bearing, says

LONGEST = 40
"""Word takes no longer names."""

_OTHER = re.compile(r"[^A-Za-z0-9_]")


class Side(Enum):
    """The two texts that a marked copy holds."""

    OLD = "old"
    NEW = "new"


class Stand(NamedTuple):
    """What a bookmark encloses once everything is rejected (old) or accepted (new); None where it is gone."""

    old: str | None
    new: str | None


class Placed(NamedTuple):
    """The bookmarks of one passage."""

    role: int = 0
    """The segment that they enclose."""
    names: tuple[str, ...] = ()
    """They enclose the old and the new words of the segment."""
    inner: str = ""
    """Encloses the inserted words alone: while changes show, a field to `names` would print both labels."""


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """The bookmarks of one file."""

    placed: tuple[Placed, ...]
    """For each passage."""
    old: dict[str, str]
    """From the id of a clause, definition or table of the old text to its bookmark."""
    new: dict[str, str]
    inner: dict[str, str]
    """From the id of a renumbered clause to the bookmark on its new label."""
    outside: dict[str, str]
    """From the key of an Outside to its bookmark."""
    stands: dict[str, Stand]
    """By name."""
    notes: DocumentNotes
    """The footnotes that words mark."""

    def field_target(self, link_id: str, words: str, side: Side) -> str:
        """The bookmark that a citation of a clause in these words refers to on one side, or nothing.

        Only a bookmark that prints exactly these words will do: a field is brought up to date by Word
        when somebody prints, and must then say what the law says.
        """
        for name in (self.inner.get(link_id), self.new.get(link_id), self.old.get(link_id)):
            if name and words and getattr(self.stands[name], side.value) == words:
                return name
        return ""

    def anchor(self, target: str, outside: bool, side: Side) -> str:
        """The bookmark that a link leads to, or nothing where there is none."""
        if outside:
            return self.outside.get(target, "")
        first, second = (self.old, self.new) if side is Side.OLD else (self.new, self.old)
        return first.get(target) or second.get(target, "")


def bookmark_name(identifier: str) -> str:
    """The bookmark name of an id: a letter, then letters, digits and underscores, forty at most."""
    name = _OTHER.sub("_", identifier)
    if not name[:1].isalpha():
        name = f"n_{name}"
    if len(name) > LONGEST:
        name = f"{name[: LONGEST - 9]}_{sha256(identifier.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return name


def place_bookmarks(
    shown: tuple[ViewPassage, ...], outside: Iterable[Outside], notes: DocumentNotes
) -> Bookmarks:
    """The bookmarks of every passage that bears an id: named after it, an omitted copy otherwise."""
    names = Names()
    # The new text is served first: it is the one that lives on.
    new_names = {
        at: names.take(passage.owner)
        for at, entry in enumerate(shown)
        if (passage := _starter(entry.marked.new))
    }
    new_ids = {passage.owner for entry in shown if (passage := _starter(entry.marked.new))}
    book = Bookmarks((), {}, {}, {}, {}, {}, notes)
    placed = tuple(
        _place(book, names, entry.marked, new_names.get(at, ""), new_ids) for at, entry in enumerate(shown)
    )
    for entry in outside:
        book.outside[entry.key] = names.take(entry.key)
    return replace(book, placed=placed)


@dataclass(slots=True)
class Names:
    """Gives out the names of one file."""

    taken: set[str] = field(default_factory=set)
    """In small letters."""
    _last: dict[str, int] = field(default_factory=dict)
    """The last number that was put after a name."""

    def take(self, identifier: str, ending: str = "") -> str:
        """A name that no other bookmark has; Word does not tell capitals from small letters."""
        wanted = bookmark_name(identifier)[: LONGEST - len(ending)] + ending
        name = wanted
        while name.lower() in self.taken:
            number = self._last[wanted.lower()] = self._last.get(wanted.lower(), 1) + 1
            tail = f"_{number}"
            name = wanted[: LONGEST - len(tail)] + tail
        self.taken.add(name.lower())
        return name


def _starter(passage: Passage | None) -> Passage | None:
    return passage if passage and passage.starts and passage.owner else None


def _place(book: Bookmarks, names: Names, marked: Marked, name: str, new_ids: set[str]) -> Placed:
    old, new = _starter(marked.old), _starter(marked.new)
    bearer = new or old
    if bearer is None:
        return Placed()
    role = bearing(bearer)
    stand = Stand(says(marked.old, role), says(marked.new, role))
    given = [name] if name else []
    if new:
        book.new.setdefault(new.owner, name)
    if old and new and old.owner == new.owner:
        book.old.setdefault(old.owner, name)
    elif old:
        former = names.take(old.owner, "_old" if old.owner in new_ids else "")
        book.old.setdefault(old.owner, former)
        given.append(former)
    book.stands.update((each, stand) for each in given)
    inner = _inner(book, names, new.owner, stand) if new and role == LABEL else ""
    return Placed(role, tuple(given), inner)


def _inner(book: Bookmarks, names: Names, owner: str, stand: Stand) -> str:
    if stand.old is None or stand.new is None or stand.old == stand.new:
        return ""
    inner = names.take(owner, "_new")
    book.inner.setdefault(owner, inner)
    book.stands[inner] = Stand(None, stand.new)
    return inner
