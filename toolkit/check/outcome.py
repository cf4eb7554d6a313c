"""What a check came to: what is found, and what was found and set aside."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import NOWHERE, Place


class Why(StrEnum):
    """Why a finding is set aside."""

    ALLOWED = "allowed"
    """By a comment in the source."""
    KNOWN = "in the baseline"


class SetAside(NamedTuple):
    """A finding that is not held against the author."""

    finding: Diagnostic
    why: Why
    reason: str = ""
    """As the comment gives it."""
    place: Place = NOWHERE
    """Of the comment."""


class Outcome(NamedTuple):
    """Everything that a check found, in order."""

    findings: tuple[Diagnostic, ...]
    set_aside: tuple[SetAside, ...] = ()
    stale: int = 0
    """How many entries of the baseline were found no more."""
