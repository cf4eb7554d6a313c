"""What a PDF says, read back by pikepdf from its content and tags, without what is marked as an artifact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
Meanings = dict[int, str]


def tagged_words(pdf: bytes) -> str:
    """The words in the order of the tags: what a screen reader says."""
    with pikepdf.open(BytesIO(pdf)) as book:
        spoken = {
            page.objgen: _joined(_marked_words(page, artifacts=False))
            for page in (one.obj for one in book.pages)
        }
        return "".join(_said(book.Root.StructTreeRoot, spoken, None))


def artifact_words(pdf: bytes) -> list[str]:
    """The words of each page that are marked as artifacts."""
    with pikepdf.open(BytesIO(pdf)) as book:
        return ["".join(words for _, words in _marked_words(page.obj, artifacts=True)) for page in book.pages]


def unmarked_words(pdf: bytes) -> str:
    """Words that are neither tagged nor an artifact; PDF/UA allows none."""
    with pikepdf.open(BytesIO(pdf)) as book:
        return "".join(words for page in book.pages for kind, words in _words(page.obj) if kind is None)


def _said(
    element: pikepdf.Object, spoken: dict[tuple[int, int], dict[int, str]], page: tuple[int, int] | None
) -> Iterator[str]:
    at = element.Pg.objgen if "/Pg" in element else page
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") != "/OBJR":
                yield from _said(kid, spoken, at)
        elif at is not None:
            yield spoken[at].get(int(kid), "")


def _joined(marked: Iterator[tuple[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for number, words in marked:
        found[number] = found.get(number, "") + words
    return found


def _marked_words(page: pikepdf.Object, artifacts: bool) -> Iterator[tuple[int, str]]:
    for kind, words in _words(page):
        if artifacts and kind == "artifact":
            yield -1, words
        elif not artifacts and isinstance(kind, int):
            yield kind, words


Mark = int | str | None


def _words(page: pikepdf.Object) -> Iterator[tuple[Mark, str]]:
    """Stretches of words with their MCID, "artifact", or None for neither."""
    meanings = {name: _meanings(font) for name, font in page.Resources.Font.items()}
    font: Meanings = {}
    stack: list[tuple[Mark, str | None]] = [(None, None)]
    """What each open stretch is, and the words that stand for all in it."""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                stack.append(_mark(list(operands), stack[-1]))
                if stack[-1][1] is not None and stack[-2][1] is None:
                    yield stack[-1][0], stack[-1][1]
            case "EMC":
                stack.pop()
            case "Tf":
                font = meanings[str(operands[0])]
            case "Tj" | "TJ" if stack[-1][1] is None:
                yield stack[-1][0], _decoded(operands[0], font)


def _mark(operands: list[pikepdf.Object], outer: tuple[Mark, str | None]) -> tuple[Mark, str | None]:
    if str(operands[0]) == "/Artifact":
        return "artifact", outer[1]
    more = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
    kind = int(more.MCID) if "/MCID" in more else outer[0]
    return kind, str(more.ActualText) if "/ActualText" in more else outer[1]


def _decoded(shown: pikepdf.Object, font: Meanings) -> str:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(font.get(int.from_bytes(data[n : n + 2]), "\ufffd") for n in range(0, len(data), 2))


def _meanings(font: pikepdf.Object) -> Meanings:
    """What each glyph of a font means, from its ToUnicode table."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    return {
        int(code, 16): bytes.fromhex(meaning).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL)
        for code, meaning in _PAIR.findall(block)
    }
