"""documents/CODE/document.yaml to a Register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Annex, Register, Version
from toolkit.model.numbering import SCHEMES, Scheme
from toolkit.model.place import Place
from toolkit.source.yaml_file import Path, read_yaml, shape

if TYPE_CHECKING:
    from .register_shape import AnnexEntry, RegisterEntry, VersionEntry


def read_register(data: bytes, file: str) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """The register that a document.yaml holds; None where it is corrupt, with every reason."""
    from .register_shape import RegisterEntry

    yaml, found = read_yaml(data, file)
    if yaml is None or any(one.severity == "error" for one in found):
        return None, found
    entry, errors = shape(yaml, RegisterEntry)
    if entry is None:
        return None, (*found, *errors)
    return _register(entry, file, yaml.places), found


def _register(entry: RegisterEntry, file: str, places: Mapping[Path, Place]) -> Register:
    numbering = entry.numbering
    scheme = (
        SCHEMES[numbering]
        if isinstance(numbering, str)
        else Scheme.of("own", numbering.levels, numbering.keyword)
    )
    versions = tuple(
        _version(one, places.get(("versions", number), Place(file)))
        for number, one in enumerate(entry.versions)
    )
    return Register(
        code=entry.code, title=entry.title, appendix=entry.appendix, scheme=scheme,
        notice=" ".join(entry.notice.split()), versions=versions, aliases=entry.aliases, file=file,
        annexes=tuple(map(_annex, entry.annexes)),
    )  # fmt: skip


def _annex(entry: AnnexEntry) -> Annex:
    return Annex(entry.label, entry.title, entry.file, entry.id, entry.abbreviation)


def _version(entry: VersionEntry, place: Place) -> Version:
    return Version(
        name=entry.version, status=entry.status, title=entry.title, line=entry.line, base=entry.base,
        part_of=entry.part_of,
        consulted=entry.consulted, concluded=entry.concluded,
        effective=None if entry.effective == "unknown" else entry.effective,
        effective_by=entry.effective_by, until=entry.until, withdrawn=entry.withdrawn,
        read_with=entry.read_with, held=entry.held, digest=entry.sha256, note=entry.note, place=place,
    )  # fmt: skip
