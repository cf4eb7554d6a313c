"""The shipped worked examples: each rule whose clause is held has a table, which sees the rule change."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from toolkit.check.store import NoStore
from toolkit.conformance.catalogue import RULES, Rule
from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder
from toolkit.trace.example import Example
from toolkit.trace.example_faults import example_faults
from toolkit.trace.example_reading import examples_of
from toolkit.trace.example_run import ExampleError, carry_out
from toolkit.trace.gather import gather
from toolkit.trace.project import read_project

ROOT = Path(__file__).parents[2]
ALLOWED = ("toolkit.conformance",)


@cache
def library() -> Library:
    return read_library(Folder(ROOT))


@cache
def tables() -> tuple[Example, ...]:
    project, _ = read_project(Folder(ROOT))
    assert project is not None
    found: list[Example] = []
    for code, version in project.versions.items():
        examples, wrong = examples_of(library(), library().load(f"{code}@{version}"))
        assert wrong == ()
        found += examples
    return tuple(found)


@cache
def claims() -> frozenset[tuple[str, str, str]]:
    links, wrong = gather(Folder(ROOT), ("toolkit/conformance",), NoStore())
    assert wrong == ()
    return frozenset((link.code, link.document, link.clause) for link in links)


def name_of(rule: Rule) -> str:
    return f"{rule.function.__module__}.{rule.function.__name__}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.number)
def test_every_rule_with_a_clause_has_a_table_beside_a_clause_that_it_claims(rule: Rule) -> None:
    name = name_of(rule)
    module, _, function = name.rpartition(".")
    code = f"{module.replace('.', '/')}.py::{function}"
    claimed = {(document, clause) for link, document, clause in claims() if link == code}
    beside = {(one.document, one.clause) for one in tables() if one.function == name}
    assert bool(beside & claimed) is bool(claimed)
    without = ("R22", "R24", "R27", "R28", "R29", "R30", "R31")
    assert (rule.number in without) is not bool(claimed)


def test_nothing_is_wrong_with_them_and_every_value_is_asked_with() -> None:
    assert list(example_faults(tables(), ALLOWED)) == []


MUTANTS = Path(__file__).with_name("mutants.tsv")
"""What is changed in the source of each rule, each change by itself."""


def mutants() -> list[tuple[str, str, str]]:
    _, *lines = MUTANTS.read_text(encoding="utf-8").splitlines()
    return [tuple(line.replace("\\n", "\n").split("\t")) for line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("module", "old", "new"), mutants())
def test_the_tables_see_a_rule_that_is_changed(
    module: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"toolkit.conformance.{module}"
    own = [one for one in tables() if one.function.startswith(f"{name}.")]
    assert own and not red(own)
    monkeypatch.setitem(sys.modules, name, changed(name, old, new))
    assert red(own)


def changed(name: str, old: str, new: str) -> ModuleType:
    source = (ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")
    assert source.count(old) >= 1
    spec = spec_from_loader(name, loader=None)
    assert spec is not None
    module = module_from_spec(spec)
    module.__dict__["__file__"] = __file__
    before = sys.modules[name]
    sys.modules[name] = module
    try:
        exec(compile(source.replace(old, new, 1), name, "exec"), module.__dict__)
    finally:
        sys.modules[name] = before
    return module


def red(examples: list[Example]) -> bool:
    for example in examples:
        for row in example.rows:
            try:
                carry_out(example, row, ALLOWED, library())
            except ExampleError:
                return True
    return False


def test_an_answer_that_is_altered_in_a_table_is_seen() -> None:
    (example,) = [one for one in tables() if one.clause == "switch-active"]
    row = example.rows[0]
    wrong = replace(row, expected=(("outcome", "met"),))
    with pytest.raises(ExampleError, match="the example says outcome “met”, the code gave “not met”"):
        carry_out(example, wrong, ALLOWED, library())
