"""The shape of analysis.yaml: which keys there are, what each may hold, and what it is for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from .analysis import Standing
from .shape import Line, Name, Prose, ProvisionShape, Shape, named_clause


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

    id: Name
    question: Name
    topic: Line
    view: Phrase = Field(
        description="What those who raise it say, to follow “two respondents”: asked for a wider "
        "consultation. (was|were) prints the one or the other."
    )
    reply: Prose
    standing: Standing
    within: Name | None = Field(None, description="The theme that it is a part of.")
    change: Name | None = Field(None, description="The declared change that it is about.")
    made: dict[str, tuple[Annotated[ProvisionShape, BeforeValidator(named_clause)], ...]] = Field(
        {}, description="Per document, what was changed because of it after the consultation."
    )
    engagement: tuple[Line, ...] = ()


class OutcomeShape(Shape):
    """What was concluded on a question."""

    question: Name
    conclusion: Prose


class AnalysisShape(Shape):
    """consultations/ID/analysis.yaml"""

    outcomes: tuple[OutcomeShape, ...] = ()
    themes: tuple[ThemeShape, ...] = ()
