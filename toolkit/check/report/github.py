"""Findings as the workflow commands that GitHub shows as annotations on a change."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.diagnostic import Diagnostic, Severity

from ..outcome import SetAside
from .plain import clean
from .sources import Sources

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(findings: Sequence[Diagnostic], sources: Sources, set_aside: Sequence[SetAside] = ()) -> str:
    """A line for each finding; nothing where there is none, or where it is set aside."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Diagnostic) -> str:
    properties = {**_position(finding), "title": f"{finding.code} {finding.name}"}
    listed = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    clause = f"{finding.clause}: " if finding.clause else ""
    words = f"{clause}{finding.message}" + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(words, _MESSAGE)}"


def _position(finding: Diagnostic) -> dict[str, str]:
    """Columns are shown only where the place lies on one line."""
    place = finding.place
    if not place.file:
        return {}
    found = {"file": place.file, "line": str(place.line)}
    if place.end_line > place.line:
        return {**found, "endLine": str(place.end_line)}
    found["col"] = str(place.column)
    if place.end_line == place.line and place.end_column > place.column:
        found |= {"endLine": str(place.end_line), "endColumn": str(place.end_column)}
    return found


def _escaped(words: str, table: dict[int, str]) -> str:
    return clean(words.translate(table))
