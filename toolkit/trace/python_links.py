"""The links that Python source declares, read from its syntax tree: @implements and @pytest.mark.verifies."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .code_fingerprint import fingerprint
from .finding import finding
from .imported_names import ImportedNames
from .link import Link, LinkKind
from .statements import inside

IMPLEMENTS = frozenset({"toolkit.conformance.link.implements", "toolkit.conformance.implements"})
VERIFIES = "pytest.mark.verifies"
_PARAM = "pytest.param"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def python_links(data: bytes, file: str) -> tuple[tuple[Link, ...], tuple[Diagnostic, ...]]:
    """The links of one Python file, in order, and what is wrong with them. Never fails."""
    if b"implements" not in data and b"verifies" not in data:
        return (), ()
    try:
        tree = ast.parse(data, file)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        message = f"This file is not Python that can be read: {error.args[0] if error.args else error}."
        return (), (finding("T101", Place(file, line), message, "Mend it; its links are not known."),)
    reader = _Reader(file, ImportedNames(tree, _module(file)))
    reader.read(tree)
    return tuple(reader.links), tuple(reader.found)


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a claim is about: a function, a class, or a whole module."""

    name: str
    first_line: int
    last_line: int
    node: ast.AST


class _Reader:
    """Walks a module's definitions."""

    def __init__(self, file: str, names: ImportedNames) -> None:
        self.file = file
        self.names = names
        self.links: list[Link] = []
        self.found: list[Diagnostic] = []
        self.fingerprinted: tuple[ast.AST | None, str] = (None, "")
        """What was fingerprinted last: one function may claim several clauses."""

    def read(self, tree: ast.Module) -> None:
        last = max((node.end_lineno or 1 for node in tree.body), default=1)
        self._marks(tree.body, _Scope("", 1, last, tree))
        self._definitions(tree, "")

    def _definitions(self, node: ast.AST, above: str) -> None:
        for child in inside(node):
            if isinstance(child, Definition):
                self._definition(child, f"{above}{child.name}")
                self._definitions(child, f"{above}{child.name}.")
            else:
                self._definitions(child, above)

    def _definition(self, node: Definition, name: str) -> None:
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        scope = _Scope(name, first, node.end_lineno or node.lineno, node)
        for decorator in node.decorator_list:
            self._claims(decorator, scope)
        if isinstance(node, ast.ClassDef):
            self._marks(node.body, scope)

    def _marks(self, body: list[ast.stmt], scope: _Scope) -> None:
        """pytestmark = … on a module or class speaks for every test in it."""
        for node in body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(one, ast.Name) and one.id == "pytestmark" for one in targets):
                assert isinstance(node, ast.Assign)
                self._claims(node.value, scope)

    def _claims(self, node: ast.expr, scope: _Scope) -> None:
        """The claims in a decorator or mark; those of pytest.param name the row."""
        for call, row in _calls(node, self.names):
            kind = self._kind(call)
            if kind is not None:
                own = _Scope(f"{scope.name}[{row}]" if row else scope.name, scope.first_line,
                             scope.last_line, scope.node)  # fmt: skip
                self._claim(kind, call, own)

    def _kind(self, call: ast.expr) -> LinkKind | None:
        dotted = self.names.dotted(call.func if isinstance(call, ast.Call) else call)
        if dotted in IMPLEMENTS:
            return LinkKind.IMPLEMENTS
        return LinkKind.VERIFIES if dotted == VERIFIES else None

    def _claim(self, kind: LinkKind, call: ast.expr, scope: _Scope) -> None:
        place = Place(self.file, call.lineno, call.col_offset + 1, call.end_lineno or 0,
                      (call.end_col_offset or 0) + 1)  # fmt: skip
        if not isinstance(call, ast.Call):
            message = f"@{kind} names no clause."
            self.found.append(finding("T103", place, message, f'Write @{kind}("TMAD", "clause-id").'))
            return
        given = self._arguments(kind, call, place)
        if given is None:
            return
        document, clause, since = given
        self.links.append(
            Link(
                kind, document, clause, self.file, scope.name, scope.first_line, scope.last_line,
                self._fingerprint(kind, scope), since, place=place,
            )
        )  # fmt: skip

    def _fingerprint(self, kind: LinkKind, scope: _Scope) -> str:
        """Of code that carries clauses out; nobody attests a test."""
        if kind is LinkKind.VERIFIES:
            return ""
        if self.fingerprinted[0] is not scope.node:
            self.fingerprinted = scope.node, fingerprint(scope.node, self._claims_in(scope.node))
        return self.fingerprinted[1]

    def _claims_in(self, node: ast.AST) -> frozenset[ast.AST]:
        """The claims themselves, which are no part of what the code does."""
        decorators = node.decorator_list if isinstance(node, Definition) else []
        return frozenset(one for one in decorators if self._kind(one) is not None)

    def _arguments(self, kind: LinkKind, call: ast.Call, place: Place) -> tuple[str, str, str] | None:
        """Document, clause and since; None where they are not written out, with a finding."""
        names = ("document", "clause", "since")
        given: dict[str, str] = {}
        pairs = [*zip(names, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
        for name, value in pairs:
            if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
                message = f"@{kind} is given something that is not written out as text."
                hint = "Links are read, not run: write the document and the id of the clause as plain text."
                self.found.append(finding("T102", place, message, hint))
                return None
            given[name or "**"] = value.value
        if len(call.args) > len(names) or set(given) - set(names) or not {"document", "clause"} <= set(given):
            message = f"@{kind} takes a document and the id of a clause, and since= where it has one."
            self.found.append(finding("T103", place, message, f'Write @{kind}("TMAD", "clause-id").'))
            return None
        return given["document"], given["clause"], given.get("since", "")


def _calls(node: ast.expr, names: ImportedNames, row: str = "") -> Iterator[tuple[ast.expr, str]]:
    """Every claim there may be in a decorator: itself, in a list of marks, in the rows of a parametrise."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        for number, one in enumerate(node.elts):
            yield from _calls(one, names, _row(one, names, number) or row)
        return
    if not isinstance(node, ast.Call):
        yield node, row
        return
    if names.dotted(node.func) == _PARAM:
        for keyword in node.keywords:
            if keyword.arg == "marks":
                yield from _calls(keyword.value, names, row)
        return
    yield node, row
    if names.dotted(node.func) == "pytest.mark.parametrize":
        for value in (*node.args[1:], *(one.value for one in node.keywords)):
            yield from _calls(value, names, "")


def _row(node: ast.expr, names: ImportedNames, number: int) -> str:
    """What names a row of a parametrise: its id, else its number among the rows."""
    if not (isinstance(node, ast.Call) and names.dotted(node.func) == _PARAM):
        return ""
    for keyword in node.keywords:
        value = keyword.value
        if keyword.arg == "id" and isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value
    return str(number)
