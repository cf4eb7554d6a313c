"""Tables that set obligations: by the names of their columns, a row says who does what and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from toolkit.check.modals import said
from toolkit.check.subject import Line

from .actor import Standing
from .draft import Draft
from .obligation import Doubt, Field, Kind, Timing
from .role import RoleUse, is_person, singular
from .timing import timings
from .when import of_period


class Column(Enum):
    """What a column of such a table says."""

    WHO = re.compile(r"who|person|party|actor|by whom|responsib\w+(?: (?:party|person))?|role|carried out by")
    WHAT = re.compile(
        r"what(?: is to be done)?|dut(?:y|ies)|obligations?|tasks?|actions?|acts?|steps?|requirements?"
    )
    WHEN = re.compile(r"(?:by )?when|time(?: limit| allowed)?|periods?|deadline|within|frequency|how often")


_COLUMNS_DOUBT = "read from a table by the names of its columns"


def columns(header: Mapping[int, str]) -> Mapping[Column, int]:
    """Which columns of a table say who, what and when; empty where it sets no obligations."""
    found: dict[Column, int] = {}
    for number, name in header.items():
        kind = next((one for one in Column if one.value.fullmatch(name.strip().lower())), None)
        if kind is not None:
            found.setdefault(kind, number)
    sets = Column.WHAT in found and len(found) > 1
    return found if sets else {}


def row_draft(
    cells: Mapping[int, Line],
    kinds: Mapping[Column, int],
    clause: Draft,
    roles: Mapping[int, tuple[RoleUse, ...]],
) -> Draft | None:
    """What a row asks; `clause` is what the clause asks that the table is of, and gives the modal verb."""
    what = cells.get(kinds[Column.WHAT])
    if what is None or not clause.modal or clause.kind is Kind.DECLARATION:
        return None
    who = kinds.get(Column.WHO, -1)
    actors = _actors(cells[who].text.plain, roles[who]) if who in cells else clause.actors
    when = _when(cells.get(kinds.get(Column.WHEN, -1)))
    doubts = (Doubt(Field.ACT, _COLUMNS_DOUBT), *of_period(when))
    if not actors:
        doubts = (*doubts, Doubt(Field.ACTOR, "nobody is named in the row"))
    return replace(
        clause, actors=actors, stands=Standing(True, 0, actors), act=what.text.plain.rstrip(".;"),
        timings=when, doubts=doubts, recipients=(), exception="", last=False,
    )  # fmt: skip


def _actors(cell: str, roles: tuple[RoleUse, ...]) -> tuple[str, ...]:
    if roles:
        return tuple(dict.fromkeys(one.name for one in roles))
    return (singular(cell),) if is_person(cell) else ()


def _when(cell: Line | None) -> tuple[Timing, ...]:
    """The periods of a cell; of words that are none, the words themselves."""
    if cell is None:
        return ()
    plain = cell.text.plain
    return timings(said(plain), 0, len(plain)) or (Timing(plain, "", "", "", ""),)
