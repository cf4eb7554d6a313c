"""The manual of findings: one at a time (drafting check --explain) and all on a page (docs/rules.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .catalogue import RULES
from .reading import READING, OfReading
from .rule import Rule

PAGE = "docs/rules.md"
"""Where the page is kept; `drafting check --manual` writes it."""

_INTRODUCTION = """\
<!-- Written by `drafting check --manual`: change the docstring of a rule, not this page. -->

# What a check finds

Each finding has a code, which is never used for anything else, a name, and a weight. `drafting check
--explain CODE` prints one entry of this page, those at its end too, which `drafting trace` and the packs
find; `--select` and `--ignore` take codes, beginnings of codes
(`C1`) and names; `--severity error` leaves warnings and notes out.

A finding can be allowed where it stands, with a reason: `<!-- allow: name: reason -->` in the text. At the
head of a file, before its first clause, it holds for the file; directly under a clause's own words, or
directly before a clause, definition or table, for that one with everything under it; anywhere else for the
clause that it stands in. One comment can hold several, each on a line of its own. Matrices, which are .csv
files, and designated texts, which are locked, take no comments: keep what is found in them in a baseline.

`drafting check --write-baseline FILE` writes everything that is found now to a file, and `--baseline FILE`
sets it aside from then on, so that only what is new fails. A finding is known again by its rule, the id of
its clause and the words it is about: moving, re-wrapping and renumbering change nothing.
"""

_EXAMPLE = ("Bad:", "Good:")


def names() -> dict[str, str]:
    """From the code of everything that can be found to its name."""
    return {one.code: one.name for one in _all()}


def _all() -> Iterator[Rule | OfReading]:
    yield from READING
    yield from RULES


def explain(code: str) -> str:
    """The entry of one code, for a terminal; KeyError where there is none."""
    one = {one.code: one for one in _all()}[code]
    unasked = "" if not isinstance(one, Rule) or one.by_default else f", only with --select {one.code}"
    return entry(one.code, one.name, f"{one.severity.value}{unasked}", one.documentation)


def entry(code: str, name: str, weight: str, documentation: str) -> str:
    """What a terminal shows of one code."""
    return f"{code} {name} ({weight})\n\n{documentation.strip()}\n"


def manual() -> str:
    """The page of everything that a check can find, in Markdown."""
    return "\n".join([_INTRODUCTION, *_index(), "", *map(_chapter, RULES), *_reading()])


def _index() -> Iterator[str]:
    yield "## Rules\n"
    yield "| code | name | weight | what |"
    yield "| --- | --- | --- | --- |"
    for rule in RULES:
        weight = rule.severity.value + ("" if rule.by_default else ", when asked for")
        yield f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {weight} | {_cell(rule.title)} |"


def _anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


def _chapter(rule: Rule) -> str:
    unasked = "" if rule.by_default else f" It runs only where it is asked for: `--select {rule.code}`."
    weight = rule.severity.value.capitalize()
    return f"### {rule.code} {rule.name}\n\n{weight}.{unasked}\n\n{_body(rule.documentation)}\n"


def _body(documentation: str) -> str:
    """Documentation in Markdown: examples are set as code, the rest is words."""
    lines: list[str] = []
    shown = False
    for line in documentation.strip().splitlines():
        example = line.startswith(_EXAMPLE) or (shown and line.startswith(" "))
        if example != shown:
            lines.append("```text" if example else "```")
            shown = example
        lines.append(line if example else _escaped(line))
    return "\n".join([*lines, "```"] if shown else lines)


def _escaped(words: str) -> str:
    """Words in which nothing is read as HTML or emphasis."""
    for mark in "\\<*_`":
        words = words.replace(mark, f"\\{mark}")
    return words


def _cell(words: str) -> str:
    return _escaped(words).replace("|", "\\|")


def _reading() -> Iterator[str]:
    rows = ((one.code, one.name, one.severity.value, one.documentation) for one in READING)
    return table("What reading finds", rows)


def table(title: str, rows: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """A section of the page: a line for each code, with its name, weight and what it means."""
    yield f"## {title}\n"
    yield "| code | name | weight | what |"
    yield "| --- | --- | --- | --- |"
    for code, name, weight, documentation in rows:
        yield f"| {code} | {name} | {weight} | {_cell(documentation)} |"
    yield ""
