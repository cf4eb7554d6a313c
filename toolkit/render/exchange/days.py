"""When provisions and code last changed, as far as the data tells: versions, attestations, reviews."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toolkit.model.document import Register, Version
from toolkit.trace.tracing import Sources

from .provision import Text
from .traceable import Piece

UNKNOWN = date(1970, 1, 1)
"""Stands for a day that nothing tells."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which things changed; never those on which a file was written."""

    versions: dict[tuple[str, str], date]
    clauses: dict[tuple[str, str], date]
    """The last day on which somebody attested or reviewed a provision, by document and clause."""
    pieces: dict[str, date]
    """The last day on which somebody attested a piece of code, by its name."""

    @classmethod
    def of(cls, sources: Sources, held: Iterable[Text]) -> Days:
        """The days of what a trace rests on."""
        versions: dict[tuple[str, str], date] = {}
        clauses: dict[tuple[str, str], date] = {}
        pieces: dict[str, date] = {}
        for text in held:
            document = text.loaded.document
            versions[text.key] = _of_version(document.register, document.version)
            for one in text.verdicts:
                if one.needed.review is not None:
                    clauses[one.document, one.clause] = one.needed.review.on
        for code, attested in sources.attestations.items():
            for said in attested.values():
                clauses[code, said.clause] = max(said.day, clauses.get((code, said.clause), UNKNOWN))
                pieces[said.code] = max(said.day, pieces.get(said.code, UNKNOWN))
        return cls(versions, clauses, pieces)

    @property
    def latest(self) -> date:
        """The last of all."""
        return max((*self.versions.values(), *self.clauses.values(), *self.pieces.values()), default=UNKNOWN)

    def of_provision(self, text: Text, clause: str) -> date:
        """When a provision of a version, or what was said of it, last changed."""
        return max(self.versions[text.key], self.clauses.get((text.key[0], clause), UNKNOWN))

    def of_piece(self, piece: Piece) -> date:
        """When a piece of code was last attested; else the day of what it links to."""
        linked = (self.versions[one.verdict.document, one.verdict.version] for one in piece.claims)
        return self.pieces.get(piece.name) or max(linked)


def _of_version(register: Register, version: Version) -> date:
    """The last day that the register knows of; for a draft without any, that of what it was derived from."""
    seen: set[str] = set()
    while True:
        told = (version.consulted, version.concluded, version.effective_by, version.effective)
        known = [day for day in told if day is not None]
        base = register.version(version.base)
        seen.add(version.name)
        if known or base is None or base.name in seen:
            return max(known, default=UNKNOWN)
        version = base
