"""The words that changed between two texts, as a person would mark them.

Text is compared word by word, never by the letter. The shortest list of edits is not the clearest one:
what is found here, tidy.py makes readable.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import accumulate

from rapidfuzz.distance import Indel

from toolkit.model.change import Edit, Op
from toolkit.model.rising import longest_rising

from .marking import marked
from .runs import Run, joined
from .tidy import tidy
from .tokens import Token, tokens
from .units import Stretches, whole_units

LARGEST = 100_000_000
"""Pairs of tokens. Above it (10,000 words wholly rewritten as 10,000) only words that occur once in each
text are looked for; one matrix of this size takes 12 MB and well under a second."""

_PHRASES = (1, 6, 30)
"""Lengths of phrases that may occur once, tried one after the other."""

Keys = Mapping[int, Hashable]
"""By the place where a word of a text begins: equal on both sides where two words mean one thing."""
NO_KEYS: Keys = {}


def edits(
    old: str,
    new: str,
    keys: tuple[Keys, Keys] = (NO_KEYS, NO_KEYS),
    units: Callable[[str, str], tuple[Stretches, Stretches]] | None = None,
) -> tuple[Edit, ...]:
    """What was done to `old` to make it `new`: stretches of whole words, in order, omitted before inserted.

    The same and omitted stretches joined are `old`, the same and inserted ones `new`, to the letter.
    `keys` are of words that stand for each other though they differ, as the old and the new label of a
    clause: the edits of these are consequential. `units` finds what should not be changed in part, such
    as defined terms.
    """
    if old == new:
        return (Edit(Op.SAME, old),) if old else ()
    before, after = tokens(old), tokens(new)
    codes: dict[Hashable, int] = {}
    runs = common_runs(_coded(before, keys[0], codes), _coded(after, keys[1], codes))
    if keys[0]:
        runs = _with_same_words(runs, before, after)
    runs = tidy(runs, before, after)
    if units is not None:
        runs = whole_units(runs, before, after, *units(old, new))
    return marked(before, after, runs)


def _coded(tokens: Sequence[Token], keys: Keys, codes: dict[Hashable, int]) -> list[int]:
    if not keys:
        return [codes.setdefault(token.word, len(codes)) for token in tokens]
    starts = accumulate((len(token.word) + len(token.space) for token in tokens), initial=0)
    names = ((keys.get(start), token.word) for start, token in zip(starts, tokens, strict=False))
    return [codes.setdefault((key, "") if key else word, len(codes)) for key, word in names]


def _with_same_words(runs: Sequence[Run], before: Sequence[Token], after: Sequence[Token]) -> list[Run]:
    """With keys, words of different meaning are not the same; those that read the same all the same stand."""
    found: list[Run] = []
    start = Run(0, 0, 0)
    for run in [*runs, Run(len(before), len(after), 0)]:
        left = [token.word for token in before[start.old_end : run.old]]
        right = [token.word for token in after[start.new_end : run.new]]
        head, tail = _shared_ends(left, right)
        found += [
            Run(start.old_end, start.new_end, head),
            Run(run.old - tail, run.new - tail, tail),
            run,
        ]
        start = run
    return joined(found)


def common_runs(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """The longest common subsequence of two sequences of small numbers."""
    start, end = _shared_ends(old, new)
    runs = [Run(0, 0, start)]
    runs += _between(old, new, Run(start, start, 0), Run(len(old) - end, len(new) - end, 0))
    runs.append(Run(len(old) - end, len(new) - end, end))
    return joined(runs)


def _shared_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def _between(
    old: Sequence[int], new: Sequence[int], start: Run, end: Run, phrases: Sequence[int] = _PHRASES
) -> Iterator[Run]:
    """The runs between two runs; where that is too much, only between phrases that occur once."""
    left, right = old[start.old_end : end.old], new[start.new_end : end.new]
    if not left or not right:
        return
    if len(left) * len(right) <= LARGEST:
        for step in Indel.opcodes(left, right):
            if step.tag == "equal":
                length = step.src_end - step.src_start
                yield Run(start.old_end + step.src_start, start.new_end + step.dest_start, length)
        return
    if not phrases:
        return
    previous = start
    for anchor in [*_anchors(left, right, start, phrases[0]), end]:
        if anchor.old >= previous.old_end and anchor.new >= previous.new_end:
            yield from _between(old, new, previous, anchor, phrases[1:])
            if anchor is not end:
                yield anchor
                previous = anchor


def _anchors(left: Sequence[int], right: Sequence[int], start: Run, size: int) -> list[Run]:
    """Where the phrases of a size stand that occur once on each side, as many as keep their order."""
    here, there = _once(_phrases(left, size)), _once(_phrases(right, size))
    pairs = [(at, there[value]) for value, at in here.items() if value in there]
    kept = longest_rising([pair[1] for pair in pairs])
    return [Run(start.old_end + pairs[k][0], start.new_end + pairs[k][1], size) for k in kept]


def _phrases(values: Sequence[int], size: int) -> Sequence[Hashable]:
    return values if size == 1 else list(zip(*(values[at:] for at in range(size)), strict=False))


def _once(values: Sequence[Hashable]) -> dict[Hashable, int]:
    first: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for at, value in enumerate(values):
        if first.setdefault(value, at) != at:
            again.add(value)
    return {value: at for value, at in first.items() if value not in again}
