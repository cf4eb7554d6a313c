"""Sentences read by eye, and how near the reader comes to them, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.library import read_library
from toolkit.model.passage import Passage
from toolkit.obligation.obligation import Obligation
from toolkit.obligation.reading import obligations
from toolkit.source.files import Folder

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = ("sample", "held-out", "later")
FIELDS = ("kind", "actor", "modal", "period", "unit")


class Reading(NamedTuple):
    """What one line of a case says; empty where it says “-”."""

    kind: str
    actor: str
    modal: str
    period: str
    unit: str


@dataclass(frozen=True)
class Case:
    """One passage with the readings that stand in it."""

    version: str
    owner: str
    kind: str
    words: str
    """The lines that lead in, then its own, as the file wraps them."""
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Score:
    """What was found of what is there, of one field."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def cases(name: str) -> tuple[Case, ...]:
    """The cases of sample.txt or held-out.txt."""
    blocks = (HERE / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(_case(block.split("\n")) for block in blocks)


def _case(lines: list[str]) -> Case:
    version, _, rest = lines[0].partition("#")
    owner, kind = rest.split()[:2]
    said = [line[3:].strip() for line in lines[1:] if line.startswith("  = ")]
    own = [line.strip() for line in lines[1:] if not line.startswith("  = ") and not line.startswith("    …")]
    readings = tuple(_reading(line) for line in said if line != "none")
    return Case(version, owner, kind, " ".join(own), readings)


def _reading(line: str) -> Reading:
    parts = [part.strip() for part in line.removeprefix("=").split("|")]
    return Reading(*("" if part == "-" else part for part in parts))


@cache
def library() -> tuple[Catalogue, dict[str, tuple[Subject, tuple[Obligation, ...]]]]:
    return Catalogue.of(read_library(Folder(ROOT))), {}


def version_read(version: str) -> tuple[Subject, tuple[Obligation, ...]]:
    catalogue, known = library()
    if version not in known:
        subject = Subject(catalogue, catalogue.library.load(version))
        known[version] = subject, obligations(subject)
    return known[version]


def passage_of(case: Case) -> Passage:
    """The passage that a case is about; the case repeats its words."""
    subject, _ = version_read(case.version)
    found = [
        one
        for one in subject.passages
        if one.owner == case.owner and " | ".join(text.plain for text in one.texts) == case.words
    ]
    assert found, f"{case.version}#{case.owner} does not say “{case.words}”"
    return found[0]


def readings_of(case: Case) -> tuple[Reading, ...]:
    """What the reader makes of the passage of a case."""
    texts = {text.plain for text in passage_of(case).texts}
    _, found = version_read(case.version)
    return tuple(as_reading(one) for one in found if one.clause == case.owner and one.words in texts)


def as_reading(one: Obligation) -> Reading:
    units = [timing.unit for timing in one.timings if timing.unit]
    return Reading(
        str(one.kind),
        "; ".join(one.actors),
        one.modal,
        "; ".join(timing.words for timing in one.timings),
        "; ".join(units),
    )


def differing(some: tuple[Case, ...]) -> Iterator[tuple[Case, tuple[Reading, ...]]]:
    for case in some:
        found = readings_of(case)
        if found != _by_term(case):
            yield case, found


def scores(some: tuple[Case, ...]) -> dict[str, Score]:
    """Of whole passages, whether as many readings as there are were found; then each field."""
    counts: dict[str, list[int]] = {field: [0, 0, 0] for field in ("reading", *FIELDS)}
    for case in some:
        found = readings_of(case)
        _add(counts["reading"], Counter(range(len(found))), Counter(range(len(case.readings))))
        for at, field in enumerate(FIELDS):
            _add(counts[field], _values(found, at), _values(_by_term(case), at))
    return {field: Score(*numbers) for field, numbers in counts.items()}


def _by_term(case: Case) -> tuple[Reading, ...]:
    """The readings of a case with each actor by its term: the S1SP is the SMETS1 Service Provider."""
    terms = version_read(case.version)[0].context.terms
    named = ([(terms.named(name), name) for name in one.actor.split("; ")] for one in case.readings)
    actors = (
        "; ".join((term.abbreviation or term.name) if term else name for term, name in one) for one in named
    )
    return tuple(one._replace(actor=actor) for one, actor in zip(case.readings, actors, strict=True))


def _values(readings: tuple[Reading, ...], at: int) -> Counter[tuple[int, str]]:
    """The values of a field, each with the number of its reading; several stand apart by semicolons."""
    return Counter(
        (number, value) for number, one in enumerate(readings) for value in one[at].split("; ") if value
    )


def _add(counts: list[int], found: Counter[object], there: Counter[object]) -> None:
    counts[0] += (found & there).total()
    counts[1] += found.total()
    counts[2] += there.total()
