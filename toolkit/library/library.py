"""The library: every document of a root, read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from toolkit.model.block import Clause, Definition, Table
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Document, Register, Version
from toolkit.model.place import Place
from toolkit.source.files import Files, Overlay
from toolkit.source.finding import unreadable

from .external import External, read_external
from .finding import LibraryError, finding
from .load import EXAMPLES, Loaded, read_version
from .name import Name, read_name
from .register import read_register
from .remembered_registers import (
    Read,
    Records,
    as_external,
    as_register,
    external_record,
    register_record,
    remembering,
)
from .timeline import DRAFTS, check_graph, first_day, in_effect, newest

DOCUMENTS = "documents"
EXTERNAL = "documents/_external"

_Content = TypeVar("_Content")


@dataclass(frozen=True, slots=True)
class Library:
    """Registers and inventories, read at once; versions, read when asked for and then kept."""

    files: Files
    registers: dict[str, Register]
    """By code."""
    externals: dict[str, External]
    """By code."""
    diagnostics: tuple[Diagnostic, ...]
    """About the registers and inventories themselves."""
    _loaded: dict[tuple[str, str], Loaded] = field(default_factory=dict, compare=False)

    # -- names ------------------------------------------------------------------------------------

    def register(self, code: str) -> Register:
        """The register of a document, by its code in any case; LibraryError names the nearest."""
        by_case = {one.lower(): one for one in self.registers}
        found = by_case.get(code.lower())
        if found:
            return self.registers[found]
        near = get_close_matches(code.lower(), by_case, 3, 0.5)
        hint = f"Did you mean {_or([by_case[one] for one in near])}?" if near else self._known()
        raise LibraryError(f"There is no document “{code}”.", hint)

    def _known(self) -> str:
        return (
            f"There are {', '.join(sorted(self.registers))}." if self.registers else "There is none at all."
        )

    def version(self, name: Name | str) -> tuple[Register, Version]:
        """The version that a name means; LibraryError where there is none, or where two are meant."""
        name = read_name(name) if isinstance(name, str) else name
        register = self.register(name.code)
        if not name.version:
            version = newest(register)
            if version is None:
                raise LibraryError(f"{register.code} has no version whose text is here.")
            return register, version
        exact = next((one for one in register.versions if one.name.lower() == name.version.lower()), None)
        if exact is not None:
            return register, exact
        if name.dated:
            return register, self._on(register, name.version)
        names = [one.name for one in register.versions]
        near = get_close_matches(name.version, names, 3, 0.4) or names[-5:]
        hint = f"Did you mean {_or([f'{register.code}@{one}' for one in near])}?" if near else ""
        raise LibraryError(f"{register.code} has no version “{name.version}”.", hint)

    def _on(self, register: Register, text: str) -> Version:
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise LibraryError(f"“{text}” is no day of the calendar.", "Write it 2020-08-01.") from error
        found = in_effect(register, day)
        if len(found) == 1:
            return found[0]
        if found:
            names = _or([f"{register.code}@{one.name}" for one in found])
            raise LibraryError(f"{len(found)} versions of {register.code} were in legal effect on {day}.",
                               f"Name one: {names}.")  # fmt: skip
        first = min(filter(None, map(first_day, register.versions)), default=None)
        hint = f"The first day that the register knows of is {first}." if first else ""
        raise LibraryError(f"No version of {register.code} was in legal effect on {day}.", hint)

    def names(self) -> dict[str, str]:
        """Every name by which a text may call a document, to its code: codes, titles, aliases, Appendices."""
        names: dict[str, str] = {}
        everything: tuple[External | Register, ...] = (*self.externals.values(), *self.registers.values())
        for one in everything:
            for name in (one.code, one.title, *one.aliases):
                names[name] = one.code
            if one.appendix:
                names[f"Appendix {one.appendix}"] = one.code
        return names

    # -- versions ---------------------------------------------------------------------------------

    def load(self, name: Name | str) -> Loaded:
        """Read the version that a name means; LibraryError where there is none or its text is not here."""
        return self.of(*self.held(name))

    def held(self, name: Name | str) -> tuple[Register, Version]:
        """The version that a name means; LibraryError where there is none or its text is not here."""
        register, version = self.version(name)
        if not version.held:
            note = f" {version.note}" if version.note else ""
            raise LibraryError(
                f"The register knows of {register.code} {version.name}, but its text is not here.{note}"
            )
        return register, version

    def of(self, register: Register, version: Version) -> Loaded:
        """Read a version of a register."""
        key = (register.code, version.name)
        if key not in self._loaded:
            self._loaded[key] = read_version(self.files, register, version)
        return self._loaded[key]

    def everything(self) -> Iterator[Loaded]:
        """Every version whose text is held, in order of code, then of the register; read one by one."""
        return (self.of(register, version) for register, version in self.held_versions())

    @property
    def unread(self) -> tuple[str, ...]:
        """The registers of which nothing could be read: their documents are not known."""
        known = {register.file for register in self.registers.values()}
        files = {one.place.file for one in self.diagnostics}
        return tuple(sorted(file for file in files - known if file.endswith("/document.yaml")))

    def held_versions(self) -> list[tuple[Register, Version]]:
        """Every version whose text is held, in order of code, then of the register."""
        registers = (self.registers[code] for code in sorted(self.registers))
        return [
            (register, version) for register in registers for version in register.versions if version.held
        ]

    def with_files(self, changed: Mapping[str, bytes]) -> Library:
        """The same library with some files of its versions changed; only their versions are read again."""
        kept = {
            key: loaded
            for key, loaded in self._loaded.items()
            if not any(part.file in changed for part in loaded.document.parts)
        }
        return replace(self, files=Overlay(self.files, changed), _loaded=kept)

    def companion(self, citing: Document, code: str) -> Loaded | None:
        """The version of another document that a citation means, or None where none is held.

        That is the version the register says to read it with; else the one in legal effect on the
        day of the citing version (the last, where two lines are); else the newest.
        """
        register = self.registers.get(code)
        if register is None:
            return None
        if register.code == citing.register.code:
            return self.of(register, citing.version)
        for wanted in citing.version.read_with:
            name = read_name(wanted)
            version = register.version(name.version) if name.code == register.code else None
            if version is not None and version.held:
                return self.of(register, version)
        version = self._contemporary(register, citing.version) or newest(register)
        return self.of(register, version) if version is not None else None

    def _contemporary(self, register: Register, citing: Version) -> Version | None:
        day = first_day(citing) or citing.consulted or citing.concluded
        held = [one for one in register.versions if one.held]
        if day is None:
            designated = [one for one in held if one.status not in DRAFTS]
            return designated[-1] if designated else None
        current = [one for one in in_effect(register, day) if one.held]
        if current:
            return current[-1]
        later = [one for one in held if (first_day(one) or date.min) > day]
        return later[0] if later else None

    def clause(self, loaded: Loaded, name: Name) -> Clause | Definition | Table:
        """The clause, definition or table that a name means in a version; LibraryError names the nearest."""
        index = loaded.index
        if name.id:
            found = index.clauses.get(name.id) or index.definitions.get(name.id) or index.tables.get(name.id)
            known: list[str] = [*index.clauses, *index.definitions, *index.tables]
        else:
            found = index.labels.get(name.label) or index.captions.get(name.label)
            known = [*index.labels, *index.captions]
        if found is not None:
            return found
        wanted = name.id or name.label
        gap = index.gap_at(name.label) if name.label else None
        if gap:
            raise LibraryError(f"{loaded.document.name}: {wanted} is declared [{gap.reason}].")
        near = get_close_matches(wanted, known, 3, 0.6)
        hint = f"Did you mean {_or(near)}?" if near else ""
        raise LibraryError(f"{loaded.document.name} has no clause {wanted}.", hint)


def read_library(files: Files, records: Records | None = None) -> Library:
    """Read the registers and inventories of a root. A corrupt one is reported and left out.

    With records, what was read of the same bytes before is not read again.
    """
    registering, listing = _readers(records)
    registers: dict[str, Register] = {}
    externals: dict[str, External] = {}
    found: list[Diagnostic] = []
    for folder in files.folders(DOCUMENTS):
        path = f"{DOCUMENTS}/{folder}/document.yaml"
        if folder.startswith("_") or "document.yaml" not in files.names(f"{DOCUMENTS}/{folder}"):
            continue
        register, diagnostics = _read(files, path, registering)
        found += diagnostics
        if register is not None:
            registers[register.code] = register
            found += check_graph(register)
            found += _check_folders(files, register, f"{DOCUMENTS}/{folder}")
    for name in files.names(EXTERNAL):
        if name.endswith((".yaml", ".yml")):
            external, diagnostics = _read(files, f"{EXTERNAL}/{name}", listing)
            found += diagnostics
            if external is not None:
                externals[external.code] = external
    library = Library(files, registers, externals, ())
    found += _check_companions(library)
    return Library(files, registers, externals, tuple(sorted(found, key=lambda one: one.order)))


def _readers(records: Records | None) -> tuple[Read[Register], Read[External]]:
    if records is None:
        return read_register, read_external
    return (
        remembering(read_register, register_record, as_register, records),
        remembering(read_external, external_record, as_external, records),
    )


def _read(
    files: Files, path: str, read: Callable[[bytes, str], tuple[_Content | None, tuple[Diagnostic, ...]]]
) -> tuple[_Content | None, tuple[Diagnostic, ...]]:
    try:
        return read(files.read(path), path)
    except OSError as error:
        return None, (unreadable(path, error),)


def _check_folders(files: Files, register: Register, folder: str) -> Iterator[Diagnostic]:
    present = set(files.folders(folder))
    for version in register.versions:
        if version.held and version.name not in present:
            message = f"{register.code} {version.name} has no folder {folder}/{version.name}."
            yield finding(
                "L106", version.place, message, "Add it, or write held: no where the text is not here."
            )
    for name in sorted(present - {EXAMPLES} - {version.name for version in register.versions}):
        hint = "Add it under versions:, or take the folder away."
        yield finding(
            "L107", Place(register.file), f"{folder}/{name} is in no version of the register.", hint
        )


def _check_companions(library: Library) -> Iterator[Diagnostic]:
    for register in library.registers.values():
        for version in register.versions:
            for wanted in version.read_with:
                try:
                    library.version(wanted)
                except LibraryError as error:
                    message = f"{register.code} {version.name} is to be read with {wanted}: {error.message}"
                    yield finding("L110", version.place, message, error.hint)


def _or(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
