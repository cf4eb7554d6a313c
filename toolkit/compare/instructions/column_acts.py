"""What is done to the columns of a table, in words."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.compare.pairing import NONE

from .acts import Act, Grid, Omitted
from .instruction import Columns
from .quoting import quoted
from .texts import Texts


def column_acts(texts: Texts, at: int, step: Columns) -> Iterator[Act]:
    """Columns that go and columns that come, with their entries."""
    names = [texts.old.column(at, old) for old in range(step.width)]
    kept = {old for old in step.columns if old is not None}
    gone = tuple(names[old] for old in range(step.width) if old not in kept)
    if gone:
        yield Act(at, at, "", omitted=Omitted("the column", gone))
    order = [old for old in step.columns if old is not None]
    if order != sorted(order):
        listing = ", ".join(names[old] for old in order)
        remaining = "remaining columns" if gone else "columns"
        yield Act(at, at, f"arrange the {remaining} in the order {listing}")
    for new, old in enumerate(step.columns):
        if old is None:
            yield _column(texts, at, new, step, names)


def _column(texts: Texts, at: int, new: int, step: Columns, names: list[str]) -> Act:
    before = step.columns[new - 1] if new else None
    where = f"after the column {names[before]}" if before is not None else "as the first column"
    if before is None and new:
        where = "after that column"
    table = texts.new_at(at)
    heading = texts.draft.after[texts.draft.new.children[table][0]].texts[new].plain
    rows = tuple(
        (texts.old.row(row), texts.draft.after[texts.new_at(row)].texts[new].plain)
        for row in texts.draft.old.children[at][1:]
        if texts.new_at(row) != NONE
    )
    grid = Grid(("Row", "Entry"), rows) if rows else None
    return Act(at, at, f"{where} insert a column headed {quoted(heading)}", grid=grid)
