"""A direction of the Secretary of State as data, as kept in consultations/ID/direction.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from toolkit.model.place import NOWHERE, Place

from .consultation import Provision
from .stage import Stage


class Signatory(NamedTuple):
    """Who signs for the Secretary of State."""

    name: str
    """Empty where the record does not name the official."""
    office: str


class Round(NamedTuple):
    """One time that views were sought."""

    opened: date | None
    """None where the record has no day."""
    closed: date | None
    responses: int | None
    """None where their number is not recorded."""
    support: int | None = None
    against: int | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Answered:
    """An earlier consultation that the direction answers."""

    id: str
    by: str
    """DCC or BEIS."""
    about: str
    documents: tuple[str, ...]
    """The codes of those that it was about."""
    rounds: tuple[Round, ...]
    provisions: tuple[Provision, ...] = ()
    """What it was about; with versions where the text that is directed does not have it."""
    asked: date | None = None
    """The day of (re-)designation that it asked about, which opens a window of a month."""
    concluded: date | None = None
    submitted: date | None = None
    """When the text was submitted to the Secretary of State."""
    approved: date | None = None
    """When a committee approved it, where one had to."""
    place: Place = field(default=NOWHERE, compare=False)


class Discussed(NamedTuple):
    """A meeting at which something that the direction rests on was discussed."""

    id: str
    body: str
    """The SEC Panel; TBDG E&A."""
    day: date
    about: str


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction, with the consultations that it answers."""

    stage: Stage
    effect: date | None
    """None until it is known: then the paper is a draft and leaves it open."""
    signatory: Signatory
    answers: tuple[Answered, ...] = ()
    discussed: tuple[Discussed, ...] = ()
    effect_place: Place = NOWHERE
    consultation: str = ""
    """The id of the consultation that it is made on, where that is kept in another folder."""
    consultation_place: Place = NOWHERE
    changes: tuple[str, ...] = ()
    """The ids of the declared changes that it makes; empty for all of them."""
    changes_place: Place = NOWHERE
