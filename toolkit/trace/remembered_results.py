"""Results as JSON and back, for the store of what was read before: to read XML takes five times as long."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from toolkit.check.store import Store
from toolkit.model.diagnostic import Diagnostic

from .results import Outcome, Result, read_results

READ_BY = "results-1"
"""Changes when the reading of results does, so that what was remembered is read again."""

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def remembered_results(
    data: bytes, file: str, store: Store
) -> tuple[tuple[Result, ...], tuple[Diagnostic, ...]]:
    """The results in one file, and what is wrong with it; only what is faultless is remembered.

    Every run of the tests writes other results, so that only the last ones of a file are kept.
    """
    key, digest = f"{READ_BY}:{file}", sha256(data).hexdigest()
    kept: Any = store.get(key)
    if kept is not None:
        try:
            of, rows = kept
            if of == digest:
                return tuple([_as_result(one, file) for one in rows]), ()
        except (TypeError, ValueError, LookupError):
            pass  # not a record of ours
    results, wrong = read_results(data, file)
    if not wrong:
        rows = [[one.module, one.name, one.outcome, one.message, one.verifies] for one in results]
        store.put(key, [digest, rows])
    return results, wrong


def _as_result(record: Any, file: str) -> Result:
    module, name, outcome, message, verifies = record
    clauses = tuple([(document, clause) for document, clause in verifies])
    return Result(module, name, _OUTCOMES[outcome], message, clauses, file)
