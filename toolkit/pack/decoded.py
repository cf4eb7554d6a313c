"""Everything that an output says, as text: packages unpacked, markup parted from words, codes resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_DEEPEST = 4
"""Packages in packages that are unpacked."""


def decoded(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The texts of an output, its name among them, each with where it stands; empty for the whole file.

    The same words may come more than once: as they are, without markup, with markup as a space. What
    belongs to a package in no way that is known is read as it is.
    """
    yield "its name", unquote(name)
    if data.startswith(_ZIP) and depth < _DEEPEST:
        yield from _package(data, depth)
    elif data.startswith(_PDF):
        yield from _pdf(data)
    else:
        yield from (("", text) for text in _texts(data))


def _package(data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    try:
        with ZipFile(BytesIO(data)) as file:
            yield "its comment", file.comment.decode("utf-8", "replace")
            for one in file.infolist():
                for where, text in decoded(one.filename, file.read(one), depth + 1):
                    yield (f"{one.filename}, {where}" if where else one.filename), text
                yield one.filename, one.comment.decode("utf-8", "replace")
    except (BadZipFile, NotImplementedError, RuntimeError):
        yield from (("", text) for text in _texts(data))


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    from toolkit.render.pdf_words import pdf_words

    for where, text in pdf_words(data):
        yield where, text
        if "<" in text and not where.startswith("page"):
            yield from ((where, each) for each in _marked_up(text))


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        text = data.decode("utf-16", "replace")
    else:
        text = data.decode("utf-8", "replace")
    yield from _marked_up(text) if "<" in text else (_resolved(text),)


_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)


def _marked_up(text: str) -> Iterator[str]:
    """Words with tags taken out, with tags as spaces, and what stands in the tags: attributes, comments."""
    pieces = _TAG.split(text)
    words = pieces[::2]
    yield _resolved("".join(words))
    yield _resolved(" ".join(words))
    yield _resolved("\n".join(dict.fromkeys(pieces[1::2])))


_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\[nrt]")


def _resolved(text: str) -> str:
    """Text as it is read: &amp;, %20 and the \\u00e9 of JSON are the characters they stand for."""
    if "&" in text:
        text = unescape(text)
    if "%" in text:
        text = unquote(text)
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else " "
