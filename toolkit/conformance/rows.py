"""Many rows through several rules: each row is answered, or reported by its line, and none stops the rest."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .asking import answer, refused, remembering
from .catalogue import Rule
from .data import as_data
from .ruling import Outcome, RefusalError, Ruling
from .sources import Sources

_MOST_LINES = 50
"""How many lines one row may take up."""
_RESULTS = ("outcome", "value", "reason", "clause")
Cells = list[str]


class ColumnsError(ValueError):
    """Columns from which the rules cannot be asked; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that was gone through."""

    line: int
    """The line of the file on which it begins."""
    cells: Cells
    """What was read, followed by outcome, value, reason and clause for each rule."""
    passed: bool
    """Whether every rule was met or decided."""
    faults: tuple[str, ...]
    """What is wrong with the row itself, if anything."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where one input of a rule comes from."""

    name: str
    column: int
    required: bool
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one rule is asked of each row."""

    rule: Rule
    slots: tuple[_Slot, ...]
    fixed: dict[str, Any]
    """Inputs that are the same for every row."""
    names: dict[tuple[str, str, str], str]
    """Clauses as printed, remembered."""


def head(columns: Cells, rules: Iterable[Rule]) -> Cells:
    """The columns of the answer."""
    return [*columns, *(f"{rule.number} {result}" for rule in rules for result in _RESULTS)]


def plans(
    columns: Cells, rules: Iterable[Rule], fixed: Mapping[str, str], sources: Sources | None
) -> tuple[_Plan, ...]:
    """How each rule is asked: its inputs are columns of the same name, or R4.name for one rule alone.

    fixed: inputs that are the same for every row. ColumnsError where a rule lacks an input, or a column
    or an input of `fixed` belongs to nothing.
    """
    if len(set(columns)) < len(columns):
        raise ColumnsError(
            f"The column {next(one for one in columns if columns.count(one) > 1)} stands twice."
        )
    made = tuple(_plan(columns, rule, fixed, sources) for rule in rules)
    known = {
        name for rule in rules for one in rule.inputs for name in (one.name, f"{rule.number}.{one.name}")
    }
    strange = [name for name in fixed if name not in known]
    if strange:
        raise ColumnsError(f"No rule that was asked has an input “{strange[0]}”.")
    twice = [name for name in fixed if name in columns]
    if twice:
        raise ColumnsError(f"{twice[0]} is a column, and given for every row too: leave one of them out.")
    return made


def _plan(columns: Cells, rule: Rule, fixed: Mapping[str, str], sources: Sources | None) -> _Plan:
    slots, given = [], {}
    for one in rule.inputs:
        for name in (f"{rule.number}.{one.name}", one.name):
            if name in columns:
                slots.append(_Slot(one.name, columns.index(name), one.required, remembering(one)))
                break
            if name in fixed:
                try:
                    given[one.name] = one.kind.read_text(fixed[name])
                except RefusalError as error:
                    raise ColumnsError(f"{name}: {error}") from None
                break
        else:
            if one.required:
                raise ColumnsError(f"{rule.number} needs a column {one.name}: {one.kind.words}.")
    return _Plan(rule, tuple(slots), given, {})


def read_rows(lines: Iterable[str]) -> Iterator[tuple[int, Cells | None]]:
    """The rows of a CSV file, each with the line on which it begins; None for one that cannot be read.

    A cell may hold line ends. A quotation mark that is never closed costs its own row and no other.
    """
    source = enumerate(lines, 1)
    waiting: deque[tuple[int, str]] = deque()
    while True:
        taken = [waiting.popleft()] if waiting else list(islice(source, 1))
        if not taken:
            return
        cells = _cells([taken[0][1]])
        while cells is None and _is_open(taken) and len(taken) < _MOST_LINES:
            more = [waiting.popleft()] if waiting else list(islice(source, 1))
            if not more:
                break
            taken += more
            cells = _cells([text for _, text in taken])
        yield taken[0][0], cells
        if cells is None:
            waiting.extendleft(reversed(taken[1:]))


def _is_open(taken: list[tuple[int, str]]) -> bool:
    return sum(text.count('"') for _, text in taken) % 2 == 1


def _cells(lines: list[str]) -> Cells | None:
    try:
        found = list(csv.reader(lines, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


def go_through(
    rows: Iterable[tuple[int, Cells | None]], width: int, planned: tuple[_Plan, ...], sources: Sources | None
) -> Iterator[Row]:
    """Each row with its answers. A row that cannot be read has none; empty lines are passed over."""
    blank = [""] * (len(planned) * len(_RESULTS))
    for line, cells in rows:
        if cells == []:
            continue
        fault = _unreadable(cells, width)
        if cells is None or fault:
            kept = [*(cells or []), *[""] * width][:width]
            yield Row(line, [*map(_printable, kept), *blank], False, (fault,))
            continue
        answers = [(plan, _rule(plan, cells, sources)) for plan in planned]
        faults = tuple(
            f"{plan.rule.number}: {one.reason}" for plan, one in answers if one.outcome is Outcome.REFUSED
        )
        results = [cell for plan, one in answers for cell in _result(plan, one)]
        yield Row(line, [*cells, *results], all(one.passes for _, one in answers), faults)


def _unreadable(cells: Cells | None, width: int) -> str:
    if cells is None:
        return "this is not a row of a CSV file: a quotation mark is open or misplaced."
    if len(cells) != width:
        return f"it has {len(cells)} cells, and the first line has {width}."
    joined = "".join(cells)
    if not joined.isascii():
        try:
            joined.encode("utf-8")
        except UnicodeEncodeError:
            return "it is not UTF-8."
    return ""


def _printable(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode("utf-8")


def _rule(plan: _Plan, cells: Cells, sources: Sources | None) -> Ruling[Any]:
    values = dict(plan.fixed)
    for slot in plan.slots:
        cell = cells[slot.column]
        if not cell.strip() and not slot.required:
            continue
        try:
            values[slot.name] = slot.read(cell)
        except RefusalError as error:
            return refused(plan.rule, f"{slot.name}: {error}")
    return answer(plan.rule, values, sources)


def _result(plan: _Plan, ruling: Ruling[Any]) -> tuple[str, str, str, str]:
    key = ruling.clause.document, ruling.clause.label, ruling.clause.version
    if key not in plan.names:
        plan.names[key] = str(ruling.clause)
    return ruling.outcome.value, value_words(ruling.value), ruling.reason, plan.names[key]


def value_words(value: Any) -> str:
    """A value in one cell: a single one as it stands, a composite one as JSON."""
    data = as_data(value)
    if data is None:
        return ""
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
