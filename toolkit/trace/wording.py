"""The words of a clause as they count for the code that carries it out, and their fingerprint.

White space, wrapping and emphasis do not count, nor do the clause's own number, the labels of its limbs
and the printed form of a citation: what counts of a citation is the id of what it leads to. So a clause
that is re-wrapped, renumbered or moved, or that cites one that was, keeps its fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

from toolkit.cite.citation import Citation
from toolkit.cite.context import Context
from toolkit.cite.resolve import citations
from toolkit.model.passage import Kind, Passage, legal_passages
from toolkit.model.span import spans
from toolkit.model.text import Text

VERSION = "1"
"""Stands before every fingerprint; it changes when the rule by which words are taken changes."""

_WORDS_IN_DETAIL = frozenset({Kind.TERM, Kind.GAP})


class Wordings:
    """The wording of every clause, definition and table of one version, each worked out when asked for."""

    def __init__(self, context: Context) -> None:
        """Take the version whose text the context is of."""
        if context.document is None:
            raise ValueError("a paper has no clauses")
        self._context = context
        self._known: dict[str, tuple[str, ...]] = {}
        self._read: dict[int, tuple[str, ...]] = {}

    def words(self, name: str) -> tuple[str, ...]:
        """The words of what bears an id, with all that stands under it; empty where nothing bears it."""
        if name not in self._known:
            first, last = self._spans.get(name, (0, 0))
            self._known[name] = tuple(word for at in range(first, last) for word in self._at(at))
        return self._known[name]

    def fingerprint(self, name: str) -> str:
        """A short digest of the words; empty where nothing bears the id."""
        words = self.words(name)
        if not words:
            return ""
        return f"{VERSION}:{sha256(' '.join(words).encode()).hexdigest()[:16]}"

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        assert self._context.document is not None
        return legal_passages(self._context.document)

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        return spans(self._passages)

    def _at(self, at: int) -> tuple[str, ...]:
        """The words of one passage, which count for all that it stands in."""
        if at not in self._read:
            self._read[at] = tuple(self._of(self._passages[at]))
        return self._read[at]

    def _of(self, passage: Passage) -> Iterator[str]:
        """A mark that parts it from what stands before it, then its words."""
        yield "¶" if passage.kind is not Kind.ROW else "¦"
        if passage.kind in _WORDS_IN_DETAIL:
            yield from passage.detail.split()
        for text in passage.texts:
            yield from self._words(text, passage.owner)

    def _words(self, text: Text, owner: str) -> Iterator[str]:
        at = 0
        for citation in citations(text, owner, self._context):
            yield from text.plain[at : citation.start].split()
            yield _cited(citation, text)
            at = citation.end
        yield from text.plain[at:].split()


def plain(words: tuple[str, ...]) -> str:
    """Words as people read them, without the marks that part passages and cells."""
    return " ".join(word for word in words if word not in ("¶", "¦"))


def _cited(citation: Citation, text: Text) -> str:
    """What a citation counts as: the id that it leads to, else its label, else its own words."""
    target = citation.target
    if target is None:
        return "".join(text.plain[citation.start : citation.end].split())
    return f"‹{target.document}#{target.id or target.label}›"
