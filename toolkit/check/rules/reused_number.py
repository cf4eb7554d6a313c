"""A number that belonged to one clause is given to another.

Letters, decisions and other documents cite the number and will be read as citing the new clause. Found is
a clause or table that the base does not have, under a number that in the base belonged to a provision
that is gone, or that the base declared [Not used]. Limbs such as (a) are passed over, because they are
numbered afresh with their list; so are provisions that were renumbered, whose citations stale-citation
looks at; and so is a provision that only lost its id (lost-id).

Bad:  4.31 {#meter-notice}, where 4.31 {#firmware-notice} of the base is gone
Good: 4.31 [Not used], and 4.32 {#meter-notice}

What to do: declare the old number as [Not used] and give the new clause a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.lookup import NOT_USED
from toolkit.model.block import Clause, Definition
from toolkit.model.diagnostic import Severity

from ..provision import provisions
from ..rule import Flaw, Rule
from ..strayed import strayed
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    base = subject.base
    if base is None:
        return
    heirs = {one.id for pair in subject.once(strayed) for one in pair}
    before = [one for one, _ in provisions(base.document)]
    known = {one.id for one in before}
    numbers = {one.name: one for one in before if one.kind is not Definition}
    gaps = subject.catalogue.provisions(base)
    now = [one for one, _ in provisions(subject.document)]
    kept = {one.id for one in now} | heirs
    hint = "Declare the old number as [Not used], and give this one a number of its own."
    for one in now:
        if one.id in known or one.id in heirs or one.kind is Definition or one.name.endswith(")"):
            continue
        old = numbers.get(one.name)
        if old is not None and old.id not in kept:
            message = (
                f"{one.name} was {{#{old.id}}} in {base.document.name}, which is gone; this is {{#{one.id}}}."
            )
            yield Flaw(one.place, message, hint)
        elif one.kind is Clause and old is None:
            gap = gaps.gap(subject.index.clauses[one.id].label.text)
            if gap is not None and gap.reason == NOT_USED:
                yield Flaw(one.place, f"{one.name} is declared [Not used] in {base.document.name}.",
                           "Give this one a number that was never used.")  # fmt: skip


RULE = Rule("C125", "reused-number", Severity.WARNING, _find, __doc__)
