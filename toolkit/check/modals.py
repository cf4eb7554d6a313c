"""Where a text says shall, must, will or may: the words by which duties and powers are given.

What stands in quotation marks or brackets is spoken of or explained, and is no duty; headings, captions,
worked examples and matrices hold none either. The verb is meant, not the month May nor a person's will.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from typing import NamedTuple

from .names import quotations
from .subject import Line, Subject

_MODAL = re.compile(r"(?<![\w-])(shall|must|will|may|Shall|Must|Will)(?![\w-])")
_TO_BE = re.compile(r"(?<![\w-])(is|are)(?= to be\b)")
_GIVEN = re.compile(
    r"(?<![\w-])(shall|must|will|may|Shall|Must|Will|need not|(?:is|are) (?:not )?(?:to(?! (?:the|an?|any"
    r"|each|that|this|those|such|its?|all|every|which|whom|one|[^a-z]))"
    r"|(?:required|obliged|entitled|permitted) to))(?![\w-])"
)
_NOUN_BEFORE = re.compile(r"(?:\b(?:a|an|the|at|of|its|his|her|their|free|good|own)) \Z")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SENTENCE_END = re.compile(r"[.;:?!—](?=[\s”’\"')]|\Z)")
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|whether|if|where|when|whenever|how|what|until|unless|because|so|as|than"
    r"|once|while|before|after|since|provided)\b",
    re.IGNORECASE,
)


_FAR = 600
"""Characters around a modal verb that are taken to be of its sentence."""


class Modal(NamedTuple):
    """One shall, must, will or may."""

    line: Line
    start: int
    end: int
    word: str
    """In lower case."""
    words: str
    """The text of the line, with spaces for what stands in quotation marks and brackets."""
    sentence: tuple[int, int]
    """Where the part of a sentence, up to a full stop, colon or semicolon, begins and ends."""

    @property
    def before(self) -> str:
        """The part of its sentence that stands before it."""
        return self.words[max(self.sentence[0], self.start - _FAR) : self.start].strip()

    @property
    def after(self) -> str:
        """The part of its sentence that stands after it."""
        return self.words[self.end : min(self.sentence[1], self.end + _FAR)].strip()

    @property
    def of_main_clause(self) -> bool:
        """Whether the words since the last comma do not make it part of a condition or relative clause."""
        return not _SUBORDINATE.search(self.before.rpartition(",")[2])


def modals(subject: Subject) -> tuple[Modal, ...]:
    """Every modal verb of a version's prose, in order. Ask for it by Subject.once."""
    return tuple(one for line in subject.lines if line.prose for one in _in_line(line))


def holding(subject: Subject, words: frozenset[str]) -> frozenset[str]:
    """The ids of what holds one of some modal verbs itself. What its texts cite is not read for it."""
    return frozenset(
        passage.owner
        for passage, text in subject.prose
        if _MODAL.search(text.plain) and any(found[0].lower() in words for found in _verbs(said(text.plain)))
    )


def to_be(subject: Subject) -> tuple[Modal, ...]:
    """Every “is to be”, which gives a duty as shall does, in order; its word is is or are."""
    return tuple(one for line in subject.lines if line.prose for one in _in_line(line, _TO_BE))


def given_in(line: Line) -> tuple[Modal, ...]:
    """Every word of a line by which duties and powers are given: is to, need not and is required to, too."""
    return tuple(_in_line(line, _GIVEN))


def duties(subject: Subject) -> tuple[Modal, ...]:
    """Where a text says shall, must, will or may, or that something is to be done, in order."""
    places = {id(line): at for at, line in enumerate(subject.lines)}
    return tuple(
        merge(subject.once(modals), to_be(subject), key=lambda one: (places[id(one.line)], one.start))
    )


def _in_line(line: Line, pattern: re.Pattern[str] = _MODAL) -> Iterator[Modal]:
    if not pattern.search(line.text.plain):
        return
    words = said(line.text.plain)
    parts = _parts(words)
    at = 0
    for found in _verbs(words, pattern):
        while parts[at][1] <= found.start():
            at += 1
        yield Modal(line, found.start(), found.end(), found[0].lower(), words, parts[at])


def _verbs(words: str, pattern: re.Pattern[str] = _MODAL) -> Iterator[re.Match[str]]:
    """Where a verb stands that is no noun."""
    for found in pattern.finditer(words):
        if not _NOUN_BEFORE.search(words, max(0, found.start() - 8), found.start()):
            yield found


def said(plain: str) -> str:
    """A text with spaces for what stands in quotation marks and brackets; its length does not change."""
    for start, end in quotations(plain):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    if "(" not in plain and "[" not in plain:
        return plain
    for _ in range(2):  # paragraph (a) within brackets
        plain = _BRACKETS.sub(lambda found: " " * len(found[0]), plain)
    return plain


def _parts(words: str) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(words):
        parts.append((start, end.start()))
        start = end.end()
    parts.append((start, len(words) + 1))
    return parts
