"""Labels: what people cite, how they print, and how they sort."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Ordinal(NamedTuple):
    """One number of a label with the letters of an inserted clause: 32A is (32, 1, "A").

    Sorts as printed: 4.32 < 4.32A < 4.32B < 4.32a < 4.32AA < 4.33.
    """

    number: int
    suffix_length: int = 0
    suffix: str = ""

    @classmethod
    def of(cls, number: int, suffix: str = "") -> Ordinal:
        """The ordinal of a number and its suffix, which may be empty."""
        return cls(number, len(suffix), suffix)


@dataclass(frozen=True, slots=True)
class Label:
    """A clause's full label, outermost part first: ("18.1", "(d)", "(viii)", "(B)")."""

    parts: tuple[str, ...]
    key: tuple[Ordinal, ...] = field(default=(), compare=False)
    """Sorts the labels of one document in the order of its clauses."""

    @property
    def text(self) -> str:
        """As cited: 18.1(d)(viii)(B)."""
        return "".join(self.parts)

    @property
    def own(self) -> str:
        """As printed beside the clause: (B)."""
        return self.parts[-1] if self.parts else ""

    def __str__(self) -> str:
        return self.text


NO_LABEL = Label(())
