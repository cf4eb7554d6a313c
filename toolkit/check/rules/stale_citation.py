"""A citation was left behind by a renumbering.

In the base version the same words led to a provision that now bears another label; the label that they
say is now borne by another provision, or by none. Provisions are told by their ids. A clause that cites the
former provision by its new label as well was brought up to date, and a clause that the base did not have
was written for the numbers of today.

Bad:  in accordance with Clause 4.30, where Clause 4.30 {#firmware-notice} of the base is now 4.31
Good: in accordance with Clause 4.31

What to do: write the new label; if the provision that bears the number now is meant, say so with an allow.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.provisions import Provisions
from toolkit.model.diagnostic import Severity
from toolkit.model.source_edit import SourceEdit

from ..mending import relabelled
from ..rule import Flaw, Rule
from ..stale import Stale, stale
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for one in subject.once(stale):
        if one.line.in_matrix and one.citation.target is None:
            continue  # a row that names no clause is found as such
        provisions = subject.context.provisions(one.document)
        assert provisions is not None
        words = one.line.text.plain[one.citation.start : one.citation.end]
        now = f"is now {_called(provisions, one.new_label)}" if one.new_label else "is gone"
        message = f"“{words}” meant {{#{one.id}}}, which {now}; {_bearer(provisions, one)}."
        yield Flaw(one.line.place(one.citation.start, one.citation.end), message, _hint(one), _edits(one))


def _hint(one: Stale) -> str:
    if one.new_label:
        return f"Write {one.new_label}, if the same provision is still meant."
    return "Cite the provision that took its place, or none."


def _edits(one: Stale) -> tuple[SourceEdit, ...]:
    return relabelled(one.line, one.citation, one.new_label, one.id) if one.new_label else ()


def _bearer(provisions: Provisions, one: Stale) -> str:
    """Which provision bears the label now, by id and heading."""
    label = one.label
    clause = provisions.index.labels.get(label)
    table = provisions.index.captions.get(label)
    if clause is None and table is None:
        gap = provisions.gap(label)
        return f"{_called(provisions, label)} is " + (f"declared [{gap.reason}]" if gap else "no more")
    if table is not None:
        return f"{label} is now {{#{table.id}}} ({table.title.plain})"
    assert clause is not None
    heading = f" ({clause.heading.plain})" if clause.heading else ""
    return f"{_called(provisions, label)} is now {{#{clause.id}}}{heading}"


def _called(provisions: Provisions, label: str) -> str:
    return f"{provisions.keyword} {label}" if label[:1].isdigit() or "(" in label else label


RULE = Rule("C118", "stale-citation", Severity.ERROR, _find, __doc__)
