"""What can be wrong with the links between clauses and code: codes, names and severities in one table."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

FINDINGS: dict[str, tuple[str, Severity]] = {
    "T101": ("unreadable-code", Severity.ERROR),
    "T102": ("link-not-literal", Severity.ERROR),
    "T103": ("link-malformed", Severity.ERROR),
    "T104": ("link-on-nothing", Severity.WARNING),
    "T111": ("link-to-unknown-document", Severity.ERROR),
    "T112": ("link-to-unknown-clause", Severity.ERROR),
    "T113": ("link-to-unknown-version", Severity.ERROR),
    "T121": ("suspect-link", Severity.ERROR),
    "T122": ("unattested-link", Severity.ERROR),
    "T123": ("attested-link-gone", Severity.ERROR),
    "T124": ("attestation-malformed", Severity.ERROR),
    "T131": ("verifying-test-failed", Severity.ERROR),
    "T132": ("evidence-missing", Severity.ERROR),
    "T133": ("evidence-expired", Severity.ERROR),
    "T134": ("evidence-malformed", Severity.ERROR),
    "T141": ("example-malformed", Severity.ERROR),
    "T142": ("example-of-unknown-function", Severity.ERROR),
    "T143": ("example-row-twice", Severity.WARNING),
    "T144": ("example-rows-contradict", Severity.ERROR),
    "T145": ("example-value-never-used", Severity.WARNING),
    "T151": ("results-unreadable", Severity.ERROR),
    "T161": ("code-without-clause", Severity.WARNING),
    "T162": ("test-without-clause", Severity.WARNING),
    "T163": ("rule-without-clause", Severity.ERROR),
    "T164": ("reason-without-orphan", Severity.WARNING),
}


def finding(code: str, place: Place, message: str, hint: str = "", clause: str = "") -> Diagnostic:
    """A diagnostic about a link, with the name and severity of its code."""
    name, severity = FINDINGS[code]
    return Diagnostic(code, name, severity, place, message, hint, clause)
