"""The shape of consultation.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from toolkit.source.yaml_shape import Day, Line, Shape, read_day


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


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"}),
]
Closing = Annotated[
    datetime | date,
    BeforeValidator(_closing),
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2} ([0-9]{2}:[0-9]{2}|end of day)$"}
    ),
]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


class ProvisionShape(Shape):
    """What a change alters, by exactly one of clause, definition, table and annex."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [kind]} for kind in ("clause", "definition", "table", "annex")]
        }
    )

    clause: Line | None = Field(None, description="A clause by its label: 3.24, or 18.1(d)(viii)(B).")
    definition: Line | None = Field(None, description="A definition by the term that it defines.")
    table: Line | None = Field(None, description="A table by its label: Table 16.9.")
    annex: Line | None = Field(None, description="An annex by its label: Annex A.")
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


Named = Annotated[ProvisionShape, BeforeValidator(named_clause, json_schema_input_type=Line | ProvisionShape)]
"""A provision; a bare label is one, too."""


class ChangeShape(Shape):
    """A declared change."""

    id: Name = Field(description="By which questions, narratives and templates name it: mprn-leading-zeros.")
    topic: Line = Field(description="What it is about, as the table of changes calls it.")
    kind: Literal["new provision", "amendment", "clarification", "typographical"] = Field(
        description="New provisions and amendments need a question that asks about them."
    )
    rationale: Prose = Field(
        description="What changes and why, in a sentence or two, for the table of changes."
    )
    provisions: dict[str, tuple[Named, ...]] = Field(
        {}, description="Per document, the clauses that it changes."
    )
    elsewhere: dict[str, tuple[Line, ...]] = Field(
        {}, description="Per document that is not kept here, by title, what it changes; [] for the whole."
    )

    @model_validator(mode="after")
    def _somewhere(self) -> ChangeShape:
        if not self.provisions and not self.elsewhere:
            raise ValueError("Say what it changes, under provisions or under elsewhere.")
        return self


class QuestionShape(Shape):
    """A question to respondents; its number and label are worked out."""

    id: Name = Field(description="By which templates and the analysis of responses name it.")
    about: Line = Field(description="What it is about, in a few words: the engineering menu PIN.")
    text: Prose = Field(
        description="The question itself; may hold values by name, such as {{ redesignation }}."
    )
    changes: tuple[Name, ...] = Field((), description="The changes it asks about.")


class DraftShape(Shape):
    """A version that is consulted on."""

    version: Line = Field(description="As the register names it: 6.1U.")
    against: Line | None = Field(None, description="Left out for the base that the register gives.")
    overtaken_by: Line | None = Field(
        None,
        alias="overtaken-by",
        description="Where it went out although its base was overtaken: the version that was law that day.",
    )


class DocumentShape(Shape):
    """A document that is consulted on."""

    code: Line = Field(description="As its register gives it: TMAD.")
    drafts: tuple[DraftShape, ...] = Field(
        min_length=1, description="One, or several where lines of the document are in effect side by side."
    )


class TimetableShape(Shape):
    """Dates; weekdays and the end of the one-month window are worked out."""

    published: Day = Field(description="The day on which the consultation is published, as 2020-08-06.")
    briefing: Day | None = Field(None, description="The day of a briefing for stakeholders, if there is one.")
    closes: Closing = Field(
        description="The day and time by which responses are due, as 2020-09-03 16:00; 2018-12-03 end of day "
        "where no time was set."
    )
    conclusions: Day | None = Field(
        None, description="The day by which conclusions are due; left out where none was set."
    )
    redesignation: Day = Field(description="The effect date proposed; it opens the one-month window.")


class RespondingShape(Shape):
    """How answers are given and what becomes of them."""

    recipients: tuple[Line, ...] = Field(default=(), description="Who receives every response whole.")
    laws: tuple[Line, ...] = Field(
        default=(), description="The laws under which responses may have to be disclosed."
    )


class ConsultationShape(Shape):
    """What is consulted on, asked and planned; everything that follows from it is worked out."""

    issuer: Literal["DCC", "BEIS"] = Field(description="Who consults.")
    package: Line = Field(description="What the changes are called together: Uplift 1.2.")
    title: Line = Field(description="The title of the paper.")
    reference: Line = Field(description="Stands before the number of each question: U1.2.")
    filename: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_&.-]*$", max_length=80)] = (
        Field(description="The name of the paper's files, without a suffix.")
    )
    classification: Line = Field(description="Printed on the paper: DCC Public.")
    timetable: TimetableShape
    documents: tuple[DocumentShape, ...] = Field(min_length=1, description="What is consulted on, in order.")
    changes: tuple[ChangeShape, ...] = Field(
        (), description="What is proposed; held against what really changed between the versions."
    )
    questions: tuple[QuestionShape, ...] = Field(min_length=1, description="What is asked, in order.")
    responding: RespondingShape = RespondingShape()
    attachments: tuple[Literal["direction", "response-form", "documents"], ...] = Field(
        ("direction", "response-form", "documents"), description="What is attached to the paper, in order."
    )
