"""The manual of the rules that code carries out: docs/conformance.md, made from the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .catalogue import RULES, Rule
from .data import as_data
from .kind import NONE

PAGE = "docs/conformance.md"
"""Where the page is kept; a test holds it to the rules."""

_INTRODUCTION = """\
<!-- Written from the rules: change a rule's docstring, not this page, and run ./drafting test tests/conformance --update. -->

# The rules that code carries out

`drafting run RULE --set name=value …` asks one of them, `--json FILE` with the inputs in a file, and
`--csv FILE` several of them for every row of a list. The answer is an outcome (met, not met, decided, not
in force, refused), a reason, the clause it rests on, and where that clause stands: in force, proposed, not
yet in force, or withdrawn. What is unknown, missing or malformed is refused and never passes.

`version` names the version whose words are asked, such as 6.0, or a day such as 2020-08-01, which asks for
what was law on that day. A clause without an `#id` is one whose words no document here holds.
"""  # noqa: E501

_MEANING = re.compile(r"([a-z_]+(?:, [a-z_]+)*): (.+)")


class Described(NamedTuple):
    """A rule's docstring, taken apart."""

    question: str
    meanings: dict[str, str]
    """From an input to what it means."""
    remarks: tuple[str, ...]
    """What else is said, line by line."""


def described(rule: Rule) -> Described:
    """The words of a rule: its question, the meaning of each input, and what else is said."""
    question, _, rest = rule.words.partition("\n\n")
    meanings: dict[str, str] = {}
    remarks: list[str] = []
    names: list[str] = []
    for line in rest.splitlines():
        found = _MEANING.match(line)
        if found:
            names = found[1].split(", ")
            meanings.update(dict.fromkeys(names, f"{found[2][0].upper()}{found[2][1:]}"))
        elif names and line and not line[0].isupper():
            meanings.update({name: f"{meanings[name]} {line}" for name in names})
        else:
            names = []
            remarks += [line] if line or remarks else []
    return Described(" ".join(question.split()), meanings, tuple(remarks))


def default_words(value: Any) -> str:
    """What an input is where it is not given, as people write it."""
    data = as_data(value)
    if isinstance(data, bool):
        return "yes" if data else "no"
    return NONE if data is None or data == [] else str(data)


def manual() -> str:
    """The page, in Markdown."""
    return "\n".join([_INTRODUCTION, *_index(), "", *(line for rule in RULES for line in _chapter(rule))])


def _index() -> Iterator[str]:
    yield "| rule | name | clause |\n| --- | --- | --- |"
    for rule in RULES:
        yield f"| {rule.number} | [{rule.name}](#{_anchor(rule)}) | {_clause(rule)} |"


def _anchor(rule: Rule) -> str:
    return f"{rule.number}-{rule.name}".lower()


def _clause(rule: Rule) -> str:
    clause = rule.law.provision
    return f"{clause} `#{clause.id}`" if clause.id else str(clause)


def _chapter(rule: Rule) -> Iterator[str]:
    words = described(rule)
    since = f", from {rule.law.since}" if rule.law.since else ""
    yield f"## {rule.number} {rule.name}\n"
    yield f"{words.question}\n"
    yield f"Rests on {rule.law.provision}{since}. `{rule.function.__module__}.{rule.function.__name__}`\n"
    yield "| input | meaning | written |\n| --- | --- | --- |"
    for one in rule.inputs:
        name = one.name if one.required else f"{one.name} (default: {default_words(one.default)})"
        yield f"| {name} | {words.meanings.get(one.name, '')} | {one.kind.words} |"
    yield ""
    if words.remarks:
        yield " ".join(words.remarks) + "\n"
