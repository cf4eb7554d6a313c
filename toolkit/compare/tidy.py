"""A list of edits made readable: no confetti, whole sentences, and edits that begin and end where phrases do.

All of it only gives up or shifts what two texts have in common, so the edits stay true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from .runs import Run, joined
from .tokens import Token

LIKE = 0.4
"""Below this likeness a sentence was rewritten, and is shown old, then new."""

_SHORT = 10.0
"""Weight of words, old and new together, below which a sentence is too short to be called rewritten."""

_PHRASE = 2.0
"""Weight of words that make a phrase: two telling words, or one and two common ones."""

_AND_OR = frozenset({"and", "or"})
_OPENING, _CLOSING = frozenset("([“‘"), frozenset(")]”’,.;:")


def tidy(runs: Sequence[Run], before: Sequence[Token], after: Sequence[Token]) -> list[Run]:
    """Runs of two token lists, made readable."""
    kept = _without_islands(list(runs), before, after)
    kept = _without_rewritten(kept, before, after)
    return _at_phrase_ends(kept, before, after)


# -- islands ----------------------------------------------------------------------------------------


def _without_islands(runs: list[Run], before: Sequence[Token], after: Sequence[Token]) -> list[Run]:
    """Give up runs of one or two slight words between larger changes. Four rounds are enough for any eye."""
    omitted, inserted = _word_counts(before), _word_counts(after)
    for _ in range(4):
        kept: list[Run] = []
        for index, run in enumerate(runs):
            start = kept[-1] if kept else Run(0, 0, 0)
            end = runs[index + 1] if index + 1 < len(runs) else Run(len(before), len(after), 0)
            left = (omitted[run.old] - omitted[start.old_end], inserted[run.new] - inserted[start.new_end])
            right = (omitted[end.old] - omitted[run.old_end], inserted[end.new] - inserted[run.new_end])
            if not _is_island(before[run.old : run.old_end], left, right):
                kept.append(run)
        if len(kept) == len(runs):
            break
        runs = kept
    return runs


def _word_counts(tokens: Sequence[Token]) -> list[int]:
    return list(accumulate((int(token.is_word) for token in tokens), initial=0))


def _is_island(run: Sequence[Token], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a run stands between changes that read better as one. Changes are (omitted, inserted) words."""
    words = sum(token.is_word for token in run)
    if words > 3 or any(token.ends_sentence for token in run):
        return False
    if not (left[0] + right[0] and left[1] + right[1] and max(left) and max(right)):
        return False  # only added to, or only shortened: clear as it is
    around = max(left) + max(right)
    if words <= 2 and all(token.is_slight for token in run):
        # beside what was only added or only taken out it is clear, unless lost between large changes
        return around >= (3 if min(left) and min(right) else 6) * max(1, words)
    return min(*left, *right) >= 5 * words


# -- rewritten sentences ----------------------------------------------------------------------------


def _without_rewritten(runs: list[Run], before: Sequence[Token], after: Sequence[Token]) -> list[Run]:
    """Give up what little a rewritten sentence has in common with the old one."""
    old_weight, new_weight = _weights(before), _weights(after)
    kept: list[Run] = []
    start = Run(0, 0, 0)
    inside: list[Run] = []
    for run in [*_cut_at_stops(runs, before), Run(len(before), len(after), 0)]:
        if run.old == len(before) or (run.length == 1 and _is_stop(before, run.old)):
            old = old_weight[run.old] - old_weight[start.old_end]
            new = new_weight[run.new] - new_weight[start.new_end]
            same = [old_weight[part.old_end] - old_weight[part.old] for part in inside]
            first, last = _edges(inside, same, start, run)
            if _is_rewritten(old, new, same):
                inside = inside[:first] + inside[last:]
            kept += [*inside, run]
            start, inside = run, []
        else:
            inside.append(run)
    return joined(kept)


def _edges(inside: Sequence[Run], same: Sequence[float], start: Run, end: Run) -> tuple[int, int]:
    """Which runs lie between a beginning and an end of the sentence that stand, if they say something."""
    if not inside:
        return 0, 0
    begins = (inside[0].old, inside[0].new) == (start.old_end, start.new_end) and same[0] >= _PHRASE
    ends = (inside[-1].old_end, inside[-1].new_end) == (end.old, end.new) and same[-1] >= _PHRASE
    return int(begins), len(inside) - int(ends and len(inside) > begins)


