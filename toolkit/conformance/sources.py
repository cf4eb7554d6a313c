"""What a rule that reads the law itself is given: the texts of the documents, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from toolkit.library.load import Loaded
    from toolkit.model.document import Document


class Sources(Protocol):
    """A library, as rules see it."""

    def load(self, name: str, /) -> Loaded:
        """The version that a name such as DUIS@3.1U means; LibraryError where its text is not held."""

    def companion(self, citing: Document, code: str) -> Loaded | None:
        """The version of another document that is to be read with a version."""
