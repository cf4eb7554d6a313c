"""The anchors of a page: one for each clause, definition and table, and one for each change."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.model.passage import Kind

from .view import View

HEADINGS = frozenset({Kind.HEADING, Kind.CROSSHEADING})


class Anchors(NamedTuple):
    """What each passage of a view bears, by its index; ids of the page's own begin with an underscore."""

    ids: tuple[str, ...]
    """The id of the passage's element: its clause's where it is the first of it; else empty."""
    changes: tuple[str, ...]
    """The anchor of the change, on the first passage that shows it; else empty."""
    leads: tuple[bool, ...]
    """Whether the passage is the first, on its side, of those that its change is made of."""
    pairs: dict[tuple[str, bool], int]
    """Where a moved passage is printed: from its pair and whether it is the new place to an index."""


def anchors(view: View) -> Anchors:
    """The anchors of a view. The new text bears a clause's id; an omitted one only where no new one does."""
    passages = [shown.marked for shown in view.passages]
    taken = {marked.new.owner for marked in passages if marked.new and marked.new.starts}
    used: set[str] = set()
    seen: set[int] = set()
    begun: set[tuple[int, bool]] = set()
    ids: list[str] = []
    changes: list[str] = []
    leads: list[bool] = []
    pairs: dict[tuple[str, bool], int] = {}
    for number, marked in enumerate(passages):
        passage = marked.passage
        wanted = passage.owner if passage.starts else f"_h{number}" if passage.kind in HEADINGS else ""
        if passage.kind is Kind.FOOTNOTE:
            wanted = f"_f{number}"
        if marked.new is None and wanted in taken:
            wanted = f"_old-{wanted}"
        ids.append("" if wanted in used else wanted)
        used.add(wanted)
        fresh = marked.changed and marked.number not in seen
        changes.append(f"_c{marked.number}" if fresh else "")
        seen.add(marked.number)
        side = (marked.number, marked.new is not None)
        leads.append(marked.changed and side not in begun)
        begun.add(side)
        if marked.moved:
            pairs.setdefault((marked.moved, marked.new is not None), number)
    return Anchors(tuple(ids), tuple(changes), tuple(leads), pairs)
