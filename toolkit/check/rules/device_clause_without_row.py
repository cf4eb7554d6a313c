"""A device-specific clause that no row of its matrix names.

A clause that applies to what is “identified in DMVES against this Clause 18.5(gg)” applies to nothing
while no row of DMVES names it: a row is missing, or the clause is a leftover. A row that names a limb of
the clause will do.

Bad:  18.8 … identified in DMVES against this Clause 18.8 …, and no row with Clause 18.8
Good: the same, and a row with Clause 18.8

What to do: add the row, or take the clause out.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..matrix import matrices
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for matrix in matrices(subject):
        named = {outer for _, row in matrix.rows for one in row for outer in subject.around(one.id)}
        for device in matrix.devices:
            if device.id and device.id not in named:
                citation = device.citation
                place = device.line.place(citation.start, citation.end)
                message = f"No row of {matrix.name} names {subject.keyword} {citation.label}."
                yield Flaw(place, message, f"Add the row to {matrix.annex.file}, or take the clause out.")


RULE = Rule("C113", "device-clause-without-row", Severity.ERROR, _find, __doc__)
