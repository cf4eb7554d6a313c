"""The facts of a consultation as values by name, for templates and narrative, such as {{ closes }}.

Ids are written with _ for -, so that {{ change.mprn_leading_zeros.number }} works. Every value is safe to
put into Markdown; what has no such name stops the build at its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from toolkit.consult.consultation import Question
from toolkit.consult.declared import unit_words
from toolkit.consult.enclosure import Enclosure
from toolkit.consult.facts import (
    ChangeFacts,
    ConsultationFacts,
    DocumentFacts,
    DraftFacts,
    MatrixFacts,
)
from toolkit.consult.listed_file import consultation_files
from toolkit.consult.wording import closing_words, date_words, listing, number_words
from toolkit.model.index import Index
from toolkit.model.numbering import to_letters

from .paper_escape import DayValue, Markdown, key, safe

OPEN_DAY = Markdown("[DD MMM YYYY]")
"""A day that is not known yet."""


def act_words(first: Sequence[bool]) -> Markdown:
    """What a direction does to its documents: Designation, Re-designation, or both."""
    if all(first):
        return Markdown("Designation")
    return Markdown("Designation and re-designation") if any(first) else Markdown("Re-designation")


def values(facts: ConsultationFacts, indexes: Mapping[str, Index]) -> dict[str, object]:
    """Every value that the papers of a consultation can name.

    `indexes` holds the drafts by name (TMAD@6.1U); of a document with several, labels are the first one's.
    """
    consultation = facts.consultation
    return {
        **_timetable(facts),
        **_named(facts),
        **_lists(facts),
        **_direction(facts),
        "count": _counts(facts),
        "issuer": safe(consultation.issuer._asdict()),
        "mailbox": Markdown.of(consultation.issuer.mailbox),
        "package": Markdown.of(consultation.package),
        "title": Markdown.of(consultation.title),
        "filename": Markdown.of(consultation.filename),
        "classification": Markdown.of(consultation.classification),
        "files": safe([one._asdict() for one in consultation_files(facts)]),
        "recipients": Markdown.of(listing(consultation.responding.recipients)),
        "laws": Markdown.of(listing([f"the {law}" for law in consultation.responding.laws])),
        "clause": {
            document.code: Labels(indexes[f"{document.code}@{document.drafts[0].version}"])
            for document in facts.documents
        },
        "label": {
            document.code: BareLabels(indexes[f"{document.code}@{document.drafts[0].version}"])
            for document in facts.documents
        },
    }


class Labels(Mapping[str, Markdown]):
    """What each clause, definition and table of a draft is called, by id: Clause 3.24."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __getitem__(self, name: str) -> Markdown:
        if name not in self._index.parents:
            raise KeyError(name)
        return Markdown.of(unit_words(name, self._index))

    def __iter__(self) -> Iterator[str]:
        return iter(self._index.parents)

    def __len__(self) -> int:
        return len(self._index.parents)


class BareLabels(Labels):
    """The same without its keyword, for Clauses 1.6 to 1.8: 3.24. Clauses only."""

    def __getitem__(self, name: str) -> Markdown:
        return Markdown.of(self._index.clauses[name].label.text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._index.clauses)

    def __len__(self) -> int:
        return len(self._index.clauses)


def _timetable(facts: ConsultationFacts) -> dict[str, object]:
    timetable = facts.consultation.timetable
    closing = closing_words(timetable.closes.day, timetable.closing_time)
    closing_time, briefing, conclusions = timetable.closing_time, timetable.briefing, timetable.conclusions
    return {
        "published": DayValue.on(timetable.published.day),
        "briefing": DayValue.on(briefing.day) if briefing else None,
        "closes": DayValue.on(timetable.closes.day, closing),
        "closing_time": Markdown.of(f"{closing_time:%H:%M}") if closing_time else None,
        "conclusions": DayValue.on(conclusions.day) if conclusions else None,
        "redesignation": DayValue.on(timetable.redesignation.day),
        "last_day": DayValue.on(facts.last_day),
        "working_days_open": timetable.working_days_open,
    }


def _named(facts: ConsultationFacts) -> dict[str, object]:
    return {
        "document": {document.code: _document(document) for document in facts.documents},
        "change": {key(one.change.id): _change(one) for one in facts.changes},
        "question": {key(question.id): _question(question) for question in facts.questions},
        "attachment": {key(attachment.key): _attachment(attachment) for attachment in facts.attachments},
        "matrix": {key(matrix.name): _matrix(matrix) for matrix in facts.matrices},
    }


def _lists(facts: ConsultationFacts) -> dict[str, object]:
    ordered = sorted(facts.changes, key=lambda one: _chapter_order(one, facts))
    return {
        "documents": tuple(
            {**_document(one), "limb": to_letters(number)} for number, one in enumerate(facts.documents, 1)
        ),
        "changes": tuple(map(_change, facts.changes)),
        "chapters": tuple(_chapter(one, facts) for one in ordered),
        "questions": tuple(map(_question, facts.questions)),
        "attachments": tuple(map(_attachment, facts.attachments)),
        "matrices": tuple(map(_matrix, facts.matrices)),
        "elsewhere": safe(facts.consultation.elsewhere),
    }


