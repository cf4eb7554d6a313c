"""The versions that are traced, one of each document, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.document import Version


class Versions(Mapping[str, Loaded]):
    """By code of the document."""

    def __init__(self, library: Library, named: Mapping[str, Version]) -> None:
        self.named = named
        """Which they are, without reading them."""
        self._library = library

    def __getitem__(self, code: str) -> Loaded:
        return self._library.of(self._library.registers[code], self.named[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self.named)

    def __len__(self) -> int:
        return len(self.named)
