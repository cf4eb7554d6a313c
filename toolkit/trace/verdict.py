"""Whether a clause is carried out, in one word and with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.change import Edit

from .link import Link
from .results import Result


class State(StrEnum):
    """What can be said of a clause, the worst first."""

    FAILING = "failing"
    """A test that verifies it failed."""
    MISSING = "missing"
    """It needs code, and none carries it out."""
    SUSPECT = "suspect"
    """Its words or its code are not those that were attested."""
    UNVERIFIED = "unverified"
    """Code carries it out, but the proof it needs is not there or has expired."""
    NOT_RUN = "not run"
    """Tests verify it, and there is no result of them."""
    WAIVED = "waived"
    """Proof is put off until a day."""
    PASSING = "passing"
    PROCEDURAL = "procedural"
    """It needs no proof, for the reason given."""


ORDER = {state: number for number, state in enumerate(State)}
"""From the worst to the best."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A link whose clause or code is not what was attested."""

    link: Link
    why: str
    """The clause was reworded, the code was changed, it was never attested."""
    attested: str = ""
    """The version whose wording was attested; empty where none was."""
    changed: tuple[Edit, ...] = ()
    """The words that changed since; empty where only the code did, or the wording is no longer held."""


@dataclass(frozen=True, slots=True)
class ClauseVerdict:
    """What can be said of one clause of one version."""

    document: str
    """TMAD"""
    version: str
    clause: str
    """Its id."""
    label: str
    """Clause 3.24, the definition of “Dormant Meter”, Table 16.9."""
    heading: str
    kind: str
    """obligation, definition, table or provision"""
    state: State
    reason: str
    code: tuple[Link, ...] = ()
    tests: tuple[Link, ...] = ()
    examples: int = 0
    """How many rows of worked examples stand beside it."""
    results: tuple[Result, ...] = ()
    """Of the tests that verify it."""
    suspects: tuple[Suspicion, ...] = ()
