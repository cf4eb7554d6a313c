"""One thing of a ruling as a table writes it, in the words in which a worked example expects it."""

from __future__ import annotations

from typing import Any

from .data import ruling_data
from .ruling import Ruling

SAYS = "says"
"""The column that gives some words of the reason."""
ANSWERS = ("outcome", SAYS, "clause", "standing", "value")
"""What a column of answers is of, before the first point."""


class UnknownAnswerError(ValueError):
    """Something that the ruling does not have: a mistake in what was expected."""


def answer(ruling: Ruling[Any], name: str) -> str:
    """One thing of a ruling: outcome, standing, says, clause, value, value.earliest; of each in a list.

    UnknownAnswerError where the ruling has no such thing. A part of a value that is not there is none.
    """
    if name == SAYS:
        return ruling.reason
    if name == "clause":
        return str(ruling.clause)
    data: Any = ruling_data(ruling)
    for step in name.split("."):
        data = _step(data, step, name)
    return written(data)


def _step(data: Any, step: str, name: str) -> Any:
    if data is None:
        return None
    if isinstance(data, list):
        return [_step(one, step, name) for one in data]
    if not isinstance(data, dict) or step not in data:
        known = f"; here there is {', '.join(data)}" if isinstance(data, dict) else ""
        raise UnknownAnswerError(f"A ruling has no “{name}”{known}.")
    return data[step]


def written(data: Any) -> str:
    """A piece of JSON as a table writes it: yes and no, none, lists with semicolons, records as read."""
    if isinstance(data, bool):
        return "yes" if data else "no"
    if isinstance(data, list):
        return "; ".join(map(_item, data)) or "none"
    if isinstance(data, dict):
        return ", ".join(f"{name}: {written(part)}" for name, part in data.items())
    return "none" if data is None else str(data)


def _item(data: Any) -> str:
    return (", ".join(map(written, data)) or "none") if isinstance(data, list) else written(data)
