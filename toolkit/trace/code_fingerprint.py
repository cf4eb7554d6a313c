"""What a piece of code says, as a short digest: layout, comments and docstrings do not count.

The digest is of the syntax tree, written out by a rule of our own, so that it is the same under every
version of Python that the toolkit runs on.
"""

from __future__ import annotations

import ast
from functools import cache
from hashlib import sha256

VERSION = "1"
"""Stands before every digest; it changes when the rule by which code is written out changes."""

_SILENT = frozenset({"type_comment", "type_ignores", "ctx", "kind"})
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)


def fingerprint(node: ast.AST, without: frozenset[ast.AST] = frozenset()) -> str:
    """The digest of a function, class or module; `without` are nodes in it that do not count."""
    written: list[str] = []
    _write(node, without, written)
    text = "\x1f".join(written)
    return f"{VERSION}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


@cache
def _telling(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those fields of a kind of node that say something."""
    return tuple(name for name in fields if name not in _SILENT)


def _write(node: ast.AST, without: frozenset[ast.AST], written: list[str]) -> None:
    """Each node by its name, then its fields that say something, then a closing mark."""
    written.append(type(node).__name__)
    for name in _telling(node._fields):
        value = getattr(node, name, None)
        if value is None or value == []:
            continue
        if name == "body" and isinstance(node, _SCOPES):
            value = _without_docstring(node.body)
        written.append(name)
        for one in value if isinstance(value, list) else (value,):
            if not isinstance(one, ast.AST):
                written.append(f"{type(one).__name__} {one!r}")
            elif one not in without:
                _write(one, without, written)
    written.append(")")


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return body[1:] if isinstance(first.value.value, str) else body
    return body
