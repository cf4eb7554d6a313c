"""What is done to words, in words: for “15” substitute “5”, omit “or” at the end."""

from __future__ import annotations

from toolkit.compare.tokens import COMMON, tokens

from .instruction import EVERY, Words, WordsOp
from .occurrences import occurrences

_LONG = 16
"""Words that are quoted in full; of more, only the first and the last."""
_ENDS = 4
"""So many words at each end."""
_TIMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_SIGNS = {"": "a space", "“": "an opening quotation mark", "”": "a closing quotation mark"}


def quoted(words: str) -> str:
    """Words in quotation marks, without the white space around them."""
    core = words.strip()
    return _SIGNS.get(core, f"“{core}”")


def act_on_words(step: Words, old: str) -> str:
    """What an instruction does to words of a text, without the place."""
    if step.op is WordsOp.REWRITE:
        return _rewrite(old, step.words)
    start = occurrences(old, step.find)[max(step.which - 1, 0)]
    end = start + len(step.find)
    at_end = end == len(old)
    if step.op is WordsOp.INSERT_AFTER and at_end:
        return f"at the end insert {quoted(step.words)}"
    if step.op is WordsOp.INSERT_BEFORE and start == 0:
        return f"at the beginning insert {quoted(step.words)}"
    told = _told(step, old, start)
    match step.op:
        case WordsOp.INSERT_AFTER:
            return f"after {told} insert {quoted(step.words)}"
        case WordsOp.INSERT_BEFORE:
            return f"before {told} insert {quoted(step.words)}"
        case WordsOp.OMIT:
            return f"omit {_what(step.find)} at the end" if _by_end(step, old, at_end) else f"omit {told}"
    if _by_end(step, old, at_end):
        return f"at the end, for {_what(step.find)} substitute {quoted(step.words)}"
    return f"for {told} substitute {quoted(step.words)}"


def _rewrite(old: str, new: str) -> str:
    if not old.strip():
        return f"insert {quoted(new)}"
    return f"for {_what(old)} substitute {quoted(new)}" if new.strip() else f"omit {_what(old)}"


def _by_end(step: Words, old: str, at_end: bool) -> bool:
    """Whether the end says best which words are meant: where they are slight, or not the only ones."""
    slight = all(not token.is_word or token.word.lower() in COMMON for token in tokens(step.find.strip()))
    return at_end and step.which != EVERY and (slight or _count(old, step.find) > 1)


def _count(old: str, find: str) -> int:
    return len(occurrences(old, find.strip()))


def _told(step: Words, old: str, start: int) -> str:
    """The words, and which of them where they are not the only ones."""
    core = step.find.strip()
    if not core:
        return (
            f"the space after “{old[:start].rpartition(' ')[2]}”" if start else "the space at the beginning"
        )
    every = occurrences(old, core)
    if step.which == EVERY:
        return f"{_what(core)}, in {'both places' if len(every) == 2 else 'each place'} where it occurs,"
    if len(every) < 2:
        return _what(core)
    time = every.index(start + step.find.index(core[0]))
    word = _TIMES[time] if time < len(_TIMES) else f"{time + 1}th"
    return f"{_what(core)}, the {word} time it occurs,"


def _what(words: str) -> str:
    """Words in full; where they are many, from their beginning to their end."""
    core = words.strip()
    if not core:
        return "the space"
    pieces = core.split(" ")
    if len(pieces) <= _LONG:
        return quoted(core)
    return f"the words from {quoted(' '.join(pieces[:_ENDS]))} to {quoted(' '.join(pieces[-_ENDS:]))}"
