"""Finding again what is not where it was: by the same words, then by rare phrases it shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from toolkit.model.passage import Kind, Passage

from .forest import Forest
from .likeness import dice, likeness
from .pairing import Pairing, buckets
from .phrases import LENGTH, RARE, phrases, telling_words

ENOUGH = 5
"""Telling words that a passage needs to be known again in another place."""
LIKE_ELSEWHERE = 0.6
LIKE_PART = 0.75
"""Share of its phrases that a passage must have in common with a longer one to be a part of it."""
PART = 5
"""Phrases that such a part needs."""
LIKE_OTHER_KIND = 0.5
"""For a paragraph that became a limb, or a limb that went to another depth, in one top-level clause."""

_FIRST_WORDS = 300
_CANDIDATES = 3

_ALIKE_KINDS = frozenset({Kind.CLAUSE, Kind.PARAGRAPH, Kind.ITEM})
"""A paragraph may become a limb."""


def pair_moved(pairing: Pairing, olds: Sequence[int], news: Sequence[int]) -> None:
    """Pair free passages of one depth that went to another parent."""
    left, right = pairing.free_old(olds), pairing.free_new(news)
    pair_same_words(pairing, left, right)
    _pair_best(pairing, pairing.free_old(left), pairing.free_new(right), other_kind=False)


def pair_same_words(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    """Pair free passages of the same words that say enough to be known again, wherever they stand."""
    there = dict(buckets(pairing.new, right))
    for code, here in buckets(pairing.old, left):
        if len(there.get(code, ())) == len(here) and _says_enough(pairing.old, here[0]):
            for i, j in zip(here, there[code], strict=True):
                if pairing.may_pair(i, j):
                    pairing.pair_trees(i, j)


def pair_changed_kind(pairing: Pairing) -> None:
    """Pair free paragraphs, items and clauses by all their words, then by their own, whatever they became."""
    left = [i for i in pairing.free_old(range(len(pairing.to_new))) if _may_change(pairing.old.passages[i])]
    right = [j for j in pairing.free_new(range(len(pairing.to_old))) if _may_change(pairing.new.passages[j])]
    _pair_best(pairing, left, right, other_kind=True)
    _pair_best(pairing, pairing.free_old(left), pairing.free_new(right), other_kind=True, own=True)


def pair_parts(pairing: Pairing, olds: Iterable[int], news: Iterable[int]) -> None:
    """Pair a free passage that was split or merged with the greatest of its parts that is free, too."""
    left = [i for i in pairing.free_old(olds) if _may_change(pairing.old.passages[i])]
    right = [j for j in pairing.free_new(news) if _may_change(pairing.new.passages[j])]
    found = []
    for i, j in candidates(pairing, left, right, own=True):
        mine, yours = (phrases(one.plain) for one in (pairing.old.passages[i], pairing.new.passages[j]))
        least, shared = min(len(mine), len(yours)), len(mine & yours)
        if least >= PART and shared >= LIKE_PART * least and not pairing.are_rivals(i, j):
            found.append((-shared, abs(i - j), i, j))
    for _, _, i, j in sorted(found):
        pairing.pair_if_free(i, j)


def _may_change(passage: Passage) -> bool:
    return passage.kind in _ALIKE_KINDS


def _says_enough(forest: Forest, index: int) -> bool:
    return forest.bag(index, True).total() >= ENOUGH


def _pair_best(
    pairing: Pairing, left: Sequence[int], right: Sequence[int], other_kind: bool, own: bool = False
) -> None:
    """Pair the likest first, and of equals those that stand nearest to each other."""
    found = []
    for i, j in candidates(pairing, left, right, own):
        if pairing.are_rivals(i, j) or not (other_kind or pairing.may_pair(i, j)):
            continue
        if own:
            like = dice(pairing.old.bag(i, False), pairing.new.bag(j, False))
        else:
            like = likeness(pairing.old, i, pairing.new, j)
        near = other_kind and _together(pairing, i, j)
        least = LIKE_OTHER_KIND if near else LIKE_ELSEWHERE
        if like >= least:
            found.append((-like, abs(i - j), i, j))
    for _, _, i, j in sorted(found):
        pairing.pair_if_free(i, j)


def _together(pairing: Pairing, i: int, j: int) -> bool:
    """Whether they stand in the same clause of the top level."""
    return pairing.to_new[pairing.old.top(i)] == pairing.new.top(j)


def candidates(
    pairing: Pairing, left: Sequence[int], right: Sequence[int], own: bool
) -> Iterator[tuple[int, int]]:
    """For each old passage the few new ones with which it shares the most rare phrases."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in right:
        for phrase in _first_phrases(pairing.new, j, own):
            holders[phrase].append(j)
    for i in left:
        shared: Counter[int] = Counter()
        for phrase in _first_phrases(pairing.old, i, own):
            if len(where := holders.get(phrase, [])) <= RARE:
                shared.update(where)
        for j, _ in shared.most_common(_CANDIDATES):
            yield i, j


def _first_phrases(forest: Forest, index: int, own: bool) -> set[tuple[str, ...]]:
    """Every few telling words in a row, of a passage or the beginning of all that stands under it."""
    end = index + 1 if own else min(forest.end(index), index + 40)
    words: list[str] = []
    for passage in forest.passages[index:end]:
        words += telling_words(passage.plain)
        if len(words) > _FIRST_WORDS:
            break
    if len(words) < ENOUGH:
        return set()
    return {tuple(words[at : at + LENGTH]) for at in range(min(len(words), _FIRST_WORDS) - LENGTH + 1)}
