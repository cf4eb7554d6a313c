"""The two texts of a draft with their names: what every act is told from."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.compare.listing import is_legal
from toolkit.model.passage import Passage

from .draw_up import Draft
from .names import Names


@dataclass(frozen=True, slots=True)
class Texts:
    """Both versions, and what of them is told."""

    draft: Draft
    old: Names
    new: Names
    notes: bool
    """Whether drafting notes and comments are told of."""

    def is_told(self, passage: Passage) -> bool:
        """Whether what happens to a passage is told of."""
        return self.notes or is_legal(passage)

    def new_at(self, at: int) -> int:
        """What an old passage became; NONE where it was left out."""
        return self.draft.pairs.to_new[at]
