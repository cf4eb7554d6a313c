"""“And” or “or” is missing, mixed or misplaced between the limbs of a list.

Whether limbs apply together or each alone is said once, after the last limb but one (or after every limb
alike). Without it the reader must guess; with both “and” and “or” in one list he cannot know what goes
with what. Passed over are lists whose limbs are sentences of their own, lists that say “each of the
following” or “any of the following” or another number of them before they begin, unless most such
lists of the document have the word, and lists with a gap. A list within a limb is a list of its own.

Bad:  the DCC shall: (a) test the Device; (b) record the result.
Good: the DCC shall: (a) test the Device; and (b) record the result.

What to do: write “and” or “or” after the last limb but one, or nest one list in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..listing import After, Limb, Listing, listings
from ..rule import Flaw, Rule
from ..subject import Subject

_LAST_WORDS = 200
"""Characters of the words that lead in, in which it may be said how many of the limbs are meant."""
_SAYS_HOW_MANY = re.compile(
    r"\b(?:each|any|all|one|both|either|none|some|(?:one|two) or more) of (?:the|these)\b[^.;]*[:—–]\s*\Z"
    r"|\bfollowing\b[^.;,]*[:—–]\s*\Z"
)


def _find(subject: Subject) -> Iterator[Flaw]:
    looked_at = [
        one
        for one in subject.once(listings)
        if len(one.limbs) > 1 and not (one.broken or one.sentences or one.bare)
    ]
    numbered = [one for one in looked_at if _says_how_many(one)]
    unjoined = sum(not any(limb.joined for limb in one.limbs[:-1]) for one in numbered)
    let_pass = 3 * unjoined >= len(numbered) and (unjoined > 1 or len(numbered) == 1)
    for listing in looked_at:
        yield from _between(listing, let_pass)
        yield from _at_the_end(listing)


def _between(listing: Listing, let_pass: bool) -> Iterator[Flaw]:
    """What is wrong with how the limbs before the last are joined; at most one flaw."""
    before = listing.limbs[:-1]
    words = {limb.joined for limb in before if limb.joined}
    last = before[-1]
    if len(words) > 1:
        odd = next(limb for limb in before if limb.joined and limb.joined != last.joined)
        message = f"The limbs of this list are joined by “{odd.joined}” after {odd.label} and by others."
        if last.joined:
            message = (
                f"The limbs of this list are joined by “{odd.joined}” after {odd.label} and by "
                f"“{last.joined}” after {last.label}."
            )
        yield _flaw(odd, message, "Join all of them by the same word, or make one list within another.")
    elif not words and not listing.limbs[-1].opens_joined:
        if not (let_pass and _says_how_many(listing)):
            message = f"Neither “and” nor “or” stands between {last.label} and {listing.limbs[-1].label}."
            yield _flaw(last, message, f"Write “and” or “or” after {last.label}.")
    elif words and any(not limb.joined for limb in before):
        yield from _some(before, next(iter(words)))


def _says_how_many(listing: Listing) -> bool:
    words = listing.lead.plain
    return bool(_SAYS_HOW_MANY.search(words, max(0, len(words) - _LAST_WORDS)))


def _some(before: tuple[Limb, ...], word: str) -> Iterator[Flaw]:
    """What is wrong where a word stands after some limbs: it is right after the last of them alone."""
    last = before[-1]
    first = next(limb for limb in before if limb.joined)
    if first is last:
        return
    message = f"“{word}” stands after {first.label}, which is not the last limb but one."
    hint = f"Write “{word}” after {last.label}" + (f", and not after {first.label}." if first else ".")
    yield _flaw(first, message, hint)


def _at_the_end(listing: Listing) -> Iterator[Flaw]:
    last = listing.limbs[-1]
    if last.joined and listing.after not in (After.LIMB, After.CLOSING, After.OTHER):
        message = f"{last.label} ends with “{last.joined}”, and nothing comes after it."
        yield _flaw(last, message, f"Take “{last.joined}” away, or write the limb that is missing.")


def _flaw(limb: Limb, message: str, hint: str) -> Flaw:
    return Flaw(limb.tail.place(*limb.end) if limb.tail else limb.clause.place, message, hint)


RULE = Rule("C141", "list-conjunction", Severity.WARNING, _find, __doc__)
