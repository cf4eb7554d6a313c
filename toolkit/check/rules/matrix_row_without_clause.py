"""A row of a matrix names no clause, or one that has no place in it.

Each row of a matrix such as DMVES says which clauses apply to a Device Model. A row that names none says
nothing. A clause that it names must exist in the same version, and must itself say that the matrix
decides to what it applies (“identified in DMVES against this Clause 18.6(b)”); a limb of such a clause
will do, but not the clause around it, which is wider than meant.

Bad:  D004,…,Clause 18.6 where only the limbs of Clause 18.6 are device-specific
Good: D004,…,Clause 18.6(b)

What to do: name the clause that applies, or take the row out.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..matrix import Matrix, Named, matrices
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for matrix in matrices(subject):
        devices = {device.id for device in matrix.devices}
        for first, named in matrix.rows:
            if not named:
                message = f"The row {first.text.plain} names no clause."
                place = first.place(0, len(first.text.plain))
                yield Flaw(place, message, "Name the clauses that apply, or take the row out.")
            for one in named:
                yield from _misnamed(subject, matrix, one, devices)


def _misnamed(subject: Subject, matrix: Matrix, one: Named, devices: set[str]) -> Iterator[Flaw]:
    citation = one.citation
    place = one.line.place(citation.start, citation.end)
    words = one.line.text.plain[citation.start : citation.end]
    if citation.target is None:
        yield Flaw(place, citation.message, citation.hint)
    elif not one.id:
        message = f"{words} is not a clause of this document whose text is here."
        yield Flaw(place, message, "Name a clause of this version.")
    elif devices and not any(outer in devices for outer in subject.around(one.id)):
        message = f"{words} does not say that {matrix.name} decides to what it applies."
        hint = f"Name a clause that says “identified in {matrix.name} against this Clause …”."
        yield Flaw(place, message, hint)


RULE = Rule("C112", "matrix-row-without-clause", Severity.ERROR, _find, __doc__)
