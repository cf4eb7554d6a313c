"""The forms of a report, by the names that --format takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.model.diagnostic import Diagnostic

from ..outcome import SetAside
from . import as_json, github, junit, sarif, text
from .sources import Sources

Write = Callable[[Sequence[Diagnostic], Sources, Sequence[SetAside]], str]
"""From findings, what can be looked up about them, and the findings that are set aside."""

FORMS: dict[str, Write] = {
    "text": text.write,
    "json": as_json.write,
    "sarif": sarif.write,
    "github": github.write,
    "junit": junit.write,
}
