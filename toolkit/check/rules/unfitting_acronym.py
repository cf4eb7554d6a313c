"""The letters of an acronym do not fit the words it stands for.

The letters are taken to be the first letters of the words, in order; small words (of, and, the) may be
passed over, a word that is an acronym itself may give several letters, and one word may give a second one
(Prepayment Meter Interface Device, PPMID). In running text brackets are taken for an acronym of the words
before them only where most of the letters do fit, because brackets may say many things.

Bad:  Eligible Product Combinations List (EPLC)
Good: Eligible Product Combinations List (EPCL)

What to do: mend the letters or the words, or define the acronym by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..acronyms import expansions
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for one in subject.once(expansions):
        if not one.fits:
            message = f"The letters of “{one.acronym}” are not those of “{one.words}”."
            yield Flaw(one.place, message, "Mend the letters or the words.")


RULE = Rule("C131", "unfitting-acronym", Severity.WARNING, _find, __doc__)
