"""Words as the XHTML that ReqIF allows: paragraphs, tables, emphasis, the numbers of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise

from toolkit.model.footnote import FOOTNOTE
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;",
})  # fmt: skip
_TABULAR = frozenset({Kind.COLUMNS, Kind.ROW})
_AS_WRITTEN = frozenset({Kind.CODE, Kind.VERBATIM})


def escape(words: str) -> str:
    """Words between tags; what XML cannot hold becomes the replacement character."""
    return _NO_XML.sub("\ufffd", words).translate(_ESCAPES).replace("\r", "&#13;")


def quoted(words: str) -> str:
    """Words as the value of an attribute, in its quotation marks."""
    return f'"{_NO_XML.sub(chr(0xFFFD), words).translate(_QUOTED)}"'


def content(passages: Iterable[Passage], notes: Mapping[str, int]) -> str:
    """The words of passages in one div, without heading and labels, which are attributes; or nothing."""
    blocks: list[str] = []
    for tabular, some in groupby(passages, key=lambda one: one.kind in _TABULAR):
        if tabular:
            rows = "".join(_row(one, notes) for one in some)
            blocks.append(f"<xhtml:table><xhtml:tbody>{rows}</xhtml:tbody></xhtml:table>")
        else:
            blocks += (block for one in some if (block := _block(one, notes)))
    return f"<xhtml:div>{''.join(blocks)}</xhtml:div>" if blocks else ""


def inline(text: Text, notes: Mapping[str, int]) -> str:
    """The words of a text, with emphasis, forced line breaks and the numbers of its footnotes."""
    if not text.marks:
        return _broken(text.plain)
    return "".join(_segments(text, notes))


def _row(row: Passage, notes: Mapping[str, int]) -> str:
    tag = "xhtml:th" if row.kind is Kind.COLUMNS else "xhtml:td"
    return f"<xhtml:tr>{''.join(f'<{tag}>{inline(cell, notes)}</{tag}>' for cell in row.texts)}</xhtml:tr>"


def _block(passage: Passage, notes: Mapping[str, int]) -> str:
    if passage.kind is Kind.HEADING:
        return ""
    if passage.kind in _AS_WRITTEN:
        return f"<xhtml:pre>{escape(passage.plain)}</xhtml:pre>"
    words = _words(passage, notes)
    return f"<xhtml:p>{words}</xhtml:p>" if words else ""


def _words(passage: Passage, notes: Mapping[str, int]) -> str:
    texts = [inline(text, notes) for text in passage.texts]
    detail = escape(passage.detail)
    match passage.kind:
        case Kind.GAP:
            return detail
        case Kind.TERM:
            term = f"<xhtml:strong>“{texts[0]}”</xhtml:strong>"
            return " ".join(filter(None, (term, detail and f"({detail})", *texts[1:])))
        case Kind.CAPTION:
            return ": ".join(filter(None, (detail, *texts)))
        case Kind.CROSSHEADING:
            return f"<xhtml:strong>{texts[0]}</xhtml:strong>"
        case Kind.FOOTNOTE:
            return f"[{notes.get(passage.detail, detail)}] {texts[0]}"
        case Kind.ITEM:
            return f"• {texts[0]}"
    return "".join(texts)


def _segments(text: Text, notes: Mapping[str, int]) -> Iterator[str]:
    """Each stretch of words under the same marks."""
    points = sorted({0, len(text.plain), *(at for mark in text.marks for at in (mark.start, mark.end))})
    waiting = list(reversed(text.marks))
    over: list[Mark] = []
    for start, end in pairwise(points):
        over = [mark for mark in over if mark.end > start]
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        yield _marked(text.plain[start:end], over, notes)


def _marked(words: str, marks: Iterable[Mark], notes: Mapping[str, int]) -> str:
    kinds = [mark.kind for mark in marks]
    if FOOTNOTE in kinds:
        name = words.removeprefix("[^").removesuffix("]")
        return f"<xhtml:sup>[{notes.get(name, escape(name))}]</xhtml:sup>"
    written = _broken(words)
    for kind in reversed(kinds):
        written = f"<xhtml:{kind}>{written}</xhtml:{kind}>"
    return written


def _broken(words: str) -> str:
    return escape(words).replace("\n", "<xhtml:br/>")
