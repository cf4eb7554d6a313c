"""A response table for a terminal: question by question, in columns and paragraphs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from toolkit.consult.response_table import VIEWS, AnswerRow, QuestionTable, ResponseTable, ThemeRow

from .response_rows import GENERAL
from .response_words import plain_words

_HEADS = ("Support", "With comments", "No view", "Object", "In part", "No answer")
"""For VIEWS, in few enough letters for a terminal."""


def response_text(table: ResponseTable, width: int = 100) -> str:
    """The table as lines of at most `width` columns where words allow it, without a last line feed."""
    mark = (table.marking, "") if table.marking else ()
    kinds = "; ".join(f"{name} {count}" for name, count in table.organisations)
    lines = [
        *mark,
        f"{table.consultation.title}: {table.respondents} counted{f' ({kinds})' if kinds else ''}",
    ]
    for one in table.questions:
        lines += ["", *_question(one, width)]
    if table.general:
        lines += ["", GENERAL, *(line for row in table.general for line in _answer(row, width))]
    return "\n".join((*lines, *reversed(mark)))


def _question(one: QuestionTable, width: int) -> Iterator[str]:
    yield f"{one.question.label}: {one.question.about}"
    yield from _wrapped(" ".join(one.sentences), width, 2)
    yield ""
    yield from _views(one)
    for theme in one.themes:
        yield ""
        yield from _theme(theme, width)
    if one.conclusion:
        yield ""
        yield from _wrapped(f"Conclusion: {plain_words(one.conclusion)}", width, 2)
    if one.answers:
        yield ""
        for row in one.answers:
            yield from _answer(row, width)


def _views(one: QuestionTable) -> Iterator[str]:
    first = max(len(row.organisation) for row in one.views)
    rows = [("", *_HEADS, "All"), *((row.organisation, *row.counts, sum(row.counts)) for row in one.views)]
    for name, *cells in rows:
        counts = "  ".join(
            str(cell).rjust(len(head)) for cell, head in zip(cells, (*_HEADS, "All"), strict=True)
        )
        yield f"  {str(name).ljust(first)}  {counts}"


def _theme(theme: ThemeRow, width: int) -> Iterator[str]:
    made = f"; changed: {'; '.join(theme.made)}" if theme.made else ""
    yield from _wrapped(f"{theme.respondents}  {theme.topic} ({theme.standing}{made})", width, 2, 5)
    for words in (theme.sentence, theme.reply):
        yield from _wrapped(plain_words(words), width, 5)


def _answer(row: AnswerRow, width: int) -> Iterator[str]:
    view = f": {row.view}" if row.view else ""
    note = f" [{row.note}]" if row.note else ""
    yield from _wrapped(f"{row.respondent}{view}{note}", width, 2)
    for paragraph in row.text.split("\n"):
        yield from _wrapped(paragraph, width, 5)


def _wrapped(text: str, width: int, indent: int, hanging: int | None = None) -> list[str]:
    return textwrap.wrap(
        text, max(width, 40), initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hanging is None else hanging), break_on_hyphens=False,
    )  # fmt: skip


assert len(_HEADS) == len(VIEWS)
