"""Checking again only what can have changed: outcomes are kept by the content that they rest on.

An outcome rests on the version's own files, on all registers and inventories, on the toolkit's own code,
and on what was looked into besides: other versions of the same document by their whole text, versions
of other documents by what a citation can see of them (library/interface.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from toolkit.library.digest import digest_of
from toolkit.library.interface import interface_digest
from toolkit.library.library import DOCUMENTS, EXTERNAL, Library
from toolkit.library.load import Loaded, version_folder
from toolkit.library.recording import RecordingLibrary
from toolkit.model.document import Register, Version

from .outcome import Outcome
from .record import from_record, to_record
from .store import Store

_Made = TypeVar("_Made")
Examine = Callable[[Loaded], Outcome]
"""Checks one version, looking into others through Memory.library only."""


class Memory:
    """One check's view of what is remembered."""

    def __init__(self, library: Library, store: Store, settings: str) -> None:
        self.library = RecordingLibrary.over(library)
        """The library that notes which versions are looked into."""
        self._store = store
        self._common = _common(library, settings)
        self._contents: dict[tuple[str, str], str] = {}
        self._interfaces: dict[tuple[str, str], str] = {}

    def outcome(self, register: Register, version: Version, examine: Examine) -> Outcome:
        """The outcome for a version: the remembered one where nothing it rests on has changed."""
        return self.remember("outcome", register, version, examine, to_record, from_record)

    def remember(
        self, about: str, register: Register, version: Version, make: Callable[[Loaded], _Made],
        write: Callable[[_Made], Any], read: Callable[[Any], _Made],
    ) -> _Made:  # fmt: skip
        """What is made of a version: what was written of it where nothing it rests on has changed.

        `about` says what it is, and on what it rests besides versions. What is written as None is not kept.
        """
        key = f"{about}:{self._key(register, version)}"
        record = self._store.get(key)
        if record is not None:
            try:
                rests_on, outcome = record
                if all(self._seen(code, name, register.code) == digest for code, name, digest in rests_on):
                    return read(outcome)
            except (TypeError, ValueError, LookupError):
                pass  # not a record of ours
        self.library.asked.clear()
        made = make(self.library.of(register, version))
        asked = sorted(self.library.asked - {(register.code, version.name)})
        rests = [[code, name, self._seen(code, name, register.code)] for code, name in asked]
        if (written := write(made)) is not None:
            self._store.put(key, [rests, written])
        return made

    def _key(self, register: Register, version: Version) -> str:
        return hashlib.sha256(f"{self._common}{self._content(register, version)}".encode()).hexdigest()

    def _content(self, register: Register, version: Version) -> str:
        """The digest of a version's files, by names and bytes, read but not parsed."""
        at = (register.code, version.name)
        if at not in self._contents:
            folder, files = version_folder(register, version), self.library.files
            names = [name for name in files.names(folder) if name.endswith((".md", ".csv"))]
            self._contents[at] = digest_of(
                (f"{folder}/{name}", _bytes(self.library, f"{folder}/{name}")) for name in names
            )
        return self._contents[at]

    def _seen(self, code: str, name: str, by: str) -> str:
        """What a document sees of a version; empty where there is no such version any more."""
        register = self.library.registers.get(code)
        version = register.version(name) if register else None
        if register is None or version is None:
            return ""
        if code == by:
            return self._content(register, version)
        return self._interface(register, version)

    def _interface(self, register: Register, version: Version) -> str:
        at = (register.code, version.name)
        if at not in self._interfaces:
            key = f"interface:{self._key(register, version)}"
            known = self._store.get(key)
            if not isinstance(known, str):
                known = interface_digest(Library.of(self.library, register, version).document)
                self._store.put(key, known)
            self._interfaces[at] = known
        return self._interfaces[at]


def _bytes(library: Library, path: str) -> bytes:
    try:
        return library.files.read(path)
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


def _common(library: Library, settings: str) -> str:
    """What every outcome rests on: the registers, the inventories, the toolkit itself, and the settings."""
    paths = [f"{DOCUMENTS}/{one}/document.yaml" for one in library.files.folders(DOCUMENTS)]
    paths += [f"{EXTERNAL}/{name}" for name in library.files.names(EXTERNAL)]
    present = [(path, _bytes(library, path)) for path in paths]
    return f"{toolkit_digest()}:{digest_of(present)}:{settings}:"


@cache
def toolkit_digest() -> str:
    """The digest of the toolkit's own code: another toolkit may find or make something else."""
    package = Path(__file__).resolve().parents[1]
    return digest_of(
        (path.relative_to(package).as_posix(), path.read_bytes()) for path in package.rglob("*.py")
    )
