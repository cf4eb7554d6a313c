"""Aligning what stands under one clause in two versions: by words, then likeness in order, then label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.model.passage import Kind
from toolkit.model.rising import heaviest_rising, longest_rising

from .elsewhere import candidates, pair_parts, pair_same_words
from .forest import Forest
from .likeness import likeness
from .pairing import Pairing, same_name
from .words import common_runs

LIKE = 0.45
"""Likeness at which two neighbours are one passage, amended."""
LIKE_LABELLED = 0.25
"""The same where they also bear the same label."""
LIKE_RIVALS = 0.8
"""The same where they bear the same label but different given ids."""
_LABEL_BONUS = 0.05

SURE = 0.8
"""Likeness at which nothing likelier need be looked for under another label."""

LARGEST = 2_500
"""Pairs of siblings of which every one is looked at; where there are more, those that share phrases."""
LARGEST_IN_WORDS = 1_000_000
"""The same counted in words to look at."""


def pair_siblings(pairing: Pairing, olds: Sequence[int], news: Sequence[int]) -> None:
    """Pair the free ones among all the children of two paired parents."""
    _pair_same_words(pairing, olds, news, with_labels=True)
    _pair_same_words(pairing, olds, news, with_labels=False)
    pair_same_words(pairing, pairing.free_old(olds), pairing.free_new(news))
    _pair_same_terms(pairing, pairing.free_old(olds), pairing.free_new(news))
    for left, right in gaps(pairing, olds, news):
        _pair_same_label(pairing, left, right, SURE)
    for left, right in gaps(pairing, olds, news):
        _pair_alike(pairing, left, right)
    pair_parts(pairing, olds, news)
    for left, right in gaps(pairing, olds, news):
        _pair_same_label(pairing, left, right)


def _pair_same_words(pairing: Pairing, olds: Sequence[int], news: Sequence[int], with_labels: bool) -> None:
    left, right = pairing.free_old(olds), pairing.free_new(news)
    if not left or not right:
        return
    names: dict[tuple[int, str], int] = {}

    def code(forest: Forest, index: int) -> int:
        label = forest.passages[index].label.own if with_labels else ""
        return names.setdefault((forest.codes[index], label), len(names))

    runs = common_runs([code(pairing.old, i) for i in left], [code(pairing.new, j) for j in right])
    for run in runs:
        for step in range(run.length):
            pairing.pair_trees(left[run.old + step], right[run.new + step])


def gaps(pairing: Pairing, olds: Sequence[int], news: Sequence[int]) -> list[tuple[list[int], list[int]]]:
    """The free children between those that are paired with each other and keep their order."""
    at = {j: place for place, j in enumerate(news)}
    pairs = [(place, at[pairing.to_new[i]]) for place, i in enumerate(olds) if pairing.to_new[i] in at]
    anchors = [pairs[k] for k in longest_rising([pair[1] for pair in pairs])]
    found = []
    start = (0, 0)
    for end in [*anchors, (len(olds), len(news))]:
        left = pairing.free_old(olds[start[0] : end[0]])
        right = pairing.free_new(news[start[1] : end[1]])
        if left and right:
            found.append((left, right))
        start = (end[0] + 1, end[1] + 1)
    return found


def _pair_alike(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    pairs = len(left) * len(right)
    if pairs > LARGEST or pairs * _words_each(pairing, left) > LARGEST_IN_WORDS:
        _pair_sharing_phrases(pairing, left, right)
        return
    for x, y in best_in_order(len(left), len(right), lambda x, y: _score(pairing, left[x], right[y])):
        pairing.pair(left[x], right[y])


def _pair_sharing_phrases(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    """The same for many siblings: of those with rare phrases in common the likest that keep their order."""
    scored = [(-_score(pairing, i, j), i, j) for i, j in candidates(pairing, left, right, own=False)]
    best: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored):
        if score and i not in best and j not in taken:
            best[i] = (j, -score)
            taken.add(j)
    order = sorted(best)
    kept = heaviest_rising([best[i][0] for i in order], [1 + int(100 * best[i][1]) for i in order])
    for k in kept:
        pairing.pair(order[k], best[order[k]][0])


def _pair_same_terms(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    """Pair definitions of the same term and footnotes of the same name, however they are sorted."""
    here, there = _by_term(pairing.old, left), _by_term(pairing.new, right)
    for term, i in here.items():
        if term in there:
            pairing.pair(i, there[term])


def _by_term(forest: Forest, indexes: Sequence[int]) -> dict[tuple[Kind, str], int]:
    """The terms that are defined once, and the footnotes of a name."""
    found: dict[tuple[Kind, str], list[int]] = {}
    for index in indexes:
        passage = forest.passages[index]
        if passage.kind in (Kind.TERM, Kind.FOOTNOTE):
            name = passage.detail if passage.kind is Kind.FOOTNOTE else passage.texts[0].plain
            found.setdefault((passage.kind, name), []).append(index)
    return {term: where[0] for term, where in found.items() if len(where) == 1}


def _words_each(pairing: Pairing, left: Sequence[int]) -> float:
    return sum(len(pairing.old.bag(i, True)) for i in left) / len(left)


def _score(pairing: Pairing, i: int, j: int) -> float:
    """How many words stand if two passages are one, and more where labels say so; 0 where they are two."""
    if not pairing.may_pair(i, j):
        return 0.0
    labelled = same_name(pairing.old.passages[i], pairing.new.passages[j])
    rivals = pairing.are_rivals(i, j)
    if rivals and not labelled:
        return 0.0
    like = likeness(pairing.old, i, pairing.new, j)
    least = LIKE_RIVALS if rivals else LIKE_LABELLED if labelled else LIKE
    if like < least:
        return 0.0
    words = 2 + pairing.old.bag(i, True).total() + pairing.new.bag(j, True).total()
    return (like + (_LABEL_BONUS if labelled else 0.0)) * words


def best_in_order(rows: int, columns: int, score: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs, rising on both sides, with the greatest sum of scores; a score of 0 is no pair."""
    scores = [[score(x, y) for y in range(columns)] for x in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for x in range(rows - 1, -1, -1):
        for y in range(columns - 1, -1, -1):
            taken = scores[x][y] + best[x + 1][y + 1] if scores[x][y] else 0.0
            best[x][y] = max(taken, best[x + 1][y], best[x][y + 1])
    pairs, x, y = [], 0, 0
    while x < rows and y < columns:
        if scores[x][y] and best[x][y] == scores[x][y] + best[x + 1][y + 1]:
            pairs.append((x, y))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return pairs


def _pair_same_label(pairing: Pairing, left: Sequence[int], right: Sequence[int], least: float = 0.0) -> None:
    """What bears the same label, where nothing else fits, is the same clause with other words."""
    labels: dict[str, int] = {}

    def code(forest: Forest, index: int) -> int:
        own = forest.passages[index].label.own
        # what has no label is like nothing else
        return labels.setdefault(own or f"{id(forest)}:{index}", len(labels))

    runs = common_runs([code(pairing.old, i) for i in left], [code(pairing.new, j) for j in right])
    for run in runs:
        for i, j in zip(left[run.old : run.old_end], right[run.new : run.new_end], strict=True):
            if not pairing.may_pair(i, j) or pairing.are_rivals(i, j):
                continue
            if not least or likeness(pairing.old, i, pairing.new, j) >= least:
                pairing.pair(i, j)
