"""A defined term is used only once.

A definition for a single use makes the reader turn the page for words that could stand where they are
used. It is also what is left when the other uses were written in other words. Uses in headings, tables and
other definitions count; the definition itself does not.

Off by default: a single use is good style where the meaning is long, or where another document uses the
term.

Bad:  Step Column means a column of steps, and one clause says Step Column
Good: that clause says a column of steps, and nothing is defined

What to do: write the meaning where the term is used, or use the term where its other uses were lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..own_uses import own_uses
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    uses = subject.once(own_uses)
    for id_, definition in subject.index.definitions.items():
        if len(uses.get(id_, ())) == 1:
            term = definition.term
            place = term.place() if term.origins else definition.place
            where = subject.name_of(uses[id_][0].passage.owner).rpartition(":")[2]
            message = f"“{term.plain}” is defined, and used only once" + (f", in {where}." if where else ".")
            yield Flaw(place, message, "Write its meaning there, or use the term where it is meant.")


RULE = Rule("C135", "term-used-once", Severity.WARNING, _find, __doc__, by_default=False)
