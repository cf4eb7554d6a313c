"""The fields of the response template, one for one: what a filled form or a row of a survey says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from .consultation import Consultation, Question
from .read_response import Receipt
from .response import Answer, Channel, Confidentiality, Response
from .response_shape import LONGEST_TEXT
from .stance import Organisation, Stance

RESPONDENT = ("name", "organisation", "type", "email", "confidential")
ANSWER = ("stance", "comments", "confidential", "confidential-part")
GENERAL = ("comments", "confidential")
RECEIPT = ("received", "channel")
"""Fields that a form does not have, and that a survey or a list of letters may."""

_YES = {"yes", "y", "true", "1", "x", "ticked", "checked", "confidential", "☒", "☑", "✓", "✔"}
_NO = {"", "no", "n", "false", "0", "unticked", "unchecked", "not confidential", "none", "☐"}
_ALSO = {"agree": Stance.SUPPORT, "disagree": Stance.OBJECT, "neither": Stance.NO_VIEW}
"""What surveys offer for our own words."""
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")
_LONGEST_LINE = 300
NOTHING = "It answers no question and makes no comment: there is nothing in it."
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ILLEGAL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in."""

    response: Response | None
    """Without id; None where there are faults."""
    faults: tuple[str, ...] = ()
    """Why it cannot be taken, each a sentence."""
    remarks: tuple[str, ...] = ()
    """What whoever adds it should know."""


def field_names(consultation: Consultation) -> tuple[str, ...]:
    """Every field of the form, in order: respondent.name … u1-2-q1.stance … general.confidential."""
    return (
        *(f"respondent.{name}" for name in RESPONDENT),
        *(f"{question.form_name}.{name}" for question in consultation.questions for name in ANSWER),
        *(f"general.{name}" for name in GENERAL),
    )


def read_fields(
    fields: Mapping[str, str], consultation: Consultation, receipt: Receipt, outside: str = ""
) -> Filled:
    """The response that the fields give; a field that is not there counts as empty.

    Confidentiality is read on the safe side: a part that is described is confidential though the box is
    not ticked, and a box without a description means all of the answer.
    """
    reading = _Reading({name: clean(text) for name, text in fields.items()})
    known = {*field_names(consultation), *RECEIPT}
    for name in reading.fields:
        if name not in known:
            reading.faults.append(_unknown(name, consultation))
    organisation = reading.line("respondent.organisation")
    person = reading.line("respondent.name")
    if not organisation and not person:
        reading.faults.append("It does not say who answers: fill in the name of the organisation.")
    confidential = reading.ticked("respondent.confidential")
    answers = tuple(
        answer
        for question in consultation.questions
        if (answer := _answer(reading, question, confidential)) is not None
    )
    general = _general(reading, confidential)
    if not answers and general is None and not outside:
        reading.faults.append(NOTHING)
    response = Response(
        id="",
        respondent=organisation or person,
        organisation=reading.organisation(),
        received=reading.moment("received", receipt.received),
        channel=reading.channel("channel", receipt.channel),
        confidential=confidential,
        answers=answers,
        general=general,
        contact=", ".join(filter(None, (person if organisation else "", reading.line("respondent.email")))),
        outside=clean(outside),
    )
    if outside:
        reading.remarks.append(
            "Words were typed outside the fields; they are kept under outside: and count for no question."
        )
    faults = tuple(dict.fromkeys(reading.faults))
    return Filled(None if faults else response, faults, tuple(reading.remarks))


def clean(text: str) -> str:
    """Text as it can be kept anywhere: line feeds only, no character that XML or YAML cannot hold."""
    return _ILLEGAL.sub("\ufffd", _BREAKS.sub("\n", text).replace("\ufeff", "")).strip()


def _unknown(name: str, consultation: Consultation) -> str:
    near = get_close_matches(name, field_names(consultation), 1, 0.8)
    hint = f" Did you mean {near[0]}?" if near else " It may be the form of another consultation."
    return f"It has a field “{name[:80]}”, which the form of {consultation.id} does not have.{hint}"


def _answer(reading: _Reading, question: Question, confidential: bool) -> Answer | None:
    prefix = question.form_name
    stance = reading.stance(f"{prefix}.stance", question.label)
    text = reading.long(f"{prefix}.comments", question.label)
    reason = reading.long(f"{prefix}.confidential-part", question.label)
    ticked = reading.ticked(f"{prefix}.confidential")
    if stance is None and not text and not reason:
        return None
    if stance is None:
        reading.remarks.append(f"{question.label}: no view was chosen; it is counted as taking no side.")
    kind = Confidentiality.NONE
    if confidential or (ticked and not reason):
        kind = Confidentiality.WHOLE
    elif reason:
        kind = Confidentiality.PART
    return Answer(question.id, stance, text, kind, reason)


def _general(reading: _Reading, confidential: bool) -> Answer | None:
    text = reading.long("general.comments", "Other comments")
    ticked = reading.ticked("general.confidential")
    kind = Confidentiality.WHOLE if confidential or ticked else Confidentiality.NONE
    return Answer("", None, text, kind) if text else None


class _Reading:
    """Reads one field after another and collects what is wrong with them."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = fields
        self.faults: list[str] = []
        self.remarks: list[str] = []

    def line(self, name: str) -> str:
        text = " ".join(self.fields.get(name, "").split())
        if len(text) > _LONGEST_LINE:
            self.faults.append(f"{name} has {len(text):,} characters; up to {_LONGEST_LINE} are read.")
        return text

    def long(self, name: str, label: str) -> str:
        text = self.fields.get(name, "")
        if len(text) > LONGEST_TEXT:
            self.faults.append(
                f"{label}: the comments have {len(text):,} characters; up to {LONGEST_TEXT:,} are read."
            )
        return text

    def ticked(self, name: str) -> bool:
        said = self.fields.get(name, "").casefold().strip()
        if said not in _YES | _NO:
            self.faults.append(f"{name} says “{said[:40]}”; write yes or no.")
        return said in _YES

    def stance(self, name: str, label: str) -> Stance | None:
        said = " ".join(self.fields.get(name, "").casefold().split())
        if not said:
            return None
        known = {stance.casefold(): stance for stance in Stance} | _ALSO
        if said not in known:
            words = ", ".join(f"“{stance}”" for stance in Stance)
            self.faults.append(f"{label}: the view “{said[:60]}” is not one of {words}.")
        return known.get(said)

    def organisation(self) -> Organisation:
        said = self.line("respondent.type").casefold()
        known = {kind.casefold(): kind for kind in Organisation}
        if not said:
            self.remarks.append(f"No type of organisation was chosen; it counts under {Organisation.OTHER}.")
        elif said not in known:
            words = ", ".join(f"“{kind}”" for kind in Organisation)
            self.faults.append(f"The type of organisation “{said[:60]}” is not one of {words}.")
        return known.get(said, Organisation.OTHER)

    def moment(self, name: str, default: datetime) -> datetime:
        said = self.fields.get(name, "").replace("T", " ")
        if not said:
            return default
        found = _MOMENT.fullmatch(said)
        try:
            return datetime.fromisoformat(found[1] if found else "")
        except ValueError:
            self.faults.append(f"{name} says “{said[:40]}”; write a date and a time as 2020-09-03 15:20.")
            return default

    def channel(self, name: str, default: Channel) -> Channel:
        said = self.fields.get(name, "").casefold()
        if said and said not in set(Channel):
            self.faults.append(f"{name} says “{said[:40]}”; write one of {', '.join(Channel)}.")
            return default
        return Channel(said) if said else default
