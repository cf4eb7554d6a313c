"""Findings for other programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toolkit.model.diagnostic import Diagnostic

from ..outcome import SetAside
from .plain import clean
from .sources import Sources

SCHEMA = "drafting-toolkit/findings/1"


def write(findings: Sequence[Diagnostic], sources: Sources, set_aside: Sequence[SetAside] = ()) -> str:
    """One object with every finding; lines and columns count from 1, the end is exclusive."""
    aside = [{**_entry(one.finding), "why": one.why.value, "reason": clean(one.reason)} for one in set_aside]
    content = {"schema": SCHEMA, "findings": [_entry(one) for one in findings], "set_aside": aside}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Diagnostic) -> dict[str, str | int]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": clean(place.file),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column,
        "clause": clean(finding.clause),
        "message": clean(finding.message),
        "hint": clean(finding.hint),
    }
