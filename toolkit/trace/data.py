"""A trace as plain data for programs, in the form that trace-1.json describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toolkit.model.diagnostic import Diagnostic

from .coverage import Coverage
from .evidence import Evidence, Need
from .link import Link
from .tracing import Traced
from .verdict import ClauseVerdict, State, Suspicion

SCHEMA = "drafting-toolkit/trace/1"
"""What trace-1.json, beside this module, describes."""


def as_json(traced: Traced, rows: Iterable[Coverage], findings: Iterable[Diagnostic]) -> dict[str, Any]:
    """Everything that a trace found, as plain data. Lines and columns count from 1."""
    return {
        "schema": SCHEMA,
        "clauses": [_verdict(one) for one in traced.verdicts],
        "coverage": [
            {
                "document": row.document, "version": row.version, "kind": row.kind, "total": row.total,
                "needed": row.needed, "proved": row.proved,
                "states": {state.value: row.states.get(state, 0) for state in State},
            }
            for row in rows
        ],
        "orphans": [
            {
                "kind": one.kind.value, "file": one.file, "line": one.line, "name": one.name,
                "reason": one.reason,
            }
            for one in traced.orphans
        ],
        "findings": [
            {
                "code": one.code, "name": one.name, "severity": one.severity.value, "file": one.place.file,
                "line": one.place.line, "column": one.place.column, "clause": one.clause,
                "message": one.message, "hint": one.hint,
            }
            for one in findings
        ],
    }  # fmt: skip


def written(data: Mapping[str, Any]) -> Iterator[str]:
    """Data as JSON, a line for each item of its lists, so that lines can be compared and counted."""
    mark = "{"
    for key, value in data.items():
        yield f"{mark}\n{json.dumps(key)}: "
        mark = ","
        if isinstance(value, list) and value:
            yield "[\n" + ",\n".join(map(_encode, value)) + "\n]"
        else:
            yield _encode(value)
    yield "\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _verdict(one: ClauseVerdict) -> dict[str, Any]:
    return {
        "document": one.document, "version": one.version, "id": one.clause, "label": one.label,
        "number": one.number, "heading": one.heading, "kind": one.kind, "state": one.state.value,
        "reason": one.reason, "file": one.place.file, "line": one.place.line,
        "evidence": _evidence(one.needed),
        "code": [_link(*claim) for claim in one.claims],
        "tests": [_link(*proof) for proof in one.proofs],
        "examples": list(one.examples),
        "results": [
            {
                "test": f"{result.module}::{result.name}", "outcome": result.outcome.value,
                "message": result.message,
            }
            for result in one.results
        ],
        "suspicions": [_suspicion(each) for each in one.suspicions],
    }  # fmt: skip


def _evidence(one: Evidence) -> dict[str, Any]:
    review, waiver = one.review, one.waiver
    return {
        "needs": [need.value for need in Need if need in one.needs],
        "reason": one.reason,
        "review": review and {
            "by": review.by, "on": review.on.isoformat(), "until": review.until.isoformat(),
            "note": review.note,
        },
        "waiver": waiver and {
            "by": waiver.by, "until": waiver.until.isoformat(), "reason": waiver.reason,
        },
    }  # fmt: skip


def _link(clause: str, link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind.value, "document": link.document, "clause": clause, "file": link.file,
        "name": link.name, "first_line": link.first_line, "last_line": link.last_line, "since": link.since,
    }  # fmt: skip


def _suspicion(one: Suspicion) -> dict[str, Any]:
    return {
        "code": one.link.code, "clause": one.clause, "why": one.why, "attested": one.attested,
        "by": one.by, "reworded": one.reworded, "code_changed": one.code_changed,
        "changed": [{"op": edit.op.value, "text": edit.text} for edit in one.changed],
    }  # fmt: skip
