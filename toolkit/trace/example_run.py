"""Carrying out worked examples: a function is asked what a row gives, in the types of its annotations."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from toolkit.conformance.answers import SAYS, UnknownAnswerError, answer
from toolkit.conformance.asking import UnknownInputError, ask_text
from toolkit.conformance.catalogue import RULES, Rule
from toolkit.conformance.rule import VERSION, law_of, types_of
from toolkit.library.library import Library

from .example import Example, Row


class ExampleError(Exception):
    """The row cannot be carried out, or the code answers otherwise; the text says what each says."""


def carry_out(example: Example, row: Row, allowed: tuple[str, ...], library: Library) -> None:
    """Ask the function, in each version that the example holds for; ExampleError unless it answers so."""
    rule = rule_of(example.function, allowed)
    for version, given in _asked(example, row, rule, library):
        asked = ", ".join(f"{one} {cell}" for one, cell in given.items())
        clause = f"{example.document}@{version}#{example.clause}"
        try:
            ruling = ask_text(rule, given, library)
            told = {name: answer(ruling, name) for name, _ in row.expected}
        except (UnknownInputError, UnknownAnswerError) as error:
            raise ExampleError(f"{clause}, asked with {asked}: {error}") from error
        for name, words in row.expected:
            if (words not in told[name]) if name == SAYS else (words != told[name]):
                raise ExampleError(
                    f"{clause}, asked with {asked}: the example says {name} “{words}”, the code gave "
                    f"“{told[name]}” ({ruling.reason})"
                )


def _asked(example: Example, row: Row, rule: Rule, library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    """Each version that carries the clause, with what is given in it.

    A row that names no version, of a rule of this document that knows versions, is asked in each.
    """
    register = library.registers[example.document]
    held = (one for one in register.versions if one.held and one.name in example.versions)
    carrying = [one.name for one in held if example.clause in library.of(register, one).index.parents]
    if not carrying:
        ends = " to ".join(dict.fromkeys((*example.versions[:1], *example.versions[-1:])))
        raise ExampleError(f"No version of {example.document} from {ends} has the id {example.clause}.")
    given = dict(row.given)
    if VERSION in given or VERSION not in types_of(rule.function) or rule.law.document != example.document:
        yield carrying[-1], given
        return
    for version in carrying:
        yield version, {**given, VERSION: version}


def rule_of(function: str, allowed: tuple[str, ...]) -> Rule:
    """The rule that a function is; ExampleError where the settings do not allow it, or there is none.

    Nothing is imported but what the settings allow.
    """
    module, _, name = function.rpartition(".")
    if not any(module == package or module.startswith(f"{package}.") for package in allowed):
        raise ExampleError(
            f"{function} is not run: trace.yaml allows functions of {' and '.join(allowed)} only."
        )
    try:
        found = getattr(import_module(module), name)
    except Exception as error:  # a module may raise anything while it is imported
        raise ExampleError(f"There is no function {function}: {error}.") from error
    rule = next((one for one in RULES if one.function is found), None)
    law = law_of(found)
    if getattr(found, "__module__", None) != module or (rule is None and law is None):
        raise ExampleError(f"{function} is no rule: a function marked @rule, in the module that is named.")
    return rule or Rule(name, found, law)  # type: ignore[arg-type]
