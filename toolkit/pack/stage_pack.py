"""The pack of a later stage: its paper, the draft direction, the covering notice, and what is enclosed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from toolkit.consult.enclosure import EnclosedCopy, Enclosure, Series
from toolkit.consult.published import FOR_GOVERNMENT
from toolkit.consult.response_folder import response_folder
from toolkit.consult.stage import StageKind
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.render.paper import DIRECTION, NOTICE
from toolkit.render.templates import Templates

from .consultation import NOTICE_TITLE, PAPERS
from .government import marked, whole_responses
from .index import index_page
from .inputs import inputs, unnamed
from .plan import Input, Output, Plan, PlannedVersion
from .prepare_stage import PreparedStage, prepare_stage
from .writers import document_outputs, matrix_output, paper_outputs


def plan_conclusions(
    library: Library, name: str, templates: Templates, for_government: bool = False
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Plan the conclusions on consultations/NAME; None where its data or its documents have an error.

    The copy for the Government is marked on every page and has the responses whole.
    """
    return _plan(library, name, StageKind.CONCLUSIONS, templates, for_government)


def plan_direction(
    library: Library, name: str, templates: Templates, for_government: bool = False
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Plan the direction of consultations/NAME; None where its data or its documents have an error."""
    return _plan(library, name, StageKind.DIRECTION, templates, for_government)


def _plan(
    library: Library, name: str, kind: StageKind, templates: Templates, for_government: bool
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    prepared, found = prepare_stage(library, name, kind, templates)
    if prepared is None:
        return None, found
    if for_government:
        prepared = replace(prepared, papers=marked(prepared.papers), marking=FOR_GOVERNMENT)
    main = prepared.papers[prepared.main]
    plan = Plan(
        id=name,
        title=main.title,
        inputs=_inputs(library, prepared, templates),
        versions=tuple(_versions(prepared)),
        outputs=(*_papers(prepared), *_copies(prepared, library), *_whole(prepared)),
        index=partial(index_page, main, templates),
        templates=templates,
        marking=prepared.marking,
    )
    return plan, found


def _inputs(library: Library, prepared: PreparedStage, templates: Templates) -> tuple[Input, ...]:
    """Everything read, by name, save the responses: nothing that is published names who asked not to be."""
    consultation = prepared.folder.consultation
    folder = response_folder(consultation.id if consultation else prepared.facts.stage.id)
    responses = [file for file in prepared.responses if file.startswith(f"{folder}/")]
    named = [file for file in prepared.responses if file not in responses]
    found = inputs(library, (*prepared.folder.files, *named), prepared.loaded.values(), templates)
    return (*found, unnamed(library, folder, responses)) if responses else found


def _versions(prepared: PreparedStage) -> Iterator[PlannedVersion]:
    for enclosure in prepared.facts.enclosures:
        lettered = enclosure.series is Series.ANNEX
        for copy in enclosure.copies:
            yield PlannedVersion(
                copy.code, copy.version, copy.against, enclosure.label if lettered else "",
                0 if lettered else enclosure.number,
            )  # fmt: skip


def _whole(prepared: PreparedStage) -> tuple[Output, ...]:
    consultation, received = prepared.folder.consultation, prepared.received
    if not (prepared.marking and consultation and received and prepared.fill):
        return ()
    return whole_responses(consultation, received, prepared.fill, prepared.facts.stage.id)


def _papers(prepared: PreparedStage) -> Iterator[Output]:
    stage = prepared.facts.stage
    main = prepared.papers[prepared.main]
    yield from paper_outputs(main, stage.filename, main.title, PAPERS, stage.id)
    draft = prepared.facts.enclosure(DIRECTION)
    if draft is not None:
        title = f"{draft.label}: {draft.title}"
        yield from paper_outputs(prepared.papers[DIRECTION], draft.files[0], title, PAPERS, stage.id)
    notice = prepared.papers[NOTICE]
    yield from paper_outputs(notice, NOTICE, NOTICE_TITLE, PAPERS, stage.id)


def _copies(prepared: PreparedStage, library: Library) -> Iterator[Output]:
    for enclosure in prepared.facts.enclosures:
        for copy in enclosure.copies:
            yield from _copy(enclosure, copy, prepared, library)


def _copy(
    enclosure: Enclosure, copy: EnclosedCopy, prepared: PreparedStage, library: Library
) -> Iterator[Output]:
    from toolkit.render.build_view import build_view
    from toolkit.render.change_lines import Declarations

    stage, consultation = prepared.facts.stage, prepared.folder.consultation
    old = prepared.loaded[f"{copy.code}@{copy.against}"] if copy.against else None
    siblings = {
        f"{one.code}@{one.version}": one.file
        for one in prepared.facts.copies
        if bool(one.against) == bool(copy.against)
    }
    siblings[f"{copy.code}@{copy.version}"] = copy.file
    document = stage.document(copy.code, copy.version)
    declared, consulted = None, None
    if consultation and document and old and copy.against != document.consulted:
        declared = Declarations(consultation.package, consultation.changes)
        draft = prepared.loaded.get(f"{copy.code}@{document.consulted}")
        # one that rests on another version would show as not made what that version alone has
        consulted = draft if draft and draft.document.version.base == copy.against else None
    new = prepared.loaded[f"{copy.code}@{copy.version}"]
    group = f"{enclosure.label}: {enclosure.title}"
    view = build_view(library, new, old, siblings, declared, consulted)
    yield from document_outputs(
        replace(view, marking=prepared.marking), copy.file, copy.title, group, stage.id,
        stage.issuer.legal_name, datetime.combine(stage.published.day, time()),
    )  # fmt: skip
    for matrix in enclosure.matrices:
        yield matrix_output(library, new.document, matrix, group, prepared.marking)
