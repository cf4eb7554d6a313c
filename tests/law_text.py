"""The words that a printed document must say, in order: labels and texts of its passages."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.passage import Kind, Passage
from toolkit.render.view import View


def new_side(view: View) -> list[Passage]:
    return [shown.marked.new for shown in view.passages if shown.marked.new]


def old_side(view: View) -> list[Passage]:
    return [shown.marked.old for shown in view.passages if shown.marked.old]


def said(passages: Iterable[Passage]) -> str:
    """Labels and texts without white space, which is set differently in every format."""
    return "".join("".join(_parts(passage)) for passage in passages).translate(
        {ord(c): None for c in " \n\t\u00a0"}
    )


def _parts(passage: Passage) -> list[str]:
    texts = [text.plain for text in passage.texts]
    match passage.kind:
        case Kind.GAP:
            return [passage.detail]
        case Kind.TERM:
            return [texts[0], f"({passage.detail})" if passage.detail else "", *texts[1:]]
        case Kind.CAPTION:
            return [": ".join(part for part in (passage.detail, texts[0]) if part)]
        case _:
            return [passage.label.own, *texts]
