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
        [diagnostic_record(one) for one in outcome.findings],
        [
            [diagnostic_record(one.finding), one.why.value, one.reason, place_record(one.place)]
            for one in outcome.set_aside
        ],
    ]


def from_record(record: Any) -> Outcome:
    """The outcome that to_record was given; ValueError or TypeError where it was given none."""
    findings, aside = record
    return Outcome(
        tuple(map(as_diagnostic, findings)),
        tuple(
            SetAside(as_diagnostic(one), Why(why), reason, as_place(place))
            for one, why, reason, place in aside
        ),
    )


def diagnostic_record(one: Diagnostic) -> list[Any]:
    """A diagnostic as lists and text."""
    return [
        one.code, one.name, one.severity.value, place_record(one.place), one.message, one.hint, one.clause,
        one.owner, [[place_record(edit.place), edit.old, edit.new, edit.cites] for edit in one.fix],
    ]  # fmt: skip


def as_diagnostic(record: Any) -> Diagnostic:
    """The diagnostic of a record."""
    code, name, severity, place, message, hint, clause, owner, fix = record
    edits = tuple(SourceEdit(as_place(where), old, new, cites) for where, old, new, cites in fix)
    return Diagnostic(code, name, Severity(severity), as_place(place), message, hint, clause, owner, edits)


def place_record(place: Place) -> list[Any]:
    """A place as a list."""
    return [place.file, place.line, place.column, place.end_line, place.end_column]


def as_place(record: Any) -> Place:
    """The place of a record."""
    return Place(*record)
