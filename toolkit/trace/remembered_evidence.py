"""Evidence as JSON and back, for the store of what was read before: long files of YAML are slow to read."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from toolkit.check.record import as_place, place_record
from toolkit.check.store import Store
from toolkit.model.diagnostic import Diagnostic

from .evidence import Evidence, EvidenceRules, Need, Review, Waiver
from .evidence_file import read_evidence

READ_BY = "evidence-1"
"""Changes when the reading of evidence does, so that what was remembered is read again."""


def remembered_evidence(data: bytes, file: str, store: Store) -> tuple[EvidenceRules, tuple[Diagnostic, ...]]:
    """What a document declares, and what is wrong with it; only what is faultless is remembered."""
    key = f"{READ_BY}:{file}:{sha256(data).hexdigest()}"
    kept: Any = store.get(key)
    if kept is not None:
        try:
            default, clauses = kept
            return EvidenceRules(
                as_evidence(default), {name: as_evidence(one) for name, one in clauses}, file
            ), ()
        except (TypeError, ValueError, LookupError):
            pass  # not a record of ours
    rules, wrong = read_evidence(data, file)
    if not wrong:
        clauses = [[name, evidence_record(one)] for name, one in rules.clauses.items()]
        store.put(key, [evidence_record(rules.default), clauses])
    return rules, wrong


def evidence_record(one: Evidence) -> list[Any]:
    """What is declared for one clause, as lists and text."""
    review, waiver = one.review, one.waiver
    return [
        sorted(one.needs), one.reason,
        review and [review.by, review.on.isoformat(), review.until.isoformat(), review.note],
        waiver and [waiver.until.isoformat(), waiver.reason, waiver.by], place_record(one.place),
    ]  # fmt: skip


def as_evidence(record: Any) -> Evidence:
    """What evidence_record was given."""
    needs, reason, review, waiver, place = record
    if review is not None:
        by, on, until, note = review
        review = Review(by, date.fromisoformat(on), date.fromisoformat(until), note)
    if waiver is not None:
        until, why, by = waiver
        waiver = Waiver(date.fromisoformat(until), why, by)
    return Evidence(frozenset(map(Need, needs)), reason, review, waiver, as_place(place))
