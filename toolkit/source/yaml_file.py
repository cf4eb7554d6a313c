"""YAML files to checked values: every scalar stays text, and every error has its line and column.

The one module that knows PyYAML and what pydantic's errors mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .encoding import decode
from .finding import finding, shortened

if TYPE_CHECKING:
    import yaml
    from pydantic import BaseModel

Path = tuple[str | int, ...]
"""Keys and indices from the top of a file to a value."""
Model = TypeVar("Model", bound="BaseModel")

DEEPEST = 40

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Yaml:
    """What a file says, as dictionaries, lists, text and None, and where each value stands."""

    file: str
    data: Any
    places: dict[Path, Place] = field(compare=False)
    """Of values."""
    keys: dict[Path, Place] = field(compare=False)
    """Of the keys that lead to them."""

    def place(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it."""
        return self.places.get(self.real(path), Place(self.file))

    def real(self, path: Path) -> Path:
        """A path without the steps that the file does not take, such as the branches of a choice."""
        real: Path = ()
        for step in path:
            if (*real, step) in self.places:
                real = (*real, step)
        return real


def read_yaml(data: bytes, file: str) -> tuple[Yaml | None, tuple[Diagnostic, ...]]:
    """Read a YAML file; None where it cannot be read, with the reason among the diagnostics."""
    decoded = decode(data, file)
    if decoded.text is None:
        return None, decoded.diagnostics
    read, found = read_yaml_text(decoded.text, file)
    return read, (*decoded.diagnostics, *found)


def read_yaml_text(text: str, file: str, first_line: int = 1) -> tuple[Yaml | None, tuple[Diagnostic, ...]]:
    """Read YAML that begins on `first_line` of a file, such as front matter."""
    import yaml

    wrong = _NOT_YAML.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + first_line
        place = Place(file, line, wrong.start() - text.rfind("\n", 0, wrong.start()))
        message = f"The character U+{ord(wrong[0]):04X} may not stand in YAML."
        return None, (finding("S041", place, message, "Take it out."),)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reader = _Reader(file, first_line - 1)
    try:
        if reader.refuses(yaml.parse(text, Loader=loader)):
            return None, tuple(reader.found)
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + first_line, mark.column + 1) if mark else Place(file, first_line)
        message = f"This is not YAML: {error.problem or error.context}."
        return None, (finding("S041", place, message, "Mind indentation, colons and quotation marks."),)
    except yaml.YAMLError as error:
        return None, (finding("S041", Place(file, first_line), f"This is not YAML: {error}.", ""),)
    value = reader.value(root, ()) if root is not None else None
    return Yaml(file, value, reader.places, reader.keys), tuple(reader.found)


class _Reader:
    """Walks YAML's nodes once, noting places."""

    def __init__(self, file: str, line_offset: int) -> None:
        self.file = file
        self.line_offset = line_offset
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.found: list[Diagnostic] = []

    def refuses(self, events: Any) -> bool:
        """Whether the file holds what is not read: an alias or anchor, a second document, too deep a nest."""
        import yaml

        depth = documents = 0
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            documents += isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                hint = "Write the value out where it is needed."
                self._refuse("S043", event, "YAML anchors (&) and aliases (*) are not read.", hint)
            elif depth > DEEPEST:
                self._refuse("S005", event, f"The file nests more than {DEEPEST} levels deep.", "")
            elif documents > 1:
                self._refuse("S041", event, "The file holds a second YAML document.", "Keep one to a file.")
            if self.found:
                return True
        return False

    def _refuse(self, code: str, at: Any, message: str, hint: str) -> None:
        self.found.append(finding(code, self._place(at), message, hint))

    def _place(self, node: Any) -> Place:
        start, end, offset = node.start_mark, node.end_mark, self.line_offset
        return Place(
            self.file, start.line + 1 + offset, start.column + 1, end.line + 1 + offset, end.column + 1
        )

    def value(self, node: yaml.Node, path: Path) -> Any:
        import yaml

        self.places[path] = self._place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        plain = not getattr(node, "style", None)  # None from PyYAML's own parser, empty from libyaml's
        return None if plain and node.value in ("", "~", "null") else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        import yaml

        read: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse("S041", key_node, "A key must be a word, not a list or a mapping.", "")
                continue
            key = key_node.value
            if key in read:
                message = f"The key “{key}” stands here a second time; YAML would keep only one of the two."
                self._refuse("S042", key_node, message, "Keep one of them.")
                continue
            self.keys[(*path, key)] = self._place(key_node)
            read[key] = self.value(value_node, (*path, key))
        return read


