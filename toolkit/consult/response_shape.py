"""The shape of responses/NAME.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from toolkit.source.yaml_shape import Line, Shape

from .response import Channel, Confidentiality
from .shape import Moment, Name
from .stance import Organisation, Stance

LONGEST_TEXT = 100_000
"""Characters of an answer; the longest of the record has fewer than 10,000."""
LONGEST_NAME = 60
"""Characters of the name of a response: that of its file."""

Words = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
ResponseName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_NAME)]

Original = Annotated[str, StringConstraints(pattern=r"^received/[a-z0-9.]+$", max_length=100)]


class GeneralShape(Shape):
    """Comments on no question in particular."""

    text: Words = Field("", description="Whole, as it was received; published only where not confidential.")
    confidentiality: Confidentiality = Field(
        Confidentiality.NONE, description="none, part or whole: what its author asked not to have published."
    )
    reason: Words = Field("", description="Which part is confidential and why. Never published.")
    redacted: Words = Field("", description="What may be published where a part is confidential.")

    @model_validator(mode="after")
    def _redacted_in_part(self) -> GeneralShape:
        if self.redacted and self.confidentiality is not Confidentiality.PART:
            raise ValueError("Only an answer that is confidential in part has redacted words.")
        return self


class AnswerShape(GeneralShape):
    """What a response says to one question."""

    question: Name = Field(description="The id of the question.")
    stance: Stance | None = Field(None, description="Left out where none was chosen.")
    themes: tuple[Name, ...] = Field((), description="Ids of the themes of analysis.yaml that it raises.")


class ResponseShape(Shape):
    """One response to a consultation, as it was received."""

    respondent: Line = Field(description="Who answers. Not published where all of it is confidential.")
    organisation: Organisation = Field(description="The type of organisation, by which it is counted.")
    contact: Annotated[str, StringConstraints(max_length=300)] = Field(
        "", description="Whom to ask, with an address. Never published."
    )
    received: Moment | None = Field(None, description="When it came in, as 2020-09-03 15:20.")
    channel: Channel | None = Field(None, description="How it came in.")
    confidential: bool = Field(False, description="Whether all of it is, with the name of its author.")
    replaces: ResponseName | None = Field(None, description="The earlier response it takes the place of.")
    accepted_late: bool = Field(
        False, alias="accepted-late", description="Whether it counts though it came in late."
    )
    answers: tuple[AnswerShape, ...] = Field((), description="At most one to each question.")
    general: GeneralShape | None = Field(None, description="Comments on no question in particular.")
    outside: Words = Field("", description="What was typed beside the fields of the form. Never published.")
    original: Original | None = Field(None, description="The file it was read from, beside this one.")
