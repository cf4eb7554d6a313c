"""Findings for other programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toolkit.model.diagnostic import Diagnostic

from .plain import clean
from .sources import Sources

SCHEMA = "drafting-toolkit/findings/1"


def write(findings: Sequence[Diagnostic], sources: Sources) -> str:
    """One object with every finding; lines and columns count from 1, the end is exclusive."""
    return json.dumps({"schema": SCHEMA, "findings": [_entry(one) for one in findings]},
                      ensure_ascii=False, indent=2) + "\n"  # fmt: skip


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
