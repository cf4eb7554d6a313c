"""What the readers can find wrong: their codes, names and severities in one table."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

FINDINGS: dict[str, tuple[str, Severity]] = {
    "S001": ("not-utf-8", Severity.ERROR),
    "S002": ("binary-file", Severity.ERROR),
    "S003": ("file-too-large", Severity.ERROR),
    "S004": ("line-too-long", Severity.ERROR),
    "S005": ("nested-too-deep", Severity.ERROR),
    "S006": ("unreadable-file", Severity.ERROR),
    "S011": ("byte-order-mark", Severity.WARNING),
    "S012": ("carriage-return", Severity.WARNING),
    "S013": ("tab", Severity.WARNING),
    "S014": ("unseen-character", Severity.WARNING),
    "S021": ("unclosed-fence", Severity.ERROR),
    "S022": ("link-markup", Severity.ERROR),
    "S023": ("unlabelled-item", Severity.WARNING),
    "S024": ("unread-markdown", Severity.ERROR),
    "S025": ("table-without-caption", Severity.ERROR),
    "S026": ("caption-without-table", Severity.ERROR),
    "S027": ("ragged-table", Severity.ERROR),
    "S028": ("malformed-id", Severity.ERROR),
    "S029": ("unknown-alert", Severity.WARNING),
    "S030": ("unclosed-comment", Severity.ERROR),
    "S031": ("wrong-level", Severity.ERROR),
    "S032": ("numbering-order", Severity.ERROR),
    "S033": ("skipped-number", Severity.WARNING),
    "S034": ("duplicate-label", Severity.ERROR),
    "S035": ("duplicate-id", Severity.ERROR),
    "S036": ("malformed-gap", Severity.ERROR),
    "S037": ("run-on-line", Severity.ERROR),
    "S041": ("yaml-syntax", Severity.ERROR),
    "S042": ("duplicate-key", Severity.ERROR),
    "S043": ("yaml-alias", Severity.ERROR),
    "S044": ("unclosed-front-matter", Severity.ERROR),
    "S045": ("wrong-value", Severity.ERROR),
    "S051": ("csv-syntax", Severity.ERROR),
    "S061": ("mark-without-footnote", Severity.ERROR),
    "S062": ("footnote-without-mark", Severity.ERROR),
    "S063": ("duplicate-footnote", Severity.ERROR),
    "S064": ("footnote-elsewhere", Severity.ERROR),
    "S065": ("misplaced-footnote-mark", Severity.ERROR),
    "S066": ("malformed-footnote", Severity.ERROR),
    "S067": ("run-on-footnote", Severity.ERROR),
}

UNCERTAIN = frozenset({"S021", "S027", "S030", "S037", "S067"})
"""Codes of findings after which what was read may not be what was meant: mend them before formatting."""


def finding(code: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """A diagnostic of a reader, with the name and severity of its code."""
    name, severity = FINDINGS[code]
    return Diagnostic(code, name, severity, place, message, hint)


def unreadable(file: str, error: OSError) -> Diagnostic:
    """That a file cannot be read, and why."""
    hint = "Mind its permissions; a link has to lead to a file under the root."
    message = f"The file cannot be read: {error.strerror or error}."
    return finding("S006", Place(file), message, hint)


def shortened(words: str, most: int = 60) -> str:
    """Words of the source as a message quotes them: on one line, and not all of a long one."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"
