"""Identifiers in ReqIF: the same for the same provision, code or link in every file that is ever written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from .identifier import identifiers
from .provision import Text
from .traceable import Piece

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:drafting-toolkit:reqif")


def name_of(kind: str, *names: str) -> str:
    """The identifier of a thing of some kind, by its names; it begins with a letter, as XML asks."""
    return f"{kind}-{uuid5(_NAMESPACE, chr(31).join((kind, *names)))}"


@dataclass(frozen=True, slots=True)
class Names:
    """The identifiers of what versions hold; those of the version traced do not say which it is."""

    traced: Mapping[str, str]
    """From the code of each document to its version traced."""
    known: Mapping[str, str]
    """The identifiers for people: from the name of each provision and each piece of code."""

    @classmethod
    def of(cls, held: Iterable[Text], found: Iterable[Piece]) -> Names:
        """The identifiers in a file of these versions and pieces of code."""
        clauses = (text.name_of(one.owner) for text in held for one in text.shown if one.starts)
        known = identifiers((*clauses, *(one.key for one in found)))
        return cls({text.key[0]: text.key[1] for text in held if text.whole}, known)

    def document(self, code: str, version: str) -> str:
        """Of a version, or of its place in the line of those that are traced."""
        return name_of("document", code, self._other(code, version))

    def provision(self, code: str, version: str, clause: str, part: int = 1) -> str:
        """Of a clause, definition or table; `part` is 2 and more for the words after what it holds."""
        return name_of("provision", code, self._other(code, version), clause, str(part))

    def _other(self, code: str, version: str) -> str:
        return "" if self.traced.get(code) == version else version
