"""Laws of the PDF over random marked copies: it is made, it says both texts, and every word has a tag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from tests.docx.marked_views import marked_views
from tests.pdf.pdf_text import unmarked_words
from toolkit.model.passage import Kind, Passage
from toolkit.render.pdf import pdf
from toolkit.render.pdf_data import print_data
from toolkit.render.templates import Templates
from toolkit.render.view import View

TEMPLATES = Templates.of()


@settings(max_examples=40, deadline=None)
@given(marked_views())
def test_any_copy_can_be_printed_and_every_word_has_a_tag(view: View) -> None:
    assert unmarked_words(pdf(view, TEMPLATES, "x")) == ""


@given(marked_views())
def test_the_data_say_the_old_and_the_new_text(view: View) -> None:
    data = print_data(view, "").data
    lines = [line for _, blocks in data["blocks"] for block in blocks for line in _lines(block)]
    for line, shown in zip(lines, view.passages, strict=True):
        old, new = shown.marked.old, shown.marked.new
        if old and new and old.texts != new.texts and not any(shown.marked.edits):
            continue  # what changed is not said
        columns = shown.marked.columns
        assert _said(line, "del") == (_texts(old, [one.old for one in columns]) if old else None)
        assert _said(line, "ins") == (_texts(new, [one.new for one in columns]) if new else None)


def _lines(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [*block["captions"], *block["columns"], *block["rows"]] if block["kind"] == "grid" else [block]


def _said(line: dict[str, Any], side: str) -> list[str] | None:
    """The texts of one side without spaces; None where the line does not stand on it."""
    if line["whole"] and not line["whole"].startswith(side):
        return None
    each = [(*line["label"], *line["words"][0])] if line["kind"] == "gap" else line["words"]
    return _trimmed(["".join(_pieces(words, side)) for words in each])


def _pieces(words: list[Any], side: str) -> Iterator[str]:
    for kind, pieces in words:
        if not kind or kind.startswith(side):
            yield from (piece[0] for piece in pieces)


def _texts(passage: Passage, columns: list[int | None]) -> list[str]:
    """The texts of one side, those of a table with other columns at the columns in which they are printed."""
    texts = [passage.detail] if passage.kind is Kind.GAP else [text.plain for text in passage.texts]
    at = columns or [*range(len(texts))]
    return _trimmed([texts[n] if n is not None and n < len(texts) else "" for n in at])


def _trimmed(texts: list[str]) -> list[str]:
    while texts and not texts[-1].strip():
        texts.pop()
    return ["".join(text.split()) for text in texts]
