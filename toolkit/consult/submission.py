"""A file that someone sends in (a filled Word form, a survey's export, YAML) to the responses in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.model.diagnostic import Severity
from toolkit.source.package import PackageError
from toolkit.source.spreadsheet import Row, read_csv, read_xlsx
from toolkit.source.word_form import WordForm, read_word_form

from .consultation import Consultation
from .read_response import Receipt, read_response
from .response_columns import read_columns
from .response_fields import NOTHING, Filled, read_fields


class Submitted(NamedTuple):
    """One response in a file, as it was filled in."""

    row: int
    """Of a table, as it counts them; 0 where the file holds a single response."""
    filled: Filled


@dataclass(frozen=True, slots=True)
class Reading:
    """What files are read against."""

    consultation: Consultation
    receipt: Receipt
    columns: Mapping[str, str]
    """Headings of a survey and the fields they hold, where they do not say it themselves."""
    blank: Callable[[], WordForm]
    """The empty form, to tell what was typed beside its fields; asked for when a Word form is read."""


def read_submission(
    data: bytes, name: str, reading: Reading
) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    """The responses in a file, by what its name ends in, and remarks on the file as a whole.

    PackageError where it cannot be read at all; its text says why and what to do.
    """
    suffix = name.rpartition(".")[2].lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise PackageError(_OTHER.get(suffix, f"files that end in .{suffix} are not read; {_READ}"))
    submitted, remarks = reader(data, reading)
    if not submitted:
        raise PackageError("there is no response in it: nothing stands under its headings")
    return submitted, remarks


_READ = "send the Word form, CSV, XLSX or YAML"
_OTHER = {
    "pdf": "a PDF cannot be read back; ask for the Word form, or copy it into the YAML template",
    "doc": "it is in Word's old format; save it as .docx",
    "xls": "it is in Excel's old format; save it as .xlsx",
    "odt": "it is an OpenDocument text; save it as .docx",
}


def _word(data: bytes, reading: Reading) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    form = read_word_form(data)
    blank = reading.blank()
    fields = {name: text for name, text in _controls(form, blank).items() if "." in name}
    known = set(blank.beside)
    remarks: tuple[str, ...] = ()
    if not fields:
        fields, used = _by_labels(form, blank)
        known |= used
        remarks = ("Another program has taken out the fields of the form; it was read by their labels.",)
    if not fields:
        raise PackageError("it holds none of the fields of the response template; copy it into the YAML one")
    outside = "\n\n".join((*_typed_beside(form, known), *_shown_as_prompts(form, blank)))
    return (Submitted(0, read_fields(fields, reading.consultation, reading.receipt, outside)),), remarks


def _by_labels(form: WordForm, blank: WordForm) -> tuple[dict[str, str], set[str]]:
    """The fields by the labels at their left, in the order of the empty form, and the paragraphs so read."""
    prompts = {control.tag: control for control in blank.controls}
    fields: dict[str, str] = {}
    used: set[str] = set()
    rows = iter(form.rows)
    for asked in (row for row in blank.rows if row.tag):
        label = asked.cells[0]
        found = next((row for row in rows if row.cells and row.cells[0] == label), None)
        if found is None:
            return {}, set()
        text = "\n".join(found.cells[1:]).strip()
        used |= {text, *text.split("\n")}
        shown = "\n".join(asked.cells[1:]).strip()
        is_box = prompts[asked.tag].ticked is not None
        fields[asked.tag] = text[:1] if is_box else "" if text == shown else text
    return fields, used


def _controls(form: WordForm, blank: WordForm) -> dict[str, str]:
    """The text of each control by its tag; what a form says twice in different words is kept whole."""
    prompts = _prompts(blank)
    fields: dict[str, str] = {}
    for control in form.controls:
        text = control.text if control.ticked is None else "yes" if control.ticked else ""
        if not control.is_marked and control.prompt != prompts.get(control.tag):
            text = text or control.prompt  # an office that kept the prompt's style for what was typed
        earlier = fields.get(control.tag, "")
        differs = earlier and text and earlier != text
        fields[control.tag] = f"{earlier}\n\n{text}" if differs else text or earlier
    return fields


def _prompts(blank: WordForm) -> dict[str, str]:
    return {control.tag: control.prompt for control in blank.controls}


def _shown_as_prompts(form: WordForm, blank: WordForm) -> Iterator[str]:
    """What controls show as their prompts and no prompt says: typed by a program that left the mark."""
    prompts = _prompts(blank)
    for control in form.controls:
        own = control.prompt in ("", prompts.get(control.tag)) or _OWN_PROMPT.match(control.prompt)
        if control.is_marked and not own:
            yield control.prompt


_OWN_PROMPT = re.compile(r"(?:Click or tap|Click here|Choose an item)\b")
"""What Word shows in a control that was emptied again."""


def _typed_beside(form: WordForm, blank: Collection[str]) -> Iterator[str]:
    """The paragraphs that the empty form does not have, and what was added to those that it has."""
    known = {_PAGE.sub("", text).strip() for text in blank}
    longest = sorted((one for one in known if len(one) > 2), key=len, reverse=True)
    for text in (_PAGE.sub("", text).strip() for text in form.beside):
        if text in known:
            continue
        head = next((one for one in longest if text.startswith(one)), "")
        tail = next((one for one in longest if text.endswith(one)), "") if not head else ""
        added = text[len(head) : len(text) - len(tail)].strip()
        if added:
            yield added


_PAGE = re.compile(r"Page [0-9]+ of [0-9]+\Z")
"""At the foot: which page it was last saved on."""


def _csv(data: bytes, reading: Reading) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    return _table(read_csv(data), reading)


def _xlsx(data: bytes, reading: Reading) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    return _table(read_xlsx(data), reading)


def _table(rows: tuple[Row, ...], reading: Reading) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    """One response a row, under a row of headings."""
    if not rows:
        raise PackageError("it is empty")
    head, *body = rows
    columns = read_columns(head.cells, reading.consultation, reading.columns)
    if columns.faults:
        raise PackageError(" ".join(columns.faults))
    remarks: tuple[str, ...] = ()
    if columns.unread:
        remarks = (f"Columns that are not read: {', '.join(columns.unread)}. The file is kept as it is.",)
    return tuple(Submitted(row.number, _row(row, columns.fields, reading)) for row in body), remarks


def _row(row: Row, fields: tuple[str, ...], reading: Reading) -> Filled:
    if len(row.cells) > len(fields):
        return Filled(None, (f"The row has {len(row.cells)} cells under {len(fields)} headings.",))
    named = {name: cell for name, cell in zip(fields, row.cells, strict=False) if name}
    return read_fields(named, reading.consultation, reading.receipt)


def _yaml(data: bytes, reading: Reading) -> tuple[tuple[Submitted, ...], tuple[str, ...]]:
    response, found = read_response(data, "", "", reading.consultation, reading.receipt)
    errors = tuple(
        f"Line {one.place.line}, column {one.place.column}: {one.message} {one.hint}".strip()
        for one in found
        if one.severity is Severity.ERROR
    )
    if errors or response is None:
        return (Submitted(0, Filled(None, errors)),), ()
    answers = tuple(one for one in response.answers if one.stance is not None or one.text or one.reason)
    general = response.general if response.general and response.general.text else None
    if not answers and general is None and not response.outside:
        return (Submitted(0, Filled(None, (NOTHING,))),), ()
    taken = replace(response, id="", original="", accepted_late=False, answers=answers, general=general)
    return (Submitted(0, Filled(taken)),), ()


_READERS = {"docx": _word, "csv": _csv, "xlsx": _xlsx, "yaml": _yaml, "yml": _yaml}
