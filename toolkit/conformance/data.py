"""JSON in and out: read so that nothing is lost, and written so that it can be read back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from .ruling import Outcome, Provision, RefusalError, Ruling


def parse_json(text: str) -> Any:
    """The data of a JSON text, its fractions exact; RefusalError where it is none or says a thing twice."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusalError(f"this cannot be read as JSON: {error}.") from None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def as_data(value: Any) -> Any:
    """A value as JSON holds it: what `kind` reads back to the same value."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, timedelta):
        return f"{value.total_seconds():f}".rstrip("0").rstrip(".") + " s"
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    if is_dataclass(value):
        return {one.name: as_data(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"no JSON for {type(value)}")


def ruling_data(ruling: Ruling[Any]) -> dict[str, Any]:
    """A ruling as JSON holds it; one that refuses does not say where its clause stands."""
    refuses = ruling.outcome is Outcome.REFUSED
    return {
        "outcome": ruling.outcome.value,
        "value": as_data(ruling.value),
        "reason": ruling.reason,
        "clause": clause_data(ruling.clause),
        "standing": None if refuses else ruling.standing.value,
    }


def clause_data(clause: Provision) -> dict[str, str]:
    """A provision as JSON holds it."""
    return {"document": clause.document, "label": clause.label, "id": clause.id, "version": clause.version}
