"""A Response to the YAML of responses/NAME.yaml, which reads back as the same response."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from .response import Answer, Confidentiality, Response

_PLAIN = re.compile(r"[A-Za-z(][A-Za-z0-9 ,.()/&'’@-]*\Z")
"""What needs no quotation marks: no colon, no sharp, nothing that YAML takes for something else."""
_WORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n", "nan"}
_BLOCK = re.compile(r"[^\s][\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffc]*\Z")
"""Text that a literal block holds as it is; U+2028 and the like would break its lines."""


def write_response(response: Response) -> str:
    """The file, with the keys in the order in which the shape has them and empty ones left out."""
    lines = [f"respondent: {_scalar(response.respondent)}", f"organisation: {response.organisation}"]
    if response.contact:
        lines.append(f"contact: {_scalar(response.contact)}")
    lines += [f"received: {response.received:%Y-%m-%d %H:%M}", f"channel: {response.channel}"]
    if response.confidential:
        lines.append("confidential: yes")
    if response.replaces:
        lines.append(f"replaces: {_scalar(response.replaces)}")
    if response.accepted_late:
        lines.append("accepted-late: yes")
    if response.original:
        lines.append(f"original: {response.original}")
    if response.answers:
        lines.append("answers:")
        for answer in response.answers:
            lines += _item(list(_answer(answer, response)))
    if response.general:
        lines += [
            "general:",
            *(f"  {line}" if line else "" for line in _comments(response.general, response)),
        ]
    if response.outside:
        lines += _text("outside", response.outside)
    return "\n".join(lines) + "\n"


def _answer(answer: Answer, response: Response) -> Iterator[str]:
    yield f"question: {_scalar(answer.question)}"
    if answer.stance is not None:
        yield f"stance: {_scalar(answer.stance)}"
    if answer.themes:
        yield f"themes: [{', '.join(map(_scalar, answer.themes))}]"
    yield from _comments(answer, response)


def _comments(answer: Answer, response: Response) -> Iterator[str]:
    # of a response that is confidential as a whole it goes without saying
    if answer.confidentiality is not Confidentiality.NONE and not response.confidential:
        yield f"confidentiality: {answer.confidentiality}"
    for key, text in (("reason", answer.reason), ("redacted", answer.redacted), ("text", answer.text)):
        if text or key == "text":
            yield from _text(key, text)


def _item(lines: list[str]) -> list[str]:
    first, *rest = lines
    return [f"  - {first}", *_indented(rest, 4)]


def _text(key: str, text: str) -> list[str]:
    if "\n" not in text and len(text) < 80:
        return [f"{key}: {_scalar(text)}"]
    if not _BLOCK.match(text) or text.endswith("\n"):
        return [f"{key}: {_quoted(text)}"]
    return [f"{key}: |-", *_indented(text.split("\n"), 2)]


def _indented(lines: Iterable[str], by: int) -> list[str]:
    return [f"{' ' * by}{line}" if line else "" for line in lines]


def _scalar(text: str) -> str:
    plain = _PLAIN.match(text) and text == text.strip() and text.lower() not in _WORDS
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    """In double quotation marks. JSON's pairs of surrogates, which YAML does not know, are written whole."""
    raw = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[^\x20-\x7e\xa1-\u1fff\u2010-\u2027\u2030-\ud7ff]", _escaped, raw)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"