def _direction(facts: ConsultationFacts) -> dict[str, object]:
    """What the draft direction names: a document each, however many of its versions are consulted on."""
    attachment = facts.attachment("direction")
    return {
        "directed": tuple({**_document(one), "forms": len(one.drafts)} for one in facts.documents),
        "count_directed": Markdown.of(number_words(len(facts.documents))),
        "act": act_words([one.first for one in facts.documents]),
        "effect": OPEN_DAY,
        "drafted": {
            "heading": "Draft for consultation",
            "paper": "consultation paper",
            "text": "consulted on",
            "stage": "consultation",
            "attachment": attachment.number if attachment else "",
        },
    }


def _counts(facts: ConsultationFacts) -> dict[str, Markdown]:
    counted = {
        "documents": len(facts.documents),
        "drafts": len(facts.drafts),
        "changes": len(facts.changes),
        "asked": sum(bool(one.questions) for one in facts.changes),
        "questions": len(facts.questions),
        "attachments": len(facts.attachments),
    }
    return {name: Markdown.of(number_words(number)) for name, number in counted.items()}


def _document(document: DocumentFacts) -> dict[str, Any]:
    attached = (document.attachment, *(matrix.attachment for matrix in document.matrices))
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "code": document.code,
            "title": document.title,
            "appendix": f"Appendix {document.appendix}" if document.appendix else "",
            "appendix_letters": document.appendix,
            "annex": f"Annex {document.letter}",
            "letter": document.letter,
            "attachment": f"Attachment {document.attachment}" if document.attachment else "",
            "attachment_number": document.attachment,
            "versions": document.versions,
            "bases": document.bases,
            "drafts": [_draft(draft) for draft in document.drafts],
            "matrices": [_matrix(matrix) for matrix in document.matrices],
            "names": listing([draft.name for draft in document.drafts]),
            "count": number_words(len(document.drafts)),
            "first": document.first,
            "matrix_words": _matrix_words(document),
            "attachments": listing([f"Attachment {number}" for number in attached if number]),
        }
    )


def _matrix_words(document: DocumentFacts) -> str:
    named = [f"{matrix.name} as its {matrix.label}" for matrix in document.matrices]
    return f", with {listing(named)}" if named else ""


def _draft(draft: DraftFacts) -> dict[str, Any]:
    return {
        "code": draft.code,
        "version": draft.words,
        "title": draft.title,
        "name": draft.name,
        "against": draft.against_words,
        "against_effective": _effective(draft),
        "marked_file": draft.marked_file,
        "clean_file": draft.clean_file,
    }


def _effective(draft: DraftFacts) -> str:
    if draft.against_pending:
        return f"not yet: {draft.against_pending}"
    day = draft.against_effective
    return date_words(day) if day else "a day not recorded"


def _matrix(matrix: MatrixFacts) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "name": matrix.name,
            "title": matrix.title,
            "label": matrix.label,
            "code": matrix.code,
            "versions": listing(matrix.versions),
            "attachment": f"Attachment {matrix.attachment}" if matrix.attachment else "",
        }
    )


def _change(facts: ChangeFacts) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "number": facts.change.number,
            "id": facts.change.id,
            "name": Markdown(key(facts.change.id)),
            "topic": facts.change.topic,
            "kind": facts.change.kind,
            "rationale": facts.change.rationale,
            "codes": facts.change.documents,
            "documents": listing([f"the {code}" for code, _ in facts.provisions]),
            "document_count": number_words(len(facts.provisions)),
            "provisions": [{"code": code, "clauses": words} for code, words in facts.provisions],
            "questions": facts.questions,
        }
    )


def _chapter_order(change: ChangeFacts, facts: ConsultationFacts) -> tuple[int, int]:
    """Changes that are asked about come first, in the order of their questions."""
    asked = [one.number for one in facts.questions if change.change.id in one.changes]
    return (min(asked, default=len(facts.questions) + 1), change.change.number)


def _chapter(change: ChangeFacts, facts: ConsultationFacts) -> dict[str, Any]:
    asked = tuple(_question(one) for one in facts.questions if change.change.id in one.changes)
    return {**_change(change), "asked": asked}


def _question(question: Question) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "number": question.number,
            "id": question.id,
            "name": Markdown(key(question.id)),
            "label": question.label,
            "about": question.about,
            "heading": question.about[:1].upper() + question.about[1:],
            "changes": question.changes,
            "field": question.form_name,
        }
    )


def _attachment(attachment: Enclosure) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "number": attachment.number,
            "label": attachment.label,
            "title": attachment.title,
            "files": attachment.files,
        }
    )
