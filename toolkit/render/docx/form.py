"""The fields of a form as Word's content controls, which keep their names when the form is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from toolkit.model.paper import Control, Field, Form

from .markup import WORD_2010, add, add_plain, add_text
from .revision import Revisions
from .setting import Setting, add_properties
from .style import PALE
from .table import new_cell, new_row, new_table

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_NAME = 64
"""What Word takes as the title and the tag of a control."""
_PROMPTS = {Control.CHOICE: "Choose one", Control.DATE: "Choose a day"}
"""What an empty control says where its field does not."""
_BOX = "☐"
_LABELS = 30
"""The width of the labels, in hundredths of the table's."""
_ROOM = 1304
"""The least height of a field for paragraphs."""


def form_table(form: Form, width: int, revisions: Revisions) -> _Element:
    """A form as a table of two columns: labels, and the controls to fill in."""
    left = width * _LABELS // 100
    widths = (left, width - left)
    element = new_table("RuledTable", widths, form.label)
    for field in form.fields:
        row = new_row(element, head=False)
        if field.control is Control.LONG_TEXT:
            add(row[0], "trHeight", val=str(_ROOM), hRule="atLeast")
        _label(new_cell(row, widths[0], head=False), field, revisions)
        cell = new_cell(row, widths[1], head=False)
        paragraph = add(cell, "p")
        add_properties(paragraph, Setting("FieldText"), revisions)
        add_control(paragraph, field, form.label, revisions)
    return element


def _label(cell: _Element, field: Field, revisions: Revisions) -> None:
    add(cell[0], "shd", val="clear", color="auto", fill=PALE)
    for style, text in (("FieldLabel", field.label), ("FieldHelp", field.help)):
        if text or style == "FieldLabel":
            paragraph = add(cell, "p")
            add_properties(paragraph, Setting(style), revisions)
            add_plain(paragraph, text)


def add_control(paragraph: _Element, field: Field, about: str, revisions: Revisions) -> None:
    """Put the control of a field at the end of a paragraph, empty, with its prompt."""
    control = add(paragraph, "sdt")
    properties = add(control, "sdtPr")
    title = f"{about}: {field.label}" if about else field.label
    add(properties, "alias", val=title[:_LONGEST_NAME])
    add(properties, "tag", val=field.id)
    add(properties, "id", val=revisions.number())
    add(properties, "lock", val="sdtLocked")  # its words can be changed, but nobody deletes it by mistake
    if field.control is not Control.CHECKBOX:
        add(properties, "showingPlcHdr")
    _CONTROLS[field.control](properties, field)
    content = add(control, "sdtContent")
    if field.control is Control.CHECKBOX:
        run = add(content, "r")
        add(add(run, "rPr"), "rFonts", ascii=_BOX_FONT, hAnsi=_BOX_FONT, eastAsia=_BOX_FONT)
        add_text(run, _BOX)
        add_plain(paragraph, f" {field.prompt}" if field.prompt else "")
    else:
        add_plain(content, field.prompt or _PROMPTS.get(field.control, "Write here"), "PlaceholderText")


_BOX_FONT = "MS Gothic"


def _choice(properties: _Element, field: Field) -> None:
    choices = add(properties, "dropDownList")
    add(choices, "listItem", displayText=field.prompt or _PROMPTS[Control.CHOICE], value="")
    for option in field.options:
        add(choices, "listItem", displayText=option, value=option)


def _text(properties: _Element, field: Field) -> None:
    add(properties, "text")


def _long_text(properties: _Element, field: Field) -> None:
    add(properties, "text", multiLine="1")


def _date(properties: _Element, field: Field) -> None:
    date = add(properties, "date")
    add(date, "dateFormat", val="d MMMM yyyy")
    add(date, "lid", val="en-GB")
    add(date, "storeMappedDataAs", val="dateTime")
    add(date, "calendar", val="gregorian")


def _checkbox(properties: _Element, field: Field) -> None:
    box = add(properties, "checkbox")
    box.tag = f"{{{WORD_2010}}}checkbox"
    for tag, value in (("checked", "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        child = add(box, tag)
        child.tag = f"{{{WORD_2010}}}{tag}"
        child.set(f"{{{WORD_2010}}}val", value)
        if tag != "checked":
            child.set(f"{{{WORD_2010}}}font", _BOX_FONT)


_CONTROLS: Mapping[Control, Callable[[_Element, Field], None]] = {
    Control.CHOICE: _choice,
    Control.TEXT: _text,
    Control.LONG_TEXT: _long_text,
    Control.DATE: _date,
    Control.CHECKBOX: _checkbox,
}
