"""The shape of consultation.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator


def read_day(value: object) -> date:
    """A day written as 2020-08-06; ValueError, with what to write, for anything else."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("There is no such day.") from error
    raise ValueError("Write a date as 2020-08-06; its weekday is worked out.")


def _moment(value: object) -> datetime:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", value):
        try:
            return datetime.fromisoformat(value)
        except ValueError as error:
            raise ValueError("There is no such day or time.") from error
    raise ValueError("Write a date and a time as 2020-09-03 16:00; the weekday is worked out.")


def named_clause(value: object) -> object:
    """A bare 3.24 is short for clause: 3.24."""
    return {"clause": value} if isinstance(value, str) else value


_END_OF_DAY = " end of day"


def _closing(value: object) -> date:
    """A moment; a day where the file says that no time was set, which cannot be said by oversight."""
    if isinstance(value, str) and value.endswith(_END_OF_DAY):
        return read_day(value.removesuffix(_END_OF_DAY))
    return _moment(value)


Day = Annotated[date, BeforeValidator(read_day)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Closing = Annotated[datetime | date, BeforeValidator(_closing)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]+$")]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


class Shape(BaseModel):
    """Nothing may stand in the file that is not known here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProvisionShape(Shape):
    """What a change alters, by exactly one of clause, definition, table and annex."""

    clause: Line | None = None
    definition: Line | None = None
    table: Line | None = None
    annex: Line | None = None
    versions: tuple[Line, ...] = Field((), description="The drafts it changes; left out for all of them.")

    @model_validator(mode="after")
    def _one_name(self) -> ProvisionShape:
        if len(self.named) != 1:
            raise ValueError("Name exactly one of clause, definition, table and annex.")
        return self

    @property
    def named(self) -> dict[str, str]:
        """The kind and the name that were given."""
        given: dict[str, Any] = self.model_dump(exclude={"versions"}, exclude_none=True)
        return given


class ChangeShape(Shape):
    """A declared change."""

    id: Name
    topic: Line
    kind: Literal["new provision", "amendment", "clarification", "typographical"]
    rationale: Prose
    provisions: dict[str, tuple[Annotated[ProvisionShape, BeforeValidator(named_clause)], ...]] = Field(
        min_length=1, description="Per document, the clauses that it changes."
    )


class QuestionShape(Shape):
    """A question to respondents; its number and label are worked out."""

    id: Name
    about: Line
    text: Prose
    changes: tuple[Name, ...] = Field((), description="The changes it asks about.")


class DraftShape(Shape):
    """A version that is consulted on."""

    version: Line
    against: Line | None = Field(None, description="Left out for the base that the register gives.")


class DocumentShape(Shape):
    """A document that is consulted on."""

    code: Line
    drafts: tuple[DraftShape, ...] = Field(min_length=1)


class TimetableShape(Shape):
    """Dates; weekdays and the end of the one-month window are worked out."""

    published: Day
    briefing: Day | None = None
    closes: Closing = Field(description="With its time; 2018-12-03 end of day where no time was set.")
    conclusions: Day | None = Field(None, description="Left out where no day was set.")
    redesignation: Day


class RespondingShape(Shape):
    """How answers are given and what becomes of them."""

    recipients: tuple[Line, ...] = ()
    laws: tuple[Line, ...] = ()


class ConsultationShape(Shape):
    """consultations/ID/consultation.yaml"""

    issuer: Literal["DCC", "BEIS"]
    package: Line
    title: Line
    reference: Line
    filename: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_&.-]*$", max_length=80)]
    classification: Line
    timetable: TimetableShape
    documents: tuple[DocumentShape, ...] = Field(min_length=1)
    changes: tuple[ChangeShape, ...] = ()
    questions: tuple[QuestionShape, ...] = Field(min_length=1)
    responding: RespondingShape = RespondingShape()
    attachments: tuple[Literal["direction", "response-form", "documents"], ...] = (
        "direction",
        "response-form",
        "documents",
    )
