"""What a rule is: a code, a name, and a function from a subject to flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

from .subject import Subject


class Flaw(NamedTuple):
    """What a rule found, before it is known which rule."""

    place: Place
    message: str
    """What is wrong, in words for a drafter."""
    hint: str
    """What to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of drafting."""

    code: str
    """C101 and on; never used again for another rule."""
    name: str
    """Reads after “allow”: unresolved-citation."""
    severity: Severity
    find: Callable[[Subject], Iterator[Flaw]]
    documentation: str
    """The docstring of its module: what it finds, why, an example, and what to do."""

    @property
    def title(self) -> str:
        """The first line of its documentation."""
        return self.documentation.strip().split("\n", 1)[0]

    def over(self, subject: Subject) -> Iterator[Diagnostic]:
        """The diagnostics of this rule about one version, each with the clause it stands in."""
        for place, message, hint in self.find(subject):
            clause = subject.clause_at(place)
            yield Diagnostic(self.code, self.name, self.severity, place, message, hint, clause)
