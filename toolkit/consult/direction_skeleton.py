"""The files of a direction to begin with: what it makes, and the texts of its letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.model.document import Register

from .consultation import Consultation
from .part_direction import Directed
from .skeleton import scalar, starting_texts
from .stage import StageKind
from .stage_skeleton import StagedDocument, document_lines, reference_stem, schema_lines
from .version_words import is_first
from .wording import listing

OFFICE = "Smart Metering Implementation Programme"
"""Whose official signs for the Secretary of State."""


@dataclass(frozen=True, slots=True)
class BeginningDirection:
    """What is known of a direction before its letter is written."""

    consultation: Consultation
    folder: str
    """The name of the folder that is to hold it: that of the consultation, or one of its own."""
    published: date
    effect: date | None
    changes: tuple[str, ...]
    """The ids of the declared changes that it makes; empty for all of them."""
    documents: tuple[StagedDocument, ...]
    schema: str = ""
    """Where editors find the schema, from the folder; empty for none."""


def direction_skeleton(beginning: BeginningDirection) -> dict[str, str]:
    """The files of a direction, from its folder; its pack can be built at once."""
    texts = starting_texts(StageKind.DIRECTION)
    return {
        "direction.yaml": "\n".join(_direction(beginning)) + "\n",
        **{f"{StageKind.DIRECTION}/{name}": text for name, text in texts.items()},
    }


def directed_documents(
    made: Sequence[Directed], registers: dict[str, Register], consulted: dict[str, str]
) -> tuple[StagedDocument, ...]:
    """What a direction makes, as its letter names it; `consulted` gives the draft of each text."""
    return tuple(
        StagedDocument(registers[code], version, consulted[one.draft], one.base)
        for one in made
        if one.name
        for code, _, version in [one.name.partition("@")]
    )


def _direction(beginning: BeginningDirection) -> Iterator[str]:
    consultation = beginning.consultation
    yield from schema_lines(beginning.schema)
    yield "# What is directed, and when. Annex letters, titles, weekdays and what the letter says"
    yield "# of the consultation are worked out. Without effect: the letter is a draft that leaves it open."
    if beginning.folder != consultation.id:
        yield f"consultation: {scalar(consultation.id)}"
    yield f"title: {scalar(_title(beginning))}"
    yield f"filename: {scalar(_filename(beginning))}"
    yield "classification: Public"
    yield f"published: {beginning.published}"
    if beginning.effect:
        yield f"effect: {beginning.effect}"
    if beginning.changes:
        yield f"changes: [{', '.join(map(scalar, beginning.changes))}]"
    yield f"\nsignatory:\n  office: {scalar(OFFICE)}"
    yield "\ndocuments:"
    for one in beginning.documents:
        yield from document_lines(one)
    yield "\nenclosures:"
    for one in beginning.documents:
        name = scalar(f"{one.register.code}@{one.version}")
        yield f"  - clean: {name}"
        yield f"  - marked: {name}"
        yield f"    against: {scalar(one.base)}"


def _title(beginning: BeginningDirection) -> str:
    """Re-designation of the TMAD and the S1SR; Designation of the S1SPKI CP"""
    firsts = []
    for one in beginning.documents:
        version = one.register.version(one.version)
        firsts.append(version is not None and is_first(one.register, version, beginning.effect))
    act = "Designation" if all(firsts) else "Designation and re-designation"
    act = act if any(firsts) else "Re-designation"
    codes = dict.fromkeys(one.register.code for one in beginning.documents)
    return f"{act} of {listing([f'the {code}' for code in codes])}"


def _filename(beginning: BeginningDirection) -> str:
    """U1_2_direction_letter; with the day where it makes some of the changes only"""
    day = f"_{beginning.effect}" if beginning.changes and beginning.effect else ""
    return f"{reference_stem(beginning.consultation)}_direction_letter{day}"