def _weights(tokens: Sequence[Token]) -> list[float]:
    """Running totals: a common word weighs half a word, punctuation a fifth."""
    each = (1.0 if not token.is_slight else 0.5 if token.is_word else 0.2 for token in tokens)
    return list(accumulate(each, initial=0.0))


def _cut_at_stops(runs: Sequence[Run], before: Sequence[Token]) -> Iterator[Run]:
    """The same runs with every stop that ends a sentence on its own."""
    for run in runs:
        start = 0
        for at in range(run.length):
            if _is_stop(before, run.old + at):
                if at > start:
                    yield Run(run.old + start, run.new + start, at - start)
                yield Run(run.old + at, run.new + at, 1)
                start = at + 1
        if start < run.length:
            yield Run(run.old + start, run.new + start, run.length - start)


def _is_stop(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends at a token, or the text does."""
    return tokens[at].ends_sentence or (at == len(tokens) - 1 and not tokens[at].is_word)


def _is_rewritten(old: float, new: float, same: Sequence[float]) -> bool:
    if not same or old + new < _SHORT:
        return False
    total = sum(same)
    likeness = 2 * total / (old + new)
    whole = total >= 0.8 * min(old, new) and (len(same) <= 2 or total >= 2 * len(same))
    if likeness < LIKE:
        return not whole  # a long insertion in a short sentence that itself stands is no rewriting
    return likeness < 1.5 * LIKE and len(same) >= 4 and total < 1.5 * len(same)


# -- where edits begin and end ----------------------------------------------------------------------


def _at_phrase_ends(runs: list[Run], before: Sequence[Token], after: Sequence[Token]) -> list[Run]:
    """Shift what was only inserted or only omitted, where the same words allow it, to a phrase's ends."""
    if not runs:
        return runs
    edge = Run(len(before), len(after), 0)
    kept = [runs[0]]
    for run in [*runs[1:], edge]:
        left = kept[-1]
        old_gap, new_gap = run.old - left.old_end, run.new - left.new_end
        if bool(old_gap) == bool(new_gap):
            kept.append(run)
            continue
        words = before[left.old_end : run.old] if old_gap else after[left.new_end : run.new]
        back, on = _alike_before(left, before, after), _alike_after(run, before, after)
        shift = _best_shift(before[left.old_end - back : left.old_end], words, before[run.old : run.old + on])
        kept[-1] = Run(left.old, left.new, left.length + shift)
        kept.append(Run(run.old + shift, run.new + shift, run.length - shift))
    return joined(kept)


def _alike_before(run: Run, before: Sequence[Token], after: Sequence[Token]) -> int:
    """How many tokens at the end of a run read the same on both sides; others stand for each other."""
    steps = range(1, run.length + 1)
    return next(
        (n - 1 for n in steps if before[run.old_end - n].word != after[run.new_end - n].word), run.length
    )


def _alike_after(run: Run, before: Sequence[Token], after: Sequence[Token]) -> int:
    """The same at the beginning of a run."""
    steps = range(run.length)
    return next((n for n in steps if before[run.old + n].word != after[run.new + n].word), run.length)


def _best_shift(left: Sequence[Token], words: Sequence[Token], right: Sequence[Token]) -> int:
    """By how many tokens to shift an edit (back below 0), so that it reads best; the last of equals."""
    line = [*left, *words, *right]
    start, length = len(left), len(words)
    back = 0
    while back < len(left) - 1 and line[start - back - 1].word == line[start - back - 1 + length].word:
        back += 1
    on = 0
    while on < len(right) - 1 and line[start + on].word == line[start + on + length].word:
        on += 1
    return max(
        range(-back, on + 1),
        key=lambda shift: (_cut(line, start + shift) + _cut(line, start + shift + length), shift),
    )


def _cut(line: Sequence[Token], at: int) -> int:
    """How well a text may be cut before one of its tokens."""
    if at in (0, len(line)):
        return 5
    earlier, later = line[at - 1].word, line[at].word
    if earlier in _OPENING or (later in _CLOSING and later != ","):
        return -2
    if line[at - 1].ends_sentence:
        return 4
    if "," in (earlier, later):
        return 3
    return int(later.lower() in _AND_OR)
