"""“Respectively” joins two lists of unequal length.

It says that the first of one list belongs to the first of the other, the second to the second, and so on;
where one list is longer, something belongs to nothing. Lists are what stands between commas and one “and”
or “or” in the same sentence, or a number in words; a sentence in which a range stands is left alone.

Bad:  Clauses 4.29 and 4.30 give 15, 10 and 5 days respectively
Good: Clauses 4.29 and 4.30 give 15 and 5 days respectively

What to do: make the lists equal, or say in words what belongs to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.cite.citation import Range
from toolkit.model.diagnostic import Severity

from ..counts import NUMBER, number_of
from ..dates import sentences
from ..rule import Flaw, Rule
from ..subject import Line, Subject

_WORD = re.compile(r"\brespective(?:ly)\b", re.I)
_JOINT = re.compile(r"(?P<comma>,)?\s(?:and|or|and/or)\s")
_COMMA = re.compile(r",\s")
_ARTICLES = frozenset({"a", "an", "any", "each", "its", "that", "the", "their", "this"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"}
)
_NO_ITEM = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|shall|must|will|may|can|means?|which|that|who|where|when|if|unless"
    r"|respectively|applies|apply|relates?|refers?|in accordance|for the purposes)\b|[:;(]"
)
_NUMBERED = re.compile(rf"\b(?P<number>{NUMBER})\s(?!of\b)[a-z-]+s\b", re.I)
_RANGE = re.compile(r"\d\s?[–-]\s?\d|\bto\s\(?[a-z0-9.]{1,4}\)")
_MOST_WORDS = 8
"""Of one thing in a list."""
_LAST_WORDS = 4
"""Of the words before a comma, that can be the first thing of a list."""
_LONGEST_SENTENCE = 1500
"""Characters; what “respectively” joins in a longer one, nobody can tell."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        plain = line.text.plain
        if not line.prose or "espectively" not in plain:
            continue
        for start, end in sentences(plain):
            words = list(_WORD.finditer(plain, start, end))
            if len(words) != 1 or end - start > _LONGEST_SENTENCE or _has_range(line, start, end):
                continue
            at = words[0]
            sizes = _sizes(plain, start, end, at.start())
            if sizes:
                message = f"“Respectively” joins lists of {' and '.join(map(str, sizes))}."
                hint = "Make the lists equal, or say in words what belongs to what."
                yield Flaw(line.place(at.start(), at.end()), message, hint)


def _has_range(line: Line, start: int, end: int) -> bool:
    cited = any(one.range is not Range.NONE for one in line.citations if start <= one.start < end)
    return cited or bool(_RANGE.search(line.text.plain, start, end))


def _sizes(plain: str, start: int, end: int, at: int) -> tuple[int, int] | None:
    """The lengths of the list nearest to the word and of the one before it, where no two lists agree."""
    lists = _lists(plain, start, end)
    before = [size for where, size in lists if where < at]
    after = [size for where, size in lists if where > at]
    if len(before) == 1 and after:
        nearest = after[0]
    elif len(before) > 1:
        nearest = before.pop()
    else:
        return None
    return None if nearest in before else (before[-1], nearest)


def _lists(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the lists of a sentence stand, by their last joint, and how many things each names."""
    found: list[tuple[int, int]] = []
    floor = start
    for joint in _JOINT.finditer(plain, start, end):
        pieces = _COMMA.split(plain[floor : joint.start()])
        size = 2
        while len(pieces) > 1 and _one_list(pieces[-2], pieces[-1]):
            pieces.pop()
            size += 1
        found.append((joint.start(), size))
        floor = joint.end()
    numbered = ((one.start(), number_of(one["number"])) for one in _NUMBERED.finditer(plain, start, end))
    return sorted([*found, *numbered])


def _one_list(before: str, item: str) -> bool:
    """Whether what stands before a comma ends with one more thing such as the one after it."""
    words, last = item.split(), before.split()[-_LAST_WORDS:]
    if not words or not last or len(words) > _MOST_WORDS or _NO_ITEM.search(item):
        return False
    shape = _shape(words[0])
    if shape:
        return any(_shape(word) == shape for word in last)
    return len(before.split()) <= _LAST_WORDS and not _NO_ITEM.search(before)


def _shape(word: str) -> str:
    """How a thing in a list begins: with a figure, ordinal, capital or article; empty for any other word."""
    if word[0].isdigit():
        return "0"
    if word.lower() in _ORDINALS:
        return "first"
    if word != "A" and word.lower() in _ARTICLES:
        return word.lower()
    return "A" if word[0].isupper() else ""


RULE = Rule("C157", "unequal-respectively", Severity.WARNING, _find, __doc__)
