"""Everything that a paper prints and that follows from data: letters, numbers, lists, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.model.document import Annex, Register, Status

from .consultation import Consultation, DeclaredChange, Draft, Question, Scope
from .enclosure import EnclosedMatrix, Enclosure, Series, enclosed_matrix
from .provisions import provision_words
from .scope import base_of
from .version_words import base_words, consulted_words, pending_words
from .wording import annex_letter, listing


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """One draft that is consulted on."""

    code: str
    version: str
    """6.1U"""
    title: str
    """The longer name where the version has one (3.1 as amended by Uplift 1.2), else its name."""
    words: str
    """As papers call it: 6.1U; 4.1 of 4.1-consulted; consultation draft where it bears no number."""
    against: str
    """6.0"""
    against_words: str
    """6.0, or 4.3 draft where the base is a draft itself; without a number, the version in legal effect."""
    against_pending: str
    """a draft, or concluded, where what it is marked against was never designated; else empty."""
    against_effective: date | None
    """The day from which that has been in legal effect; None for a draft or where it is not recorded."""
    marked_file: str
    """The sibling output with its changes marked, without suffix."""
    clean_file: str

    @property
    def name(self) -> str:
        """TMAD 6.1U"""
        return f"{self.code} {self.words}"

    @property
    def marked_title(self) -> str:
        """TMAD 6.1U, change-marked against 6.0"""
        return f"{self.name}, change-marked against {self.against_words}"

    @property
    def clean_title(self) -> str:
        """TMAD 6.1U, clean"""
        return f"{self.name}, clean"


@dataclass(frozen=True, slots=True)
class MatrixFacts:
    """A matrix that a document has for an annex, and that is attached on its own."""

    label: str
    """Annex A"""
    title: str
    abbreviation: str
    code: str
    """Of the document: S1SR."""
    versions: tuple[str, ...]
    """The drafts that have it."""
    attachment: int
    copies: tuple[EnclosedMatrix, ...]
    """Of each of the versions."""

    @property
    def name(self) -> str:
        """DMVES, or Annex A of the S1SR."""
        return self.abbreviation or f"{self.label} of the {self.code}"

    @property
    def words(self) -> str:
        """DMVES, Annex A of the S1SR 4.4"""
        of = f"{self.label} of the {self.code} {listing(self.versions)}"
        return f"{self.abbreviation}, {of}" if self.abbreviation else of


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document that is consulted on."""

    code: str
    title: str
    appendix: str
    letter: str
    """Of the Annex to the direction: A."""
    attachment: int
    """The number of the attachment that holds it; 0 where documents are not attached."""
    drafts: tuple[DraftFacts, ...]
    matrices: tuple[MatrixFacts, ...]
    first: bool
    """Whether no version of it has been designated yet: then it is designated, not re-designated."""

    @property
    def versions(self) -> str:
        """6.1U; 3.1U and 3.0U"""
        return listing([draft.words for draft in self.drafts])

    @property
    def bases(self) -> str:
        """6.0; 3.1 and 3.0; 4.3 draft"""
        return listing([draft.against_words for draft in self.drafts])


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """A row of the table of changes."""

    change: DeclaredChange
    provisions: tuple[tuple[str, str], ...]
    """Per document, its code and what changes: SRPD, Clauses 6.1(n) and 16.1 and Table 16.1.

    Of one that is not kept here, its title, and no more where the data name no provision.
    """
    questions: tuple[str, ...]
    """Labels of the questions that ask about it."""


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    """What the papers of a consultation print."""

    consultation: Consultation
    documents: tuple[DocumentFacts, ...]
    changes: tuple[ChangeFacts, ...]
    attachments: tuple[Enclosure, ...]
    last_day: date
    """Of the one-month window."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """In order."""
        return self.consultation.questions

    @property
    def drafts(self) -> tuple[DraftFacts, ...]:
        """The drafts of all documents, in order."""
        return tuple(draft for document in self.documents for draft in document.drafts)

    @property
    def matrices(self) -> tuple[MatrixFacts, ...]:
        """The matrices of all documents, in order."""
        return tuple(matrix for document in self.documents for matrix in document.matrices)

    def attachment(self, key: str) -> Enclosure | None:
        """The attachment of that key, or None."""
        return next((attachment for attachment in self.attachments if attachment.key == key), None)


DIRECTION, RESPONSE_FORM, DOCUMENTS = "direction", "response-form", "documents"
_TITLES = {DIRECTION: "Draft direction text", RESPONSE_FORM: "Response template"}
_FILES = {DIRECTION: "draft-direction", RESPONSE_FORM: "response-template"}


def facts(consultation: Consultation, registers: Mapping[str, Register]) -> ConsultationFacts:
    """Work out everything the papers print; call it once check_scope has found no error.

    Attachments are numbered in the order of the data, a document's matrices straight after it; every
    document has one Annex letter, however many of its versions are consulted on.
    """
    numbers = _attachment_numbers(consultation, registers)
    documents = tuple(
        _document(scope, letter, registers[scope.code], numbers)
        for letter, scope in enumerate(consultation.scope, start=1)
    )
    return ConsultationFacts(
        consultation,
        documents,
        tuple(_change(change, consultation, registers) for change in consultation.changes),
        _attachments(documents, numbers),
        consultation.timetable.window.last,
    )


def _attachment_numbers(consultation: Consultation, registers: Mapping[str, Register]) -> dict[str, int]:
    keys: list[str] = []
    for attached in consultation.attachments:
        if attached != DOCUMENTS:
            keys.append(attached)
            continue
        for scope in consultation.scope:
            matrices = [_matrix_key(annex, scope.code) for annex in registers[scope.code].annexes]
            keys += [scope.code, *matrices]
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}


def _matrix_key(annex: Annex, code: str) -> str:
    return annex.abbreviation or f"{code} {annex.label}"


def _document(scope: Scope, letter: int, register: Register, numbers: Mapping[str, int]) -> DocumentFacts:
    drafts = tuple(_draft(draft, register, numbers.get(scope.code, 0)) for draft in scope.drafts)
    matrices = tuple(_matrix(annex, scope, numbers) for annex in register.annexes)
    return DocumentFacts(
        scope.code, register.title, register.appendix, annex_letter(letter), numbers.get(scope.code, 0),
        drafts, matrices, not any(version.status is Status.DESIGNATED for version in register.versions),
    )  # fmt: skip


def _draft(draft: Draft, register: Register, attachment: int) -> DraftFacts:
    version, base = register.version(draft.version), base_of(draft, register)
    against = register.version(base)
    stem = Series.ATTACHMENT.stem(attachment, f"{register.code.lower()}-{draft.version}")
    return DraftFacts(
        register.code, draft.version, (version.title if version else "") or draft.version,
        consulted_words(version) if version else draft.version,
        base, base_words(against) if against else base,
        pending_words(against) if against else "", against.effective if against else None,
        f"{stem}-marked", f"{stem}-clean",
    )  # fmt: skip


def _matrix(annex: Annex, scope: Scope, numbers: Mapping[str, int]) -> MatrixFacts:
    number = numbers.get(_matrix_key(annex, scope.code), 0)
    versions = tuple(draft.version for draft in scope.drafts)
    copies = tuple(enclosed_matrix(annex, scope.code, one, Series.ATTACHMENT, number) for one in versions)
    return MatrixFacts(annex.label, annex.title, annex.abbreviation, scope.code, versions, number, copies)


def _attachments(documents: tuple[DocumentFacts, ...], numbers: Mapping[str, int]) -> tuple[Enclosure, ...]:
    found: list[Enclosure] = [
        Enclosure(numbers[key], key, _TITLES[key], (Series.ATTACHMENT.stem(numbers[key], _FILES[key]),))
        for key in (DIRECTION, RESPONSE_FORM)
        if key in numbers
    ]
    for document in (document for document in documents if document.attachment):
        title = f"{document.code} {document.versions}, change-marked against {document.bases}, and clean"
        marked = [draft.marked_file for draft in document.drafts]
        clean = [draft.clean_file for draft in document.drafts]
        found.append(Enclosure(document.attachment, document.code, title, (*marked, *clean)))
        for matrix in document.matrices:
            files = tuple(copy.file for copy in matrix.copies)
            found.append(Enclosure(matrix.attachment, matrix.name, matrix.words, files))
    return tuple(sorted(found, key=lambda attachment: attachment.number))


def _change(
    change: DeclaredChange, consultation: Consultation, registers: Mapping[str, Register]
) -> ChangeFacts:
    provisions = tuple(
        (code, provision_words([one for one in change.provisions if one.document == code], registers[code]))
        for code in (scope.code for scope in consultation.scope)
        if code in change.documents
    )
    elsewhere = tuple((title, listing(labels)) for title, labels in change.elsewhere)
    asked = tuple(question.label for question in consultation.questions if change.id in question.changes)
    return ChangeFacts(change, (*provisions, *elsewhere), asked)
