"""A later stage ready for its pack: read, held against the library, its papers made, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from toolkit.consult.check_direction import (
    check_answers,
    check_changes,
    check_provisions,
    check_signed,
    check_window,
    day_before,
)
from toolkit.consult.check_stage import check_consulted, check_direction, check_expected, check_stage
from toolkit.consult.conclusions_facts import conclusions_facts
from toolkit.consult.consultation import Consultation
from toolkit.consult.declared import check_declared
from toolkit.consult.direction import Direction
from toolkit.consult.drafting import check_concluded, check_summarised, since_consultation
from toolkit.consult.facts import facts as consulted_facts
from toolkit.consult.finding import finding
from toolkit.consult.later import directions_on
from toolkit.consult.own_answer import with_own_answer
from toolkit.consult.published import published
from toolkit.consult.response_folder import ResponseFolder, read_responses
from toolkit.consult.response_table import Fill
from toolkit.consult.stage import Stage, StageDocument, StageKind
from toolkit.consult.stage_facts import StageFacts, stage_facts
from toolkit.consult.stage_folder import StageFolder, read_stage, stages_of
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import Index
from toolkit.model.paper import Paper
from toolkit.model.place import Place
from toolkit.render.paper import (
    CONCLUSIONS,
    DIRECTION,
    DIRECTION_LETTER,
    GOVERNMENT_RESPONSE,
    NOTICE,
    PaperMaker,
)
from toolkit.render.paper_conclusions import conclusions_sources
from toolkit.render.paper_consultation import consultation_values
from toolkit.render.paper_direction import direction_sources
from toolkit.render.templates import Templates

from .prepare import made_papers, stops, unreadable


@dataclass(frozen=True, slots=True)
class PreparedStage:
    """A stage whose data are right, with everything its pack is made from."""

    folder: StageFolder
    facts: StageFacts
    main: str
    """The kind of the paper that the pack is called after."""
    loaded: Mapping[str, Loaded]
    """Every version that is enclosed, marked against or compared, by name: TMAD@4.1."""
    papers: Mapping[str, Paper]
    """By kind."""
    responses: tuple[str, ...] = ()
    """The files of the responses and of their analysis."""
    received: ResponseFolder | None = None
    """What a report is about; None where nothing was asked."""
    fill: Fill | None = None
    """Fills the values that the papers can name into the analysis of what was received."""
    marking: str = ""
    """What every page says of a copy that is not for everybody; else empty."""


def prepare_stage(
    library: Library, name: str, kind: StageKind, templates: Templates
) -> tuple[PreparedStage | None, tuple[Diagnostic, ...]]:
    """Read the conclusions or the direction of a folder; None where an error was found.

    Every error has its place: in the data, in a narrative, or in the version whose change is not told.
    """
    folder, found = read_stage(library.files, name, kind)
    if folder is None:
        return None, found
    prepare = _conclusions if folder.conclusions else _direction
    prepared, further = prepare(library, folder, templates)
    found = (*found, *further)
    return (None if stops(found) else prepared), found


def _conclusions(
    library: Library, folder: StageFolder, templates: Templates
) -> tuple[PreparedStage | None, tuple[Diagnostic, ...]]:
    conclusions, consultation = folder.conclusions, folder.consultation
    if conclusions is None or consultation is None:
        raise ValueError("conclusions are about a consultation")
    stage, day = conclusions.stage, day_before(conclusions.stage.published.day)
    found = (
        *check_stage(stage, day, library.registers),
        *check_consulted(stage, consultation),
        *check_expected(conclusions, consultation),
    )
    received, wrong = read_responses(library.files, consultation)
    found = (*found, *wrong)
    if stops(found):
        return None, found
    loaded = _load(library, folder)
    comparisons = since_consultation(library, stage.documents)
    found = (
        *found, *unreadable(loaded.values()), *check_summarised(conclusions, received.analysis),
        *check_concluded(consultation, received.analysis),
        *check_declared(conclusions.declared, comparisons),
    )  # fmt: skip
    if stops(found):
        return None, found
    known = stage_facts(stage, library.registers, day, stage.published.last)
    facts = conclusions_facts(
        conclusions, consultation, known, published(received.counted), received.analysis,
        library.registers, comparisons,
    )  # fmt: skip
    main = CONCLUSIONS if stage.issuer.code == "DCC" else GOVERNMENT_RESPONSE
    kinds = (main, *((DIRECTION,) if known.enclosure("direction") else ()), NOTICE)
    indexes = _indexes(known, loaded)
    sources = conclusions_sources(folder, facts, indexes, _asked(library, consultation), templates)
    papers, faults = made_papers(sources, kinds, library.registers)
    final = {kind: paper for kind, paper in papers.items() if kind != DIRECTION}
    faults = (*faults, *_open(final, stage))
    prepared = PreparedStage(
        folder, known, main, loaded, papers, received.files, received, PaperMaker(sources).fill
    )
    return prepared, (*found, *faults)


def _asked(library: Library, consultation: Consultation) -> dict[str, object]:
    """What the questions of a consultation can name."""
    known = consulted_facts(consultation, library.registers)
    names = [f"{one.code}@{one.version}" for one in known.drafts]
    return consultation_values(known, {name: library.load(name).index for name in names})


def _direction(
    library: Library, folder: StageFolder, templates: Templates
) -> tuple[PreparedStage | None, tuple[Diagnostic, ...]]:
    if folder.direction is None:
        raise ValueError("a direction is read at its stage")
    folder, direction, earlier, responses, wrong = _in_its_place(library, folder, folder.direction)
    stage, effect = direction.stage, direction.effect
    before = day_before(effect) if effect else stage.published.day
    found = (
        *check_stage(stage, before, library.registers), *check_direction(direction, library.registers),
        *check_answers(direction), *check_changes(direction, folder.consultation, earlier),
        *check_signed(direction), *wrong,
        *(check_window(direction, folder.consultation) if folder.consultation else ()),
        *(check_consulted(stage, folder.consultation) if folder.consultation else ()),
    )  # fmt: skip
    if stops(found):
        return None, found
    loaded = _load(library, folder)
    named = _named(library, direction)
    found = (*found, *unreadable(loaded.values()), *check_provisions(direction, named))
    if stops(found):
        return None, found
    known = stage_facts(stage, library.registers, before, effect or stage.published.last)
    sources = direction_sources(folder, direction, known, named, library.registers, templates, earlier)
    papers, faults = made_papers(sources, (DIRECTION_LETTER, NOTICE), library.registers)
    if effect:
        faults = (*faults, *_open(papers, stage))
    return PreparedStage(folder, known, DIRECTION_LETTER, loaded, papers, responses), (*found, *faults)


def _in_its_place(
    library: Library, folder: StageFolder, direction: Direction
) -> tuple[StageFolder, Direction, tuple[Direction, ...], tuple[str, ...], tuple[Diagnostic, ...]]:
    """A direction with the consultation that it answers, those made earlier on that one, and what was read.

    The folder with the files that were read besides, and apart from them those of the responses.
    """
    consultation = folder.consultation
    if consultation is None:
        return folder, direction, (), (), ()
    received, found = read_responses(library.files, consultation)
    concluded = None
    if StageKind.CONCLUSIONS in stages_of(library.files, consultation.id):
        concluded, wrong = read_stage(library.files, consultation.id, StageKind.CONCLUSIONS)
        found = (*found, *wrong)
    conclusions = concluded.conclusions if concluded else None
    last = direction.effect or date.max
    earlier = tuple(
        one
        for one in directions_on(library.files, consultation.id)[0]
        if one.stage.id != direction.stage.id and (one.effect or date.max) <= last
    )
    beside = [one.stage.file for one in earlier] + ([conclusions.stage.file] if conclusions else [])
    direction = with_own_answer(direction, consultation, len(received.counted), conclusions)
    return replace(folder, files=(*folder.files, *beside)), direction, earlier, received.files, found


def _open(papers: Mapping[str, Paper], stage: Stage) -> Iterator[Diagnostic]:
    """An error for each thing that a final paper leaves open; only a draft may."""
    for kind, paper in papers.items():
        for words in dict.fromkeys(paper.placeholders):
            message = f"The {kind.replace('-', ' ')} is final and still says {words}."
            yield finding("P171", Place(stage.file), message, "Give what it stands for.")


def _named(library: Library, direction: Direction) -> dict[str, Index]:
    """The versions that are directed, what they are marked against, and drafts whose clauses are named."""
    names = [f"{one.code}@{one.version}" for one in direction.stage.documents]
    names += [name for one in direction.stage.documents for name in _consulted(one)]
    names += [f"{one.code}@{one.against}" for one in direction.stage.enclosed if one.against]
    for provision in (each for one in direction.answers for each in one.provisions):
        register = library.registers.get(provision.document)
        held = (version for version in provision.versions if register and register.version(version))
        names += [f"{provision.document}@{version}" for version in held]
    return {name: library.load(name).index for name in dict.fromkeys(names)}


def _load(library: Library, folder: StageFolder) -> dict[str, Loaded]:
    """Every version that the stage is about, marks copies against, or was consulted on."""
    names: dict[str, None] = {}
    for one in folder.stage.documents:
        names.update(dict.fromkeys((f"{one.code}@{one.version}", *_consulted(one))))
    for copy in folder.stage.enclosed:
        if copy.against:
            names[f"{copy.code}@{copy.against}"] = None
    return {name: library.load(name) for name in names}


def _consulted(one: StageDocument) -> tuple[str, ...]:
    return (f"{one.code}@{one.consulted}",) if one.consulted else ()


def _indexes(known: StageFacts, loaded: Mapping[str, Loaded]) -> dict[str, Index]:
    """Of what the stage is about, and of what was consulted on."""
    names: list[str] = []
    for one in known.stage.documents:
        names += [f"{one.code}@{one.version}", *_consulted(one)]
    return {name: loaded[name].index for name in names}
