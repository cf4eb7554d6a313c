"""A trace for people at a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from toolkit.model.diagnostic import Diagnostic

from .coverage import Coverage, percent
from .link import Link
from .tracing import Traced
from .verdict import ClauseVerdict, State, Suspicion

SCHEMA = "drafting-toolkit/trace/1"


def as_text(traced: Traced, rows: Sequence[Coverage], everything: bool = False) -> str:
    """A line a provision, then the counts by document and kind."""
    shown = [one for one in traced.verdicts if everything or one.state is not State.PROCEDURAL]
    width = max((len(one.label) for one in shown), default=0)
    lines = [f"{one.state:<10}  {one.label:<{width}}  {one.reason}" for one in shown]
    blocks = ["\n".join(lines)] if lines else []
    blocks.append("\n".join(_coverage(rows)))
    return "\n\n".join(blocks) + "\n\n"


def _coverage(rows: Sequence[Coverage]) -> Iterator[str]:
    for row in rows:
        counts = ", ".join(f"{row.states[state]} {state}" for state in State if row.states.get(state))
        kind = f"{row.kind}{'' if row.total == 1 else 's'}"
        yield f"{row.document} {row.version}: {row.total} {kind}: {counts}"
    needed = sum(row.needed for row in rows)
    proved = sum(row.proved for row in rows)
    yield f"{proved} of {needed} that need proof have it ({percent(rows):.1f} %)."


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
        "findings": [
            {
                "code": one.code, "name": one.name, "severity": one.severity.value, "file": one.place.file,
                "line": one.place.line, "column": one.place.column, "clause": one.clause,
                "message": one.message, "hint": one.hint,
            }
            for one in findings
        ],
    }  # fmt: skip


def _verdict(one: ClauseVerdict) -> dict[str, Any]:
    return {
        "document": one.document, "version": one.version, "id": one.clause, "label": one.label,
        "heading": one.heading, "kind": one.kind, "state": one.state.value, "reason": one.reason,
        "file": one.place.file, "line": one.place.line,
        "code": [_link(link) for link in one.code],
        "tests": [_link(link) for link in one.tests],
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


def _link(link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind.value, "document": link.document, "clause": link.clause, "file": link.file,
        "name": link.name, "first_line": link.first_line, "last_line": link.last_line, "since": link.since,
    }  # fmt: skip


def _suspicion(one: Suspicion) -> dict[str, Any]:
    return {
        "code": one.link.code, "why": one.why, "attested": one.attested, "reworded": one.reworded,
        "changed": [{"op": edit.op.value, "text": edit.text} for edit in one.changed],
    }  # fmt: skip
