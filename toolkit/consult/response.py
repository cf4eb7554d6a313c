"""A response to a consultation as it was received: consultations/ID/responses/NAME.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from toolkit.model.place import NOWHERE, Place

from .stance import Organisation, Stance


class Channel(StrEnum):
    """How a response came in."""

    EMAIL = "e-mail"
    SURVEY = "survey"
    POST = "post"


class Confidentiality(StrEnum):
    """How much of an answer, or of a response, its author asked not to have published."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a response says to one question, or in general."""

    question: str
    """The id of the question; empty for general comments."""
    stance: Stance | None
    """None where a view was not asked for, or none was ticked."""
    text: str
    """Whole, as received. Never printed where it may be confidential: print `public_text`."""
    confidentiality: Confidentiality = Confidentiality.NONE
    reason: str = ""
    """Which part is confidential and why, in the respondent's words. Confidential itself."""
    redacted: str = ""
    """What may be published of an answer that is confidential in part; written by whoever analyses it."""
    themes: tuple[str, ...] = ()
    """Ids of the themes of analysis.yaml that it raises."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def public_text(self) -> str:
        """What may be published of it; nothing where that was not settled, or where all is confidential."""
        match self.confidentiality:
            case Confidentiality.NONE:
                return self.text
            case Confidentiality.PART:
                return self.redacted
        return ""


@dataclass(frozen=True, slots=True)
class Response:
    """One response. What it counts for does not depend on what of it is confidential."""

    id: str
    """The name of its file without suffix."""
    respondent: str
    """Who answers. Not published where the whole response is confidential."""
    organisation: Organisation
    received: datetime
    channel: Channel
    confidential: bool
    """Whether all of it is, with the name of its author; every answer of it is then confidential too."""
    answers: tuple[Answer, ...]
    """In the order of the questions; at most one to each."""
    general: Answer | None = None
    contact: str = ""
    """A person's name and address for questions. Never published."""
    replaces: str = ""
    """The id of the earlier response of the same author that it takes the place of; else empty."""
    accepted_late: bool = False
    """Whether it is counted although it came in after the consultation closed."""
    outside: str = ""
    """What was typed into the form beside its fields. Never published: nobody asked whether it may be."""
    original: str = ""
    """The file it was read from, below the folder of the responses: received/DIGEST.docx; may be empty."""
    file: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def answer(self, question: str) -> Answer | None:
        """What it says to a question; None where it does not answer it."""
        return next((answer for answer in self.answers if answer.question == question), None)
