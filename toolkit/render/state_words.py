"""How pages tell the state of a provision: a sign, a name for style sheets, and what it means."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.trace.verdict import State


class StateWords(NamedTuple):
    """One state as pages tell it: never by colour alone."""

    name: str
    """In style sheets and addresses: not-run."""
    words: str
    """not run"""
    sign: str
    meaning: str


STATES: dict[State, StateWords] = {
    state: StateWords(state.value.replace(" ", "-"), state.value, sign, meaning)
    for state, sign, meaning in (
        (State.FAILING, "✗", "A test that verifies it failed."),
        (State.MISSING, "○", "It needs code, and none carries it out."),
        (State.SUSPECT, "?", "Its words or its code are not those that somebody read together."),
        (State.UNVERIFIED, "◑", "Code carries it out, and proof that it needs is not there."),
        (State.NOT_RUN, "…", "Tests verify it, and there are no results of them."),
        (State.WAIVED, "→", "Proof is put off until a day."),
        (State.PASSING, "✓", "It has the proof that it needs."),
        (State.PROCEDURAL, "–", "It needs no proof, for the reason given."),
    )
}
"""The worst first."""

OPEN = (State.FAILING, State.MISSING, State.SUSPECT, State.UNVERIFIED, State.NOT_RUN)
"""Those that somebody has something to do about."""


def sentence(reason: str) -> str:
    """A reason as it begins a line: with a capital, unless it begins with the name of a test or of code."""
    first = reason.partition(" ")[0]
    return reason[:1].upper() + reason[1:] if first.isalpha() else reason
