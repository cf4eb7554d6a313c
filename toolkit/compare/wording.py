"""The edits of passages that were aligned: text by text, or column by column of a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from toolkit.model.change import Column, Edit
from toolkit.model.document import Document
from toolkit.model.passage import Passage
from toolkit.model.text import EMPTY, Text

from .citing import Citing, Contexts, context_alone
from .pairing import Pairing
from .units import Stretches
from .words import edits


class Wording:
    """Words of two versions, with what is known of their citations and terms once it is asked for."""

    def __init__(
        self, old: Document, new: Document, pairing: Pairing, contexts: Callable[[], Contexts] | None
    ) -> None:
        self._documents = (old, new)
        self._pairing = pairing
        self._given = contexts

    def edits(
        self, old: Passage, new: Passage, columns: tuple[Column, ...] = ()
    ) -> tuple[tuple[Edit, ...], ...]:
        """Per text, or per column where columns are given; empty where no words changed."""
        if columns:
            both = [(_cell(old, one.old), _cell(new, one.new)) for one in columns]
        else:
            both = list(zip(old.texts, new.texts, strict=True))
            if all(mine.plain == yours.plain for mine, yours in both):
                return ()
        return tuple(self._of_texts(mine, old.owner, yours, new.owner) for mine, yours in both)

    def _of_texts(self, old: Text, old_at: str, new: Text, new_at: str) -> tuple[Edit, ...]:
        if old.plain == new.plain or not old.plain or not new.plain:
            return edits(old.plain, new.plain)
        keys = self._citing.keys(old, old_at, new, new_at)
        return edits(old.plain, new.plain, keys, self._terms)

    @cached_property
    def _contexts(self) -> Contexts:
        old, new = self._documents
        return self._given() if self._given else (context_alone(old), context_alone(new))

    @cached_property
    def _citing(self) -> Citing:
        return Citing.of(self._pairing, self._contexts)

    def _terms(self, old: str, new: str) -> tuple[Stretches, Stretches]:
        """The uses of defined terms in an old and a new text."""
        before, after = self._contexts
        here = [(use.start, use.end) for use in before.terms.uses(old)]
        return here, [(use.start, use.end) for use in after.terms.uses(new)] if here else []


def _cell(row: Passage, column: int | None) -> Text:
    return row.texts[column] if column is not None else EMPTY
