"""Which obligations a reader wants to see: of whom, by which modal, of which kind, or only uncertain ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from .obligation import Kind, Obligation


class ChoiceError(ValueError):
    """Nobody and nothing of that name is in the obligations. The text says what may be meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for; what is empty chooses nothing away."""

    actors: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    uncertain: bool = False

    def of(self, some: Iterable[Obligation], full: Mapping[str, str]) -> tuple[Obligation, ...]:
        """Those that fit; ChoiceError where an actor or modal is that of none at all.

        `full` leads from short names of actors to full ones, by which they can be asked for, too.
        """
        some = tuple(some)
        acting = {name: name for one in some for name in one.actors}
        by_full = {full[name]: name for name in acting if name in full}
        actors = _known(self.actors, by_full | acting, "Nobody")
        modals = _known(self.modals, {one.modal: one.modal for one in some}, "No modal")
        return tuple(
            one
            for one in some
            if (not actors or actors & set(one.actors))
            and (not modals or one.modal in modals)
            and (not self.kinds or one.kind in self.kinds)
            and (one.uncertain or not self.uncertain)
        )


def _known(asked: tuple[str, ...], there: Mapping[str, str], nobody: str) -> set[str]:
    """What was asked for as the readings have it, whatever its capitals."""
    by_lower = {name.lower(): meant for name, meant in there.items()}
    for name in asked:
        if name.lower() not in by_lower:
            near = get_close_matches(name.lower(), by_lower, 1)
            hint = (
                f" Did you mean {by_lower[near[0]]}?"
                if near
                else f" There are {', '.join(f'“{one}”' for one in sorted(set(there.values())))}."
            )
            raise ChoiceError(f"{nobody} in these versions is called “{name}”.{hint}")
    return {by_lower[name.lower()] for name in asked}
