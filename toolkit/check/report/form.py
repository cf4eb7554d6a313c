"""The forms of a report, by the names that --format takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.model.diagnostic import Diagnostic

from . import as_json, github, junit, sarif, text
from .sources import Sources

FORMS: dict[str, Callable[[Sequence[Diagnostic], Sources], str]] = {
    "text": text.write,
    "json": as_json.write,
    "sarif": sarif.write,
    "github": github.write,
    "junit": junit.write,
}
