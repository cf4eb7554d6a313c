"""One thing of a ruling as a table writes it, in the words in which a worked example expects it."""

from __future__ import annotations

from typing import Any

from .data import ruling_data
from .ruling import Ruling

SAYS = "says"
"""The column that gives some words of the reason."""


def answer(ruling: Ruling[Any], name: str) -> str:
    """One thing of a ruling: outcome, standing, says, clause, value, value.earliest."""
    if name == SAYS:
        return ruling.reason
    if name == "clause":
        return str(ruling.clause)
    data: Any = ruling_data(ruling)
    for step in name.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return written(data)


def written(data: Any) -> str:
    """A piece of JSON as a table writes it: yes and no, lists with semicolons, none."""
    if isinstance(data, bool):
        return "yes" if data else "no"
    if isinstance(data, list):
        return "; ".join(map(written, data)) or "none"
    return "none" if data is None else str(data)
