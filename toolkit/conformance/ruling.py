"""What a rule answers: an outcome, a reason in plain words, and the provision it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Outcome(StrEnum):
    """What came of asking a rule."""

    MET = "met"
    NOT_MET = "not met"
    DECIDED = "decided"
    """The rule gives a value, such as a deadline, rather than a judgement."""
    NOT_IN_FORCE = "not in force"
    """At the version or on the day asked about, the rule was not yet, or no longer, or never, law."""
    REFUSED = "refused"
    """The input is unknown, missing or malformed: nothing follows from it."""


class Standing(StrEnum):
    """Where the words that a ruling rests on stand in their life."""

    IN_FORCE = "in force"
    PROPOSED = "proposed"
    """Drafted, consulted on or concluded, and not designated."""
    NOT_YET = "not yet in force"
    WITHDRAWN = "withdrawn"
    """Taken back, expired, or proposed and never adopted."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of the Code, of a licence or of a statute."""

    document: str
    """The code of a document, such as TMAD, or the name of a licence or statute."""
    label: str
    """As people cite it: 4.29(b)."""
    id: str = ""
    """The permanent id of the clause; empty where the documents here do not hold its text."""
    version: str = ""
    """The version whose words were applied; empty where none was asked for."""

    def __str__(self) -> str:
        name = f"{self.document} {self.label}".strip()
        return f"{name} ({self.version})" if self.version else name


@dataclass(frozen=True, slots=True)
class Ruling(Generic[T]):
    """The answer of a rule. It is neither true nor false: ask for its outcome."""

    outcome: Outcome
    reason: str
    """A sentence or two for the person who asked."""
    clause: Provision
    value: T | None = None
    """What the rule works out; None where it only judges, and wherever it refuses."""
    standing: Standing = Standing.IN_FORCE

    @property
    def passes(self) -> bool:
        """Whether the rule is met, or has decided what it was asked to decide."""
        return self.outcome in (Outcome.MET, Outcome.DECIDED)

    def __bool__(self) -> bool:
        raise TypeError("a Ruling is neither true nor false: ask for its outcome, or whether it passes")


class RefusalError(ValueError):
    """Input from which nothing follows; the text says what is wrong and what would do."""


class NotInForceError(Exception):
    """The rule is not law at the version or on the day asked about."""

    def __init__(self, message: str, standing: Standing, version: str = "") -> None:
        super().__init__(message)
        self.standing = standing
        self.version = version
