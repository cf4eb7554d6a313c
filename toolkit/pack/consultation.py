"""The pack of a consultation: its paper, draft direction, response template, notice and documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from toolkit.consult.facts import DraftFacts, MatrixFacts
from toolkit.consult.published import FOR_GOVERNMENT
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.render.paper import CONSULTATION, DIRECTION, NOTICE, RESPONSE_FORM
from toolkit.render.templates import Templates

from .government import marked, responses_so_far
from .index import index_page
from .inputs import inputs
from .plan import Output, Plan, PlannedVersion
from .prepare import Prepared, prepare
from .writers import document_outputs, matrix_output, paper_outputs

PAPERS = "Papers"
"""The heading under which the index lists what is not a document of the SEC."""
NOTICE_TITLE = "Covering notice for the web"


def plan_consultation(
    library: Library, name: str, templates: Templates, for_government: bool = False
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Plan the pack of consultations/NAME; None where its data or its documents have an error.

    The copy for the Government is marked on every page and has the responses so far, whole.
    """
    prepared, found = prepare(library, name, templates)
    if prepared is None:
        return None, found
    whole: tuple[Output, ...] = ()
    if for_government:
        prepared = replace(prepared, papers=marked(prepared.papers), marking=FOR_GOVERNMENT)
        whole, wrong = responses_so_far(library, prepared.folder.consultation)
        found = (*found, *wrong)
    outputs = (*_papers(prepared), *_documents(prepared, library), *whole)
    consultation = prepared.folder.consultation
    plan = Plan(
        id=consultation.id,
        title=f"{prepared.papers[CONSULTATION].title}",
        inputs=inputs(
            library, prepared.folder.files, (*prepared.drafts.values(), *prepared.bases.values()), templates
        ),
        versions=_versions(prepared),
        outputs=outputs,
        index=partial(index_page, prepared.papers[CONSULTATION], templates),
        templates=templates,
        marking=prepared.marking,
    )
    return plan, found


def _versions(prepared: Prepared) -> tuple[PlannedVersion, ...]:
    return tuple(
        PlannedVersion(
            draft.code, draft.version, draft.against, f"Annex {document.letter}", document.attachment
        )
        for document in prepared.facts.documents
        for draft in document.drafts
    )


def _papers(prepared: Prepared) -> Iterator[Output]:
    consultation, known = prepared.folder.consultation, prepared.facts
    main = prepared.papers[CONSULTATION]
    yield from paper_outputs(main, consultation.filename, main.title, PAPERS, consultation.id)
    for kind in (DIRECTION, RESPONSE_FORM):
        attachment = known.attachment(kind)
        if attachment is not None:
            yield from paper_outputs(
                prepared.papers[kind], attachment.files[0], f"{attachment.label}: {attachment.title}",
                PAPERS, consultation.id,
            )  # fmt: skip
    yield from paper_outputs(prepared.papers[NOTICE], NOTICE, NOTICE_TITLE, PAPERS, consultation.id)


def _documents(prepared: Prepared, library: Library) -> Iterator[Output]:
    for document in prepared.facts.documents:
        if not document.attachment:
            continue
        for draft in document.drafts:
            group = f"Attachment {document.attachment}: {document.title}"
            yield from _draft(draft, group, prepared, library)
        for matrix in document.matrices:
            yield from _matrix(matrix, prepared, library)


def _draft(draft: DraftFacts, group: str, prepared: Prepared, library: Library) -> Iterator[Output]:
    from toolkit.render.build_view import build_view
    from toolkit.render.change_lines import Declarations

    name = f"{draft.code}@{draft.version}"
    new, old = prepared.drafts[name], prepared.bases[name]
    consultation = prepared.folder.consultation
    drafts = prepared.facts.drafts
    date = datetime.combine(consultation.timetable.published.day, time())
    declarations = Declarations(consultation.package, consultation.changes)
    marked_files = {f"{one.code}@{one.version}": one.marked_file for one in drafts}
    marked = build_view(library, new, old, marked_files, declarations)
    clean = build_view(library, new, None, {f"{one.code}@{one.version}": one.clean_file for one in drafts})
    copies = (
        (marked, draft.marked_file, draft.marked_title),
        (clean, draft.clean_file, draft.clean_title),
    )
    for view, stem, title in copies:
        shown = replace(view, marking=prepared.marking)
        yield from document_outputs(
            shown, stem, title, group, consultation.id, consultation.issuer.legal_name, date
        )


def _matrix(matrix: MatrixFacts, prepared: Prepared, library: Library) -> Iterator[Output]:
    """The matrix of an annex as its own file for each draft, as it is kept."""
    group = f"Attachment {matrix.attachment}: {matrix.title}"
    for version, copy in zip(matrix.versions, matrix.copies, strict=True):
        document = prepared.drafts[f"{matrix.code}@{version}"].document
        yield matrix_output(library, document, copy, group, prepared.marking)
