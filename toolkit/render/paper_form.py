"""The fields of a form, one a line: id | control | label | help; options on lines of their own after - ."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.model.paper import Control, Field, Form

from .paper_text import PaperError

_PROMPTS = {
    Control.CHOICE: "Choose one",
    Control.TEXT: "Write here",
    Control.LONG_TEXT: "Write here",
    Control.CHECKBOX: "",
    Control.DATE: "Choose a day",
}
_LONGEST_ID = 64
"""What Word allows in the tag of a content control."""


def read_form(title: str, lines: list[str], words: Callable[[str], str]) -> Form:
    """Read the lines of a form; PaperError where one is no field. `words` reads a line of Markdown."""
    fields: list[Field] = []
    for line in (line.strip() for line in lines):
        if line.startswith("- ") and fields and fields[-1].control is Control.CHOICE:
            last = fields.pop()
            fields.append(last._replace(options=(*last.options, words(line[2:]))))
        elif line:
            fields.append(_field(line, words))
    for field in fields:
        if field.control is Control.CHOICE and len(field.options) < 2:
            raise PaperError(f"The field {field.id} offers fewer than two options.")
    return Form(title, tuple(fields))


def _field(line: str, words: Callable[[str], str]) -> Field:
    name, control, label, help_line = ([part.strip() for part in line.split("|")] + [""] * 4)[:4]
    if control not in set(Control) or not name or not label or len(name) > _LONGEST_ID:
        controls = ", ".join(Control)
        raise PaperError(
            f"“{line}” is no field; write id | control | label | help, control being {controls}."
        )
    return Field(name, words(label), Control(control), (), _PROMPTS[Control(control)], words(help_line))
