"""Which device-specific behaviours apply to a Device Model, and whether DMVES is whole (R17)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..sources import Sources
from ..vocabulary import counted, joined
from .matrix import Dmves, Row, Variation, read_dmves

LAW = Law("S1SR", "17.1", "dmves-effect")
WHOLE = Law("S1SR", "17.5", "dmves-complete")
_FIRMWARE = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,5}\Z", re.ASCII)
_LABEL = re.compile(r"\d+[a-z]*(?:\.\d+[a-z]*)*(?:\([A-Za-z]+\))*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Variant:
    """What DMVES shows for a Device Model."""

    row: str
    """The reference of the Row; empty where there is none and the General Steps apply."""
    variations: tuple[Variation, ...]
    """The Clauses that apply, in the order of the Row."""


@implements("S1SR", "dmves-effect", since="4.0")
@implements("S1SR", "dmves-silent", since="4.0")
@implements("S1SR", "dmves-later-firmware", since="4.0")
@implements("S1SR", "annex-a-dmves", since="4.0")
@rule(LAW)
def device_variation(
    manufacturer: str,
    device_model: str,
    firmware: str,
    version: str,
    *,
    clause: str | None = None,
    sources: Sources,
) -> Ruling[Variant]:
    """Which device-specific Clauses apply to a Device Model, or whether one Clause does.

    manufacturer, device_model, firmware: as DMVES writes them; a Row goes on applying to later firmware.
    version: of the S1SR.
    clause: the label of a Clause, such as 18.5(gg), to ask whether it applies; none for all that do.
    """
    dmves = read_dmves(sources, version)
    ground = LAW.of(dmves.version)
    row = _row_of(dmves, manufacturer, device_model, _parts(firmware))
    shown = Variant(row.name, row.variations) if row else Variant("", ())
    if clause is not None:
        wanted = clause.removeprefix("Clause ").strip()
        if not _LABEL.match(wanted) or wanted not in {label for label, _ in dmves.behaviours}:
            raise RefusalError(
                f"clause: {clause[:40]} holds no Device-Specific Behaviour in S1SR {dmves.version.name}."
            )
        applies = tuple(one for one in shown.variations if one.label == wanted)
        words = (
            f"Row {shown.row} {'names' if applies else 'does not name'} Clause {wanted}." if row else _NONE
        )
        return ground.judged(bool(applies), words, Variant(shown.row, applies))
    labels = joined(tuple(f"{one.label} ({one.column})" for one in shown.variations))
    words = f"Row {shown.row}: {labels or 'the General Steps alone'}." if row else _NONE
    return ground.decided(words, shown)


_NONE = (
    "DMVES has no Row for this Device Model at this firmware: the General Steps alone apply (Clause 17.2)."
)


@implements("S1SR", "dmves-complete", since="4.0")
@rule(WHOLE)
def dmves_whole(version: str, *, sources: Sources) -> Ruling[tuple[str, ...]]:
    """Whether every Row of DMVES names existing Clauses and every device-specific Clause has a Row.

    version: of the S1SR. The value lists what is wrong.
    """
    dmves = read_dmves(sources, version)
    known = {label for label, _ in dmves.behaviours}
    wrong: list[str] = []
    named = set()
    for row in dmves.rows:
        if not row.variations:
            wrong.append(f"Row {row.name} names no Clause")
        for one in row.variations:
            named.add(one.label)
            if not one.id:
                wrong.append(f"Row {row.name} names Clause {one.label}, which does not exist")
            elif one.label not in known:
                wrong.append(f"Row {row.name} names Clause {one.label}, which is not device-specific")
    wrong += [f"Clause {label} has no Row" for label, _ in dmves.behaviours if label not in named]
    wrong += _repeated(dmves)
    words = f"{counted(len(dmves.rows), 'Row')} and {counted(len(known), 'device-specific Clause')}: "
    words += f"{counted(len(wrong), 'fault')}, the first: {wrong[0]}." if wrong else "each has the other."
    return WHOLE.of(dmves.version).judged(not wrong, words, tuple(wrong))


def _repeated(dmves: Dmves) -> list[str]:
    names = Counter(row.name for row in dmves.rows)
    models = Counter(f"{row.manufacturer} {row.model} {row.firmware}" for row in dmves.rows)
    found = [f"the reference {name} stands there twice" for name, uses in names.items() if uses > 1]
    return found + [f"{model} has two Rows" for model, uses in models.items() if uses > 1]


def _parts(firmware: str) -> tuple[int, ...]:
    if not _FIRMWARE.match(firmware):
        raise RefusalError(f"firmware: “{firmware[:40]}” is no version of firmware: write 1.04.2.")
    return tuple(int(part) for part in firmware.split("."))


def _row_of(dmves: Dmves, manufacturer: str, model: str, firmware: tuple[int, ...]) -> Row | None:
    rows = [row for row in dmves.rows if (row.manufacturer, row.model) == (manufacturer, model)]
    reached = [row for row in rows if _parts(row.firmware) <= firmware]
    return max(reached, key=lambda row: _parts(row.firmware), default=None)
