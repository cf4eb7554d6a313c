"""Whether a clause is carried out, in one word and with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.change import Edit
from toolkit.model.place import NOWHERE, Place

from .evidence import CODE_AND_TEST, Evidence
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
    clause: str
    """The id of the clause that the link leads to."""
    why: str
    """The clause was reworded, the code was changed, it was never attested."""
    attested: str = ""
    """The version whose wording was attested; empty where none was."""
    reworded: bool = False
    """Whether it is the clause whose words are not those attested."""
    code_changed: bool = False
    """Whether the code, or what it says of itself, is not what was attested."""
    by: str = ""
    """Who attested it, and on which day."""
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
    """TMAD@6.1U:3.24; for a definition or table, that of the clause it stands in."""
    number: str
    """As people cite it: 3.24, Table 16.9; empty for a definition."""
    heading: str
    kind: str
    """obligation, definition, table or provision"""
    state: State
    reason: str
    code: tuple[Link, ...] = ()
    tests: tuple[Link, ...] = ()
    examples: tuple[str, ...] = ()
    """The worked examples that stand beside it, by the names of their tests."""
    results: tuple[Result, ...] = ()
    """Of the tests and worked examples that verify it."""
    suspicions: tuple[Suspicion, ...] = ()
    claims: tuple[tuple[str, Link], ...] = ()
    """The links in `code`, each with the id of the clause it leads to: this one, one about it or under it."""
    proofs: tuple[tuple[str, Link], ...] = ()
    """The links in `tests`, each with the id of the clause it leads to."""
    needed: Evidence = CODE_AND_TEST
    """What it needs as proof, declared for it, for what it stands in, or for its document."""
    fingerprint: str = ""
    """Of its words; empty where no code claims to carry out the clause itself."""
    under: tuple[str, ...] = ()
    """The ids of the linked provisions that stand under it."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def own_code(self) -> tuple[Link, ...]:
        """The links of code that name this very clause."""
        return tuple(link for clause, link in self.claims if clause == self.clause)

    @property
    def name(self) -> str:
        """What it is called where ids are: TMAD#mprn-leading-zeros."""
        return f"{self.document}#{self.clause}"
