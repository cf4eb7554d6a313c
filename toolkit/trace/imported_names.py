"""What the names of a Python module stand for, as far as its imports tell."""

from __future__ import annotations

import ast

from .statements import statements


class ImportedNames:
    """From a name in a module to the dotted name of what was imported under it."""

    def __init__(self, tree: ast.Module, module: str) -> None:
        """Read the imports of a module, wherever in it they stand; `module` is its own dotted name."""
        self._names: dict[str, str] = {}
        for node in statements(tree):
            if isinstance(node, ast.Import):
                for name in node.names:
                    self._names[name.asname or name.name.partition(".")[0]] = (
                        name.name if name.asname else name.name.partition(".")[0]
                    )
            elif isinstance(node, ast.ImportFrom):
                source = _source(node, module)
                for name in node.names:
                    self._names[name.asname or name.name] = f"{source}.{name.name}"
            elif isinstance(node, ast.Assign) and (dotted := self.dotted(node.value)):
                # mark = pytest.mark
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._names[target.id] = dotted

    def dotted(self, node: ast.AST) -> str:
        """The dotted name of an expression such as pytest.mark.verifies; empty where it is none."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or node.id not in self._names:
            return ""
        return ".".join([self._names[node.id], *reversed(parts)])


def _source(node: ast.ImportFrom, module: str) -> str:
    """The module that names are imported from, with the dots of a relative import worked out."""
    if not node.level:
        return node.module or ""
    above = module.split(".")[: -node.level]
    return ".".join([*above, *([node.module] if node.module else [])])
