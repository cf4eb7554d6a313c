"""What is wrong, where, and what to do about it: data, never printed where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .place import Place
from .source_edit import SourceEdit


class Severity(StrEnum):
    """How much a diagnostic weighs; only an error stops a pack."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of a reader or a rule."""

    code: str
    """Stable, such as C101."""
    name: str
    """Reads after “allow”, such as unresolved-citation."""
    severity: Severity
    place: Place
    message: str
    """What is wrong, in words for a drafter."""
    hint: str = ""
    """What to do."""
    clause: str = ""
    """The clause it stands in, such as TMAD@6.1U:3.24, or empty."""
    owner: str = ""
    """The id of the clause, definition or table it stands in, which outlives renumbering; or empty."""
    fix: tuple[SourceEdit, ...] = ()
    """The edits that mend it, all of them together; empty where what to do is not certain."""
    discreet: bool = False
    """Whether the words at its place are confidential, and a report only names the place."""

    @property
    def order(self) -> tuple[Place, str, str]:
        """The one total order in which diagnostics are shown."""
        return (self.place, self.code, self.message)
