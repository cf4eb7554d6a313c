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

DOCUMENTATION: dict[str, str] = {
    "T101": "Code cannot be read, or the rules cannot be imported, so that its links are not known.",
    "T102": "A mark is given something computed. Links are read, not run: write plain text.",
    "T103": "A mark or comment does not say which clause. Write @implements(“TMAD”, “clause-id”).",
    "T104": "A mark stands on nothing that could carry a clause out. Put it on a function, class or method.",
    "T111": "A link names a document that is not here. Correct the link, or take it out.",
    "T112": "A link names a clause, definition or table that its document does not have. Correct the id.",
    "T113": "A link or example names a version that the register does not list.",
    "T121": "Words or code are not those that were attested. Read both again, then drafting attest.",
    "T122": "Nobody has attested the link yet. Read clause and code, then drafting attest.",
    "T123": "A function or mark that was attested is gone. Put it back, or drafting attest --remove-gone.",
    "T124": "A line of attestations.tsv cannot be read, or attests a link twice. Attest it again.",
    "T131": "A test or worked example that verifies a clause failed. Mend the code, or the test.",
    "T132": "A clause lacks the proof that it needs, or a test that verifies it did not run.",
    "T133": "A review or waiver has run out. Review again, or give the proof.",
    "T134": "What evidence.yaml or trace.yaml declares is of nothing that there is. Correct it.",
    "T141": "A worked example, or one of its rows, cannot be read or asked.",
    "T142": "A worked example names no function that may be asked. drafting run --list shows the rules.",
    "T143": "A row says again what another row says. Keep one.",
    "T144": "Two rows ask the same and expect different answers. Keep the one that the clause bears out.",
    "T145": "No row asks with one of the values that an enumeration has. Add a row for it.",
    "T151": "Results are not JUnit XML. Write them anew: drafting test --junitxml FILE.",
    "T161": "A function names no clause, nor does what calls it. Name one, or give the reason in trace.yaml.",
    "T162": "A test verifies no clause. Name one, or give the reason in trace.yaml.",
    "T163": "A rule names no clause. Name one, or give the reason in trace.yaml.",
    "T164": "trace.yaml gives a reason for something that is not there, or names a clause after all.",
}
"""From each code to what is wrong and what to do."""


def finding(code: str, place: Place, message: str, hint: str = "", clause: str = "") -> Diagnostic:
    """A diagnostic about a link, with the name and severity of its code."""
    name, severity = FINDINGS[code]
    return Diagnostic(code, name, severity, place, message, hint, clause)
