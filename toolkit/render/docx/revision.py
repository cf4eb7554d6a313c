"""Who changed what and when: the attributes of tracked changes, and identifiers that no two share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count

CONSEQUENTIAL = "{} (consequential)"
"""The name under which stands what only follows from other changes: Word can hide what one name changed."""


class Track(StrEnum):
    """How a stretch of a marked copy is tracked; the value is its element, empty where nothing changed."""

    SAME = ""
    INSERT = "ins"
    OMIT = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"

    def goes_on(self, before: Track) -> bool:
        """Whether a paragraph tracked like this goes on with the change that ends the one before it."""
        return bool(self) and bool(before) and self.whole is before.whole

    @property
    def whole(self) -> Track:
        """The same with a move taken as its halves, which is how rows and cells are tracked."""
        return _WHOLE[self]


_WHOLE = {
    Track.SAME: Track.SAME, Track.INSERT: Track.INSERT, Track.OMIT: Track.OMIT,
    Track.MOVED_FROM: Track.OMIT, Track.MOVED_TO: Track.INSERT,
}  # fmt: skip


def stamp(moment: datetime) -> str:
    """A moment as Word writes it, in universal time; one without a zone is taken as it stands."""
    universal = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{universal:%Y-%m-%dT%H:%M:%SZ}"


@dataclass(frozen=True, slots=True)
class Revisions:
    """Gives out the identifiers of one file and the attributes of the tracked changes of one author.

    Word calls a file unreadable in which two changes share an identifier, so bookmarks, ranges, comments
    and content controls draw from the same row of numbers.
    """

    author: str
    date: str
    follower: str
    """The name for what only follows from other changes."""
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def by(cls, author: str, moment: datetime) -> Revisions:
        """The revisions of one author at one moment."""
        return cls(author, stamp(moment), CONSEQUENTIAL.format(author))

    def of(self, author: str, moment: datetime, follows: bool = False) -> Revisions:
        """Those of another author in the same file, or of what only follows from their changes."""
        follower = CONSEQUENTIAL.format(author)
        return replace(self, author=follower if follows else author, date=stamp(moment), follower=follower)

    def number(self) -> str:
        """An identifier that was not given out before."""
        return str(next(self._numbers))

    def mark(self, follows: bool = False) -> dict[str, str]:
        """The attributes of one tracked change; `follows` is whether it only follows from others."""
        return {"id": self.number(), "author": self.follower if follows else self.author, "date": self.date}
