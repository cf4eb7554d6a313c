"""One clause, definition or table of a view, with everything that stands under it."""

from __future__ import annotations

from dataclasses import replace

from toolkit.model.change import Marked
from toolkit.model.passage import Kind, Passage

from .view import View, ViewPassage


def excerpt(view: View, clause_id: str) -> tuple[ViewPassage, ...]:
    """The passages of a clause, definition or table: from its first to the last that stands under it.

    They are set out to the left margin. KeyError where the view has none of that id.
    """
    start = next((n for n, shown in enumerate(view.passages) if _bears(shown.marked, clause_id)), None)
    if start is None:
        raise KeyError(clause_id)
    first = view.passages[start].marked.passage
    end = start + 1
    while end < len(view.passages) and _under(first, view.passages[end].marked.passage):
        end += 1
    labelled = first.kind in (Kind.HEADING, Kind.CLAUSE)
    outermost = max(first.indent - labelled, 0)
    return tuple(_set_out(shown, outermost) for shown in view.passages[start:end])


def _bears(marked: Marked, clause_id: str) -> bool:
    return marked.passage.starts and marked.passage.owner == clause_id


def _under(first: Passage, passage: Passage) -> bool:
    """Whether a passage that follows a clause's first still belongs to it."""
    if first.kind is Kind.CAPTION:
        return passage.owner == first.owner
    if passage.level != first.level or passage.owner == first.owner:
        return passage.level >= first.level
    # At its own level: its definitions and tables, but no sibling, and no other definition.
    labelled = passage.kind in (Kind.HEADING, Kind.CLAUSE, Kind.GAP)
    return not labelled and first.kind is not Kind.TERM


def _set_out(shown: ViewPassage, by: int) -> ViewPassage:
    if not by:
        return shown
    marked = shown.marked
    old = marked.old and replace(marked.old, indent=max(marked.old.indent - by, 0))
    new = marked.new and replace(marked.new, indent=max(marked.new.indent - by, 0))
    return replace(shown, marked=replace(marked, old=old, new=new))
