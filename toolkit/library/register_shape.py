"""The shape of document.yaml: which keys there are and what each may hold."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, field_validator

from toolkit.model.document import Status
from toolkit.model.numbering import Scheme

_STRICT = ConfigDict(extra="forbid", frozen=True)
Day = Annotated[date | None, Field(description="A day, written 2020-08-06")]


def _name(value: object) -> object:
    """Version names are folder names."""
    if isinstance(value, str) and (not value or value.startswith(".") or set(value) & set('/\\:@#<>"|?* ')):
        raise ValueError("A version's name is the name of its folder: letters, digits, full stops, hyphens.")
    return value


class VersionEntry(BaseModel):
    """A version of the document."""

    model_config = _STRICT

    version: Annotated[str, BeforeValidator(_name)] = Field(
        description="Its name, and that of its folder: 6.1U."
    )
    status: Status = Field(
        description="Where it stands in its life; published for texts that have no such life."
    )
    title: str = Field("", description="What papers call it.")
    line: str = Field("", description="The line it belongs to, where several are in effect side by side.")
    base: str = Field("", description="The version that it was made from, and is marked against.")
    part_of: str = Field("", description="The version of which it brings some of the changes into effect.")
    consulted: Day = Field(None, description="The day on which it went out to consultation.")
    concluded: Day = Field(None, description="The day on which it was concluded.")
    effective: Day | Literal["unknown"] = Field(
        None, description="The first day on which it has legal effect."
    )
    effective_by: Day = Field(
        None, description="A day by which it had legal effect, where the first is not known."
    )
    until: Day = Field(None, description="The last day on which it has legal effect.")
    withdrawn: Day = Field(None, description="The day on which it was withdrawn.")
    read_with: tuple[str, ...] = Field(
        (), description="Versions of other documents that it is read with: SRPD@3.0."
    )
    held: bool = Field(True, description="no where its text is not kept here.")
    sha256: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="Its digest, set by drafting lock.")
    note: str = Field("", description="What a reader of the register ought to know.")


class AnnexEntry(BaseModel):
    """An annex that is a matrix."""

    model_config = _STRICT

    label: str = Field(pattern=r"^(Annex|Appendix|Schedule) [A-Z]{1,2}$", description="Annex A")
    title: str = Field(description="The title of the matrix.")
    file: str = Field(
        pattern=r"^[^/\\]+\.csv$", description="The file in each version's folder that holds it."
    )
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Its permanent id.")
    abbreviation: str = Field("", description="What it is called for short: DMVES.")


class NumberingEntry(BaseModel):
    """A numbering scheme of the document's own."""

    model_config = _STRICT

    levels: tuple[str, ...] = Field(
        min_length=1, description="The form of a label at each level, outermost first."
    )
    keyword: str = Field("Clause", description="What its provisions are called.")

    @field_validator("levels")
    @classmethod
    def _readable(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        Scheme.of("own", levels)
        return levels


class RegisterEntry(BaseModel):
    """A document, how it is numbered, and every version of it."""

    model_config = _STRICT

    code: str = Field(
        min_length=1, description="By which it is named: TMAD; in lower case, the name of its folder."
    )
    title: str = Field(description="Its full title.")
    appendix: str = Field("", description="The letters of the SEC Appendix that it is: AL.")
    numbering: Annotated[
        Annotated[Literal["subsidiary", "main-body", "cfr"], Tag("name")]
        | Annotated[NumberingEntry, Tag("own")],
        Discriminator(lambda value: "own" if isinstance(value, dict) else "name"),
    ] = Field(
        "subsidiary", description="How its provisions are numbered: a scheme by name, or one of its own."
    )
    notice: str = Field("", description="Printed with every copy.")
    aliases: tuple[str, ...] = Field((), description="Other names by which it is cited.")
    annexes: tuple[AnnexEntry, ...] = Field(
        (), description="Annexes that are matrices, each kept as a CSV file."
    )
    versions: tuple[VersionEntry, ...] = Field(
        (), description="Every version, in the order in which they were made."
    )
