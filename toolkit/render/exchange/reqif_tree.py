"""The tree of a specification in ReqIF: each object in its place, under what it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from .reqif_names import name_of


class Branch(NamedTuple):
    """One object in the tree."""

    object: str
    """Its identifier."""
    depth: int
    """It stands under the last object before it that is less deep."""
    day: str


_END = Branch("", -1, "")


def tree(branches: Iterable[Branch]) -> Iterator[str]:
    """The hierarchy, without its outermost element."""
    open_: list[int] = []
    for branch, following in pairwise(chain(branches, (_END,))):
        place = name_of("place", branch.object)
        yield f'<SPEC-HIERARCHY IDENTIFIER="{place}" LAST-CHANGE="{branch.day}">'
        yield f"<OBJECT><SPEC-OBJECT-REF>{branch.object}</SPEC-OBJECT-REF></OBJECT>"
        if following.depth > branch.depth:
            open_.append(branch.depth)
            yield "<CHILDREN>\n"
            continue
        yield "</SPEC-HIERARCHY>\n"
        while open_ and following.depth <= open_[-1]:
            open_.pop()
            yield "</CHILDREN></SPEC-HIERARCHY>\n"
