"""The margin of a clean page: for each provision the state it is in, why, and where more is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from toolkit.trace.verdict import ClauseVerdict

from .state_words import STATES, StateWords, sentence
from .templates import safe_url


class MarginNote(NamedTuple):
    """What stands in the margin beside one provision."""

    state: StateWords
    reason: str
    href: str
    """Its place in the matrix; the provision itself where no matrix is known of."""


class Margin(NamedTuple):
    """What stands in the margin of one version."""

    notes: Mapping[str, MarginNote]
    """By the id of the provision."""
    asked: str
    """How things stood, in words: on which day, with which results."""


def margin(verdicts: Iterable[ClauseVerdict], asked: str, page: str = "") -> Margin:
    """The margin of one version; `page` is the address of its page in the matrix, where there is one."""
    notes = {
        one.clause: MarginNote(
            STATES[one.state], sentence(one.reason), f"{safe_url(page)}#{quote(one.clause)}"
        )
        for one in verdicts
    }
    return Margin(notes, asked)
