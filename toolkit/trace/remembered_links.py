"""Links as JSON and back, for the store of what was read before."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from toolkit.model.place import Place

from .link import Link, LinkKind

_NAMES = tuple(one.name for one in fields(Link) if one.name not in ("kind", "place"))
_KINDS = {kind.value: kind for kind in LinkKind}


def as_record(links: tuple[Link, ...]) -> list[list[Any]]:
    """Links as plain values."""
    return [[one.kind.value, *(getattr(one, name) for name in _NAMES), _place(one.place)] for one in links]


def from_record(record: Any) -> tuple[Link, ...] | None:
    """The links of a record; None where it is not one."""
    try:
        return tuple(map(_link, record))
    except (TypeError, ValueError, LookupError):
        return None


def _link(record: Any) -> Link:
    kind, document, clause, file, name, first, last, fingerprint, since, by_label, mark, place = record
    return Link(
        _KINDS[kind], document, clause, file, name, first, last, fingerprint, since, by_label, mark,
        Place(file, *place),
    )  # fmt: skip


def _place(place: Place) -> tuple[int, int, int, int]:
    return place.line, place.column, place.end_line, place.end_column
