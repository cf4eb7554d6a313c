"""The shape of responses/NAME.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .response import Channel, Confidentiality
from .shape import Line, Moment, Name, Shape
from .stance import Organisation, Stance

LONGEST_TEXT = 100_000
"""Characters of an answer; the longest of the record has fewer than 10,000."""
LONGEST_NAME = 60
"""Characters of the name of a response: that of its file."""

Words = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
ResponseName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_NAME)]


class GeneralShape(Shape):
    """Comments on no question in particular."""

    text: Words = ""
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

    question: Name
    stance: Stance | None = None
    themes: tuple[Name, ...] = Field((), description="Ids of the themes of analysis.yaml that it raises.")


class ResponseShape(Shape):
    """consultations/ID/responses/NAME.yaml"""

    respondent: Line
    organisation: Organisation
    contact: Annotated[str, StringConstraints(max_length=300)] = Field("", description="Never published.")
    received: Moment | None = None
    channel: Channel | None = None
    confidential: bool = Field(False, description="Whether all of it is, with the name of its author.")
    replaces: ResponseName | None = Field(None, description="The earlier response it takes the place of.")
    accepted_late: bool = Field(False, alias="accepted-late")
    answers: tuple[AnswerShape, ...] = ()
    general: GeneralShape | None = None
    outside: Words = Field("", description="What was typed beside the fields of the form. Never published.")
    original: Annotated[str, StringConstraints(pattern=r"^received/[a-z0-9.]+$", max_length=100)] | None = (
        None
    )