def shape(yaml: Yaml, model: type[Model]) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Check a file's data against a pydantic model; None and every error where it does not fit."""
    from pydantic import ValidationError

    try:
        return model.model_validate(yaml.data if yaml.data is not None else {}), ()
    except ValidationError as error:
        explained: dict[tuple[Place, str], Diagnostic] = {}
        errors = error.errors(include_url=False)
        for one in errors:
            if one["type"] == "too_short" and any(_inside(other["loc"], one["loc"]) for other in errors):
                continue  # what was left out of the list is told where it is wrong
            found = _explain(yaml, dict(one), model)
            # a choice reports each of its branches: the first is the one meant; every missing key is told
            told = found.message if one["type"] == "missing" else ""
            explained.setdefault((found.place, told), found)
        return None, tuple(explained.values())


def _inside(path: Path, other: Path) -> bool:
    return len(path) > len(other) and path[: len(other)] == other


def _explain(yaml: Yaml, error: dict[str, Any], model: type[BaseModel]) -> Diagnostic:
    path: Path = tuple(error["loc"])
    kind = str(error["type"])
    if kind == "missing":
        name = str(path[-1])
        return finding("S045", yaml.place(path[:-1]), f"“{name}” is missing here.", f"Add {name}: …")
    path = yaml.real(path)
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "the file")
    if kind == "extra_forbidden":
        place = yaml.keys.get(path, yaml.place(path))
        near = get_close_matches(name, _known_keys(model), 1)
        hint = f"Did you mean “{near[0]}”?" if near else "Take it out, or see the documented keys."
        return finding("S045", place, f"“{name}” is not a key that is known here.", hint)
    given = error.get("input")
    said = f"“{shortened(str(given))}” " if isinstance(given, str | int) else ""
    message = f"{name}: {said}does not fit. {_words(kind, error)}".replace("  ", " ")
    return finding("S045", yaml.place(path), message, "")


_SHAPES = {
    "model_type": "Write keys with their values.",
    "dict_type": "Write keys with their values.",
    "list_type": "Write a list.",
    "tuple_type": "Write a list.",
    "string_type": "Write words.",
    "int_parsing": "Write a whole number.",
}


_FORMS = {
    "^[a-z": "Use small letters and digits, with hyphens between words.",
    "^[a-z0-9": "Use small letters and digits, with hyphens between words.",
    "^[A-Za-z0-9": "Use letters, digits and . _ - only.",
    "^[^@\\n": "Name a version as TMAD@6.0.",
}
"""By how a pattern begins, what it asks for."""


def _words(kind: str, error: dict[str, Any]) -> str:
    if kind.startswith("date"):
        return "A date is written 2020-08-06."
    if kind.startswith("bool"):
        return "Write yes or no."
    if kind in ("literal_error", "enum"):
        return f"It must be {error.get('ctx', {}).get('expected', 'one of the known words')}."
    if kind in _SHAPES:
        return _SHAPES[kind]
    if kind == "value_error":
        return str(error.get("ctx", {}).get("error", error["msg"]))
    context = error.get("ctx", {})
    match kind:
        case "string_too_short" | "too_short":
            return "It must not be empty."
        case "string_too_long" | "too_long":
            return f"It is longer than {context.get('max_length')}."
        case "greater_than_equal":
            return f"It must be {context.get('ge')} or more."
        case "less_than_equal":
            return f"It must be {context.get('le')} or less."
        case "string_pattern_mismatch":
            pattern = str(context.get("pattern"))
            return _FORMS.get(pattern.partition("]")[0], f"It must have the form {pattern}.")
    return f"{error['msg']}."


def _known_keys(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> list[str]:
    """Every key of a model and of the models inside it."""
    from pydantic import BaseModel as Base

    keys: list[str] = []
    for name, info in model.model_fields.items():
        keys.append(info.alias or name)
        for inner in _classes(info.annotation):
            if isinstance(inner, type) and issubclass(inner, Base) and inner not in seen:
                keys += _known_keys(inner, seen | {model})
    return keys


def _classes(annotation: Any) -> list[Any]:
    from typing import get_args

    arguments = get_args(annotation)
    return [inner for one in arguments for inner in _classes(one)] if arguments else [annotation]
