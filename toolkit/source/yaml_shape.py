"""What the shapes of YAML files share: nothing unknown may stand in them; days and lines have one form."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema


def read_day(value: object) -> date:
    """A day written as 2020-08-06; ValueError, with what to write, for anything else."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("There is no such day.") from error
    raise ValueError("Write a date as 2020-08-06; its weekday is worked out.")


Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]+$")]


class Shape(BaseModel):
    """Nothing may stand in the file that is not known here."""

    model_config = ConfigDict(extra="forbid", frozen=True)
