"""Bytes to text: the one gate through which every source file passes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .finding import finding

LARGEST_FILE = 20_000_000
"""Bytes. Thirty times the longest appendix of the Code."""
LONGEST_LINE = 4_000_000
"""Characters. A clause of 200,000 words has 1,300,000."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with line feeds only, or None where it cannot be read as text."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """Decode a source file. Columns are those of the text without its byte-order mark."""
    if len(data) > LARGEST_FILE:
        message = f"The file has {len(data):,} bytes; the toolkit reads up to {LARGEST_FILE:,}."
        return _refused("S003", Place(file), message, "Split it into one file per top-level clause.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, file)
    found: list[Diagnostic] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        hint = "Save it as UTF-8 without a mark, or run drafting fmt."
        found.append(finding("S011", Place(file), "The file begins with a byte-order mark.", hint))
    control = _CONTROL.search(text)
    if control:
        message = f"The file holds the control character U+{ord(control[0]):04X}: it is not a text file."
        hint = "Take the character out, or keep the file outside documents/."
        return _refused("S002", _place(text, control.start(), file), message, hint)
    if "\r" in text:
        hint = "Save it with line feeds only, or run drafting fmt."
        place = _place(text, text.index("\r"), file)
        found.append(finding("S012", place, "The file ends its lines with carriage returns.", hint))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _measured(text, file, found)


def _measured(text: str, file: str, found: list[Diagnostic]) -> Decoded:
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > LONGEST_LINE:
                message = f"The line has {len(line):,} characters; the toolkit reads up to {LONGEST_LINE:,}."
                return _refused("S004", Place(file, number), message, "Break the paragraph up into clauses.")
    return Decoded(text, tuple(found))


def _not_utf8(data: bytes, offset: int, file: str) -> Decoded:
    before = data[:offset]
    if b"\x00" in data:
        place = _place(data[: data.index(b"\x00")].decode("utf-8", "replace"), None, file)
        hint = "Keep pictures and Word files outside documents/."
        return _refused("S002", place, "The file holds bytes that no text has: it is a binary file.", hint)
    message = f"The byte 0x{data[offset]:02X} is not UTF-8."
    hint = "Save the file as UTF-8; it may have been saved as Windows-1252 (“ANSI”)."
    return _refused("S001", _place(before.decode("utf-8", "replace"), None, file), message, hint)


def _place(text: str, offset: int | None, file: str) -> Place:
    before = text if offset is None else text[:offset]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _refused(code: str, place: Place, message: str, hint: str) -> Decoded:
    return Decoded(None, (finding(code, place, message, hint),))
