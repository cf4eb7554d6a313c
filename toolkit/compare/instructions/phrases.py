"""From the edits of a text to what an instruction says of it: which words, which time they occur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.compare.tokens import COMMON, tokens
from toolkit.model.change import Edit, Op

from .instruction import EVERY, WordsOp
from .occurrences import Span, occurrences, replaced

MOST = 6
"""More changes than this in one text are one: it is set out anew."""
REWRITTEN = 0.6
"""The share of a text's words that may go before it is set out anew."""
_SHORT = 8
"""Words of a text that is never too much changed to say how."""
_TIMES = 3
"""The most often that words may occur and still be told by which time it is."""
_REACH = 3
"""How many neighbouring words may be taken in on each side to tell one occurrence from the others."""
_ISLAND = 2
"""Words that stand between two changes which read better as one."""


class Phrase(NamedTuple):
    """What is done to words of a text; the fields are those of Words."""

    op: WordsOp
    find: str
    which: int
    of: int
    words: str
    consequential: bool = False


@dataclass(frozen=True, slots=True)
class _Hunk:
    """text[start:end] becomes words."""

    start: int
    end: int
    words: str
    consequential: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end, self.words)


def phrases(old: str, edits: Sequence[Edit]) -> tuple[Phrase, ...]:
    """What to do to a text, each instruction on its own, all of them on the text as it stands."""
    new = "".join(edit.text for edit in edits if edit.op is not Op.OMIT)
    hunks = _joined(old, _hunks(edits))
    if not _is_rewritten(old, hunks):
        found = tuple(_Text(old).phrases(hunks))
        if None not in found and replaced(old, spans(old, found)) == new:  # type: ignore[arg-type]  # no None
            return found  # type: ignore[return-value]  # as above
    return (rewritten(old, new),)


def rewritten(old: str, new: str) -> Phrase:
    """All the words of a text are others."""
    return Phrase(WordsOp.REWRITE, old, 1, 1, new)


def spans(text: str, found: Sequence[Phrase]) -> list[Span]:
    """What phrases replace, in order; ValueError where the words do not occur as often as they say."""
    return sorted(span for phrase in found for span in _spans(text, phrase))


def _spans(text: str, phrase: Phrase) -> Iterator[Span]:
    starts = [0] if phrase.op is WordsOp.REWRITE and text == phrase.find else occurrences(text, phrase.find)
    if len(starts) != phrase.of or (phrase.op is WordsOp.REWRITE and text != phrase.find):
        raise ValueError(phrase.find)
    for start in starts if phrase.which == EVERY else [starts[phrase.which - 1]]:
        end = start + len(phrase.find)
        match phrase.op:
            case WordsOp.INSERT_AFTER:
                yield Span(end, end, phrase.words)
            case WordsOp.INSERT_BEFORE:
                yield Span(start, start, phrase.words)
            case _:
                yield Span(start, end, phrase.words)


def _hunks(edits: Sequence[Edit]) -> list[_Hunk]:
    """The stretches that change; where only white space is shared at an end, without it."""
    found: list[_Hunk] = []
    at = 0
    for edit in edits:
        if edit.op is Op.SAME:
            at += len(edit.text)
            continue
        last = found[-1] if found and found[-1].end == at else None
        hunk = last or _Hunk(at, at, "", edit.consequential)
        follows = hunk.consequential and edit.consequential
        if edit.op is Op.OMIT:
            hunk = replace(hunk, end=at + len(edit.text), consequential=follows)
            at += len(edit.text)
        else:
            hunk = replace(hunk, words=hunk.words + edit.text, consequential=follows)
        found[len(found) - bool(last) :] = [hunk]
    return found


def _joined(text: str, hunks: Sequence[_Hunk]) -> list[_Hunk]:
    """Changes with hardly a word between them are one, unless both only follow from a renumbering."""
    done: list[_Hunk] = []
    for hunk in hunks:
        last = done[-1] if done else None
        if last and not (last.consequential or hunk.consequential):
            between = tokens(text[last.end : hunk.start])
            ends = any(token.ends_sentence for token in between)
            if (
                not ends
                and sum(token.is_word for token in between) <= _ISLAND
                and len(between) <= _ISLAND + 2
            ):
                words = last.words + text[last.end : hunk.start] + hunk.words
                done[-1] = _Hunk(last.start, hunk.end, words, False)
                continue
        done.append(hunk)
    return done


def _is_rewritten(text: str, hunks: Sequence[_Hunk]) -> bool:
    every = len(tokens(text))
    gone = sum(len(tokens(text[hunk.start : hunk.end])) for hunk in hunks)
    come = sum(bool(hunk.words) for hunk in hunks)
    if len(hunks) > MOST or not text or (hunks and hunks[0].end - hunks[0].start == len(text)):
        return True
    return bool(come) and every > _SHORT and gone > REWRITTEN * every


