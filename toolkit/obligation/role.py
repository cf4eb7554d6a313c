"""Who can act: defined terms whose meaning says that they are somebody, and everyday words for persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from toolkit.cite.inflection import singulars
from toolkit.cite.terms import Term, Terms, TermUse
from toolkit.model.block import Clause, Definition

_PERSONS = (
    "person individual party company organisation organization body authority agency association "
    "committee sub-committee panel board minister secretary department government supplier provider "
    "manufacturer operator distributor transporter agent user holder subscriber sender recipient receiver "
    "owner administrator auditor assessor member role applicant licensee importer exporter dealer "
    "collector director officer official employee employer contractor commissioner attorney court chief "
    "registrar seller buyer purchaser transferee transferor respondent petitioner claimant pharmacy "
    "pharmacist patient facility laboratory entity partner successor alien resident ltd plc"
)
PERSONS = frozenset(_PERSONS.split())
"""Nouns that name somebody who can be bound; what a document defines is told by its own definition."""

_OPENING = re.compile(r"(?:means|is|refers to)\b,?\s*")
_ASIDE = re.compile(r"(?:for|of|in relation to|in respect of|as regards|at)\s[^,]{1,80},\s+")
_DETERMINER = re.compile(r"(?:the|a|an|each|any|every|those|one of the)\s+", re.IGNORECASE)
_HEAD_ENDS = re.compile(
    r"[,;:(.]|\s(?:that|which|who|whom|whose|of|for|by|when|in|with|to|on|at|from|under|as|being"
    r"|or|and(?! [A-Z])|acting|appointed|registered|supplied|designated|authorised|licensed)\b"
)
_ONE_OF_SEVERAL = re.compile(r",\s[a-z]+(?:\s[a-z]+)?(?:,|\sand\s)")
"""The manufacturer, model and version of a Device are no person."""
_DEEP = 5
"""Definitions are followed no further: the Notifying User is the User, a User a Party, a Party a person."""


class RoleUse(NamedTuple):
    """A stretch of a text that names somebody."""

    start: int
    end: int
    name: str
    """In the singular; where the term has a short name, that: DCC, not Data Communications Company."""
    possessive: bool
    """Whether it is said of something that is theirs: the User’s."""


class Roles:
    """Which terms of a document are somebody, worked out once for each."""

    def __init__(self, terms: Terms, definitions: Mapping[str, Definition]) -> None:
        self._terms = terms
        self._definitions = definitions
        self._known: dict[tuple[str, str], bool] = {}

    def uses(self, plain: str, uses: tuple[TermUse, ...]) -> tuple[RoleUse, ...]:
        """Those of the uses of terms in a text that are somebody, in order."""
        return tuple(_use(plain, one) for one in uses if self.is_somebody(one.term))

    def names(self) -> dict[str, str]:
        """From the short name of everybody who has one to the full one."""
        terms = self._terms.own + (self._terms.outer.own if self._terms.outer else ())
        return {
            one.abbreviation: one.name
            for one in reversed(terms)
            if one.abbreviation and self.is_somebody(one)
        }

    def is_somebody(self, term: Term, deep: int = 0) -> bool:
        """Whether a term means a person, or a role that persons have."""
        key = (term.document, term.name)
        if key not in self._known:
            self._known[key] = False  # what is defined by itself is nobody
            self._known[key] = deep < _DEEP and self._means_somebody(self._meaning(term), deep)
        return self._known[key]

    def _meaning(self, term: Term) -> str:
        """Its meaning; of “each of the following:” the first of them."""
        definition = self._definitions.get(term.id)
        if definition is None or not term.meaning.endswith(":"):
            return term.meaning
        limbs = (one.words for one in definition.blocks if isinstance(one, Clause))
        return next((limb.plain for limb in limbs if limb is not None), term.meaning)

    def _means_somebody(self, meaning: str, deep: int) -> bool:
        head = head_of(meaning)
        if not head:
            return False
        if is_person(head):
            return True
        ends = [one for one in self._terms.uses(head) if one.end == len(head)]
        return any(self.is_somebody(one.term, deep + 1) for one in ends)


def head_of(meaning: str) -> str:
    """The noun with which a meaning begins: “Party” of “means, for a meter, the Party that arranged …”."""
    opening = _OPENING.match(meaning)
    rest = meaning[opening.end() :] if opening else meaning
    aside = _ASIDE.match(rest)
    if aside:
        rest = rest[aside.end() :]
    determiner = _DETERMINER.match(rest)
    if determiner:
        rest = rest[determiner.end() :]
    end = _HEAD_ENDS.search(rest)
    if end and _ONE_OF_SEVERAL.match(rest, end.start()):
        return ""
    return rest[: end.start() if end else len(rest)].strip()


def is_person(noun: str) -> bool:
    """Whether the last word of a noun names somebody: licensed importers."""
    last = noun.rpartition(" ")[2].lower()
    return last in PERSONS or any(one in PERSONS for one in singulars(last))


def singular(noun: str) -> str:
    """A noun of several words in the singular: licensed importer."""
    before, space, last = noun.rpartition(" ")
    return before + space + next(iter(singulars(last)), last)


def _use(plain: str, use: TermUse) -> RoleUse:
    written = plain[use.start : use.end]
    bare = re.sub(r"[’'](?:s)?\Z", "", written)
    return RoleUse(use.start, use.end, use.term.abbreviation or use.term.name, bare != written)
