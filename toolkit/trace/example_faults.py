"""What is wrong with a worked example as its function sees it: unknown, asked otherwise, values left out."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from toolkit.conformance.rule import types_of
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .example import Example
from .example_run import ExampleError, rule_of
from .finding import finding


def example_faults(examples: Iterable[Example], allowed: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The findings about the functions that tables name; `allowed` are packages that may be asked."""
    for example in examples:
        try:
            rule = rule_of(example.function, allowed)
        except ExampleError as error:
            yield finding("T142", example.place, str(error), "Name a rule that drafting run --list shows.")
            continue
        types = types_of(rule.function)
        columns = dict.fromkeys(name for row in example.rows for name, _ in row.given)
        for name in columns:
            if name not in types:
                message = f"{example.function} has no input “{name}”."
                yield finding("T141", example.place, message, f"Its inputs are {', '.join(types)}.")
            else:
                yield from _left_out(example, name, types[name])


def _left_out(example: Example, name: str, annotation: Any) -> Iterator[Diagnostic]:
    """The values of an enumeration that a column has and no row gives."""
    for members in (annotation, *typing.get_args(annotation)):
        if isinstance(members, type) and issubclass(members, Enum):
            used = {cell.lower() for row in example.rows for column, cell in row.given if column == name}
            left = [str(one.value) for one in members if str(one.value).lower() not in used]
            if left:
                message = f"No row asks with {name} {' or '.join(left)}."
                place = Place(example.place.file, example.place.line, example.place.column)
                yield finding("T145", place, message, "Add a row for each value that the clause tells apart.")
