"""What the rules are and what each is asked with, in words for the person who asks."""

from __future__ import annotations

import inspect
import json
import shutil
import textwrap
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from toolkit.conformance.catalogue import Rule
from toolkit.conformance.data import as_data, clause_data
from toolkit.conformance.kind import kind_of
from toolkit.conformance.manual import default_words, described
from toolkit.conformance.rule import types_of


def listed(rules: tuple[Rule, ...], form: str) -> str:
    """Every rule with its number, name, clause and question."""
    if form == "json":
        entries = [_rule_data(one) for one in rules]
        return json.dumps({"rules": entries}, ensure_ascii=False, indent=2) + "\n"
    widths = [max(len(one.number) for one in rules), max(len(one.name) for one in rules)]
    lines = []
    for one in rules:
        question = one.words.splitlines()[0]
        lines.append(f"{one.number:<{widths[0]}}  {one.name:<{widths[1]}}  {question}  [{one.law.provision}]")
    return "\n".join(lines) + "\n"


def _rule_data(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.number,
        "name": rule.name,
        "clause": clause_data(rule.law.provision),
        "since": rule.law.since,
        "words": rule.words,
        "inputs": [_entry(rule, name) for name in _names(rule)],
    }


def _names(rule: Rule) -> list[str]:
    return [one.name for one in rule.inputs]


def _entry(rule: Rule, name: str) -> dict[str, Any]:
    one = next(one for one in rule.inputs if one.name == name)
    entry: dict[str, Any] = {"name": name, "kind": one.kind.words, "required": one.required}
    return entry if one.required else {**entry, "default": as_data(one.default)}


def explained(rule: Rule) -> str:
    """What a rule asks, what each input is and how it is written, and the shape of composite ones."""
    question, meanings, remarks = described(rule)
    since = f", since {rule.law.since}" if rule.law.since and rule.law.introduced else ""
    lines = [
        f"{rule.number} {rule.name}",
        f"Rests on {rule.law.provision}{since}.",
        "",
        question,
        "",
        "Inputs:",
    ]
    for one in rule.inputs:
        lines += _item(one.name, one.required, one.default, one.kind.words, meanings.get(one.name, ""))
    lines += ["", *remarks] if remarks else []
    for shape in _shapes(rule):
        lines += ["", f"{shape.__name__}: {inspect.getdoc(shape)}"]
        hints = typing.get_type_hints(shape)
        for field in fields(shape):
            required = field.default is MISSING
            lines += _item(field.name, required, field.default, kind_of(hints[field.name]).words)
    return "\n".join(lines) + "\n"


def _item(name: str, required: bool, default: Any, words: str, meaning: str = "") -> list[str]:
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    need = "" if required else f" (default: {default_words(default)})"
    told = " ".join(filter(None, [meaning, f"{words[0].upper()}{words[1:]}."]))
    return textwrap.wrap(f"{name}{need}: {told}", width, initial_indent="  ", subsequent_indent="      ")


def _shapes(rule: Rule) -> list[Any]:
    """The records among the inputs, outermost first, each once."""
    found: dict[Any, None] = {}
    for name, annotation in types_of(rule.function).items():
        if name in _names(rule):
            found.update(dict.fromkeys(_records(annotation)))
    return list(found)


def _records(annotation: Any) -> Iterator[Any]:
    if is_dataclass(annotation):
        yield annotation
        for inner in typing.get_type_hints(annotation).values():
            yield from _records(inner)
    for inner in typing.get_args(annotation):
        yield from _records(inner)
