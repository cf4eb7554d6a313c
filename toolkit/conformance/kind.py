"""From the type of an input to how people write it: the one table by which text and JSON become values.

The command line, CSV files and worked examples all read values by it, and every rule checks by it that it
was given what it asks for.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from .data import parse_json
from .ruling import RefusalError
from .scalar import SCALARS, Kind, scalar, shown

NONE = "none"
"""How the absence of a value is written: an empty cell is a missing value, and is refused."""


def read_text(annotation: Any, text: str) -> Any:
    """The value that a text stands for; RefusalError where it is missing or malformed."""
    return kind_of(annotation).read_text(text)


def read_json(annotation: Any, data: Any) -> Any:
    """The value that a piece of JSON stands for; RefusalError where it is missing or malformed."""
    return kind_of(annotation).read_json(data)


@cache
def kind_of(annotation: Any) -> Kind:
    """The kind of a type; TypeError where rules take no such type."""
    if annotation in SCALARS:
        return SCALARS[annotation]
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) in (types.UnionType, typing.Union) and type(None) in arguments:
        (inner,) = (one for one in arguments if one is not type(None))
        return _optional(kind_of(inner))
    if typing.get_origin(annotation) is tuple and arguments[1:] == (...,):
        return _list(_inside(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _enumeration(annotation)
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _record(annotation)
    raise TypeError(f"rules take no values of type {annotation}")


def _inside(annotation: Any) -> Kind:
    """The kind of what stands in a list or a record: a list there is divided by commas, of records by +."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is tuple and arguments[1:] == (...,):
        return _list(_inside(arguments[0]), " + " if is_dataclass(arguments[0]) else ",")
    return kind_of(annotation)


def _optional(inner: Kind) -> Kind:
    def or_none(text: str) -> Any:
        if text.lower() == NONE:
            return None
        try:
            return inner.read(text)
        except RefusalError as refusal:
            raise RefusalError(f"{refusal} Where there is none, write {NONE}.") from None

    return Kind(
        f"{inner.words}; or {NONE}",
        lambda value: value is None or inner.fits(value),
        or_none,
        lambda data: None if data is None or data == NONE else inner.read_json(data),
    )


def _enumeration(members: type[Enum]) -> Kind:
    by_name = {str(one.value).lower(): one for one in members}
    words = f"one of: {', '.join(str(one.value) for one in members)}"

    def read(text: str) -> Enum:
        found = by_name.get(text.lower())
        if found is None:
            raise RefusalError(f"“{shown(text)}” is not {words}.")
        return found

    return scalar(words, lambda value: isinstance(value, members), read)


_MARKS = {";": "semicolons", ",": "commas", " + ": "+"}


def _list(inner: Kind, mark: str = ";") -> Kind:
    def from_json(data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise RefusalError(f"“{shown(data)}” is not a list.")
        found = []
        for number, item in enumerate(data, 1):
            try:
                found.append(inner.read_json(item))
            except RefusalError as refusal:
                raise RefusalError(f"item {number}: {refusal}") from None
        return tuple(found)

    def from_text(text: str) -> tuple[Any, ...]:
        if text.startswith("["):
            return from_json(parse_json(text))
        if text.lower() == NONE:
            return ()
        return tuple(inner.read(item.strip()) for item in text.split(mark))

    words = f"a list, its items divided by {_MARKS[mark]} or in JSON, each {inner.words}; or {NONE}"
    return Kind(
        words,
        lambda value: isinstance(value, tuple) and all(map(inner.fits, value)),
        from_text,
        from_json,
    )


def _filled(
    shape: type, kinds: Mapping[str, Any], given: Mapping[str, Any], read: Callable[[Any, Any], Any]
) -> Any:
    """A record of the values that were given by name, each read as its kind says."""
    names = [one.name for one in fields(shape)]
    optional = {one.name for one in fields(shape) if one.default is not MISSING}
    strange = [name for name in given if name not in names]
    missing = [name for name in names if name not in given and name not in optional]
    if strange or missing:
        problem = f"has no {strange[0]}" if strange else f"wants {missing[0]}"
        raise RefusalError(f"{shape.__name__} {problem}: its names are {', '.join(names)}.")
    values = {}
    for name, item in given.items():
        try:
            values[name] = read(kinds[name], item)
        except RefusalError as refusal:
            raise RefusalError(f"{name}: {refusal}") from None
    return shape(**values)


def _record(shape: type) -> Kind:
    hints: dict[str, Any] = {}

    def kinds() -> dict[str, Any]:
        if not hints:
            hints.update(typing.get_type_hints(shape))
        return hints

    names = [one.name for one in fields(shape)]
    parting = re.compile(rf"(?:^|,)\s*({'|'.join(names)})\s*:")

    def fits(value: object) -> bool:
        return isinstance(value, shape) and all(
            kind_of(kinds()[name]).fits(getattr(value, name)) for name in names
        )

    def made(given: Mapping[str, Any], read: Callable[[Any, Any], Any]) -> Any:
        return _filled(shape, kinds(), given, read)

    def from_json(data: Any) -> Any:
        if not isinstance(data, dict):
            raise RefusalError(f"“{shown(data)}” is not an object with {', '.join(names)}.")
        return made(data, read_json)

    def from_text(text: str) -> Any:
        if text.startswith(("{", "[")):
            return from_json(parse_json(text))
        head, *parts = parting.split(text)
        given = dict(zip(parts[::2], parts[1::2], strict=True))
        if head.strip() or 2 * len(given) < len(parts) or not parts:
            raise RefusalError(f"“{shown(text)}” is not {words}.")
        return made(given, lambda annotation, part: _inside(annotation).read_text(part))

    words = (
        f"a record with {', '.join(names)}, each with its value as in {names[0]}: …, or as an object in JSON"
    )
    return Kind(words, fits, from_text, from_json, read_parts=lambda given: made(given, read_text))
