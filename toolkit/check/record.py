"""The outcome of checking one version, to JSON and back."""

from __future__ import annotations

from typing import Any

from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit

from .outcome import Outcome, SetAside, Why


def to_record(outcome: Outcome) -> Any:
    """Lists and text only; from_record gives the same outcome back."""
    return [
        [_diagnostic(one) for one in outcome.findings],
        [
            [_diagnostic(one.finding), one.why.value, one.reason, _place(one.place)]
            for one in outcome.set_aside
        ],
    ]


def from_record(record: Any) -> Outcome:
    """The outcome that to_record was given; ValueError or TypeError where it was given none."""
    findings, aside = record
    return Outcome(
        tuple(map(_read_diagnostic, findings)),
        tuple(
            SetAside(_read_diagnostic(one), Why(why), reason, Place(*place))
            for one, why, reason, place in aside
        ),
    )


def _diagnostic(one: Diagnostic) -> list[Any]:
    return [
        one.code, one.name, one.severity.value, _place(one.place), one.message, one.hint, one.clause,
        one.owner, [[_place(edit.place), edit.old, edit.new, edit.cites] for edit in one.fix],
    ]  # fmt: skip


def _read_diagnostic(record: Any) -> Diagnostic:
    code, name, severity, place, message, hint, clause, owner, fix = record
    edits = tuple(SourceEdit(Place(*where), old, new, cites) for where, old, new, cites in fix)
    return Diagnostic(code, name, Severity(severity), Place(*place), message, hint, clause, owner, edits)


def _place(place: Place) -> list[Any]:
    return [place.file, place.line, place.column, place.end_line, place.end_column]
