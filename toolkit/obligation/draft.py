"""What one modal verb of a passage says, before it is known what stands around the passage."""

from __future__ import annotations

from dataclasses import dataclass

from .actor import Standing
from .obligation import Doubt, Kind, Timing

_PRONOUNS = ("", "it", "they", "he", "she", "he or she")


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading on the way."""

    kind: Kind
    modal: str
    actors: tuple[str, ...]
    stands: Standing
    """What its subject is; “and shall” has that of the draft before it."""
    act: str
    condition: str
    exception: str
    recipients: tuple[str, ...]
    timings: tuple[Timing, ...]
    doubts: tuple[Doubt, ...]
    start: int
    """Where its subject begins in the text."""
    verb: int
    """Where its modal verb ends."""
    end: int
    """Where its act ends."""
    last: bool
    """Whether its act is the last of the text, and so what limbs go on with."""

    @property
    def said_of(self) -> str:
        """What stands before the modal verb where that is not who acts: a notice."""
        if self.actors and self.actors == self.stands.actors:
            return ""
        thing = " ".join(self.stands.thing.split())
        return "; ".join(self.stands.actors) if thing in _PRONOUNS else thing


NOBODY = Draft(Kind.OBLIGATION, "", (), Standing(True, 0), "", "", "", (), (), (), 0, 0, 0, False)
"""What stands before the first sentence of a passage that nothing leads into."""
