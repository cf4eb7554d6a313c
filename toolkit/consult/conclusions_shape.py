"""The shape of conclusions.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from pydantic import Field, model_validator

from toolkit.source.yaml_shape import Day, Line, Shape

from .shape import Name, Named, Prose
from .stage_shape import PublishedDay, StageShape


class DraftingShape(Shape):
    """One row of the summary of drafting changes."""

    content: Prose = Field(description="What changes, in a sentence or two.")
    question: Name | None = Field(None, description="The question that it answers.")
    typographical: bool = Field(False, description="Whether no meaning changes.")
    provisions: dict[str, tuple[Named, ...]] = Field({}, description="Per document, what it changes.")
    elsewhere: dict[str, tuple[Line, ...]] = Field(
        {}, description="Per document that is not kept here, by title, what changes in it."
    )

    @model_validator(mode="after")
    def _somewhere(self) -> DraftingShape:
        if not self.provisions and not self.elsewhere:
            raise ValueError("Say what it changes, under provisions or under elsewhere.")
        return self


class ConclusionsShape(StageShape):
    """What is concluded on a consultation, and what was changed since. Counts are worked out."""

    drafting: tuple[DraftingShape, ...] = Field((), description="What was changed after the consultation.")
    expected: Day | None = Field(None, description="The earliest day on which re-designation is expected.")
    engagement: tuple[Line, ...] = Field((), description="With whom it was discussed.")
    dates: dict[Name, PublishedDay] = Field(
        {}, description="Other dates that the text names, each a day, or a month as 2019-03."
    )
