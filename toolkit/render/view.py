"""What every writer takes: one document to print, clean or change-marked, with its links worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.change import Marked, Stage


class LinkPart(NamedTuple):
    """A stretch of a citation that prints one clause's own label: "(b)" of Clause 4.12(b)."""

    start: int
    end: int
    id: str
    """The id of the clause of this document that bears the label."""


class Link(NamedTuple):
    """A stretch of plain text that leads somewhere. Links of one text do not overlap."""

    start: int
    end: int
    kind: str
    """citation or term"""
    target: str
    """The id of a clause, definition or table of this document; or the key of an Outside."""
    outside: bool
    """Whether target is the key of an Outside."""
    tip: str
    """What to show on hover and focus: the clause's label and heading, or the term's meaning."""
    parts: tuple[LinkPart, ...] = ()
    """For a citation inside this document: the label parts, in order; they lie within start and end."""


Links = tuple[tuple[Link, ...], ...]
"""For each text of a passage, its links in order of start."""


class Outside(NamedTuple):
    """A provision or a term of another document that this one leads to."""

    key: str
    """Unique in a view, usable as an HTML id."""
    title: str
    """Section N6.4 of the Smart Energy Code"""
    heading: str
    """The provision's heading, or the meaning of the term."""
    file: str = ""
    """The sibling output that holds it, without suffix; empty where none is made."""
    fragment: str = ""
    """The id inside that file."""


@dataclass(frozen=True, slots=True)
class ViewPassage:
    """A passage to print with the links of its old and new texts."""

    marked: Marked
    old_links: Links = ()
    """Empty where nothing was omitted, unless the same words lead elsewhere in the old text."""
    new_links: Links = ()


class Declared(NamedTuple):
    """A change that a consultation declares."""

    consultation: str
    """Uplift 1.2"""
    number: int
    topic: str
    """MPRN leading zeros"""

    def __str__(self) -> str:
        return f"{self.consultation}, change {self.number}: {self.topic}"


class ChangeLine(NamedTuple):
    """One line of the list of changes."""

    number: int
    """As in Marked.number."""
    label: str
    """Clause 4.31 (was 4.30), Table 16.9, the definition of “Dormant Meter”."""
    kind: str
    """inserted, omitted, amended, renumbered, moved, laid out differently"""
    heading: str
    """The heading it stands under."""
    consequential: bool = False
    """Whether all of it only follows from other changes."""
    declared: tuple[Declared, ...] = ()
    """The declared changes of the consultation it belongs to; usually one."""
    stage: Stage | None = None
    """Whether it was consulted on or made since, in a copy that tells so."""


class Front(NamedTuple):
    """What the title page and the running header say of one version."""

    code: str
    title: str
    appendix: str
    version: str
    version_title: str
    status: str
    date: str
    notice: str


@dataclass(frozen=True, slots=True)
class View:
    """One document to print."""

    code: str
    title: str
    appendix: str
    """AL, or empty."""
    version: str
    """6.1U"""
    version_title: str
    """The longer name of the version where it has one, else empty."""
    status: str
    """In words: Designated version, Consultation draft."""
    date: str
    """In words: In legal effect from Friday 24 July 2020; or empty."""
    notice: str
    """Printed on every copy; may be empty."""
    against: str
    """The version it is marked against, such as 6.0; empty for a clean copy."""
    passages: tuple[ViewPassage, ...]
    outside: tuple[Outside, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    consulted: str = ""
    """The consultation version, where the copy tells what was consulted on and what was made since."""
    dropped: tuple[ChangeLine, ...] = ()
    """What that version changed and this one does not; their numbers are 0."""
    former: Front | None = None
    """What the front of the version said that it is marked against; None in a clean copy."""
    language: str = "en-GB"
    marking: str = ""
    """Printed at the head of every page of a copy that is not for everybody; else empty."""

    @property
    def marked(self) -> bool:
        """Whether it is a change-marked copy."""
        return bool(self.against)

    @property
    def front(self) -> Front:
        """What its own front says."""
        return Front(*(getattr(self, name) for name in Front._fields))
