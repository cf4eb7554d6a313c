"""The passages of one version as a tree, with what it takes to find them again in another version."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from toolkit.model.passage import Kind, Passage

from .tokens import tokens

Codes = dict[tuple[object, ...], int]
"""Shared by the two versions that are compared: equal numbers mean equal words."""

_HOLDS = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.TERM, Kind.ITEM, Kind.CAPTION})
_DETAIL_IS_WORDS = frozenset({Kind.GAP, Kind.TERM, Kind.NOTE})


def family(kind: Kind) -> Kind:
    """What kinds may be one passage in two versions: a clause may become a heading."""
    return Kind.CLAUSE if kind is Kind.HEADING else kind


@dataclass(slots=True)
class Forest:
    """A tree over the passages' indexes. -1 stands for the document, which holds the top level."""

    passages: tuple[Passage, ...]
    parents: list[int]
    children: list[list[int]]
    """By index; the last list, which children[-1] also finds, is the top level."""
    codes: list[int]
    """Equal where everything below and including two passages has the same words, whatever its labels."""
    _bags: dict[tuple[int, bool], Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: tuple[Passage, ...], codes: Codes) -> Forest:
        """The tree of a version's passages, in one walk down and one up."""
        parents = _parents(passages)
        children: list[list[int]] = [[] for _ in range(len(passages) + 1)]
        for index, parent in enumerate(parents):
            children[parent].append(index)
        forest = cls(passages, parents, children, [0] * len(passages))
        for index in range(len(passages) - 1, -1, -1):
            inside = tuple(forest.codes[child] for child in children[index])
            forest.codes[index] = codes.setdefault((*own_words(passages[index]), inside), len(codes))
        return forest

    def end(self, index: int) -> int:
        """The index after the last passage that stands under one."""
        while self.children[index]:
            index = self.children[index][-1]
        return index + 1

    def top(self, index: int) -> int:
        """The passage of the top level that one stands under, or is."""
        while self.parents[index] >= 0:
            index = self.parents[index]
        return index

    def cells(self, row: int) -> tuple[str, ...]:
        """The plain texts of a row of a table."""
        return tuple(text.plain for text in self.passages[row].texts)

    def rows(self, caption: int) -> list[tuple[str, ...]]:
        """The rows of a table, that of the headings first."""
        return [self.cells(row) for row in self.children[caption]]

    def bag(self, index: int, whole: bool) -> Counter[str]:
        """The telling words of a passage, or of everything under it, with how often each occurs."""
        found = self._bags.get((index, whole))
        if found is None:
            end = self.end(index) if whole else index + 1
            if whole and end == index + 1:
                return self.bag(index, False)
            found = _bag(" ".join(passage.plain for passage in self.passages[index:end]))
            self._bags[(index, whole)] = found
        return found


def own_words(passage: Passage) -> tuple[object, ...]:
    """What a passage says, without its label."""
    detail = passage.detail if passage.kind in _DETAIL_IS_WORDS else ""
    return (family(passage.kind), detail, *(text.plain for text in passage.texts))


def _parents(passages: tuple[Passage, ...]) -> list[int]:
    parents: list[int] = []
    stack: list[int] = []
    for index, passage in enumerate(passages):
        of_table = passage.kind in (Kind.COLUMNS, Kind.ROW)
        while stack and not (of_table and passages[stack[-1]].kind is Kind.CAPTION):
            top = passages[stack[-1]]
            if top.kind is not Kind.CAPTION and top.nested < passage.nested:
                break
            stack.pop()
        parents.append(stack[-1] if stack else -1)
        if passage.kind in _HOLDS:
            stack.append(index)
    return parents


def _bag(words: str) -> Counter[str]:
    """Words that tell something; where there are none, all words."""
    every = tokens(words)
    telling = Counter(token.word.lower() for token in every if not token.is_slight)
    return telling or Counter(token.word.lower() for token in every if token.word)
