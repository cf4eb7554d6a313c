"""What a Python file defines at its top, which names each definition uses, and the tests that it holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .imported_names import ImportedNames

RULING = "Ruling"
"""The type of what a rule answers."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Defined:
    """A function, class or value at the top of a module, or a test."""

    name: str
    """Inside its file: match_mprn, TestNotice.test_late."""
    line: int
    is_function: bool
    is_rule: bool
    """Whether it is a function that answers with a Ruling."""
    uses: tuple[str, ...] = ()
    """Dotted names of this or other modules."""


def outline(data: bytes, file: str) -> tuple[Defined, ...]:
    """The definitions of one file, in order; none where it cannot be read, which is told elsewhere."""
    try:
        tree = ast.parse(data, file)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    module = module_of(file)
    names = ImportedNames(tree, module)
    own = {name for node in tree.body for name in _names(node)}
    return tuple(
        Defined(
            name, _line(node), isinstance(node, Function), _is_rule(node), _uses(node, names, own, module)
        )
        for node in tree.body
        for name in _names(node)
    )


def tests_in(data: bytes, file: str) -> tuple[Defined, ...]:
    """The tests of one file, in order, by the names that pytest gives them: of functions and of classes."""
    try:
        tree = ast.parse(data, file)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(_tests(tree.body, ""))


def module_of(file: str) -> str:
    """The dotted name of the module in a file."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def as_record(found: tuple[Defined, ...]) -> list[list[Any]]:
    """Definitions as plain values."""
    return [[one.name, one.line, one.is_function, one.is_rule, list(one.uses)] for one in found]


def from_record(record: Any) -> tuple[Defined, ...] | None:
    """The definitions of a record; None where it is not one."""
    try:
        return tuple(
            Defined(str(name), int(line), bool(function), bool(rule), tuple(uses))
            for name, line, function, rule, uses in record
        )
    except (TypeError, ValueError):
        return None


def _tests(body: list[ast.stmt], above: str) -> Iterator[Defined]:
    for node in body:
        if isinstance(node, Function) and node.name.startswith("test"):
            yield Defined(f"{above}{node.name}", _line(node), True, False)
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests(node.body, f"{above}{node.name}.")


def _names(node: ast.stmt) -> list[str]:
    """The names that a statement at the top of a module defines."""
    if isinstance(node, Function | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _line(node: ast.stmt) -> int:
    return node.lineno


def _is_rule(node: ast.stmt) -> bool:
    if not isinstance(node, Function) or node.returns is None:
        return False
    returns = node.returns.value if isinstance(node.returns, ast.Subscript) else node.returns
    return getattr(returns, "attr", getattr(returns, "id", "")) == RULING


def _uses(node: ast.stmt, names: ImportedNames, own: set[str], module: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and one.id in own:
            found[f"{module}.{one.id}"] = None
        elif isinstance(one, ast.Name | ast.Attribute) and (dotted := names.dotted(one)):
            found[dotted] = None
    return tuple(found)
