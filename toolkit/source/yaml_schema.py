"""The JSON Schema of a YAML file, made from its shape: editors complete and check with it as one types.

The toolkit reads every scalar as text, an editor reads 6.10 as a number and true as a truth value: the schema
takes both, so that an editor finds no fault with what the toolkit accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TRUTH = [True, False, "yes", "no", "true", "false"]
_LINE = r"^[^\n]+$"

Schema = dict[str, Any]


def json_schema(model: type[BaseModel], name: str, title: str) -> Schema:
    """The schema of the files that have the shape of a model."""
    made = model.model_json_schema()
    head = {
        "$schema": DIALECT,
        "$id": f"urn:drafting-toolkit:{name}",
        "title": title,
        "description": made.pop("description", ""),
    }
    return {**head, **_schema(made)}


_BY_KEY: dict[str, Callable[[Any], Any]] = {
    "properties": lambda value: _each(value),
    "$defs": lambda value: _each(value),
    "items": lambda value: _schema(value),
    "prefixItems": lambda value: [_schema(one) for one in value],
    "additionalProperties": lambda value: _schema(value) if isinstance(value, dict) else value,
    "anyOf": lambda value: [_schema(one) for one in value],
    "oneOf": lambda value: [_schema(one) for one in value],
}
"""What to do with the keys of a schema that hold other schemas."""


def _schema(made: Schema) -> Schema:
    """A schema without the titles that only repeat the key, and as lenient as the reader."""
    plain = {
        key: _BY_KEY[key](value) if key in _BY_KEY else value
        for key, value in made.items()
        if key != "title" and not (key == "default" and value in (None, "", []))
    }
    if plain.get("type") == "boolean":
        plain = {**{key: value for key, value in plain.items() if key != "type"}, "enum": _TRUTH}
    elif plain.get("type") == "string" and _may_look_like_a_number(plain):
        plain["type"] = ["string", "number"]
    return plain


def _each(schemas: dict[str, Schema]) -> dict[str, Schema]:
    return {name: _schema(one) for name, one in schemas.items()}


def _may_look_like_a_number(schema: Schema) -> bool:
    return not ({"format", "enum", "const"} & set(schema)) and schema.get("pattern", _LINE) == _LINE
