"""Front matter: the YAML between two lines of three hyphens at the beginning of a Markdown file."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .finding import finding
from .yaml_file import read_yaml_text


def split_front(text: str, file: str) -> tuple[str, str | None, tuple[Diagnostic, ...]]:
    """The front matter, and the text with its lines blanked, so that places stay right.

    The text is None where the front matter is never closed.
    """
    if not text.startswith("---\n"):
        return "", text, ()
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        hint = "End it with a line of three hyphens."
        return "", None, (finding("S044", Place(file), "The front matter is never closed.", hint),)
    front = text[4:end] if end > 3 else ""
    yaml, found = read_yaml_text(front, file, first_line=2)
    if yaml is not None and yaml.data is not None and not isinstance(yaml.data, dict):
        hint = "Write it as keys and values."
        found = (*found, finding("S041", Place(file, 2), "The front matter is no list of keys.", hint))
    blank = "\n" * (front.count("\n") + 2) if end > 3 else "\n"
    return front, blank + text[end + 4 :], found
