"""Worked examples kept beside all versions of a document: documents/CODE/examples/*.md.

A designated text is locked, and a clause stays in many versions: here a heading names the clause by its id,
and the tables under it hold for every version that carries the clause, or for those of a range.

    ## Notice of firmware updates {#notice-firmware from=4.1 to=10.0}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.library.library import Library
from toolkit.library.load import EXAMPLES
from toolkit.model.block import Note
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register
from toolkit.model.place import Place

from .example import Example
from .example_table import KIND, read_table
from .finding import finding

_HEADING = re.compile(
    r"#{1,6}\s+(?P<words>.*?)\s*(?:\{#(?P<id>[a-z0-9-]+)(?P<range>[^{}]*)\})?\s*\Z", re.ASCII
)
_ENDS = re.compile(r"\s+(from|to)=(\S+)", re.ASCII)
_ALERT = re.compile(rf">\s*\[!{KIND}\]\s*\Z", re.IGNORECASE)
_FORM = "Put it under a heading that names its clause, such as: ## Expiry {#expiry}."


@dataclass(frozen=True, slots=True)
class _Under:
    """The heading that tables stand under."""

    clause: str
    range: str
    place: Place


def example_files(library: Library, register: Register) -> tuple[str, ...]:
    """The files of worked examples that a document has besides its versions, in order."""
    folder = f"{register.file.rpartition('/')[0]}/{EXAMPLES}"
    return tuple(f"{folder}/{name}" for name in library.files.names(folder) if name.endswith(".md"))


def read_example_file(
    library: Library, register: Register, file: str
) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The tables of one file, in order, and what is wrong with it."""
    found: list[Example] = []
    wrong: list[Diagnostic] = []
    holds: dict[_Under, tuple[str, ...]] = {}
    text = library.files.read(file).decode("utf-8", "replace")
    for under, note in _notes(text.splitlines(), file):
        if under is None or not under.clause:
            wrong.append(finding("T141", note.place, "The worked example stands beside no clause.", _FORM))
            continue
        if under not in holds:
            holds[under], faults = _versions(register, under)
            wrong += faults
        example, faults = read_table(note, register.code, holds[under], under.clause)
        found += [example] if example else []
        wrong += faults
    return tuple(found), tuple(wrong)


def _notes(lines: list[str], file: str) -> Iterator[tuple[_Under | None, Note]]:
    """Each alert, with the heading that it stands under."""
    under: _Under | None = None
    at = 0
    while at < len(lines):
        heading = _HEADING.match(lines[at])
        if heading:
            place = Place(file, at + 1, 1, at + 1, len(lines[at]) + 1)
            under = _Under(heading["id"] or "", heading["range"] or "", place)
        elif _ALERT.match(lines[at]):
            first = at
            while at + 1 < len(lines) and lines[at + 1].startswith(">"):
                at += 1
            source = "\n".join(line[1:].removeprefix(" ") for line in lines[first + 1 : at + 1])
            yield under, Note(KIND, source, Place(file, first + 1, 1, at + 1, len(lines[at]) + 1))
        at += 1


def _versions(register: Register, under: _Under) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The held versions in the range of a heading."""
    names = [version.name for version in register.versions]
    ends = dict(_ENDS.findall(under.range))
    unknown = [name for name in ends.values() if name not in names]
    if unknown or _ENDS.sub("", under.range).strip():
        what = f"{register.code} has no version {unknown[0]}" if unknown else "the range cannot be read"
        hint = "Write from= and to= with versions of the register, as in {#expiry from=4.0 to=7.0}."
        return (), (finding("T113", under.place, f"Of these examples, {what}.", hint),)
    first = names.index(ends["from"]) if "from" in ends else 0
    last = names.index(ends["to"]) if "to" in ends else len(names) - 1
    return tuple(one.name for one in register.versions[first : last + 1] if one.held), ()
