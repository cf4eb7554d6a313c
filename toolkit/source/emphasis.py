"""Which runs of * and _ are emphasis: CommonMark's rules for delimiter runs, in one pass and linear time."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(slots=True)
class Run:
    """A run of one delimiter character in a paragraph."""

    mark: str
    length: int
    opens: bool
    closes: bool
    left: int
    """How many of its characters are words, not emphasis: all of them until pairs are made."""
    at: int = 0
    """Where it stands in the plain text; known once the text is put together."""


class Pair(NamedTuple):
    """Emphasis from the end of one run to the start of another; kind is em or strong."""

    opener: Run
    closer: Run
    kind: str


def run_at(source: str, start: int, end: int) -> Run:
    """The run source[start:end], with what it may do between its neighbours."""
    mark = source[start]
    before, after = source[start - 1 : start] or "\n", source[end : end + 1] or "\n"
    space_before, space_after = _is_space(before), _is_space(after)
    stop_before, stop_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not stop_after or space_before or stop_before)
    right = not space_before and (not stop_before or space_after or stop_after)
    if mark == "_":
        left, right = left and (not right or stop_before), right and (not left or stop_after)
    return Run(mark, end - start, left, right, end - start)


def _is_space(character: str) -> bool:
    return character in "\t\n\f\r" or unicodedata.category(character) == "Zs"


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def pairs_of(runs: list[Run]) -> list[Pair]:
    """The emphasis that runs make, inner before outer; takes what it uses from their `left`."""
    pairs: list[Pair] = []
    openers: list[Run] = []
    # How far down openers were searched in vain, by kind of closer: what keeps the search linear.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        kind = (run.mark, run.opens, run.length % 3)
        while run.closes and run.left:
            found = _opener(openers, run, bottoms.get(kind, 0))
            if found is None:
                bottoms[kind] = len(openers)
                break
            opener = openers[found]
            pairs += _pair(opener, run)
            del openers[found + (opener.left > 0) :]
            for other, bottom in bottoms.items():
                bottoms[other] = min(bottom, len(openers))
        if run.opens and run.left:
            openers.append(run)
    return pairs


def _opener(openers: list[Run], closer: Run, bottom: int) -> int | None:
    for number in range(len(openers) - 1, bottom - 1, -1):
        if openers[number].mark == closer.mark and not _odd(openers[number], closer):
            return number
    return None


def _odd(opener: Run, closer: Run) -> bool:
    """CommonMark's rule of three, for runs that could be either end."""
    either = opener.closes or closer.opens
    return either and closer.length % 3 != 0 and (opener.length + closer.length) % 3 == 0


def _pair(opener: Run, closer: Run) -> list[Pair]:
    """Strong as long as both have two; strong in strong is no more than strong."""
    both = min(opener.left, closer.left)
    if both >= 2:
        used, kind = both - both % 2, "strong"
    else:
        used, kind = 1, "em"
    opener.left -= used
    closer.left -= used
    return [Pair(opener, closer, kind)]
