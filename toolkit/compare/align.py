"""Which passage of the old version became which passage of the new one: by id, then label, then likeness.

A given id settles it. Where ids are derived from labels they say no more than labels do, so the words
come first: when a limb is put in, those after it are renumbered, not rewritten.
"""

from __future__ import annotations

from toolkit.model.passage import Kind, Passage

from .elsewhere import pair_changed_kind, pair_moved, pair_parts
from .forest import Codes, Forest
from .pairing import NONE, Pairing, pair_by_id
from .rows import pair_rows
from .siblings import pair_siblings


def align(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> Pairing:
    """The pairing of two versions' passages; near linear in their number."""
    codes: Codes = {}
    pairing = Pairing.of(Forest.of(old, codes), Forest.of(new, codes))
    pair_by_id(pairing)
    olds, news = _by_depth(pairing.old), _by_depth(pairing.new)
    for depth, layer in enumerate(olds):
        _pair_children(pairing, olds[depth - 1] if depth else [NONE])
        pair_moved(pairing, layer, news[depth] if depth < len(news) else [])
    pair_changed_kind(pairing)
    pair_parts(pairing, range(len(old)), range(len(new)))
    for layer in olds:
        _pair_children(pairing, layer)
    return pairing


def _pair_children(pairing: Pairing, parents: list[int]) -> None:
    """Pair what is free under each of these that is paired; NONE is the document."""
    for i in parents:
        j = pairing.to_new[i] if i != NONE else NONE
        if i != NONE and j == NONE:
            continue
        olds, news = pairing.old.children[i], pairing.new.children[j]
        if not pairing.free_old(olds) or not pairing.free_new(news):
            continue
        if i != NONE and pairing.old.passages[i].kind is Kind.CAPTION:
            pair_rows(pairing, i)
        else:
            pair_siblings(pairing, olds, news)


def _by_depth(forest: Forest) -> list[list[int]]:
    """Indexes by how many passages each stands under."""
    depths: list[int] = []
    layers: list[list[int]] = []
    for index, parent in enumerate(forest.parents):
        depths.append(0 if parent == NONE else depths[parent] + 1)
        if depths[index] == len(layers):
            layers.append([])
        layers[depths[index]].append(index)
    return layers
