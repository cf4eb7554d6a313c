"""Passages as people read them, in plain words: labels, footnote numbers, cells of tables."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.model.footnote import marks_in
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Text

_TABULAR = frozenset({Kind.COLUMNS, Kind.ROW})


def printed(passage: Passage, notes: Mapping[str, int]) -> str:
    """The label of a passage and its words; a forced line break is a newline, cells have a bar between."""
    texts = [words(text, notes) for text in passage.texts]
    detail = passage.detail
    match passage.kind:
        case Kind.GAP:
            return detail
        case Kind.TERM:
            return " ".join(filter(None, (f"“{texts[0]}”", detail and f"({detail})", *texts[1:])))
        case Kind.CAPTION:
            return ": ".join(filter(None, (detail, *texts)))
        case Kind.FOOTNOTE:
            return f"[{notes.get(detail, detail)}] {texts[0]}"
        case Kind.ITEM:
            return f"• {texts[0]}"
        case _ if passage.kind in _TABULAR:
            return " | ".join(texts)
    return " ".join(filter(None, (passage.label.own, *texts)))


def words(text: Text, notes: Mapping[str, int]) -> str:
    """The words of a text, with the numbers of its footnotes."""
    plain = text.plain
    for mark in reversed(tuple(marks_in(text))) if text.marks else ():
        plain = f"{plain[: mark.start]}[{notes.get(mark.name, mark.name)}]{plain[mark.end :]}"
    return plain
