"""Asking a rule with what people write: text or JSON by the name of each input, and never an exception."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from .catalogue import SOURCES, Input, Rule
from .ruling import Outcome, RefusalError, Ruling
from .scalar import Kind
from .sources import Sources

_REMEMBERED = 1 << 14
"""How many texts of one input are remembered: in a long list the same dates come again and again."""


class UnknownInputError(ValueError):
    """An input that the rule does not have: a mistake in how it was asked."""


def ask_text(rule: Rule, given: Mapping[str, str], sources: Sources | None = None) -> Ruling[Any]:
    """The ruling on inputs given as text; a part of a record may be given by itself, as before.price."""
    return _ask(rule, _gathered(given), sources, lambda kind: partial(_read, kind))


def _gathered(given: Mapping[str, str]) -> dict[str, str | dict[str, str]]:
    """Parts given by themselves, under the name of their record."""
    gathered: dict[str, str | dict[str, str]] = {}
    for name, text in given.items():
        record, dot, part = name.partition(".")
        if not dot:
            gathered[name] = text
        elif isinstance(parts := gathered.setdefault(record, {}), dict):
            parts[part] = text
        else:
            raise UnknownInputError(f"{record} is given whole, and {name} besides.")
    return gathered


def _read(kind: Kind, given: str | dict[str, str]) -> Any:
    return kind.read_text(given) if isinstance(given, str) else kind.read_parts(given)


def ask_json(rule: Rule, given: Mapping[str, Any], sources: Sources | None = None) -> Ruling[Any]:
    """The ruling on inputs given as the object of a JSON file."""
    return _ask(rule, given, sources, lambda kind: kind.read_json)


def _ask(
    rule: Rule,
    given: Mapping[str, Any],
    sources: Sources | None,
    reader: Callable[[Kind], Callable[..., Any]],
) -> Ruling[Any]:
    inputs = rule.inputs
    unknown = [name for name in given if name not in {one.name for one in inputs}]
    if unknown:
        names = ", ".join(one.name for one in inputs)
        raise UnknownInputError(f"{rule.number} has no input “{unknown[0]}”. Its inputs are {names}.")
    values = {}
    for one in inputs:
        if one.name not in given:
            if one.required:
                return refused(rule, f"{one.name}: it is missing: give {one.kind.words}.")
            continue
        try:
            values[one.name] = reader(one.kind)(given[one.name])
        except RefusalError as error:
            return refused(rule, f"{one.name}: {error}")
    return answer(rule, values, sources)


def answer(rule: Rule, values: dict[str, Any], sources: Sources | None) -> Ruling[Any]:
    """The ruling on values that have been read."""
    if rule.reads_sources:
        values = {**values, SOURCES: sources}
    return rule.function(**values)


def refused(rule: Rule, reason: str) -> Ruling[Any]:
    """A refusal before the rule was asked."""
    return Ruling(Outcome.REFUSED, reason, rule.law.provision)


def remembering(one: Input) -> Callable[[str], Any]:
    """A reader of one input's text that remembers what it has read."""
    read = one.kind.read_text
    return lru_cache(maxsize=_REMEMBERED)(read)
