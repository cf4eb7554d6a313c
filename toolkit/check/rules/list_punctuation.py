"""A limb of a list ends in the wrong punctuation mark.

A list that runs through one sentence bears the same mark after every limb but the last: semicolons, or
commas where its limbs are short and the document does so elsewhere. The last limb ends as its sentence
does: with a full stop, within a definition also with the semicolon after which the next definition comes.
Where closing words go on with the sentence, it ends with a comma, a semicolon, a dash or nothing. The last
limb of a list within a limb ends as that limb has to. Where limbs are sentences, each ends with a full
stop. Lists in which most limbs end without any mark, as the lines of a form do, are left alone.

Bad:  (a) the date, (b) the place; and (c) the time;
Good: (a) the date; (b) the place; and (c) the time.

What to do: write the mark that the message names.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..listing import After, Limb, Listing, listings
from ..rule import Flaw, Rule
from ..subject import Subject

_NAMES = {
    ";": "a semicolon",
    ",": "a comma",
    ".": "a full stop",
    ":": "a colon",
    "?": "a question mark",
    "!": "an exclamation mark",
    "—": "a dash",
    "–": "a dash",
    "": "no punctuation mark",
}
_LAST = {
    After.SENTENCE: ".",
    After.DEFINITION: ";.",
    After.CLOSING: ",;—–",
}
"""The marks with which a last limb may end; before closing words it may also bear none."""


def _find(subject: Subject) -> Iterator[Flaw]:
    found = [one for one in subject.once(listings) if not one.bare]
    commas = sum(one.mark == "," for one in found)
    semicolons_only = 8 * commas <= len(found)
    for listing in found:
        mark = ";" if semicolons_only and len(listing.limbs) == 2 else listing.mark
        for limb in _before(listing):
            wanted = "." if listing.sentences else mark
            if limb.mark not in wanted or not limb.mark:
                yield _flaw(limb, wanted, f"the limbs of this list end with {_NAMES[wanted]}")
        yield from _last(listing)


def _before(listing: Listing) -> Iterator[Limb]:
    """The limbs before the last whose ending is known and is looked at here."""
    for limb in listing.limbs[:-1]:
        if limb.tail and not limb.declared and not (listing.sentences and limb.nested):
            yield limb


def _last(listing: Listing) -> Iterator[Flaw]:
    limb = listing.limbs[-1]
    if not limb.tail or limb.nested or limb.declared or limb.joined or listing.broken:
        return
    if listing.sentences and listing.after is After.LIMB:
        return
    if listing.sentences:
        allowed, why = ".?!", "the limbs of this list are sentences"
    elif listing.after in _LAST:
        allowed, why = _LAST[listing.after], f"what comes after it is {listing.after.value}"
    else:
        return
    if listing.after is After.CLOSING and not _goes_on(listing):
        return
    fits = limb.mark in allowed if limb.mark else listing.after is After.CLOSING
    if not fits:
        yield _flaw(limb, allowed[0], why)


def _goes_on(listing: Listing) -> bool:
    """Whether closing words go on with the sentence; where they begin another, the list had its end."""
    return listing.closing.plain[:1].islower()


def _flaw(limb: Limb, wanted: str, why: str) -> Flaw:
    message = f"{limb.label} ends with {_NAMES[limb.mark]}, and {why}."
    return Flaw(limb.tail.place(*limb.end), message, f"End it with {_NAMES[wanted]}.")


RULE = Rule("C142", "list-punctuation", Severity.WARNING, _find, __doc__)
