"""What is concluded on a consultation, as kept in consultations/ID/conclusions.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.model.place import NOWHERE, Place

from .consultation import DeclaredChange
from .stage import Published, Stage


@dataclass(frozen=True, slots=True)
class DraftingChange:
    """A row of the summary of what was changed in the drafting after the consultation."""

    change: DeclaredChange
    """Its provisions, and what changes in them."""
    question: str = ""
    """The id of the question that it answers; empty where it answers none."""
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of documents that are not kept here: the title, and the labels of what changes."""


@dataclass(frozen=True, slots=True)
class Conclusions:
    """A conclusions report, or a Government response, as data."""

    stage: Stage
    drafting: tuple[DraftingChange, ...]
    expected: date | None = None
    """The earliest day on which re-designation is expected; None where none is said."""
    expected_place: Place = NOWHERE
    engagement: tuple[str, ...] = ()
    """With whom it was discussed: bilateral meetings; the Security Sub-Committee."""

    dates: tuple[tuple[str, Published], ...] = ()
    """Other dates that the text names, such as that of laying before Parliament."""

    @property
    def declared(self) -> tuple[DeclaredChange, ...]:
        """The changes to documents that are kept here, to be held against the real differences."""
        return tuple(one.change for one in self.drafting if one.change.provisions)

    def about(self, question: str) -> tuple[DraftingChange, ...]:
        """Those that answer one question."""
        return tuple(one for one in self.drafting if one.question == question)
