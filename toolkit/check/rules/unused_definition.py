"""A defined term is used nowhere in its document, outside its own definition.

A definition without a use is a leftover of what was taken out, or a sign that the text uses another word
for the same thing. Uses in headings, tables and other definitions count; drafting notes do not. Of a term
that is defined twice, duplicate-definition tells.

Bad:  Step Column means …, and “Step Column” stands nowhere else
Good: the same, and … in a Step Column.

What to do: use the term where it is meant, or take the definition out.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..own_uses import own_uses
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    used = subject.once(own_uses)
    definitions = subject.index.definitions
    names = {name.casefold() for id_ in used if id_ in definitions for name in definitions[id_].names}
    for id_, definition in definitions.items():
        twin = any(name.casefold() in names for name in definition.names)
        if id_ not in used and not twin:
            term = definition.term
            place = term.place() if term.origins else definition.place
            message = f"“{term.plain}” is defined and never used."
            yield Flaw(place, message, "Use the term where it is meant, or take its definition out.")


RULE = Rule("C107", "unused-definition", Severity.WARNING, _find, __doc__)
