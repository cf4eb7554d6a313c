"""What is wrong with worked examples as functions see them: unknown, asked otherwise, values left out."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from toolkit.conformance.answers import ANSWERS
from toolkit.conformance.catalogue import SOURCES, Rule
from toolkit.conformance.kind import kind_of
from toolkit.conformance.rule import types_of
from toolkit.conformance.ruling import RefusalError
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .example import Example
from .example_run import ExampleError, rule_of
from .finding import finding

Members = dict[type[Enum], set[Enum]]


def example_faults(examples: Iterable[Example], allowed: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The findings about the functions that tables name; `allowed` are packages that may be asked.

    A value of an enumeration has to be asked with in some table of its function, not in each.
    """
    examples = tuple(examples)
    yield from unknown_functions(examples, allowed)
    rules: dict[str, tuple[Rule, list[Example]]] = {}
    for example in examples:
        with suppress(ExampleError):
            rule = rule_of(example.function, allowed)
            rules.setdefault(example.function, (rule, []))[1].append(example)
    for rule, tables in rules.values():
        yield from _left_out(rule, tables)


def unknown_functions(examples: Iterable[Example], allowed: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The findings about tables that name no function that may be asked, or inputs that it does not have."""
    for example in examples:
        try:
            yield from _unknown_inputs(example, rule_of(example.function, allowed))
        except ExampleError as error:
            hint = "Name a rule of drafting run --list, or one of a package under examples: in trace.yaml."
            yield finding("T142", example.place, str(error), hint)


def _unknown_inputs(example: Example, rule: Rule) -> Iterator[Diagnostic]:
    types = [name for name in types_of(rule.function) if name != SOURCES]
    for name in dict.fromkeys(name for row in example.rows for name, _ in row.given):
        if name.partition(".")[0] not in types:
            message = f"{example.function} has no input “{name}”."
            hint = f"Its inputs are {', '.join(types)}."
            if name.partition(".")[0] in ANSWERS:
                hint = f"Write ⇒ {name} over what is to be answered."
            yield finding("T141", example.place, message, hint)


def _left_out(rule: Rule, tables: list[Example]) -> Iterator[Diagnostic]:
    """The values of each enumeration among what a rule is asked with that no row gives."""
    for name, annotation in types_of(rule.function).items():
        used = {member for one in tables for member in _given(one, name, annotation)}
        for members in _enumerations(annotation):
            left = [str(one.value) for one in members if one not in used]
            if left:
                first = tables[0]
                message = f"No row asks {first.function} with {name} {' or '.join(left)}."
                place = Place(first.place.file, first.place.line, first.place.column)
                yield finding("T145", place, message, "Add a row for each value that the clause tells apart.")


def _given(example: Example, name: str, annotation: Any) -> Iterator[Enum]:
    """The members of enumerations in what the rows give for one input, whole or in part."""
    hints = typing.get_type_hints(annotation) if is_dataclass(annotation) else {}
    for row in example.rows:
        for column, cell in row.given:
            head, _, part = column.partition(".")
            if head == name:
                with suppress(RefusalError):  # a row may ask with what is refused
                    yield from _members(kind_of(hints.get(part, annotation)).read_text(cell))


def _members(value: object) -> Iterator[Enum]:
    if isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _members(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _members(getattr(value, each.name))


@cache
def _enumerations(annotation: Any) -> tuple[type[Enum], ...]:
    """The enumerations in a type: itself, in lists, in the fields of records."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return (annotation,)
    inner = typing.get_args(annotation)
    if is_dataclass(annotation):
        inner = tuple(typing.get_type_hints(annotation).values())
    return tuple(dict.fromkeys(each for one in inner for each in _enumerations(one)))
