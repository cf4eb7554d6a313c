"""A term is defined twice.

Two definitions of one term, or of one abbreviation, leave the reader to choose which of them counts.
Capitals make no difference: “Working day” and “Working Day” are one term.

Bad:  Active Meter means a meter that …; and further down: Active Meter means a meter for which ….
Good: one definition that says both.

What to do: merge the two, or give one of them a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.block import Definition
from toolkit.model.diagnostic import Severity
from toolkit.model.index import walk

from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    first: dict[str, Definition] = {}
    for block, _ in walk(subject.document.blocks):
        if not isinstance(block, Definition):
            continue
        for name in block.names:
            earlier = first.setdefault(name.casefold(), block)
            if earlier is not block:
                message = f"“{name}” is defined at line {earlier.place.line} already."
                if earlier.place.file != block.place.file:
                    message = f"“{name}” is defined in {earlier.place.file}:{earlier.place.line} already."
                yield Flaw(block.place, message, "Merge the definitions, or rename one of the terms.")
                break


RULE = Rule("C108", "duplicate-definition", Severity.ERROR, _find, __doc__)
