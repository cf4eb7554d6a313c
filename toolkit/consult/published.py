"""What of the responses may be published: the one gate through which every public output takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

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


class SecretKind(Enum):
    """What confidential words are."""

    SAID = "said"
    CONTACT = "contact"
    NAME = "name"
    """Of an author who is not to be named."""


class Secret(NamedTuple):
    """Words that no public output may hold."""

    words: str
    what: str
    """What they are of a response: the answer to date, a contact, the name of its author."""
    file: str
    """The response, by its file."""
    kind: SecretKind = SecretKind.SAID


def secrets(responses: Iterable[Response]) -> Iterator[Secret]:
    """Everything in the responses that no public output may hold, whether or not it is public elsewhere."""
    for one in responses:
        file = one.file or one.id
        for piece in (*_reached(one.contact), one.contact):
            yield Secret(piece, "a contact", file, SecretKind.CONTACT)
        yield Secret(one.outside, "what was typed beside the fields", file)
        if one.confidential:
            yield Secret(one.respondent, "the name of its author", file, SecretKind.NAME)
            for name in ("/".join(file.split("/")[-2:]), one.original):
                yield Secret(name, "the name of its file", file, SecretKind.NAME)
        for answer in _answers(one):
            yield from _of_answer(answer, one.confidential, file)


def _reached(contact: str) -> Iterator[str]:
    """The person, who is named first, and the addresses; not what the office is called: Service desk."""
    for number, piece in enumerate(filter(None, map(str.strip, _BETWEEN.split(contact)))):
        words = piece.split()
        person = number == 0 and len(words) > 1 and all(one[0].isupper() for one in words)
        if person or "@" in piece or sum(map(str.isdigit, piece)) >= _DIGITS:
            yield piece


_DIGITS = 7
"""Of the shortest telephone number."""
_BETWEEN = re.compile(r"[,;\n<>()]")
"""What stands between the parts of a contact: a person, an address, a telephone number."""


def _of_answer(answer: Answer, confidential: bool, file: str) -> Iterator[Secret]:
    to = f"the answer to {answer.question}" if answer.question else "the general comments"
    yield Secret(answer.reason, f"why a part is confidential in {to}", file)
    if confidential:
        yield Secret(answer.redacted, to, file)
    if confidential or answer.confidentiality is not Confidentiality.NONE:
        yield Secret(answer.text, to, file)


def confidential_texts(responses: Iterable[Response]) -> Iterator[str]:
    """Every text that no public output may hold, for tests that look for it in the bytes of outputs.

    What a respondent says in confidence and again in public words is not among them.
    """
    responses = tuple(responses)
    public = "\n".join(public_texts(responses))
    hidden = (one.words for one in secrets(responses) if one.words)
    yield from (text for text in dict.fromkeys(hidden) if text.strip() and text not in public)


def public_texts(responses: Sequence[Response]) -> Iterator[str]:
    """Every text of the responses that may be printed, with the names that may."""
    for response in published(responses):
        yield response.respondent
        yield from (answer.text for answer in _answers(response))


def _answers(response: Response) -> tuple[Answer, ...]:
    return (*response.answers, response.general) if response.general else response.answers
