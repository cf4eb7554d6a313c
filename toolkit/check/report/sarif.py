"""Findings as SARIF 2.1.0, the form that code hosts show beside the lines they are about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from toolkit import __version__
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place

from ..catalogue import RULES
from ..outcome import SetAside, Why
from ..rule import Rule
from .plain import clean
from .sources import Sources

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(findings: Sequence[Diagnostic], sources: Sources, set_aside: Sequence[SetAside] = ()) -> str:
    """One run with every rule and every result; paths are relative to the root.

    Findings that are set aside are results with a suppression: inSource with the author's reason, or
    external where the baseline knows them. Where one result has suppressions, each has to have the list.
    """
    rules = _descriptors([*findings, *(one.finding for one in set_aside)])
    at = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [_result(finding, at[finding.code]) for finding in findings]
    if set_aside:
        results = [result | {"suppressions": []} for result in results]
    results += [_result(one.finding, at[one.finding.code]) | _suppressed(one) for one in set_aside]
    run = {
        "tool": {"driver": {"name": "drafting", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
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
        "defaultConfiguration": {"enabled": rule.by_default, "level": _LEVELS[rule.severity]},
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


def _suppressed(one: SetAside) -> dict[str, Any]:
    if one.why is Why.KNOWN:
        return {"suppressions": [{"kind": "external", "justification": "It is in the baseline."}]}
    suppression: dict[str, Any] = {"kind": "inSource", "justification": clean(one.reason)}
    if one.place.file:
        suppression["location"] = {"physicalLocation": _physical(one.place)}
    return {"suppressions": [suppression]}


def _location(finding: Diagnostic) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(finding.place)}
    if finding.clause:
        location["logicalLocations"] = [{"fullyQualifiedName": clean(finding.clause)}]
    return location


def _physical(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    artifact = {"uri": quote(clean(place.file)), "uriBaseId": "%SRCROOT%"}
    return {"artifactLocation": artifact, "region": region}
