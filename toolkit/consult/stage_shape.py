"""The shape of what conclusions.yaml and direction.yaml have in common."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from toolkit.source.yaml_shape import Line, Shape, read_day

from .stage import Enclosing, Published


def _published(value: object) -> Published:
    """A day; a month where the record has no day."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value):
        return Published(date.fromisoformat(f"{value}-01"), exact=False)
    return Published(read_day(value))


def _enclosing(value: object) -> object:
    """A bare direction or paper is short for what: direction."""
    return {"what": value} if isinstance(value, str) else value


_Own = Literal["direction", "paper"]
PublishedDay = Annotated[
    Published,
    BeforeValidator(_published),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}),
]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_&.-]*$", max_length=80)]
VersionName = Annotated[str, StringConstraints(pattern=r"^[^@\n]+@[^@\n]+$", max_length=60)]


class EnclosureShape(Shape):
    """One enclosure: direction, paper, or exactly one of clean, marked and outside."""

    what: _Own | None = Field(None, description="The draft direction, or the paper itself.")
    clean: VersionName | None = Field(None, description="A clean copy, as TMAD@4.1.")
    marked: VersionName | None = Field(None, description="A change-marked copy, as TMAD@4.1.")
    outside: Line | None = Field(None, description="The title of what is published elsewhere.")
    against: Line | None = Field(None, description="What a marked copy is marked against.")
    title: Line | None = Field(None, description="Left out for the one that is worked out.")

    @model_validator(mode="after")
    def _one(self) -> EnclosureShape:
        given = [one for one in (self.what, self.clean, self.marked, self.outside) if one is not None]
        if len(given) != 1:
            raise ValueError("Name exactly one of direction, paper, clean, marked and outside.")
        if (self.against is None) == (self.marked is not None):
            raise ValueError("A marked copy says against what, and nothing else does.")
        return self

    @property
    def kind(self) -> Enclosing:
        """What it is."""
        if self.what is not None:
            return Enclosing(self.what)
        named = {Enclosing.CLEAN: self.clean, Enclosing.MARKED: self.marked}
        return next((kind for kind, name in named.items() if name), Enclosing.OUTSIDE)


class StageDocumentShape(Shape):
    """A version that the stage is about; what it claims is held against the register."""

    code: Line = Field(description="The code of a document in documents/.")
    version: Line = Field(description="A version of its register.")
    consulted: Line | None = Field(None, description="The version that was consulted on.")
    in_effect: Line | None = Field(
        None, alias="in-effect", description="The version that was in legal effect before."
    )
    appendix: Line | None = Field(None, description="The SEC Appendix that it is, as AL.")


class StageShape(Shape):
    """What every stage after the consultation says."""

    title: Line = Field(description="The title of the paper.")
    filename: FileName = Field(description="The name of the paper's files, without a suffix.")
    classification: Line | None = Field(None, description="Left out for that of the consultation.")
    published: PublishedDay = Field(description="2020-06-04, or 2020-09 where only the month is known.")
    documents: tuple[StageDocumentShape, ...] = Field(min_length=1, description="What it is about, in order.")
    enclosures: tuple[
        Annotated[
            EnclosureShape,
            BeforeValidator(_enclosing, json_schema_input_type=_Own | EnclosureShape),
        ],
        ...,
    ] = Field(min_length=1, description="What goes out with the paper, in order: numbered or lettered so.")
