"""responses/NAME.yaml to a Response, with a line and column for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.yaml_file import Path, Yaml, read_yaml, shape

from .consultation import Consultation
from .finding import finding
from .response import Answer, Channel, Confidentiality, Response

if TYPE_CHECKING:
    from .response_shape import AnswerShape, GeneralShape, ResponseShape


class Receipt(NamedTuple):
    """When and how a response came in, for files that do not say it themselves."""

    received: datetime
    channel: Channel


def read_response(
    data: bytes, file: str, name: str, consultation: Consultation, receipt: Receipt | None = None
) -> tuple[Response | None, tuple[Diagnostic, ...]]:
    """Read the response called `name`; None where its shape is wrong.

    Answers come in the order of the questions. One to an unknown question, or a second to the same one, is
    among the diagnostics of a response that was read.
    """
    from .response_shape import ResponseShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, ResponseShape)
    if shaped is None:
        return None, (*found, *wrong)
    missing = tuple(_missing(yaml, shaped)) if receipt is None else ()
    if missing:
        return None, (*found, *missing)
    response = _response(yaml, shaped, name, consultation, receipt)
    return response, (*found, *_questions(response, consultation))


def _missing(yaml: Yaml, shaped: ResponseShape) -> Iterator[Diagnostic]:
    for key in ("received", "channel"):
        if getattr(shaped, key) is None:
            hint = {"received": "Add received: 2020-09-03 15:20", "channel": f"Add channel: {Channel.EMAIL}"}
            yield finding("P152", yaml.place(()), f"“{key}” is missing here.", hint[key])


def _response(
    yaml: Yaml, shaped: ResponseShape, name: str, consultation: Consultation, receipt: Receipt | None
) -> Response:
    order = {question.id: question.number for question in consultation.questions}
    answers = [_answer(yaml, one, shaped, n) for n, one in enumerate(shaped.answers)]
    answers.sort(key=lambda answer: order.get(answer.question, len(order) + 1))
    received = shaped.received or (receipt.received if receipt else None)
    channel = shaped.channel or (receipt.channel if receipt else None)
    assert received is not None and channel is not None, "what is missing was told"
    return Response(
        id=name,
        respondent=shaped.respondent.strip(),
        organisation=shaped.organisation,
        received=received,
        channel=channel,
        confidential=shaped.confidential,
        answers=tuple(answers),
        general=_general(yaml, shaped.general, shaped) if shaped.general else None,
        contact=shaped.contact,
        replaces=shaped.replaces or "",
        accepted_late=shaped.accepted_late,
        outside=shaped.outside.strip("\n"),
        original=shaped.original or "",
        file=yaml.file,
        place=yaml.place(("respondent",)),
    )


def _answer(yaml: Yaml, shaped: AnswerShape, whole: ResponseShape, number: int) -> Answer:
    here: Path = ("answers", number)
    return Answer(
        shaped.question, shaped.stance, shaped.text.strip("\n"), _confidentiality(shaped, whole),
        shaped.reason.strip("\n"), shaped.redacted.strip("\n"), shaped.themes,
        yaml.place((*here, "question")),
    )  # fmt: skip


def _general(yaml: Yaml, shaped: GeneralShape, whole: ResponseShape) -> Answer:
    return Answer(
        "", None, shaped.text.strip("\n"), _confidentiality(shaped, whole), shaped.reason.strip("\n"),
        shaped.redacted.strip("\n"), (), yaml.place(("general",)),
    )  # fmt: skip


def _confidentiality(shaped: GeneralShape, whole: ResponseShape) -> Confidentiality:
    return Confidentiality.WHOLE if whole.confidential else shaped.confidentiality


def _questions(response: Response, consultation: Consultation) -> Iterator[Diagnostic]:
    known = [question.id for question in consultation.questions]
    seen: set[str] = set()
    for answer in sorted(response.answers, key=lambda one: one.place):
        if answer.question not in known:
            message = f"{consultation.id} asks no question “{answer.question}”."
            yield finding("P141", answer.place, message, f"Its questions are {', '.join(known)}.")
        elif answer.question in seen:
            message = f"This is a second answer to “{answer.question}”."
            yield finding("P105", answer.place, message, "Make one answer of the two.")
        seen.add(answer.question)