class _Text:
    """One text with the places at which it may be cut."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for token in tokens(text):
            self.starts.append(at)
            self.ends.append(at + len(token.word))
            at += len(token.word) + len(token.space)

    def phrases(self, hunks: Sequence[_Hunk]) -> Iterator[Phrase | None]:
        """The phrase of each change; None where whole words cannot tell it."""
        alike: dict[tuple[str, str], list[_Hunk]] = defaultdict(list)
        for hunk in hunks:
            alike[self.text[hunk.start : hunk.end], hunk.words].append(hunk)
        done: set[tuple[str, str]] = set()
        low = 0
        for at, hunk in enumerate(hunks):
            key = (self.text[hunk.start : hunk.end], hunk.words)
            high = hunks[at + 1].start if at + 1 < len(hunks) else len(self.text)
            if key in done:
                continue
            if len(alike[key]) > 1 and self._is_every(key[0], len(alike[key])):
                done.add(key)
                op = WordsOp.SUBSTITUTE if hunk.words else WordsOp.OMIT
                yield Phrase(op, key[0], EVERY, len(alike[key]), hunk.words, hunk.consequential)
                continue
            phrase, low = self._inserted(hunk, low, high) if not key[0] else self._changed(hunk, low, high)
            yield phrase

    def _is_every(self, find: str, count: int) -> bool:
        return bool(find) and count == self.count(find) == self.count(find.strip())

    def count(self, find: str) -> int:
        """How often words occur."""
        return len(occurrences(self.text, find))

    def _changed(self, hunk: _Hunk, low: int, high: int) -> tuple[Phrase | None, int]:
        """Words that go, told by themselves, by their neighbours, or by which time they occur."""
        core = self.text[hunk.start : hunk.end].strip()
        start, end = hunk.start, hunk.end
        if self.count(core) > 1 and not self._is_told(core, hunk):
            start, end = self._widened(hunk, low, high)
        words = self.text[start : hunk.start] + hunk.words + self.text[hunk.end : end]
        op = WordsOp.SUBSTITUTE if words else WordsOp.OMIT
        return self._phrase(op, start, end, start, words, hunk.consequential), end

    def _is_told(self, core: str, hunk: _Hunk) -> bool:
        """Whether it is clear enough which time is meant."""
        if hunk.end == len(self.text):
            return True
        telling = any(token.is_word and token.word.lower() not in COMMON for token in tokens(core))
        return telling and self.count(core) <= _TIMES

    def _widened(self, hunk: _Hunk, low: int, high: int) -> tuple[int, int]:
        """The words with as few neighbours as make them unique; else on their own."""
        before = [at for at in self.starts if low <= at < hunk.start][-_REACH:]
        after = [at for at in self.ends if hunk.end < at <= high][:_REACH]
        choices = [
            (left + right, right, start, end)
            for left, start in enumerate([hunk.start, *reversed(before)])
            for right, end in enumerate([hunk.end, *after])
        ]
        for _, _, start, end in sorted(choices):
            if self.count(self.text[start:end].strip()) == 1:
                return start, end
        return hunk.start, hunk.end

    def _inserted(self, hunk: _Hunk, low: int, high: int) -> tuple[Phrase | None, int]:
        """Words that come, told by what stands before them, else by what stands after them."""
        at, words = hunk.start, hunk.words
        while at > low and words[-1:].isspace() and self.text[at - 1] == words[-1]:
            at, words = at - 1, words[-1] + words[:-1]
        before = [start for start in self.starts if low <= start < at][-_REACH - 1 :]
        for start in reversed(before):
            if start != before[0] and not any(map(str.isalnum, self.text[start:at])):
                continue  # after a comma alone nobody would look for it
            if self.count(self.text[start:at].strip()) == 1 or (start == before[0] and at == len(self.text)):
                op = WordsOp.INSERT_AFTER
                return self._phrase(op, start, at, start, words, hunk.consequential), low
        after = [end for end in self.ends if at < end <= high][: _REACH + 1]
        for end in after:
            if self.count(self.text[at:end].strip()) == 1 or at == 0:
                return self._phrase(WordsOp.INSERT_BEFORE, at, end, at, words, hunk.consequential), low
        if before:
            op = WordsOp.INSERT_AFTER
            return self._phrase(op, before[-1], at, before[-1], words, hunk.consequential), low
        end = after[0] if after else at
        return self._phrase(WordsOp.INSERT_BEFORE, at, end, at, words, hunk.consequential), low

    def _phrase(self, op: WordsOp, start: int, end: int, at: int, words: str, follows: bool) -> Phrase | None:
        find = self.text[start:end]
        every = occurrences(self.text, find)
        if at not in every:
            return None
        return Phrase(op, find, every.index(at) + 1, len(every), words, follows)
