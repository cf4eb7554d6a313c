"""A word is capitalised as a defined term, and nothing defines it.

Capitals promise a definition. A term that is defined neither in the document nor by the documents it
rests on (their terms are listed in documents/_external) leaves its meaning open; often it is a defined
term that was misremembered.

Only a document that defines terms is looked at. Passed over are headings and captions, the first word of
a sentence or cell, what stands in quotation marks, names of documents, citations with their headings,
names that fill a cell of a table or a matrix, and what is capitalised everywhere: months, places, Acts.

Bad:  the Migration Widget shall, where no Migration Widget is defined
Good: the Migration Common File shall, where it is

What to do: define it, write it as it is defined, or take its capitals away.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..capitals import capitalised, joined, vocabulary_of
from ..names import names_in
from ..rule import Flaw, Rule
from ..subject import Line, Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    if not subject.index.definitions:
        return
    known = names_in(subject)
    vocabulary = vocabulary_of(line.text.plain for line in subject.lines)
    names = _names(subject)
    for line in subject.lines:
        if not _looked_at(line):
            continue
        text = line.text.plain
        for start, end in capitalised(text, known.stretches(line), vocabulary):
            start, end = _with_terms(line, start, end)
            words = text[start:end]
            message = f"“{words}” is not defined, and it is capitalised."
            yield Flaw(line.place(start, end), message, _hint(words, names))


def _names(subject: Subject) -> tuple[str, ...]:
    """Every name of the terms that the document defines."""
    own = subject.context.terms.own
    return tuple(name for term in own for name in (term.name, term.abbreviation) if name)


@lru_cache(maxsize=4096)
def _hint(words: str, terms: tuple[str, ...]) -> str:
    near = get_close_matches(words, terms, 1, 0.8)
    if near:
        return f"Did you mean “{near[0]}”? Else define it, or take its capitals away."
    return "Define it, write it as it is defined, or take its capitals away."


def _looked_at(line: Line) -> bool:
    """Prose, but not the first cell of a row, which names it; nor a defined term, which stands for itself."""
    names = line.passage.kind in (Kind.ROW, Kind.TERM) and line.column == 0
    return line.prose and not names


def _with_terms(line: Line, start: int, end: int) -> tuple[int, int]:
    """A stretch with the terms it goes on from or goes on to: the Desk of “Migration Desk”."""
    text = line.text.plain
    for use in line.terms:
        if joined(text, use.end, start) and not text[use.start : use.end].endswith(("’", "’s", "'", "'s")):
            start = use.start
        elif joined(text, end, use.start):
            end = use.end
    return start, end


RULE = Rule("C106", "undefined-term", Severity.WARNING, _find, __doc__)
