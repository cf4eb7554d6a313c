"""What proves that a clause is carried out: declared for each document, and for single clauses otherwise.

documents/CODE/evidence.yaml holds a default and, by clause id, what differs from it. What is declared for
a clause holds for everything that stands under it, unless that is declared itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from toolkit.model.place import NOWHERE, Place

FILE = "evidence.yaml"


class Need(StrEnum):
    """A kind of proof."""

    CODE = "code"
    TEST = "test"
    EXAMPLE = "example"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody read how the clause is carried out, where no test can tell."""

    by: str
    on: date
    until: date
    """The last day on which it counts."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Proof is put off."""

    until: date
    """The last day on which it counts."""
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a clause needs."""

    needs: frozenset[Need]
    """Nothing for what cannot be coded; then `reason` says why."""
    reason: str = ""
    review: Review | None = None
    waiver: Waiver | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def procedural(self) -> bool:
        """Whether the clause needs no proof."""
        return not self.needs


CODE_AND_TEST = Evidence(frozenset({Need.CODE, Need.TEST}))
"""What an obligation needs where nothing is declared."""


@dataclass(frozen=True, slots=True)
class EvidenceRules:
    """What is declared for one document."""

    default: Evidence = CODE_AND_TEST
    clauses: dict[str, Evidence] = field(default_factory=dict)
    """By clause id."""
    file: str = ""
    unread: bool = False
    """Whether the file is wrong, so that what it declares is not known."""
