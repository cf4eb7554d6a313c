"""How a marked copy is tracked in Word: whose changes they are, and what goes with them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from toolkit.model.change import Stage
from toolkit.render.view import ChangeLine, View


class Author(NamedTuple):
    """Who made changes, and when."""

    name: str
    date: datetime


class Tracking(NamedTuple):
    """How the changes of a Word file are tracked; the author is also that of the file."""

    author: Author
    since: Author | None = None
    """Who made what was not consulted on, in a copy that tells it apart; else the same author."""
    moves: bool = True
    """Whether what moved is marked as moved; else as omitted in one place and inserted in another."""
    comments: bool = False
    """Whether each change carries a comment that names the declared change it belongs to."""

    def by(self, line: ChangeLine | None) -> Author:
        """The author of the changes of a line of the list of changes."""
        later = line is not None and line.stage in (Stage.AFTER, Stage.ALTERED)
        return self.since if self.since and later else self.author


def line_of(view: View) -> dict[int, ChangeLine]:
    """The lines of the list of changes by their numbers."""
    return {line.number: line for line in view.changes}
