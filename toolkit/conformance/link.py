"""The mark that ties a function to the clause it carries out: read from the source, idle at run time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Carrier = TypeVar("Carrier", bound=Callable[..., object])


def implements(document: str, clause: str, *, since: str = "") -> Callable[[Carrier], Carrier]:
    """Say that a function carries out a clause: `@implements("TMAD", "expiry", since="6.0")`.

    `document` is the code of a document, `clause` the permanent id of one of its clauses, definitions or
    tables, `since` the first version whose words the function carries out; left out, it carries out every
    version's. All are literals, so that they can be read without running anything. A function may bear the
    mark more than once.
    """

    def leave(carrier: Carrier) -> Carrier:
        return carrier

    return leave
