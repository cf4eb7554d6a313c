"""Links as JSON and back, for the store of what was read before."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from toolkit.model.place import Place

from .link import Link, LinkKind

_NAMES = tuple(one.name for one in fields(Link) if one.name not in ("kind", "place"))


def as_record(links: tuple[Link, ...]) -> list[dict[str, Any]]:
    """Links as plain values."""
    return [
        {
            **{name: getattr(link, name) for name in _NAMES},
            "kind": link.kind.value,
            "place": [link.place.line, link.place.column, link.place.end_line, link.place.end_column],
        }
        for link in links
    ]


def from_record(record: Any) -> tuple[Link, ...] | None:
    """The links of a record; None where it is not one."""
    try:
        return tuple(_link(one) for one in record)
    except (TypeError, ValueError, KeyError):
        return None


def _link(one: dict[str, Any]) -> Link:
    place = Place(one["file"], *map(int, one["place"]))
    return Link(kind=LinkKind(one["kind"]), place=place, **{name: one[name] for name in _NAMES})
