"""DMVES as data: the rows of the annex, and the clauses that lean on it, read from one version's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.model.block import Clause, Paragraph, Table
from toolkit.model.document import Version

from ..ruling import RefusalError
from ..sources import Sources

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

_LABEL = r"(\d+[a-z]*(?:\.\d+[a-z]*)*(?:\([a-zA-Z]+\))*)"
_NAMED = re.compile(rf"Clause {_LABEL}")
_LEANS = re.compile(rf"identified in DMVES against this Clause {_LABEL}")
_IDENTIFYING = ("Row", "Cohort", "Device Type", "Manufacturer", "Device Model", "Firmware Version")


@dataclass(frozen=True, slots=True)
class Variation:
    """A clause that a Row names, and in which Step Column."""

    column: str
    label: str
    id: str
    """Empty where the version has no such clause."""


@dataclass(frozen=True, slots=True)
class Row:
    """A Row of DMVES, which identifies one Device Model."""

    name: str
    cohort: str
    device_type: str
    manufacturer: str
    model: str
    firmware: str
    """The version of firmware from which the Row applies."""
    variations: tuple[Variation, ...]


@dataclass(frozen=True, slots=True)
class Dmves:
    """DMVES in one version of the S1SR."""

    version: Version
    rows: tuple[Row, ...]
    behaviours: tuple[tuple[str, str], ...]
    """Label and id of every clause that applies to what DMVES identifies, in order of the text."""


def read_dmves(sources: Sources, version: str) -> Dmves:
    """DMVES of a version of the S1SR; RefusalError where the version holds no such matrix."""
    loaded = sources.load(f"S1SR@{version}")
    register = loaded.document.register
    annex = next((one for one in register.annexes if one.abbreviation == "DMVES"), None)
    clause = loaded.index.clauses.get(annex.id) if annex else None
    tables = [block for block in clause.blocks if isinstance(block, Table)] if clause else []
    if not tables:
        raise RefusalError(f"S1SR {loaded.document.version.name} has no DMVES.")
    header = tuple(text.plain for text in tables[0].header)
    if header[: len(_IDENTIFYING)] != _IDENTIFYING:
        raise RefusalError(
            f"DMVES of S1SR {version} does not begin with the columns {', '.join(_IDENTIFYING)}."
        )
    rows = tuple(_row(header, tuple(text.plain for text in row), loaded) for row in tables[0].rows)
    return Dmves(loaded.document.version, rows, tuple(_behaviours(loaded)))


def _row(header: tuple[str, ...], cells: tuple[str, ...], loaded: Loaded) -> Row:
    fixed = len(_IDENTIFYING)
    named = [
        (column, label)
        for column, cell in zip(header[fixed:], cells[fixed:], strict=True)
        for label in _NAMED.findall(cell)
    ]
    labels = loaded.index.labels
    found = tuple(
        Variation(column, label, labels[label].id if label in labels else "") for column, label in named
    )
    name, cohort, device_type, manufacturer, model, firmware = cells[:fixed]
    return Row(name, cohort, device_type, manufacturer, model, firmware, found)


def _behaviours(loaded: Loaded) -> Iterator[tuple[str, str]]:
    seen = set()
    for clause in loaded.index.clauses.values():
        for label in (label for words in _words(clause) for label in _LEANS.findall(words)):
            target = loaded.index.labels.get(label)
            if target is not None and label not in seen:
                seen.add(label)
                yield label, target.id


def _words(clause: Clause) -> Iterator[str]:
    return (block.text.plain for block in clause.blocks if isinstance(block, Paragraph))
