"""Bytes to text: the one gate through which every source file passes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .finding import finding

LARGEST_FILE = 20_000_000
"""Bytes. Thirty times the longest appendix of the Code."""
LONGEST_LINE = 500_000
"""Characters. A clause of 75,000 words has as many."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARK = re.compile(r"(?:\A|(?<=[\r\n]))\ufeff+")
UNSEEN = r"\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb"
"""Characters that print as nothing, as a space or as a line break, or turn the words around them about."""
_UNSEEN = re.compile(rf"[\x80-\x9f{UNSEEN}]")


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
    text = _without_returns(_without_marks(text, file, found), file, found)
    control = _CONTROL.search(text)
    if control:
        message = f"The file holds the control character U+{ord(control[0]):04X}: it is not a text file."
        hint = "Take the character out, or keep the file outside documents/."
        return _refused("S002", _place(text[: control.start()], file), message, hint)
    return _measured(text, file, found)


def _without_returns(text: str, file: str, found: list[Diagnostic]) -> str:
    if "\r" not in text:
        return text
    hint = "Save it with line feeds only, or run drafting fmt."
    place = _place(text[: text.index("\r")], file)
    found.append(finding("S012", place, "The file ends its lines with carriage returns.", hint))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_marks(text: str, file: str, found: list[Diagnostic]) -> str:
    """Without byte-order marks at the beginning of the file, or of a line where files were joined."""
    mark = _MARK.search(text) if "\ufeff" in text else None
    if not mark:
        return text
    hint = "Save it as UTF-8 without a mark, or run drafting fmt."
    place = _place(text[: mark.start()], file)
    found.append(finding("S011", place, "A line begins with a byte-order mark.", hint))
    return _MARK.sub("", text)


def unseen(text: str, file: str) -> tuple[Diagnostic, ...]:
    """The first character of each line that a reader of the page cannot see."""
    if text.isascii() or not _UNSEEN.search(text):
        return ()
    hint = (
        "Write a plain space or nothing; or, where it is meant, &nbsp; or its number, as drafting fmt does."
    )
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        one = _UNSEEN.search(line)
        if one:
            place = Place(file, number, one.start() + 1, number, one.end() + 1)
            found.append(finding("S014", place, f"The character U+{ord(one[0]):04X} cannot be seen.", hint))
    return tuple(found)


def _measured(text: str, file: str, found: list[Diagnostic]) -> Decoded:
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > LONGEST_LINE:
                message = f"The line has {len(line):,} characters; the toolkit reads up to {LONGEST_LINE:,}."
                return _refused("S004", Place(file, number), message, "Break the paragraph up into clauses.")
    return Decoded(text, tuple(found))


def _not_utf8(data: bytes, offset: int, file: str) -> Decoded:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "Save the file as UTF-8."
        return _refused("S001", Place(file), "The file is UTF-16, as some Windows programs save it.", hint)
    if b"\x00" in data:
        before = data[: data.index(b"\x00")].decode("utf-8", "replace")
        hint = "Keep pictures and Word files outside documents/."
        message = "The file holds bytes that no text has: it is a binary file."
        return _refused("S002", _place(before, file), message, hint)
    message = f"The byte 0x{data[offset]:02X} is not UTF-8."
    hint = "Save the file as UTF-8; it may have been saved as Windows-1252 (“ANSI”)."
    return _refused("S001", _place(data[:offset].decode("utf-8", "replace"), file), message, hint)


def _place(before: str, file: str) -> Place:
    """The place right after some text."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return Place(file, lines.count("\n") + 1, len(lines) - lines.rfind("\n"))


def _refused(code: str, place: Place, message: str, hint: str) -> Decoded:
    return Decoded(None, (finding(code, place, message, hint),))
