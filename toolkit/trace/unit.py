"""What gets a verdict: the provisions of one version, each with what it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from toolkit.check.modals import holding
from toolkit.check.subject import Subject
from toolkit.model.block import Clause
from toolkit.model.index import Index
from toolkit.model.place import Place

_DUTIES = frozenset({"shall", "must"})


class UnitKind(StrEnum):
    """What a provision is, for coverage."""

    OBLIGATION = "obligation"
    """It says that somebody shall do or not do something, itself or in its limbs."""
    DEFINITION = "definition"
    TABLE = "table"
    PROVISION = "provision"
    """A clause without a duty."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause with its limbs, one definition or one table."""

    id: str
    kind: UnitKind
    place: Place


def units(subject: Subject, named: frozenset[str]) -> tuple[Unit, ...]:
    """The provisions of a version that get a verdict, in order.

    A clause that is cited by number is one with its limbs; a limb is one of its own where `named`, the ids
    that links and evidence name, says so. A heading is none unless named: what stands under it is.
    """
    return tuple(_units(subject, named))


def _units(subject: Subject, named: frozenset[str]) -> Iterator[Unit]:
    index = subject.index
    duties = _with_duties(subject, index)
    for name, clause in index.clauses.items():
        if name in named or (clause.heading is None and not _is_limb(clause)):
            kind = UnitKind.OBLIGATION if name in duties else UnitKind.PROVISION
            yield Unit(name, kind, clause.place)
    for name, definition in index.definitions.items():
        yield Unit(name, UnitKind.DEFINITION, definition.place)
    for name, table in index.tables.items():
        yield Unit(name, UnitKind.TABLE, table.place)


def _with_duties(subject: Subject, index: Index) -> set[str]:
    """The clauses in which a duty stands, themselves or somewhere under them."""
    found: set[str] = set()
    for owner in holding(subject, _DUTIES):
        if owner not in found:
            found.update(subject.around(owner))
    return found & index.clauses.keys()


def _is_limb(clause: Clause) -> bool:
    return clause.label.own.startswith("(")
