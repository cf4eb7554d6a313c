"""Obligations for a terminal: a line for each, with what is uncertain marked by a question mark."""

from __future__ import annotations

from itertools import groupby

from toolkit.compare.grid import grid_text
from toolkit.obligation.obligation import Obligation

from .obligation_rows import Told, when, who

_HEADER = ("Clause", "Who", "Modal", "What", "When")


def obligation_text(told: Told, width: int) -> str:
    """The readings of each version in columns, then how many there are."""
    blocks: list[str] = []
    state = ("Carried out",) if told.states is not None else ()
    for name, some in groupby(told.obligations, key=lambda one: one.version_name):
        rows = [(*_row(one), *((told.state(one),) if state else ())) for one in some]
        blocks.append(f"{name}\n\n{grid_text((*_HEADER, *state), rows, width)}\n")
    return "\n".join([*blocks, _total(told)]) + "\n"


def _row(one: Obligation) -> tuple[str, ...]:
    case = f" [{one.condition}]" if one.condition else ""
    doubt = "? " if one.doubts else ""
    of = f"({one.said_of}) " if one.said_of else ""
    return one.label, f"{doubt}{who(one)}", one.modal, of + one.act + case, "; ".join(map(when, one.timings))


def _total(told: Told) -> str:
    count, uncertain = len(told.obligations), sum(one.uncertain for one in told.obligations)
    if not count:
        return "Nothing of what was asked for."
    words = "reading" if count == 1 else "readings"
    return f"{count} {words}; ? marks the {uncertain} in which something is uncertain."
