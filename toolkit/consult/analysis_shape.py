"""The shape of analysis.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from toolkit.source.yaml_shape import Line, Shape

from .analysis import Standing
from .shape import Name, Named, Prose


def _phrase(value: object) -> object:
    if isinstance(value, str) and (value.rstrip().endswith(".") or value.lstrip()[:1].isupper()):
        raise ValueError(
            "It follows “two respondents …”: begin with a verb in the past, such as “asked”, and end without "
            "a full stop."
        )
    return value


Phrase = Annotated[Prose, BeforeValidator(_phrase)]


class ThemeShape(Shape):
    """A point that answers to a question raise, and what was done about it."""

    id: Name = Field(description="By which answers name it: fix-forward.")
    question: Name = Field(description="The id of the question whose answers raise it.")
    topic: Line = Field(description="What it is about, in a few words.")
    view: Phrase = Field(
        description="What those who raise it say, to follow “two respondents”: asked for a wider "
        "consultation. (was|were) prints the one or the other."
    )
    reply: Prose = Field(description="What the issuer replies.")
    standing: Standing = Field(description="Where it stands: only what is disagreed is still in dispute.")
    within: Name | None = Field(None, description="The theme that it is a part of.")
    change: Name | None = Field(None, description="The declared change that it is about.")
    made: dict[str, tuple[Named, ...]] = Field(
        {}, description="Per document, what was changed because of it after the consultation."
    )
    engagement: tuple[Line, ...] = Field((), description="Meetings held about it, each in a line.")


class OutcomeShape(Shape):
    """What was concluded on a question."""

    question: Name = Field(description="The id of the question.")
    conclusion: Prose = Field(description="What was concluded, in a sentence or two.")


class AnalysisShape(Shape):
    """What the responses raise, the reply to it, and where it stands."""

    outcomes: tuple[OutcomeShape, ...] = Field((), description="At most one to a question.")
    themes: tuple[ThemeShape, ...] = Field((), description="In the order in which they are to be told.")
