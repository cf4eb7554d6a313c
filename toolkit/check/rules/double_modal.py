"""Two modal verbs in one clause: shall must, or a limb that says shall again.

Two modals leave open which of them counts, a duty or a power. It comes of an edit that left the old word
behind, or of a limb that repeats what the words that lead into it have said.

Bad:  The DCC shall must inform the User; the DCC shall: (a) shall inform the User
Good: The DCC shall inform the User; the DCC shall: (a) inform the User

What to do: keep the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..listing import Limb, listings
from ..modals import Modal, modals, said
from ..rule import Flaw, Rule
from ..subject import Subject

_MODALS = "shall|must|will|may"
_BETWEEN = re.compile(r",? (?:(?:not|also|then|each|only|always|never|at all times|promptly|or) ){0,2}")
_ENDS = re.compile(rf"\b({_MODALS})(?: (?:not|also|each|only|then|at all times|either|both))*\s*[:—–-]?\s*\Z")
_AGAIN = re.compile(
    r"(?:(?:it|they|the|each|a|an|every)"
    r"(?: (?!(?:that|which|who|whom|whose|if|where|when|to)\b)[\w’'-]+){0,6} )?"
    rf"({_MODALS}|Shall|Must)\b"
)


def _find(subject: Subject) -> Iterator[Flaw]:
    last: Modal | None = None
    for modal in subject.once(modals):
        if (
            last is not None
            and last.line is modal.line
            and _BETWEEN.fullmatch(modal.words[last.end : modal.start])
        ):
            words = modal.words[last.start : modal.end]
            place = modal.line.place(last.start, modal.end)
            yield Flaw(
                place, f"“{words}” has two modal verbs.", f"Keep “{last.word}” or “{modal.word}”, not both."
            )
        last = modal
    for listing in subject.once(listings):
        found = _ENDS.search(listing.lead.plain)
        if found is not None:
            for limb in listing.limbs:
                yield from _again(limb, found[1])


def _again(limb: Limb, led: str) -> Iterator[Flaw]:
    again = _AGAIN.match(said(limb.words.plain))
    if again is not None:
        message = f"The words that lead in say “{led}” already, and {limb.label} says “{again[1]}” again."
        hint = f"Take “{again[0]}” away, or end the words that lead in before “{led}”."
        yield Flaw(limb.words.place(again.start(1), again.end(1)), message, hint)


RULE = Rule("C137", "double-modal", Severity.ERROR, _find, __doc__)
