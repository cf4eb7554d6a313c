"""One version's folder to a document with its index, and everything that reading it found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Document, Part, Register, Version
from toolkit.model.index import Index
from toolkit.model.passage import passages
from toolkit.model.place import Place
from toolkit.source.files import Files
from toolkit.source.finding import unreadable
from toolkit.source.footnotes import check_footnotes
from toolkit.source.markdown import PartReading, read_part
from toolkit.source.matrix import read_matrix
from toolkit.source.sequence import check_sequence

from .digest import digest_of
from .finding import finding

EXAMPLES = "examples"
"""The folder beside the versions of a document that holds worked examples for any of them; no version."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A version that was read: the document, its index, and what reading it found."""

    document: Document
    index: Index
    diagnostics: tuple[Diagnostic, ...]
    unreadable: frozenset[str] = frozenset()
    """Files of which nothing could be read."""


def version_folder(register: Register, version: Version) -> str:
    """Where the files of a version stand, relative to the root."""
    return f"{register.file.rpartition('/')[0]}/{version.name}"


def read_version(files: Files, register: Register, version: Version) -> Loaded:
    """Read every file of a version's folder, in order of name, and check its numbering and its lock."""
    folder = version_folder(register, version)
    matrices = {annex.file: annex for annex in register.annexes}
    data: list[tuple[str, bytes]] = []
    readings: list[PartReading] = []
    found: list[Diagnostic] = []
    for name in files.names(folder):
        path = f"{folder}/{name}"
        if not name.endswith((".md", ".csv")):
            continue
        try:
            content = files.read(path)
        except OSError as error:
            found.append(unreadable(path, error))
            readings.append(PartReading(Part(path, ()), (), False))
            continue
        data.append((name, content))
        if name.endswith(".md"):
            readings.append(read_part(content, path, register.scheme))
        elif name in matrices:
            readings.append(read_matrix(content, path, matrices[name], register.scheme))
        else:
            hint = "Name it under annexes: in document.yaml, or keep it elsewhere."
            found.append(
                finding("L109", Place(path), f"No annex of {register.code} is kept in {name}.", hint)
            )
    found += _check_lock(register, version, data)
    document = Document(register, version, tuple(reading.part for reading in readings))
    found += [one for reading in readings for one in reading.diagnostics]
    found += check_sequence(document.blocks, register.scheme)
    found += check_footnotes(passages(document))
    unread = frozenset(reading.part.file for reading in readings if not reading.readable)
    return Loaded(document, Index.of(document), tuple(sorted(found, key=lambda one: one.order)), unread)


def _check_lock(register: Register, version: Version, data: list[tuple[str, bytes]]) -> Iterator[Diagnostic]:
    name = f"{register.code} {version.name}"
    if version.digest and digest_of(data) != version.digest:
        hint = "Put the files back as they were; make the change in a new draft (drafting new version)."
        yield finding("L105", version.place, f"The designated text of {name} has been changed.", hint)
    elif not version.digest and version.status == "designated":
        hint = f"Run drafting lock {register.code}@{version.name} once the text is right."
        yield finding("L108", version.place, f"The designated text of {name} is not locked.", hint)
