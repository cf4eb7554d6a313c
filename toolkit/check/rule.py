"""What a rule is: a code, a name, and a function from a subject to flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit

from .subject import Subject


class Flaw(NamedTuple):
    """What a rule found, before it is known which rule."""

    place: Place
    message: str
    """What is wrong, in words for a drafter."""
    hint: str
    """What to do."""
    edits: tuple[SourceEdit, ...] = ()
    """The edits of the source that do it, where what to do is certain (see mending.py)."""


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
    by_default: bool = True
    """Whether it runs where nobody asks for it; its documentation says so where it does not."""

    @property
    def title(self) -> str:
        """The first line of its documentation."""
        return self.documentation.strip().split("\n", 1)[0]

    def over(self, subject: Subject) -> Iterator[Diagnostic]:
        """The diagnostics of this rule about one version, each with the clause it stands in."""
        for place, message, hint, edits in self.find(subject):
            owner = subject.owner_at(place)
            clause = subject.name_of(owner)
            yield Diagnostic(self.code, self.name, self.severity, place, message, hint, clause, owner, edits)
