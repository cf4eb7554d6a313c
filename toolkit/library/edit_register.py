"""Edits to document.yaml as text, so that comments and layout stay; each is checked by reading it back."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from toolkit.model.document import Register, Status

from .finding import LibraryError
from .register import read_register


def with_version(
    text: str,
    register: Register,
    name: str,
    base: str,
    read_with: Sequence[str] = (),
    status: Status = Status.DRAFT,
    part_of: str = "",
) -> str:
    """The file with a new version at the end of versions:. LibraryError where its layout is in the way."""
    lines = text.split("\n")
    last = register.versions[-1] if register.versions else None
    beside = f", read_with: {json.dumps(list(read_with), ensure_ascii=False)}" if read_with else ""
    whole = f', part_of: "{part_of}"' if part_of else ""
    entry = f'{{version: "{name}", status: {status}, base: "{base}"{whole}{beside}}}'
    if last is None:
        raise LibraryError(f"{register.file} has no versions yet.", f"Write one by hand:  - {entry}")
    at = last.place.line - 1
    dash = re.match(r"( *)- ", lines[at])
    if dash is None:
        raise LibraryError(f"{register.file} writes its versions in brackets.", f"Add {entry} by hand.")
    end = _end_of_entry(lines, at, len(dash[1]))
    lines.insert(end, f"{dash[1]}- {entry}")
    return _checked("\n".join(lines), register, name, "base", base)


def with_digest(text: str, register: Register, name: str, digest: str) -> str:
    """The file with sha256: set in a version's entry."""
    return _with_value(text, register, name, ("sha256", digest, "digest", digest))


def with_status(
    text: str, register: Register, name: str, status: Status, concluded: date | None = None,
    effective: date | None = None,
) -> str:  # fmt: skip
    """The file with a version's status, and the day on which it was concluded or takes effect."""
    changed: list[tuple[str, str, str, object]] = [("status", status.value, "status", status)]
    changed += [("concluded", str(concluded), "concluded", concluded)] if concluded else []
    changed += [("effective", str(effective), "effective", effective)] if effective else []
    for value in changed:
        text = _with_value(text, register, name, value)
        register = read_register(text.encode("utf-8"), register.file)[0] or register
    return text


def _with_value(text: str, register: Register, name: str, value: tuple[str, str, str, object]) -> str:
    """The file with a value set in a version's entry: its key and words, its field and what that holds."""
    key, words, field, meant = value
    version = register.version(name)
    if version is None:
        raise LibraryError(f"{register.code} has no version {name}.")
    lines = text.split("\n")
    at = version.place.line - 1
    dash = re.match(r"( *)- ", lines[at])
    if dash is None:
        raise LibraryError(
            f"{register.file} writes its versions in brackets.", f"Add {key}: {words} by hand."
        )
    end = _end_of_entry(lines, at, len(dash[1]))
    entry = "\n".join(lines[at:end])
    there = re.search(rf"(?<![\w-]){key}: *([\w.-]+)", entry)
    if there:
        entry = f"{entry[: there.start(1)]}{words}{entry[there.end(1) :]}"
    elif lines[at].lstrip(" -").startswith("{"):
        closing = entry.rindex("}")
        entry = f"{entry[:closing]}, {key}: {words}{entry[closing:]}"
    else:
        entry = f"{entry}\n{dash[1]}  {key}: {words}"
    return _checked("\n".join([*lines[:at], entry, *lines[end:]]), register, name, field, meant)


def _end_of_entry(lines: list[str], at: int, indent: int) -> int:
    """The line after a list entry, before blank lines and comments that follow it."""
    end = at + 1
    last = end
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        end += 1
        if line.strip():
            last = end
    return last


def _checked(text: str, register: Register, name: str, key: str, value: object) -> str:
    """The text, if it reads back as the same register with that one value in it."""
    again, found = read_register(text.encode("utf-8"), register.file)
    version = again.version(name) if again else None
    if found or version is None or getattr(version, key) != value:
        raise LibraryError(f"{register.file} is laid out so that it cannot be edited.", f"Set {key} by hand.")
    return text
