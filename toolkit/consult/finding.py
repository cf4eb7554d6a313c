"""What can be wrong with the data of a consultation: codes, names and severities in one table."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

FINDINGS: dict[str, tuple[str, Severity]] = {
    "P101": ("unknown-document", Severity.ERROR),
    "P102": ("unknown-version", Severity.ERROR),
    "P103": ("wrong-base", Severity.ERROR),
    "P104": ("consultation-date-differs", Severity.ERROR),
    "P105": ("same-name-twice", Severity.ERROR),
    "P106": ("unknown-name", Severity.ERROR),
    "P107": ("change-without-question", Severity.WARNING),
    "P108": ("text-not-held", Severity.ERROR),
    "P109": ("designated-draft", Severity.ERROR),
    "P111": ("dates-out-of-order", Severity.ERROR),
    "P112": ("not-a-working-day", Severity.ERROR),
    "P113": ("unknown-calendar", Severity.ERROR),
    "P114": ("effect-on-no-working-day", Severity.WARNING),
    "P121": ("undeclared-change", Severity.ERROR),
    "P122": ("declared-unchanged", Severity.ERROR),
    "P123": ("unknown-provision", Severity.ERROR),
    "P124": ("changes-not-separable", Severity.ERROR),
    "P125": ("follows-from-both", Severity.ERROR),
    "P126": ("number-used-twice", Severity.ERROR),
    "P127": ("rests-on-left-out", Severity.ERROR),
    "P131": ("paper-not-made", Severity.ERROR),
    "P132": ("unused-narrative", Severity.WARNING),
    "P133": ("unknown-consultation", Severity.ERROR),
    "P141": ("unknown-question", Severity.ERROR),
    "P142": ("unknown-theme", Severity.ERROR),
    "P143": ("theme-of-another-question", Severity.ERROR),
    "P144": ("theme-not-raised", Severity.ERROR),
    "P145": ("nothing-replaced", Severity.ERROR),
    "P146": ("late-response", Severity.WARNING),
    "P147": ("duplicate-response", Severity.ERROR),
    "P148": ("theme-without-its-whole", Severity.ERROR),
    "P149": ("answer-not-quotable", Severity.NOTE),
    "P150": ("confidential-words", Severity.ERROR),
    "P151": ("wrong-response-name", Severity.ERROR),
    "P152": ("unread-response", Severity.ERROR),
    "P153": ("unknown-secrets", Severity.ERROR),
    "P154": ("question-without-outcome", Severity.ERROR),
    "P161": ("wrong-status", Severity.ERROR),
    "P162": ("base-overtaken", Severity.ERROR),
    "P163": ("appendix-differs", Severity.ERROR),
    "P164": ("not-in-legal-effect", Severity.ERROR),
    "P165": ("effect-date-differs", Severity.ERROR),
    "P166": ("conclusion-date-differs", Severity.ERROR),
    "P167": ("wrong-enclosure", Severity.ERROR),
    "P168": ("figures-contradict", Severity.ERROR),
    "P169": ("change-not-summarised", Severity.ERROR),
    "P170": ("effect-outside-window", Severity.ERROR),
    "P171": ("placeholder-left", Severity.ERROR),
}


def finding(code: str, place: Place, message: str, hint: str = "", clause: str = "") -> Diagnostic:
    """A diagnostic about a consultation, with the name and severity of its code."""
    name, severity = FINDINGS[code]
    return Diagnostic(code, name, severity, place, message, hint, clause)
