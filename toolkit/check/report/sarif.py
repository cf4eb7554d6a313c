"""Findings as SARIF 2.1.0, the form that code hosts show beside the lines they are about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from toolkit import __version__
from toolkit.model.diagnostic import Diagnostic, Severity

from ..catalogue import RULES
from ..rule import Rule
from .plain import clean
from .sources import Sources

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(findings: Sequence[Diagnostic], sources: Sources) -> str:
    """One run with every rule and every result; paths are relative to the root."""
    rules = _descriptors(findings)
    at = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "drafting", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, at[finding.code]) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]},
                      ensure_ascii=False, indent=2) + "\n"  # fmt: skip


def _descriptors(findings: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """The rules of the catalogue, then what the readers found, each code once."""
    rules = [_rule(rule) for rule in RULES]
    known = {rule["id"] for rule in rules}
    others = {finding.code: finding for finding in findings if finding.code not in known}
    rules += [
        {
            "id": code,
            "name": finding.name,
            "shortDescription": {"text": finding.name.replace("-", " ").capitalize() + "."},
            "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        }
        for code, finding in sorted(others.items())
    ]
    return rules


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.documentation.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Diagnostic, rule_index: int) -> dict[str, Any]:
    words = f"{finding.message} {finding.hint}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": clean(words)},
    }
    if finding.place.file:
        result["locations"] = [_location(finding)]
    return result


def _location(finding: Diagnostic) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    artifact = {"uri": quote(clean(place.file)), "uriBaseId": "%SRCROOT%"}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if finding.clause:
        location["logicalLocations"] = [{"fullyQualifiedName": clean(finding.clause)}]
    return location
