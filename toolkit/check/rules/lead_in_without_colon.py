"""The words that lead into a list do not end with a colon.

The colon tells the reader that the sentence goes on in the limbs. A dash does the same and is let pass.
Words that end with a full stop are right where the limbs are sentences of their own; titles such as
“General.” are no words that lead in.

Bad:  The DCC shall (a) test the Device; and (b) record the result.
Good: The DCC shall: (a) test the Device; and (b) record the result.

What to do: write a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..listing import Listing, listings
from ..rule import Flaw, Rule
from ..subject import Subject

_LEADS_IN = re.compile(r"[:—–-][”’\"')]*\Z")
_SENTENCE_ENDS = re.compile(r"[.?!][”’\"')]*\Z")


def _find(subject: Subject) -> Iterator[Flaw]:
    for listing in subject.once(listings):
        words = listing.lead.plain
        if not _LEADS_IN.search(words) and not _is_a_sentence(listing):
            start = max(0, len(words) - len(words.split()[-1]))
            message = "The words that lead into this list do not end with a colon."
            yield Flaw(
                listing.lead.place(start, len(words)), message, f"Write a colon before {_first(listing)}."
            )


def _is_a_sentence(listing: Listing) -> bool:
    """Whether the words before a list end a sentence, and the first limb begins another."""
    if not _SENTENCE_ENDS.search(listing.lead.plain):
        return False
    first = listing.limbs[0].words.plain
    return listing.sentences or listing.bare or not first[:1].islower()


def _first(listing: Listing) -> str:
    return listing.limbs[0].label


RULE = Rule("C144", "lead-in-without-colon", Severity.WARNING, _find, __doc__)
