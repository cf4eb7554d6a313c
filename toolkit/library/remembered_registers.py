"""Registers and inventories as JSON and back, for a store: who has read them before needs no YAML read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Annex, Register, Status, Version
from toolkit.model.numbering import SCHEMES, Scheme
from toolkit.model.place import Place

from .external import External, ExternalTerm

READ_BY = "library-1"
"""Changes when the reading of registers or inventories does, so that what was remembered is read again."""

_DAYS = ("consulted", "concluded", "effective", "effective_by", "until", "withdrawn")

_Content = TypeVar("_Content")
Found = tuple[_Content | None, tuple[Diagnostic, ...]]
Read = Callable[[bytes, str], Found[_Content]]


class Records(Protocol):
    """Records by key; both are text that JSON can hold."""

    def get(self, key: str) -> Any | None:
        """The record of a key, or None."""

    def put(self, key: str, record: Any) -> None:
        """Keep a record."""


def remembering(
    read: Read[_Content], write: Callable[[_Content], Any], build: Callable[[Any, str], _Content],
    records: Records,
) -> Read[_Content]:  # fmt: skip
    """The same reading, with what was read of the same bytes before; only what is faultless is kept."""

    def remembered(data: bytes, file: str) -> Found[_Content]:
        key, digest = f"{READ_BY}:{file}", sha256(data).hexdigest()
        try:
            of, kept = records.get(key) or ("", None)
            if of == digest:
                return build(kept, file), ()
        except (TypeError, ValueError, LookupError):
            pass  # not a record of ours
        content, found = read(data, file)
        if content is not None and not found:
            records.put(key, [digest, write(content)])
        return content, found

    return remembered


# -- registers ------------------------------------------------------------------------------------


def register_record(one: Register) -> list[Any]:
    """A register as lists and text, without the name of its file."""
    scheme = one.scheme
    own = [[level.example for level in scheme.levels], scheme.keyword]
    return [
        one.code, one.title, one.appendix, scheme.name if scheme.name in SCHEMES else own, one.notice,
        [_version_record(version) for version in one.versions],
        [[annex.label, annex.title, annex.file, annex.id, annex.abbreviation] for annex in one.annexes],
        one.aliases,
    ]  # fmt: skip


def as_register(record: Any, file: str) -> Register:
    """The register of a record."""
    code, title, appendix, numbering, notice, versions, annexes, aliases = record
    scheme = (
        SCHEMES[numbering]
        if isinstance(numbering, str)
        else Scheme.of("own", tuple(numbering[0]), numbering[1])
    )
    return Register(
        code, title, appendix, scheme, notice, tuple(_as_version(one, file) for one in versions),
        tuple(Annex(*one) for one in annexes), tuple(aliases), file,
    )  # fmt: skip


def _version_record(one: Version) -> list[Any]:
    days = [day and day.isoformat() for day in (getattr(one, name) for name in _DAYS)]
    place = one.place
    return [
        one.name, one.status.value, one.title, one.line, one.base, one.part_of, days, one.read_with, one.held,
        one.digest, one.note, [place.line, place.column, place.end_line, place.end_column],
    ]  # fmt: skip


def _as_version(record: Any, file: str) -> Version:
    name, status, title, line, base, part_of, days, read_with, held, digest, note, place = record
    read = [day and date.fromisoformat(day) for day in days]
    return Version(
        name, Status(status), title, line, base, part_of, **dict(zip(_DAYS, read, strict=True)),
        read_with=tuple(read_with), held=held, digest=digest, note=note, place=Place(file, *place),
    )  # fmt: skip


# -- inventories ----------------------------------------------------------------------------------


def external_record(one: External) -> list[Any]:
    """An inventory as lists and text, without the name of its file."""
    terms = [[each.term, each.abbreviation, each.section, each.meaning] for each in one.terms]
    entries = list(one.entries.items())
    return [one.code, one.title, one.appendix, one.keyword, one.aliases, entries, terms]


def as_external(record: Any, file: str) -> External:
    """The inventory of a record."""
    code, title, appendix, keyword, aliases, entries, terms = record
    return External(
        code, title, appendix, keyword, tuple(aliases), dict(entries),
        tuple(ExternalTerm(*one) for one in terms), file,
    )  # fmt: skip
