"""Which field of the response template each column of a survey's export holds, by its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .consultation import Consultation, Question
from .response_fields import RECEIPT, field_names

_RESPONDENT = {
    "respondent.name": ("your name", "name", "respondent", "contact name"),
    "respondent.organisation": ("organisation", "organization", "organisation name", "company"),
    "respondent.type": ("type of organisation", "type of organization", "organisation type", "type"),
    "respondent.email": ("e-mail address", "email", "e-mail", "your email"),
    "respondent.confidential": ("the whole of this response is confidential", "whole response confidential"),
    "general.comments": ("other comments", "general comments", "any other comments",
                         "other comments on the documents or on the draft direction"),
    "general.confidential": ("these comments are confidential, wholly or in part",
                             "other comments confidential", "general comments confidential"),
    "received": ("received", "date received", "submitted", "date submitted", "submission time", "end date"),
    "channel": ("channel",),
}  # fmt: skip
_ANSWER = {
    "stance": ("", "your view", "view", "stance", "response", "answer", "do you agree"),
    "comments": ("comments", "your comments", "your comments and reasons", "reasons", "comment"),
    "confidential": ("confidential", "is confidential", "this answer is confidential, wholly or in part"),
    "confidential-part": ("confidential part", "which part is confidential, and why", "which part"),
}
_QUESTION = re.compile(r"q(?:uestion)?[ ._-]*([0-9]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of a table are read."""

    fields: tuple[str, ...]
    """For each column the field that it holds, or empty for one that is not read."""
    faults: tuple[str, ...]
    unread: tuple[str, ...]
    """The headings of columns that are not read."""


def read_columns(header: Sequence[str], consultation: Consultation, given: Mapping[str, str]) -> Columns:
    """Map headings to fields; `given` says of some headings which field they hold.

    A heading that names a question which is not asked is a fault, and so is a field that has two columns.
    """
    known = _known(consultation)
    known.update({_plain(heading): field for heading, field in given.items()})
    fields: list[str] = []
    faults: list[str] = []
    unread: list[str] = []
    for heading in header:
        field = known.get(_plain(heading), "")
        if not field and _QUESTION.search(heading) and not _is_asked(heading, consultation):
            faults.append(
                f"The column “{heading[:80]}” is about a question that {consultation.id} does not ask."
            )
        elif not field and heading.strip():
            unread.append(heading.strip())
        elif field and field in fields:
            faults.append(f"Two columns hold {field}; “{heading[:80]}” is the second.")
        fields.append(field)
    return Columns(tuple(fields), (*faults, *_lacking(fields, consultation)), tuple(unread))


def unknown_fields(given: Mapping[str, str], consultation: Consultation) -> tuple[str, ...]:
    """Fields that columns were said to hold, and that there are not."""
    known = {*field_names(consultation), *RECEIPT}
    return tuple(field for field in given.values() if field not in known)


def _known(consultation: Consultation) -> dict[str, str]:
    """From a heading, letters and digits only, to its field."""
    known = {_plain(name): name for name in (*field_names(consultation), *RECEIPT)}
    for field, headings in _RESPONDENT.items():
        known.update({_plain(heading): field for heading in headings})
    for question in consultation.questions:
        for name, endings in _ANSWER.items():
            for called in _called(question):
                field = f"{question.form_name}.{name}"
                known.update({_plain(f"{called} {ending}"): field for ending in endings})
    return known


def _called(question: Question) -> tuple[str, ...]:
    label, number = question.label, question.number
    return (label, f"Q{number}", f"Question {number}", f"Answer to {label}")


def _is_asked(heading: str, consultation: Consultation) -> bool:
    """Whether a heading names a question that is asked: then it holds something that is not read."""
    found = _QUESTION.search(heading)
    return found is not None and any(question.number == int(found[1]) for question in consultation.questions)


def _lacking(fields: list[str], consultation: Consultation) -> list[str]:
    lacking = []
    if not {"respondent.name", "respondent.organisation"} & set(fields):
        lacking.append("No column says who answers: name one Organisation, or say which with --column.")
    questions = {f"{question.form_name}.{name}" for question in consultation.questions for name in _ANSWER}
    if not questions & set(fields):
        first = consultation.questions[0].form_name
        lacking.append(f"No column holds an answer: name one {first}.stance, or say which with --column.")
    return lacking


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())
