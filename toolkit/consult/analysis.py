"""What became of the responses: themes with the reply to each, as kept in consultations/ID/analysis.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.place import NOWHERE, Place

from .consultation import Provision


class Standing(StrEnum):
    """Where a theme stands once it has been answered."""

    AGREED = "agreed"
    """Taken up, or settled with those who raised it."""
    DISAGREED = "disagreed"
    """Still in dispute: what a report under Section N6.4 has to tell."""
    NOTED = "noted"
    """Asks for nothing that could be agreed or refused."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A point that one or more answers to a question raise, and what was done about it."""

    id: str
    question: str
    """The id of the question whose answers raise it."""
    topic: str
    """In a few words: fix forward."""
    view: str
    """What those who raise it say, to follow “two respondents”: asked for a wider consultation. Markdown
    with values by name; (was|were) prints the one or the other. Their number is counted from their answers,
    never written."""
    reply: str
    """The issuer's reply; Markdown with values by name."""
    standing: Standing
    within: str = ""
    """The id of the theme that it is a part of: three asked for it, of whom two also for next steps."""
    change: str = ""
    """The id of the declared change that it is about; may be empty."""
    made: tuple[Provision, ...] = ()
    """What was changed because of it after the consultation."""
    engagement: tuple[str, ...] = ()
    """Meetings held about it, each in a line."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was concluded on a question as a whole."""

    question: str
    """Its id."""
    conclusion: str
    """In a sentence or two; Markdown with values by name."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The themes of a consultation, in the order in which they are to be told, and its outcomes."""

    themes: tuple[Theme, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    """At most one to a question."""
    file: str = ""

    def about(self, question: str) -> tuple[Theme, ...]:
        """The themes of one question."""
        return tuple(theme for theme in self.themes if theme.question == question)

    def outcome(self, question: str) -> Outcome | None:
        """What was concluded on a question; None where that is not said."""
        return next((outcome for outcome in self.outcomes if outcome.question == question), None)

    def parts(self, theme: str) -> tuple[Theme, ...]:
        """The themes that are a part of another."""
        return tuple(part for part in self.themes if part.within == theme)
