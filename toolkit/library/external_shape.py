"""The shape of an inventory: which keys there are and what each may hold."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

_STRICT = ConfigDict(extra="forbid", frozen=True)


class ProvisionEntry(BaseModel):
    """A provision that may be cited."""

    model_config = _STRICT

    label: str = Field(description="As it is cited: H14.36A.")
    heading: str = Field(description="Its heading, which is shown where it is cited.")


class TermEntry(BaseModel):
    """A term that the document defines."""

    model_config = _STRICT

    term: str = Field(description="The term, in its capitals.")
    abbreviation: str = Field("", description="What it is called for short.")
    section: str = Field(description="The provision that defines it.")
    meaning: str = Field(description="What it means, in brief; shown, never published as law.")


class InventoryEntry(BaseModel):
    """What a document that is cited, but not kept here, provides for."""

    model_config = _STRICT

    code: str = Field(description="By which it is named: SEC.")
    title: str = Field(description="Its full title.")
    appendix: str = Field("", description="The letters of the SEC Appendix that it is, where it is one.")
    keyword: str = Field("Clause", description="What its provisions are called: Section, Condition.")
    aliases: tuple[str, ...] = Field((), description="Other names by which it is cited.")
    entries: tuple[ProvisionEntry, ...] = Field(
        (), description="Its provisions, as far as they may be cited."
    )
    terms: tuple[TermEntry, ...] = Field((), description="The terms that it defines.")
