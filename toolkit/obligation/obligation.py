"""What a clause asks of somebody: who, what, when, in which case, and what of these is uncertain."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from toolkit.cite.citation import Citation
from toolkit.model.place import NOWHERE, Place


class Kind(StrEnum):
    """What a modal verb does."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DECLARATION = "declaration"
    """It says how things stand in law, and asks nobody to do anything."""


class Field(StrEnum):
    """What of a reading can be uncertain."""

    ACTOR = "actor"
    KIND = "kind"
    ACT = "act"
    PERIOD = "period"


class Doubt(NamedTuple):
    """Why a reading is uncertain."""

    field: Field
    reason: str
    """In words: the actor is a pronoun."""


class Timing(NamedTuple):
    """When, or how long, or how often."""

    words: str
    """As written, up to what it is counted from: not less than 15 Working Days before."""
    number: str
    """In digits; empty where no number is given: without delay."""
    unit: str
    """Working Days, days, hours, time of day, date; empty where the words have none."""
    direction: str
    """before, after, within, for, by; empty where the words do not say."""
    event: str
    """What it is counted from: the Planned Migration Date; may be empty."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """One reading: what one modal verb, or one limb that goes on with it, asks."""

    document: str
    """TMAD"""
    version: str
    clause: str
    """The id of the clause, definition or table in which the act stands."""
    label: str
    """As printed: 4.29(a)."""
    heading: str
    """The nearest one above, with its label: 4 Migration; may be empty."""
    kind: Kind
    modal: str
    """As written, with its not: shall not."""
    actors: tuple[str, ...]
    """Who acts, in the singular; empty where nobody is named."""
    said_of: str
    """What stands before the modal verb where that is not who acts: a notice; may be empty."""
    act: str
    """What is to be done: the words after the modal verb, or those of the limb."""
    condition: str
    """In which case; may be empty."""
    exception: str
    """Save for what; may be empty."""
    recipients: tuple[str, ...]
    """To whom."""
    timings: tuple[Timing, ...]
    lead: str
    """The words that lead into a limb; empty where the passage stands alone."""
    words: str
    """The words of the passage itself."""
    doubts: tuple[Doubt, ...] = ()
    citations: tuple[Citation, ...] = ()
    """In the words, in order."""
    around: tuple[str, ...] = ()
    """The ids of the clause and of all that it stands in, innermost first."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def version_name(self) -> str:
        """TMAD@6.0"""
        return f"{self.document}@{self.version}"

    @property
    def uncertain(self) -> bool:
        """Whether a field of it should be looked at by somebody."""
        return bool(self.doubts)

    def doubted(self, which: Field) -> str:
        """Why a field is uncertain; empty where it is not."""
        return "; ".join(doubt.reason for doubt in self.doubts if doubt.field is which)
