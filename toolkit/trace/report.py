"""A trace for people at a terminal; data.py is for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .coverage import Coverage, percent
from .orphan import OrphanKind
from .tracing import Traced
from .verdict import ClauseVerdict, State


def as_text(traced: Traced, rows: Sequence[Coverage], everything: bool = False) -> str:
    """A line a provision, then the counts by document and kind."""
    shown = [one for one in traced.verdicts if everything or one.state is not State.PROCEDURAL]
    named = [(_name(one), one) for one in shown]
    width = max((len(name) for name, _ in named), default=0)
    lines = [f"{one.state:<10}  {name:<{width}}  {one.reason}" for name, one in named]
    blocks = ["\n".join(lines)] if lines else []
    blocks.append("\n".join(_coverage(traced, rows)))
    return "\n\n".join(blocks) + "\n\n"


def _name(one: ClauseVerdict) -> str:
    """As one asks for it: a definition or table by its id, for its clause's label is that of others too."""
    by_label = one.label == f"{one.document}@{one.version}:{one.number}"
    return one.label if by_label else f"{one.document}@{one.version}#{one.clause}"


def _coverage(traced: Traced, rows: Sequence[Coverage]) -> Iterator[str]:
    for row in rows:
        counts = ", ".join(f"{row.states[state]} {state}" for state in State if row.states.get(state))
        kind = f"{row.kind}{'' if row.total == 1 else 's'}"
        yield f"{row.document} {row.version}: {row.total} {kind}: {counts}"
    needed = sum(row.needed for row in rows)
    proved = sum(row.proved for row in rows)
    yield from _orphans(traced)
    yield f"{proved} of {needed} that need proof have it ({percent(rows):.1f} %)."


def _orphans(traced: Traced) -> Iterator[str]:
    """How many need name no clause, for the reason given; the others are findings."""
    counts = Counter(one.kind for one in traced.orphans if one.reason)
    for kind in OrphanKind:
        if counts[kind]:
            what = _PLURALS[kind] if counts[kind] != 1 else f"{_PLURALS[kind].removesuffix('s')}"
            yield f"{counts[kind]} {what} without a clause, with the reason in trace.yaml."


_PLURALS = {
    OrphanKind.RULE: "rules",
    OrphanKind.CODE: "other functions",
    OrphanKind.TEST: "tests",
    OrphanKind.EXAMPLE: "examples",
}
