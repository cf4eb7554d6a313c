"""The trace of one document as JSON and back; links and results stand in it by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from toolkit.check.record import as_diagnostic, as_place, diagnostic_record, place_record
from toolkit.model.change import Edit, Op

from .document_trace import DocumentTrace
from .evidence import Evidence
from .example import Example, Row
from .link import Link
from .remembered_evidence import as_evidence, evidence_record
from .results import Result
from .verdict import ClauseVerdict, State, Suspicion


def to_record(made: DocumentTrace, links: Sequence[Link], results: Sequence[Result]) -> Any:
    """Lists, numbers and text only. `links` and `results` are those that it was made of."""
    every = (*links, *(one.link for one in made.examples))
    at = {link: number for number, link in enumerate(every)}
    result_at = {result: number for number, result in enumerate(results)}
    needed: dict[Evidence, int] = {}
    verdicts = [_verdict(one, at, result_at, needed) for one in made.verdicts]
    return [
        verdicts,
        [evidence_record(one) for one in needed],
        [[at[link], near] for link, near in made.astray],
        [_example(one) for one in made.examples],
        [diagnostic_record(one) for one in made.found],
    ]


def from_record(record: Any, links: Sequence[Link], results: Sequence[Result]) -> DocumentTrace:
    """What to_record was given; ValueError, TypeError or LookupError where it was given none."""
    verdicts, evidences, astray, examples, found = record
    tables = tuple(map(_as_example, examples))
    every = (*links, *(one.link for one in tables))
    needed = [as_evidence(one) for one in evidences]
    return DocumentTrace(
        tuple(_as_verdict(one, every, results, needed) for one in verdicts),
        tuple((every[at], near) for at, near in astray),
        tables,
        tuple(map(as_diagnostic, found)),
    )


# -- verdicts -------------------------------------------------------------------------------------


def _verdict(
    one: ClauseVerdict, at: dict[Link, int], results: dict[Result, int], needed: dict[Evidence, int]
) -> list[Any]:
    return [
        one.document, one.version, one.clause, one.label, one.number, one.heading, one.kind,
        one.state.value, one.reason, _linked(one.claims, at), _linked(one.proofs, at), one.examples,
        [results[result] for result in one.results], [_suspicion(each, at) for each in one.suspicions],
        needed.setdefault(one.needed, len(needed)), one.fingerprint, one.under, place_record(one.place),
    ]  # fmt: skip


def _as_verdict(
    record: Any, links: Sequence[Link], results: Sequence[Result], needed: Sequence[Evidence]
) -> ClauseVerdict:
    (document, version, clause, label, number, heading, kind, state, reason, claimed, proved, examples, found,
     suspicions, evidence, fingerprint, under, place) = record  # fmt: skip
    claims = tuple([(name, links[at]) for name, at in claimed])
    proofs = tuple([(name, links[at]) for name, at in proved])
    return ClauseVerdict(
        document, version, clause, label, number, heading, kind, _STATES[state], reason,
        tuple([link for _, link in claims]), tuple([link for _, link in proofs]), tuple(examples),
        tuple([results[at] for at in found]), tuple([_as_suspicion(one, links) for one in suspicions]),
        claims, proofs, needed[evidence], fingerprint, tuple(under), as_place(place),
    )  # fmt: skip


_STATES = {state.value: state for state in State}


def _linked(pairs: Iterable[tuple[str, Link]], at: dict[Link, int]) -> list[list[Any]]:
    return [[name, at[link]] for name, link in pairs]


def _suspicion(one: Suspicion, at: dict[Link, int]) -> list[Any]:
    edits = [[edit.op.value, edit.text, edit.consequential] for edit in one.changed]
    return [at[one.link], one.clause, one.why, one.attested, one.reworded, one.code_changed, one.by, edits]


def _as_suspicion(record: Any, links: Sequence[Link]) -> Suspicion:
    at, clause, why, attested, reworded, code_changed, by, edits = record
    changed = tuple(Edit(Op(op), text, consequential) for op, text, consequential in edits)
    return Suspicion(links[at], clause, why, attested, reworded, code_changed, by, changed)


# -- examples -----------------------------------------------------------------------------------------


def _example(one: Example) -> list[Any]:
    rows = [[row.given, row.expected, row.line] for row in one.rows]
    return [one.document, one.versions, one.clause, one.function, rows, place_record(one.place)]


def _as_example(record: Any) -> Example:
    document, versions, clause, function, rows, place = record
    kept = tuple(
        Row(tuple(map(tuple, given)), tuple(map(tuple, expected)), line) for given, expected, line in rows
    )
    return Example(document, tuple(versions), clause, function, kept, as_place(place))
