"""consultation.yaml to a Consultation, with a line and column for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.yaml_file import Path, Yaml, read_yaml, shape

from .consultation import (
    Consultation,
    DeclaredChange,
    Draft,
    Provision,
    ProvisionKind,
    Question,
    Responding,
    Scope,
)
from .finding import finding
from .issuer import ISSUERS
from .timetable import Event, Step, Timetable, check_timetable

if TYPE_CHECKING:
    from datetime import date

    from .shape import ChangeShape, ConsultationShape, DocumentShape, ProvisionShape, TimetableShape


def read_consultation(
    data: bytes, file: str, name: str
) -> tuple[Consultation | None, tuple[Diagnostic, ...]]:
    """Read the data of the consultation called `name`; None where its shape is wrong.

    What contradicts itself (dates out of order, a name used twice, an unknown name) is among the
    diagnostics of a consultation that was read.
    """
    from .shape import ConsultationShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, ConsultationShape)
    if shaped is None:
        return None, (*found, *wrong)
    consultation = _consultation(yaml, shaped, name)
    contradictions = (*check_timetable(consultation.timetable), *_names(yaml, consultation))
    return consultation, (*found, *contradictions)


def _consultation(yaml: Yaml, shaped: ConsultationShape, name: str) -> Consultation:
    return Consultation(
        id=name,
        issuer=ISSUERS[shaped.issuer],
        package=shaped.package,
        title=shaped.title,
        reference=shaped.reference,
        filename=shaped.filename,
        classification=shaped.classification,
        timetable=_timetable(yaml, shaped.timetable),
        scope=tuple(_scope(yaml, document, n) for n, document in enumerate(shaped.documents)),
        changes=tuple(_change(yaml, change, n) for n, change in enumerate(shaped.changes)),
        questions=_questions(yaml, shaped),
        responding=Responding(shaped.responding.recipients, shaped.responding.laws),
        attachments=shaped.attachments,
        file=yaml.file,
    )


def _timetable(yaml: Yaml, shaped: TimetableShape) -> Timetable:
    def event(step: Step, day: date) -> Event:
        return Event(step, day, yaml.place(("timetable", step.value)))

    moment = shaped.closes if isinstance(shaped.closes, datetime) else None
    return Timetable(
        published=event(Step.PUBLISHED, shaped.published),
        closes=event(Step.CLOSES, moment.date() if moment else shaped.closes),
        closing_time=moment.time() if moment else None,
        conclusions=event(Step.CONCLUSIONS, shaped.conclusions) if shaped.conclusions else None,
        redesignation=event(Step.REDESIGNATION, shaped.redesignation),
        briefing=event(Step.BRIEFING, shaped.briefing) if shaped.briefing else None,
    )


def _scope(yaml: Yaml, shaped: DocumentShape, number: int) -> Scope:
    here: Path = ("documents", number)
    drafts = tuple(
        Draft(
            draft.version,
            draft.against or "",
            yaml.place((*here, "drafts", n, "version")),
            draft.overtaken_by or "",
        )
        for n, draft in enumerate(shaped.drafts)
    )
    return Scope(shaped.code, drafts, yaml.place((*here, "code")))


def _change(yaml: Yaml, shaped: ChangeShape, number: int) -> DeclaredChange:
    here: Path = ("changes", number)
    return DeclaredChange(
        number + 1, shaped.id, shaped.topic, shaped.kind, shaped.rationale.strip(),
        read_provisions(yaml, shaped.provisions, (*here, "provisions")), yaml.place((*here, "id")),
        tuple(shaped.elsewhere.items()),
    )  # fmt: skip


def read_provisions(
    yaml: Yaml, shaped: Mapping[str, tuple[ProvisionShape, ...]], here: Path
) -> tuple[Provision, ...]:
    """What a change alters, per document, as it stands in the file at `here`."""
    return tuple(
        Provision(code, ProvisionKind(kind), name, item.versions, yaml.place((*here, code, n)))
        for code, items in shaped.items()
        for n, item in enumerate(items)
        for kind, name in item.named.items()
    )


def _questions(yaml: Yaml, shaped: ConsultationShape) -> tuple[Question, ...]:
    return tuple(
        Question(
            number, question.id, f"{shaped.reference} Q{number}", question.about, question.text.strip(),
            question.changes, yaml.place(("questions", number - 1, "text")),
        )
        for number, question in enumerate(shaped.questions, start=1)
    )  # fmt: skip


def _names(yaml: Yaml, consultation: Consultation) -> Iterator[Diagnostic]:
    """Names used twice, and names of things that are not there."""
    yield from _twice(yaml, "changes", "id", [change.id for change in consultation.changes])
    yield from _twice(yaml, "questions", "id", [question.id for question in consultation.questions])
    yield from _twice(yaml, "documents", "code", [scope.code for scope in consultation.scope])
    codes = {scope.code: {draft.version for draft in scope.drafts} for scope in consultation.scope}
    for provision in (provision for change in consultation.changes for provision in change.provisions):
        yield from _provision(provision, codes)
    changes = {change.id for change in consultation.changes}
    for number, question in enumerate(consultation.questions):
        for n, name in enumerate(question.changes):
            if name not in changes:
                place = yaml.place(("questions", number, "changes", n))
                hint = f"The changes are {', '.join(sorted(changes))}."
                yield finding("P106", place, f"No change is called “{name}”.", hint)
    yield from _unasked(consultation)


def _twice(yaml: Yaml, key: str, name: str, names: list[str]) -> Iterator[Diagnostic]:
    for number, used in enumerate(names):
        if used in names[:number]:
            place = yaml.place((key, number, name))
            yield finding("P105", place, f"“{used}” stands a second time among the {key}.", "Rename one.")


def _provision(provision: Provision, codes: dict[str, set[str]]) -> Iterator[Diagnostic]:
    versions = codes.get(provision.document)
    if versions is None:
        message = f"{provision.document} is not one of the documents consulted on ({', '.join(codes)})."
        yield finding("P106", provision.place, message, "Add it under documents, or take the clauses out.")
        return
    for version in provision.versions:
        if version not in versions:
            message = f"{provision.document} {version} is not one of the drafts consulted on."
            yield finding("P106", provision.place, message, f"They are {', '.join(sorted(versions))}.")


def _unasked(consultation: Consultation) -> Iterator[Diagnostic]:
    """Typographical changes and clarifications need no question of their own."""
    asked = {name for question in consultation.questions for name in question.changes}
    for change in consultation.changes:
        if change.kind in ("new provision", "amendment") and change.id not in asked:
            message = f"No question asks about change {change.number} ({change.topic})."
            yield finding("P107", change.place, message, f"Add {change.id} to the changes of a question.")
