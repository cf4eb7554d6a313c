"""The shape of evidence.yaml: which keys there are and what each may hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator


def _day(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("There is no such day.") from error
    raise ValueError("Write a date as 2020-08-06.")


def _several(value: object) -> object:
    """needs: none and needs: code are short for lists."""
    if value == "none":
        return ()
    return (value,) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]+$")]
Needs = Annotated[tuple[Literal["code", "test", "example", "review"], ...], BeforeValidator(_several)]


class Shape(BaseModel):
    """Nothing may stand in the file that is not known here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReviewShape(Shape):
    """Who read it, when, and until when that counts."""

    by: Line
    on: Day
    until: Day
    note: Line | None = None

    @model_validator(mode="after")
    def _in_order(self) -> ReviewShape:
        if self.until <= self.on:
            raise ValueError("A review counts until a day after it.")
        return self


class WaiverShape(Shape):
    """Until when proof is put off, and why."""

    until: Day
    reason: Line
    by: Line | None = None


class EvidenceShape(Shape):
    """What a clause needs: code and test, an example, a review, or none with the reason."""

    needs: Needs = ()
    reason: Line | None = None
    review: ReviewShape | None = None
    waived: WaiverShape | None = None

    @model_validator(mode="after")
    def _says_why(self) -> EvidenceShape:
        if not self.needs and not self.review and not self.reason:
            raise ValueError("Say under reason why nothing is needed, or under needs what is.")
        if "review" in self.needs and not self.review:
            raise ValueError("Say under review by whom, on which day and until when it was reviewed.")
        return self


class EvidenceFileShape(Shape):
    """documents/CODE/evidence.yaml"""

    default: EvidenceShape | None = None
    clauses: dict[str, EvidenceShape] = {}
