"""The shape of direction.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .shape import Day, Line, Name, Named, Shape
from .stage_shape import StageShape


def _count(value: object) -> object:
    """A number written in figures; YAML's own readings of other spellings are not taken."""
    return int(value) if isinstance(value, str) and value.isdecimal() and value.isascii() else value


Count = Annotated[int, BeforeValidator(_count), Field(ge=0, le=100_000)]


class RoundShape(Shape):
    """One time that views were sought; what the record does not have is left out."""

    opened: Day | None = None
    closed: Day | None = None
    responses: Count | None = None
    support: Count | None = None
    against: Count | None = None


class AnsweredShape(Shape):
    """An earlier consultation that the direction answers."""

    id: Name
    by: Literal["DCC", "BEIS"]
    about: Line
    documents: tuple[Line, ...] = Field(min_length=1)
    rounds: tuple[RoundShape, ...] = Field(min_length=1)
    provisions: dict[str, tuple[Named, ...]] = Field({}, description="Per document, what it was about.")
    asked: Day | None = Field(None, description="The day of re-designation that it asked about.")
    concluded: Day | None = None
    submitted: Day | None = None
    approved: Day | None = None


class DiscussedShape(Shape):
    """A meeting at which something that the direction rests on was discussed."""

    id: Name
    body: Line
    day: Day
    about: Line


class SignatoryShape(Shape):
    """Who signs; the name is left out where the record has none."""

    name: Line | None = None
    office: Line


class DirectionShape(StageShape):
    """A direction of the Secretary of State, and the consultations that it answers."""

    issuer: Literal["DCC", "BEIS"] = "BEIS"
    effect: Day | None = Field(None, description="Left out until it is known.")
    signatory: SignatoryShape
    answers: tuple[AnsweredShape, ...] = ()
    discussed: tuple[DiscussedShape, ...] = ()
