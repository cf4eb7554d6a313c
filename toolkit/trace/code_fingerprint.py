"""What a piece of code says, as a short digest: layout, comments and docstrings do not count.

The digest is of the syntax tree, written out by a rule of our own, so that it is the same under every
version of Python that the toolkit runs on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from hashlib import sha256

VERSION = "1"
"""Stands before every digest; it changes when the rule by which code is written out changes."""

_SILENT = frozenset({"type_comment", "type_ignores", "ctx", "kind"})
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)


def fingerprint(node: ast.AST, without: frozenset[ast.AST] = frozenset()) -> str:
    """The digest of a function, class or module; `without` are nodes in it that do not count."""
    text = "\x1f".join(_written(node, without))
    return f"{VERSION}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _written(node: ast.AST, without: frozenset[ast.AST]) -> Iterator[str]:
    """Each node by its name, then its fields that say something, then a closing mark."""
    yield type(node).__name__
    for name, value in ast.iter_fields(node):
        if name in _SILENT or value is None or value == []:
            continue
        if name == "body" and isinstance(node, _SCOPES):
            value = _without_docstring(value)
        yield name
        yield from _value(value, without)
    yield ")"


def _value(value: object, without: frozenset[ast.AST]) -> Iterator[str]:
    if isinstance(value, ast.AST):
        if value not in without:
            yield from _written(value, without)
    elif isinstance(value, list):
        for one in value:
            yield from _value(one, without)
    else:
        yield f"{type(value).__name__} {value!r}"


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return body[1:] if isinstance(first.value.value, str) else body
    return body
