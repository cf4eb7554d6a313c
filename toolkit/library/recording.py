"""A library that notes which versions were looked into: what an answer rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.model.document import Register, Version

from .library import Library
from .load import Loaded


@dataclass(frozen=True, slots=True)
class RecordingLibrary(Library):
    """A library that remembers each version of which the text was asked for."""

    asked: set[tuple[str, str]] = field(default_factory=set, compare=False)
    """(code, version)"""

    @classmethod
    def over(cls, library: Library) -> RecordingLibrary:
        """The same library, sharing what has been read."""
        return cls(library.files, library.registers, library.externals, library.diagnostics, library._loaded)

    def of(self, register: Register, version: Version) -> Loaded:
        """Read a version of a register, and note that it was asked for."""
        self.asked.add((register.code, version.name))
        return Library.of(self, register, version)
