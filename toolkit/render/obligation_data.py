"""Obligations as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from toolkit.cite.citation import Citation
from toolkit.obligation.obligation import Obligation

from .obligation_rows import Told

SCHEMA = "drafting-obligations-1"


def obligation_json(told: Told) -> bytes:
    """The readings in order, each with everything that is known of it; UTF-8."""
    data = {"schema": SCHEMA, "obligations": [_data(one, told) for one in told.obligations]}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _data(one: Obligation, told: Told) -> dict[str, Any]:
    place = one.place
    known = {
        "document": one.document,
        "version": one.version,
        "clause": one.clause,
        "label": one.label,
        "heading": one.heading,
        "kind": one.kind.value,
        "modal": one.modal,
        "actors": list(one.actors),
        "said_of": one.said_of,
        "act": one.act,
        "to": list(one.recipients),
        "condition": one.condition,
        "exception": one.exception,
        "timings": [timing._asdict() for timing in one.timings],
        "cited": [cited for cited in map(_cited, one.citations) if cited],
        "uncertain": [{"field": doubt.field.value, "reason": doubt.reason} for doubt in one.doubts],
        "lead": one.lead,
        "words": one.words,
        "place": {"file": place.file, "line": place.line, "column": place.column},
    }
    return known if told.states is None else {**known, "state": told.state(one)}


def _cited(citation: Citation) -> str:
    """The name of what is cited: TMAD@6.0#mprn-leading-zeros, SEC:H14.31(e)."""
    target = citation.target
    if target is None:
        return ""
    version = f"@{target.version}" if target.version else ""
    part = f"#{target.id}" if target.id else (f":{target.label}" if target.label else "")
    return f"{target.document}{version}{part}"
