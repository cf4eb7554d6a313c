"""What stands beside one provision in the matrix: its code, tests and examples, each told once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from toolkit.library.load import Loaded
from toolkit.trace.attestation import Attestation
from toolkit.trace.changed_words import shortened
from toolkit.trace.example import EXPECTED, Example
from toolkit.trace.link import Link
from toolkit.trace.linking import provision
from toolkit.trace.results import Outcome, Result
from toolkit.trace.verdict import ClauseVerdict, Suspicion

from .piece import Pieces
from .view import CodeLine, ExampleRow, ExampleTable, Fault, Proof, Target, TestLine

FAULTS = 5
"""Faults of one test that are told beside one provision; how many more there are is counted."""

_WORST = (Outcome.FAILED, Outcome.SKIPPED, Outcome.PASSED)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one version of a document, to be looked up."""

    loaded: Loaded
    attested: Mapping[tuple[str, str], Attestation]
    examples: Mapping[str, Sequence[Example]]
    """By the id of the provision they stand beside."""
    pieces: Pieces
    places: Mapping[str, int]
    """From the id of a provision to its place among all that have a verdict."""
    called: Mapping[str, str]
    """From the id of a provision to what people call it."""
    anchors: Mapping[str, str]
    """From an id to the anchor that is made of its label."""

    def target(self, clause: str) -> Target:
        """A provision by its id."""
        return Target(self.called.get(clause, clause), f"#{quote(clause)}")


def proof(verdict: ClauseVerdict, known: Known) -> Proof:
    """Everything about one provision that is not told beside another one.

    What only counts for it because it stands in, or over, what links name is not told again: there is one
    line for each such provision, so that pages grow as the links do.
    """
    results = _by_test(verdict.results)
    tests = tuple((provision(link, known.loaded.index), link) for link in verdict.tests)
    own = (link for clause, link in tests if clause == verdict.clause and not link.file.endswith(".md"))
    others = {clause for clause, _ in (*verdict.claims, *tests)} & known.places.keys() - {verdict.clause}
    return Proof(
        verdict.clause, known.target(verdict.clause).label, known.anchors.get(verdict.clause, ""),
        verdict.kind, verdict.state, verdict.reason, tuple(_code(verdict, known)),
        tuple(_test(link, results.get(link.test, ())) for link in own),
        tuple(_example(one, results) for one in known.examples.get(verdict.clause, ())),
        tuple(known.target(clause) for clause in sorted(others, key=known.places.__getitem__)),
    )  # fmt: skip


def _by_test(results: Iterable[Result]) -> dict[tuple[str, str], list[Result]]:
    found: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        found[result.test].append(result)
    return found


def _code(verdict: ClauseVerdict, known: Known) -> Iterator[CodeLine]:
    doubts = {one.link.code: one for one in verdict.suspicions if one.clause == verdict.clause}
    own = known.target(verdict.clause)
    told: set[tuple[object, ...]] = set()
    for link in verdict.own_code:
        doubt, said = doubts.get(link.code), known.attested.get((verdict.clause, link.code))
        changed = shortened(doubt.changed) if doubt else ()
        fresh = changed not in told  # words changed are the clause's: told once, however many links there are
        told.add(changed)
        yield CodeLine(
            link.name, lines_of(link), known.pieces.name(link, own), link.since, _attested(said),
            _why(doubt), changed if fresh else (),
        )  # fmt: skip


def _why(doubt: Suspicion | None) -> str:
    return doubt.why if doubt else ""


def _attested(said: Attestation | None) -> str:
    if said is None:
        return ""
    kind = "; an editorial change only" if said.editorial else ""
    return f"{said.version} by {said.who} on {said.day.day} {said.day:%B %Y}{kind}: {said.why}"


def lines_of(link: Link) -> str:
    """Where a piece of code is, in words."""
    if link.last_line == link.first_line:
        return f"{link.file}, line {link.first_line}"
    return f"{link.file}, lines {link.first_line} to {link.last_line}"


def _test(link: Link, results: Iterable[Result]) -> TestLine:
    counts: dict[Outcome | None, int] = dict.fromkeys(_WORST, 0)
    faults: list[Fault] = []
    for result in results:
        counts[result.outcome] += 1
        if result.outcome is not Outcome.PASSED:
            faults.append(Fault(result.name, result.outcome, result.message))
    told = _counted(counts) or "no result"
    worst = next((outcome for outcome in _WORST if counts[outcome]), None)
    faults.sort(key=lambda fault: _WORST.index(fault.outcome))
    more = max(0, len(faults) - FAULTS)
    return TestLine(
        link.name or link.code, f"{link.file}, line {link.place.line}", told or "no result", worst,
        tuple(faults[:FAULTS]), more,
    )  # fmt: skip


def _counted(counts: Mapping[Outcome | None, int]) -> str:
    """How many there are of each outcome, in words, the worst first."""
    order: tuple[Outcome | None, ...] = (Outcome.FAILED, None, Outcome.SKIPPED, Outcome.PASSED)
    some = ((outcome, counts.get(outcome, 0)) for outcome in order)
    return ", ".join(f"{count} {outcome or 'without a result'}" for outcome, count in some if count)


def _example(example: Example, results: Mapping[tuple[str, str], list[Result]]) -> ExampleTable:
    given = dict.fromkeys(name for row in example.rows for name, _ in row.given)
    expected = dict.fromkeys(name for row in example.rows for name, _ in row.expected)
    ran = {result.name: result for result in results.get(example.link.test, ())}
    rows = []
    for row in example.rows:
        asked, answered = dict(row.given), dict(row.expected)
        cells = (*(asked.get(name, "") for name in given), *(answered.get(name, "") for name in expected))
        result = ran.get(f"{example.link.name}[line-{row.line}]")
        outcome, message = (result.outcome, result.message) if result else (None, "")
        rows.append(ExampleRow(cells, outcome, message if outcome is not Outcome.PASSED else ""))
    columns = (*given, *(f"{EXPECTED} {name}" for name in expected))
    counts = Counter(row.outcome for row in rows)
    worst = next((one for one in (Outcome.FAILED, None, *_WORST) if counts[one]), None)
    return ExampleTable(
        example.function, f"{example.place.file}, line {example.place.line}", columns, tuple(rows),
        _counted(counts), worst,
    )  # fmt: skip
