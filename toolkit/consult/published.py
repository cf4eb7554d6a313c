"""What of the responses may be published: the one gate through which every public output takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .response import Answer, Confidentiality, Response

UNNAMED = "A respondent who asked not to be named"
"""Stands for the author of a response that is confidential as a whole."""
FOR_GOVERNMENT = "Confidential: for the Government and the Authority only, not for publication"
"""Marks every page and sheet that holds responses whole."""


def published(responses: Sequence[Response]) -> tuple[Response, ...]:
    """The responses without anything confidential: every text in them may be printed.

    They count for the same: stances, types of organisation and themes stay. Contact details, reasons for
    confidentiality, what stands beside the fields, file names and originals are gone; so is the name of an
    author whose whole response is confidential. Those are told apart by number, in order of receipt.
    """
    return tuple(_published(one, number) for number, one in enumerate(responses, start=1))


def _published(response: Response, number: int) -> Response:
    return replace(
        response,
        id=f"response-{number}",
        respondent=UNNAMED if response.confidential else response.respondent,
        answers=tuple(_answer(one, response.confidential) for one in response.answers),
        general=_answer(response.general, response.confidential) if response.general else None,
        contact="",
        replaces="",
        outside="",
        original="",
        file="",
    )


def _answer(answer: Answer, confidential: bool) -> Answer:
    text = "" if confidential else answer.public_text
    kind = Confidentiality.WHOLE if confidential else answer.confidentiality
    return replace(answer, text=text, redacted="", reason="", confidentiality=kind)


def confidential_texts(responses: Iterable[Response]) -> Iterator[str]:
    """Every text that no public output may hold, for tests that look for it in the bytes of outputs.

    What a respondent says in confidence and again in public words is not among them.
    """
    responses = tuple(responses)
    public = "\n".join(_public_texts(published(responses)))
    for response in responses:
        hidden = [response.contact, response.outside]
        if response.confidential:
            hidden.append(response.respondent)
        for answer in (*response.answers, *((response.general,) if response.general else ())):
            hidden.append(answer.reason)
            if response.confidential:
                hidden.append(answer.redacted)
            if response.confidential or answer.confidentiality is not Confidentiality.NONE:
                hidden.append(answer.text)
        yield from (text for text in hidden if text.strip() and text not in public)


def _public_texts(responses: Iterable[Response]) -> Iterator[str]:
    for response in responses:
        yield response.respondent
        for answer in (*response.answers, *((response.general,) if response.general else ())):
            yield answer.text
