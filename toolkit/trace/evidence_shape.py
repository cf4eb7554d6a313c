"""The shape of evidence.yaml: which keys there are and what each may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from toolkit.source.yaml_shape import Day, Line, Shape


def _several(value: object) -> object:
    """needs: none and needs: code are short for lists."""
    if value == "none":
        return ()
    return (value,) if isinstance(value, str) else value


Need = Literal["code", "test", "example", "review"]
Needs = Annotated[
    tuple[Need, ...],
    BeforeValidator(_several, json_schema_input_type=Need | Literal["none"] | tuple[Need, ...]),
]


class ReviewShape(Shape):
    """Who read it, when, and until when that counts."""

    by: Line = Field(description="Who reviewed it.")
    on: Day = Field(description="The day on which it was reviewed.")
    until: Day = Field(description="The last day on which the review counts.")
    note: Line | None = Field(default=None, description="What was found.")

    @model_validator(mode="after")
    def _in_order(self) -> ReviewShape:
        if self.until <= self.on:
            raise ValueError("A review counts until a day after it.")
        return self


class WaiverShape(Shape):
    """Until when proof is put off, and why."""

    until: Day = Field(description="The last day on which no proof is asked for.")
    reason: Line = Field(description="Why it is put off.")
    by: Line | None = Field(default=None, description="Who put it off.")


class EvidenceShape(Shape):
    """What a clause needs: code and test, an example, a review, or none with the reason."""

    needs: Needs = Field(default=(), description="What proves it: code, test, example, review; or none.")
    reason: Line | None = Field(default=None, description="Why nothing is needed.")
    review: ReviewShape | None = Field(default=None, description="Who read it, and until when that counts.")
    waived: WaiverShape | None = Field(default=None, description="Until when proof is put off, and why.")

    @model_validator(mode="after")
    def _says_why(self) -> EvidenceShape:
        if not self.needs and not self.review and not self.reason:
            raise ValueError("Say under reason why nothing is needed, or under needs what is.")
        if "review" in self.needs and not self.review:
            raise ValueError("Say under review by whom, on which day and until when it was reviewed.")
        return self


class EvidenceFileShape(Shape):
    """What the clauses of a document need to be proved."""

    default: EvidenceShape | None = Field(
        default=None, description="What a clause needs of which nothing is said."
    )
    clauses: dict[str, EvidenceShape] = Field(default={}, description="By the id of a clause, what it needs.")
