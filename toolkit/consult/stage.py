"""A stage of a consultation as data: what is published at it, about which versions, with what enclosed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toolkit.model.place import NOWHERE, Place

from .issuer import Issuer
from .wording import MONTHS, day_words


class StageKind(StrEnum):
    """The stages, in the order in which they happen."""

    CONSULTATION = "consultation"
    CONCLUSIONS = "conclusions"
    DIRECTION = "direction"


class Published(NamedTuple):
    """When a paper is published: a day, or the month where the record has no day."""

    day: date
    """The first of the month where no day is known."""
    exact: bool = True

    @property
    def words(self) -> str:
        """Thursday 4 June 2020; September 2020"""
        return day_words(self.day) if self.exact else f"{MONTHS[self.day.month - 1]} {self.day.year}"

    @property
    def last(self) -> date:
        """The last day that it can have been."""
        if self.exact:
            return self.day
        year, month = divmod(self.day.year * 12 + self.day.month, 12)
        return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


class Enclosing(StrEnum):
    """What an enclosure is."""

    PAPER = "paper"
    """The paper itself, where its series begins with it."""
    DIRECTION = "direction"
    CLEAN = "clean"
    MARKED = "marked"
    OUTSIDE = "outside"
    """Published elsewhere: it bears its number or letter, and has no file here."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One entry of the list of enclosures."""

    what: Enclosing
    code: str = ""
    version: str = ""
    against: str = ""
    title: str = ""
    """Where the file gives one; else it is worked out."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class StageDocument:
    """A version that a stage is about, with what the file claims of it."""

    code: str
    version: str
    consulted: str = ""
    """The version that was consulted on, which it is the outcome of; empty where none was."""
    in_effect: str = ""
    """The version that the file says was in legal effect before; empty where it says nothing."""
    appendix: str = ""
    """The SEC Appendix that the file gives; empty where it gives none."""
    place: Place = field(default=NOWHERE, compare=False)
    claims: tuple[tuple[str, Place], ...] = field(default=(), compare=False)
    """Where the file says consulted, in-effect and appendix."""

    def at(self, key: str) -> Place:
        """Where the file says one of these; that of the version where it does not."""
        return dict(self.claims).get(key, self.place)


@dataclass(frozen=True, slots=True)
class Stage:
    """What every stage after the consultation has."""

    id: str
    """The name of its folder."""
    kind: StageKind
    issuer: Issuer
    title: str
    filename: str
    classification: str
    published: Published
    documents: tuple[StageDocument, ...]
    enclosed: tuple[Enclosed, ...]
    file: str
    place: Place = field(default=NOWHERE, compare=False)
    """Of the date of publication."""

    def document(self, code: str, version: str) -> StageDocument | None:
        """A version that it is about; None where it is not about that one."""
        return next((one for one in self.documents if (one.code, one.version) == (code, version)), None)
