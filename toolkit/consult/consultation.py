"""A consultation as data: what a paper may say follows from this, and from nothing typed beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.place import NOWHERE, Place

from .issuer import Issuer
from .timetable import Timetable


class ProvisionKind(StrEnum):
    """What a declared change names."""

    CLAUSE = "clause"
    DEFINITION = "definition"
    TABLE = "table"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Provision:
    """One clause, definition, table or annex that a change declares; a clause covers what stands in it."""

    document: str
    """TMAD"""
    kind: ProvisionKind
    name: str
    """3.24; GroupID; Table 3.2; Annex A"""
    versions: tuple[str, ...] = ()
    """The drafts it changes; empty for every draft of the document."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DeclaredChange:
    """One change that the consultation proposes: a row of the table of changes."""

    number: int
    """1, 2, 3 … in the order of the file."""
    id: str
    topic: str
    kind: str
    """new provision, amendment, clarification, typographical"""
    rationale: str
    """Why, in a sentence or two, for the table of changes."""
    provisions: tuple[Provision, ...]
    place: Place = field(default=NOWHERE, compare=False)
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of documents that are not kept here: the title, and the labels of what changes where they are known."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The codes of the documents it changes, in the order of the file."""
        return tuple(dict.fromkeys(provision.document for provision in self.provisions))


@dataclass(frozen=True, slots=True)
class Question:
    """A question to respondents."""

    number: int
    id: str
    label: str
    """U1.2 Q1"""
    about: str
    """What it is about, in a few words."""
    text: str
    """May hold values by name."""
    changes: tuple[str, ...]
    """Ids of the declared changes it asks about; empty where it asks about the direction."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def form_name(self) -> str:
        """The name of its fields in the response template, before their own: u1-2-q1.stance."""
        return re.sub(r"[^a-z0-9]+", "-", self.label.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of a document that is consulted on."""

    version: str
    against: str = ""
    """What it is marked against, where the file says so; else its base in the register."""
    place: Place = field(default=NOWHERE, compare=False)
    overtaken_by: str = ""
    """The version in legal effect on the day of publication, where the file says that it is another one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One document that is consulted on, in one draft or, for lines in effect side by side, several."""

    code: str
    drafts: tuple[Draft, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Responding:
    """How answers are given and what becomes of them."""

    recipients: tuple[str, ...] = ()
    """Who receives every response whole."""
    laws: tuple[str, ...] = ()
    """The access laws under which information may have to be disclosed."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """consultations/ID/consultation.yaml"""

    id: str
    """The name of its folder."""
    issuer: Issuer
    package: str
    """What the changes are called together: Uplift 1.2."""
    title: str
    reference: str
    """Before the number of a question: U1.2."""
    filename: str
    classification: str
    timetable: Timetable
    scope: tuple[Scope, ...]
    changes: tuple[DeclaredChange, ...]
    questions: tuple[Question, ...]
    responding: Responding
    attachments: tuple[str, ...]
    """direction, response-form, documents: what is attached, in order."""
    file: str = ""

    @property
    def drafts(self) -> tuple[tuple[str, Draft], ...]:
        """Every draft with the code of its document, in order."""
        return tuple((scope.code, draft) for scope in self.scope for draft in scope.drafts)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The titles of documents that changes are proposed to and that are not kept here, each once."""
        return tuple(dict.fromkeys(title for change in self.changes for title, _ in change.elsewhere))
