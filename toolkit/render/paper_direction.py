"""What the letter of a direction is made from: the legal text, and the consultations it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from toolkit.conformance.redesignation import window
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.direction import Answered, Direction, Round
from toolkit.consult.own_answer import left_changes, made_changes
from toolkit.consult.provisions import provision_words
from toolkit.consult.stage_facts import StageFacts
from toolkit.consult.stage_folder import StageFolder
from toolkit.consult.wording import date_words, listing, number_words
from toolkit.model.document import Register
from toolkit.model.index import Index
from toolkit.model.paper import PaperAttachment

from .paper import PaperSources
from .paper_escape import DayValue, Markdown, key, safe
from .stage_values import consultation_value, directed_values, imprint, stage_values
from .templates import Templates


def direction_sources(
    folder: StageFolder, direction: Direction, facts: StageFacts, indexes: Mapping[str, Index],
    registers: Mapping[str, Register], templates: Templates, earlier: tuple[Direction, ...] = (),
) -> PaperSources:  # fmt: skip
    """All that a direction letter is made from; `indexes` holds its versions by name: TMAD@11.0.

    `earlier` are those made before it on the same consultation.
    """
    stage = facts.stage
    return PaperSources(
        folder=folder.folder,
        narratives=folder.narratives,
        values=direction_values(folder, direction, facts, indexes, registers, earlier),
        told={},
        imprint=imprint(stage),
        attachments=tuple(PaperAttachment(one.number, one.title, one.files) for one in facts.enclosures),
        templates=templates,
    )


def direction_values(
    folder: StageFolder, direction: Direction, facts: StageFacts, indexes: Mapping[str, Index],
    registers: Mapping[str, Register], earlier: tuple[Direction, ...] = (),
) -> dict[str, object]:  # fmt: skip
    """Every value that the letter of a direction can name."""
    answers = {key(one.id): _answered(one, registers) for one in direction.answers}
    effect = direction.effect
    own = sum(one.by == facts.stage.issuer.code for one in direction.answers)
    return {
        **stage_values(facts, indexes),
        **directed_values(facts, effect, final=True),
        "consultation": consultation_value(folder.consultation) if folder.consultation else None,
        "package": Markdown.of(folder.consultation.package if folder.consultation else ""),
        **_changes(folder, direction, earlier),
        "effect_day": DayValue.on(effect) if effect else None,
        "answers": tuple(answers.values()),
        "answered": answers,
        "discussed": {
            key(one.id): {**safe(one._asdict()), "day": DayValue.on(one.day)} for one in direction.discussed
        },
        "signatory": safe(direction.signatory._asdict()),
        "count": {
            "answers": Markdown.of(number_words(len(answers))),
            "own": Markdown.of(number_words(own) if own else "none"),
            "documents": Markdown.of(number_words(len(facts.documents))),
            "enclosures": Markdown.of(number_words(len(facts.enclosures))),
        },
    }


def _changes(folder: StageFolder, direction: Direction, earlier: tuple[Direction, ...]) -> dict[str, object]:
    """Which of the declared changes it makes, and which are left for a later direction."""
    consultation = folder.consultation
    made = made_changes(direction, consultation) if consultation else ()
    left = left_changes(direction, earlier, consultation) if consultation else ()
    said = Markdown.of(_called(left))
    return {
        "changes_made": Markdown.of(_called(made)),
        "changes_left": Markdown(said[:1].upper() + said[1:]),
        "left_count": len(left),
    }


def _called(changes: Sequence[DeclaredChange]) -> str:
    """change 1 (MPRN leading zeros); changes 1 (…) and 2 (…); empty for none"""
    named = [f"{one.number} ({one.topic})" for one in changes]
    return f"change{'s' * (len(named) > 1)} {listing(named)}" if named else ""


def _answered(one: Answered, registers: Mapping[str, Register]) -> dict[str, Any]:
    rounds = tuple(map(_round, one.rounds))
    counts = [each.responses for each in one.rounds if each.responses is not None]
    return {
        "by": Markdown.of(one.by),
        "about": Markdown.of(one.about),
        "heading": Markdown.of(one.about[:1].upper() + one.about[1:]),
        "documents": Markdown.of(listing(one.documents)),
        "provisions": Markdown.of("; ".join(_provisions(one, registers))),
        "asked": _day(one.asked),
        "last_day": _day(window(one.asked).last) if one.asked else None,
        "ran": Markdown("; ".join(each["ran"] for each in rounds)),
        "rounds": rounds,
        "round_count": Markdown.of(number_words(len(rounds))),
        "responses": Markdown.of("; ".join(map(str, counts)) or "not recorded"),
        "concluded": _day(one.concluded),
        "submitted": _day(one.submitted),
        "approved": _day(one.approved),
    }


def _provisions(one: Answered, registers: Mapping[str, Register]) -> Iterator[str]:
    """Per document, what it was about; that a draft alone had it is told elsewhere."""
    for code in dict.fromkeys(provision.document for provision in one.provisions):
        named = [replace(each, versions=()) for each in one.provisions if each.document == code]
        yield f"{code}: {provision_words(named, registers[code])}"


def _round(one: Round) -> dict[str, Any]:
    return {
        "ran": Markdown.of(_ran(one.opened, one.closed)),
        "figure": "–" if one.responses is None else one.responses,
        "opened": _day(one.opened),
        "closed": _day(one.closed),
        **{
            name: Markdown.of(number_words(count)) if count is not None else None
            for name, count in (
                ("responses", one.responses), ("support", one.support), ("against", one.against),
            )
        },
    }  # fmt: skip


def _ran(opened: date | None, closed: date | None) -> str:
    """18 December 2019 to 22 January 2020; 18 to 27 November 2020; from 20 November 2020"""
    if opened is None:
        return f"until {date_words(closed)}" if closed else "not recorded"
    if closed is None:
        return f"from {date_words(opened)}"
    if (opened.year, opened.month) == (closed.year, closed.month):
        return f"{opened.day} to {date_words(closed)}"
    if opened.year == closed.year:
        return f"{date_words(opened).rsplit(' ', 1)[0]} to {date_words(closed)}"
    return f"{date_words(opened)} to {date_words(closed)}"


def _day(day: date | None) -> DayValue | None:
    return DayValue.on(day) if day else None
