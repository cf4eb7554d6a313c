"""Words are nearly a defined term: SMETS 1, SMETS1 Device and Security Testing.

A term that is nearly written may be read as something else, and a search for the term does not find it.
Found are capitalised words that are those of a term in another order, with one word more between them or
one less, with other small words (and, of, for), or with a space or hyphen where the term has none or the
other. Case is what term-case looks at. Headings, quotations, citations and names of documents are passed
over, and so are words all of which are terms themselves (Users and Devices).

Bad:  SMETS1 Device and Security Testing; a SMETS 1 Device; the Daily Capacity
Good: SMETS1 Device Security Testing; a SMETS1 Device; the Daily Migration Capacity

What to do: write the term as it is defined, or define the other one.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject
from ..unknown_names import near_misses


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, start, end, name in subject.once(near_misses):
        message = f"“{line.text.plain[start:end]}” is nearly the defined term “{name}”."
        yield Flaw(line.place(start, end), message, f"Write “{name}”, or define what is meant.")


RULE = Rule("C130", "near-miss-of-term", Severity.WARNING, _find, __doc__)
