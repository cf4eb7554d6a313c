"""manifest.json: what a pack was made from and what it consists of, without clock or machine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .plan import Failure, Made, Plan

MANIFEST = "manifest.json"
SCHEMA = "drafting-pack/1"
HANDLING = "handling"
"""Only in the manifest of a copy that is not for everybody: what every page of it says."""


def manifest(plan: Plan, made: Sequence[Made], failures: Sequence[Failure]) -> bytes:
    """The manifest of what was built: the same inputs and outputs give the same bytes."""
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "pack": plan.id,
        "title": plan.title,
        **({HANDLING: plan.marking} if plan.marking else {}),
        "versions": [version._asdict() for version in plan.versions],
        "inputs": [
            {"file": one.file, "sha256": one.sha256, "bytes": one.size}
            for one in sorted(plan.inputs, key=lambda one: one.file)
        ],
        "outputs": [
            {
                "file": one.output.file,
                "title": one.output.title,
                "group": one.output.group,
                "format": one.output.format,
                "sha256": one.sha256,
                "bytes": one.size,
            }
            for one in made
        ],
        "failures": [failure._asdict() for failure in failures],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def handling(data: bytes) -> str:
    """What a manifest says every page of its pack says; empty where the pack is for everybody."""
    return str(json.loads(data).get(HANDLING, ""))


def listed_files(data: bytes) -> frozenset[str] | None:
    """The files that a manifest says belong to its pack, itself included; None where it is no manifest."""
    try:
        content = json.loads(data)
        if content["schema"] != SCHEMA:
            return None
        return frozenset({MANIFEST, *(str(output["file"]) for output in content["outputs"])})
    except (ValueError, KeyError, TypeError):
        return None
