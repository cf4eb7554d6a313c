"""What can be wrong with a register: codes, names and severities in one table."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

FINDINGS: dict[str, tuple[str, Severity]] = {
    "L101": ("duplicate-version", Severity.ERROR),
    "L102": ("base-missing", Severity.ERROR),
    "L103": ("base-cycle", Severity.ERROR),
    "L104": ("overlapping-effect", Severity.ERROR),
    "L105": ("changed-designated-text", Severity.ERROR),
    "L106": ("missing-version-folder", Severity.ERROR),
    "L107": ("unregistered-folder", Severity.WARNING),
    "L108": ("unlocked-designated-text", Severity.WARNING),
    "L109": ("unregistered-matrix", Severity.WARNING),
    "L110": ("unknown-companion", Severity.ERROR),
    "L111": ("undated-designation", Severity.ERROR),
}


def finding(code: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """A diagnostic about a register, with the name and severity of its code."""
    name, severity = FINDINGS[code]
    return Diagnostic(code, name, severity, place, message, hint)


class LibraryError(Exception):
    """A document, version or clause that was asked for and is not there. The text says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint
