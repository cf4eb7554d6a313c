"""The statements of a syntax tree, without the expressions in them: nearly all of a tree are expressions."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator

_HOLDS = ("body", "handlers", "orelse", "finalbody", "cases")
"""The fields of a statement, handler or case in which others stand."""


def inside(node: ast.AST) -> Iterator[ast.AST]:
    """The statements, handlers and cases that stand directly in one, in order."""
    for name in _HOLDS:
        yield from getattr(node, name, ())


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Every statement, handler and case, those further out first, as ast.walk goes."""
    waiting: deque[ast.AST] = deque(inside(tree))
    while waiting:
        node = waiting.popleft()
        yield node
        waiting.extend(inside(node))
