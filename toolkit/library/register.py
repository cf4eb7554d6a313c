"""documents/CODE/document.yaml to a Register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, field_validator

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Annex, Register, Status, Version
from toolkit.model.numbering import SCHEMES, Scheme
from toolkit.model.place import Place
from toolkit.source.yaml_file import Path, read_yaml, shape

_STRICT = ConfigDict(extra="forbid", frozen=True)
Day = Annotated[date | None, Field(description="A day, written 2020-08-06")]


def _name(value: object) -> object:
    """Version names are folder names."""
    if isinstance(value, str) and (not value or value.startswith(".") or set(value) & set('/\\:@#<>"|?* ')):
        raise ValueError("A version's name is the name of its folder: letters, digits, full stops, hyphens.")
    return value


class VersionEntry(BaseModel):
    """One entry under versions."""

    model_config = _STRICT

    version: Annotated[str, BeforeValidator(_name)]
    status: Status
    title: str = ""
    line: str = ""
    base: str = ""
    consulted: Day = None
    concluded: Day = None
    effective: Day | Literal["unknown"] = None
    effective_by: Day = None
    until: Day = None
    withdrawn: Day = None
    read_with: tuple[str, ...] = ()
    held: bool = True
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    note: str = ""


class AnnexEntry(BaseModel):
    """One entry under annexes."""

    model_config = _STRICT

    label: str = Field(pattern=r"^(Annex|Appendix|Schedule) [A-Z]{1,2}$")
    title: str
    file: str = Field(pattern=r"^[^/\\]+\.csv$")
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    abbreviation: str = ""


class NumberingEntry(BaseModel):
    """A numbering scheme of the document's own."""

    model_config = _STRICT

    levels: tuple[str, ...] = Field(min_length=1)
    keyword: str = "Clause"

    @field_validator("levels")
    @classmethod
    def _readable(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        Scheme.of("own", levels)
        return levels


class RegisterEntry(BaseModel):
    """The whole file."""

    model_config = _STRICT

    code: str = Field(min_length=1)
    title: str
    appendix: str = ""
    numbering: Annotated[
        Annotated[Literal["subsidiary", "main-body", "cfr"], Tag("name")]
        | Annotated[NumberingEntry, Tag("own")],
        Discriminator(lambda value: "own" if isinstance(value, dict) else "name"),
    ] = "subsidiary"
    notice: str = ""
    aliases: tuple[str, ...] = ()
    annexes: tuple[AnnexEntry, ...] = ()
    versions: tuple[VersionEntry, ...] = ()


def read_register(data: bytes, file: str) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """The register that a document.yaml holds; None where it is corrupt, with every reason."""
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
        consulted=entry.consulted, concluded=entry.concluded,
        effective=None if entry.effective == "unknown" else entry.effective,
        effective_by=entry.effective_by, until=entry.until, withdrawn=entry.withdrawn,
        read_with=entry.read_with, held=entry.held, digest=entry.sha256, note=entry.note, place=place,
    )  # fmt: skip
