"""The shape of direction.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from toolkit.source.yaml_shape import Day, Line, Shape

from .shape import Name, Named
from .stage_shape import StageShape


def _count(value: object) -> object:
    """A number written in figures; YAML's own readings of other spellings are not taken."""
    return int(value) if isinstance(value, str) and value.isdecimal() and value.isascii() else value


FolderName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=80)]
Count = Annotated[int, BeforeValidator(_count), Field(ge=0, le=100_000)]


class RoundShape(Shape):
    """One time that views were sought; what the record does not have is left out."""

    opened: Day | None = Field(None, description="The day on which it opened.")
    closed: Day | None = Field(None, description="The day on which it closed.")
    responses: Count | None = Field(None, description="How many responses there were.")
    support: Count | None = Field(None, description="How many of them were in support.")
    against: Count | None = Field(None, description="How many of them were against.")


class AnsweredShape(Shape):
    """An earlier consultation that the direction answers."""

    id: Name = Field(description="By which the letter's texts name it: tmad-foc.")
    by: Literal["DCC", "BEIS"] = Field(description="Who consulted.")
    about: Line = Field(description="What it was about, in a few words.")
    documents: tuple[Line, ...] = Field(min_length=1, description="The codes of those it was about.")
    rounds: tuple[RoundShape, ...] = Field(min_length=1, description="Each time that views were sought.")
    provisions: dict[str, tuple[Named, ...]] = Field({}, description="Per document, what it was about.")
    asked: Day | None = Field(None, description="The day of re-designation that it asked about.")
    concluded: Day | None = Field(None, description="The day on which it was concluded.")
    submitted: Day | None = Field(None, description="The day on which the text was submitted.")
    approved: Day | None = Field(None, description="The day on which a committee approved the text.")


class DiscussedShape(Shape):
    """A meeting at which something that the direction rests on was discussed."""

    id: Name = Field(description="By which the letter's texts name it: entries.")
    body: Line = Field(description="Who met: the SEC Panel.")
    day: Day = Field(description="The day of the meeting.")
    about: Line = Field(description="What was discussed.")


class SignatoryShape(Shape):
    """Who signs; the name is left out where the record has none."""

    name: Line | None = Field(None, description="Left out where the record has none.")
    office: Line = Field(description="The office of the official who signs.")


class DirectionShape(StageShape):
    """A direction of the Secretary of State, and the consultations that it answers."""

    issuer: Literal["DCC", "BEIS"] = Field("BEIS", description="Who writes the letter.")
    effect: Day | None = Field(None, description="Left out until it is known.")
    consultation: FolderName | None = Field(
        None, description="The consultation it is made on, where that is kept in another folder."
    )
    changes: tuple[Name, ...] | None = Field(
        None, min_length=1, description="The declared changes that it makes, by id; left out for all of them."
    )
    signatory: SignatoryShape
    answers: tuple[AnsweredShape, ...] = Field((), description="The consultations that it answers.")
    discussed: tuple[DiscussedShape, ...] = Field((), description="Meetings that it rests on.")
