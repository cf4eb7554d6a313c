"""A word is capitalised as a defined term, and nothing defines it.

Capitals promise a definition. A term that is defined neither in the document nor by the documents it
rests on (their terms are listed in documents/_external) leaves its meaning open; often it is a defined
term that was misremembered.

Only a document that defines terms is looked at. Passed over are headings and captions, the first word of
a sentence or cell, what stands in quotation marks, names of documents, citations with their headings,
names that fill a cell of a table or a matrix, what is capitalised everywhere (months, places, Acts),
placeholders, and names that the text itself gives with their letters in brackets, before and after. What
comes near to a defined term is left to near-miss-of-term, and Days that were Working Days to
days-for-working-days.

Bad:  the Migration Widget shall, where no Migration Widget is defined
Good: the Migration Common File shall, where it is

What to do: define it, write it as it is defined, or take its capitals away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter

from toolkit.model.diagnostic import Severity

from ..acronyms import expansions
from ..lost_working import lost_working
from ..names import merged
from ..rule import Flaw, Rule
from ..subject import Subject
from ..unknown_names import near_misses, unknown_names


def _find(subject: Subject) -> Iterator[Flaw]:
    if not subject.index.definitions:
        return
    found = subject.once(unknown_names)
    if not found:
        return
    names, told, given = _names(subject), _told(subject), _given(subject)
    for line, on_line in groupby(found, key=attrgetter("line")):
        taken = list(told.get(id(line.text), ()))
        if given:
            taken += [one.span() for one in given.finditer(line.text.plain)]
        taken = merged(taken)
        for _, start, end in on_line:
            at = bisect_left(taken, end, key=itemgetter(0))
            if not at or taken[at - 1][1] <= start:
                words = line.text.plain[start:end]
                message = f"“{words}” is not defined, and it is capitalised."
                yield Flaw(line.place(start, end), message, _hint(words, names))


def _told(subject: Subject) -> dict[int, list[tuple[int, int]]]:
    """By id() of the text: where other rules tell more of a name than that nothing defines it."""
    told: dict[int, list[tuple[int, int]]] = {}
    for miss in subject.once(near_misses):
        told.setdefault(id(miss.line.text), []).append((miss.start, miss.end))
    for period, _ in subject.once(lost_working):
        told.setdefault(id(period.text), []).append((period.start, period.end))
    for one in subject.once(expansions):
        if one.line is not None:
            told.setdefault(id(one.line.text), []).append((one.start, one.end))
    return told


def _given(subject: Subject) -> re.Pattern[str] | None:
    """The names that the text gives together with their letters, and those letters."""
    inline = [one for one in subject.once(expansions) if one.line is not None]
    names = sorted(
        {name for one in inline for name in (one.acronym, one.words)}, key=lambda one: (-len(one), one)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})s?(?!\w)") if names else None


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


RULE = Rule("C106", "undefined-term", Severity.WARNING, _find, __doc__)
