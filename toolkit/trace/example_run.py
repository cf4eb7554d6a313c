"""Carrying out worked examples: a function is asked what a row gives, in the types of its annotations."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from toolkit.conformance.answers import SAYS, answer
from toolkit.conformance.asking import UnknownInputError, ask_text
from toolkit.conformance.catalogue import RULES, Rule
from toolkit.conformance.sources import Sources

from .example import Example, Row


class ExampleError(Exception):
    """The row cannot be carried out, or the code answers otherwise; the text says what each says."""


def carry_out(example: Example, row: Row, allowed: tuple[str, ...], sources: Sources) -> None:
    """Ask the function; ExampleError unless it answers as the row expects."""
    rule = rule_of(example.function, allowed)
    try:
        ruling = ask_text(rule, dict(row.given), sources)
    except UnknownInputError as error:
        raise ExampleError(str(error)) from error
    for name, words in row.expected:
        told = answer(ruling, name)
        if (words not in told) if name == SAYS else (words != told):
            asked = ", ".join(f"{one} {cell}" for one, cell in row.given)
            clause = f"{example.document}@{example.version}#{example.clause}"
            raise ExampleError(
                f"{clause}, asked with {asked}: the example says {name} “{words}”, the code gave “{told}” "
                f"({ruling.reason})"
            )


def rule_of(function: str, allowed: tuple[str, ...]) -> Rule:
    """The rule that a function is; ExampleError where the settings do not allow it, or there is none."""
    if not any(function.startswith(f"{package}.") for package in allowed):
        raise ExampleError(f"{function} is in none of {', '.join(allowed)}, which trace.yaml allows.")
    module, _, name = function.rpartition(".")
    try:
        found: Any = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise ExampleError(f"There is no function {function}: {error}.") from error
    rule = next((one for one in RULES if one.function is found), None)
    if rule is None:
        raise ExampleError(f"{function} is no rule of the catalogue: drafting run --list shows them.")
    return rule
