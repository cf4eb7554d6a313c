"""A consultation ready for its pack: read, held against the library, its papers made, nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.compare.compare import compare_versions
from toolkit.consult.declared import Comparison, check_declared
from toolkit.consult.facts import ConsultationFacts, facts
from toolkit.consult.finding import finding
from toolkit.consult.folder import ConsultationFolder, read_folder
from toolkit.consult.scope import check_scope
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.document import Register
from toolkit.model.paper import Paper
from toolkit.model.place import Place
from toolkit.render.paper import CONSULTATION, NOTICE, TEMPLATES, PaperMaker, PaperSources
from toolkit.render.paper_consultation import consultation_sources
from toolkit.render.paper_text import PaperError
from toolkit.render.templates import Templates

from .typed_values import typed_values


@dataclass(frozen=True, slots=True)
class Prepared:
    """A consultation whose data are right, with everything its pack is made from."""

    folder: ConsultationFolder
    facts: ConsultationFacts
    drafts: dict[str, Loaded]
    """By name: TMAD@6.1U."""
    bases: dict[str, Loaded]
    """What each draft is marked against, by the name of the draft."""
    papers: dict[str, Paper]
    """By kind: consultation, direction, response-form, covering-notice."""
    marking: str = ""
    """What every page says of a copy that is not for everybody; else empty."""


def prepare(
    library: Library, name: str, templates: Templates
) -> tuple[Prepared | None, tuple[Diagnostic, ...]]:
    """Read a consultation and hold it against the documents; None where an error was found.

    Every error has its place: in consultation.yaml, in a narrative, or in the draft whose change is not
    declared. Warnings come with what was prepared.
    """
    folder, found = read_folder(library.files, name)
    if folder is None:
        return None, found
    found = (*found, *check_scope(folder.consultation, library.registers))
    if stops(found):
        return None, found
    known = facts(folder.consultation, library.registers)
    drafts = {f"{one.code}@{one.version}": library.load(f"{one.code}@{one.version}") for one in known.drafts}
    bases = {f"{one.code}@{one.version}": library.load(f"{one.code}@{one.against}") for one in known.drafts}
    found = (*found, *unreadable((*drafts.values(), *bases.values())))
    comparisons = tuple(
        Comparison(
            bases[one].document,
            drafts[one].document,
            compare_versions(library, bases[one], drafts[one]),
        )
        for one in drafts
    )
    found = (*found, *check_declared(folder.consultation.changes, comparisons))
    if stops(found):
        return None, found
    indexes = {one: loaded.index for one, loaded in drafts.items()}
    attached = (one for one in folder.consultation.attachments if one in TEMPLATES)
    kinds = (CONSULTATION, *attached, NOTICE)
    papers, faults = made_papers(
        consultation_sources(folder, known, indexes, templates), kinds, library.registers
    )
    found = (*found, *faults)
    return (None if stops(found) else Prepared(folder, known, drafts, bases, papers)), found


def stops(found: tuple[Diagnostic, ...]) -> bool:
    """Whether an error is among the findings."""
    return any(one.severity is Severity.ERROR for one in found)


def unreadable(versions: Iterable[Loaded]) -> tuple[Diagnostic, ...]:
    """Errors of reading the documents: a text that cannot be read must not be published."""
    every = {loaded.document.name: loaded for loaded in versions}
    return tuple(
        one for loaded in every.values() for one in loaded.diagnostics if one.severity is Severity.ERROR
    )


def made_papers(
    sources: PaperSources, kinds: tuple[str, ...], registers: Mapping[str, Register]
) -> tuple[dict[str, Paper], tuple[Diagnostic, ...]]:
    """The papers of a pack by kind, as many as can be made, what stopped the others, and what texts type."""
    maker = PaperMaker(sources)
    papers: dict[str, Paper] = {}
    found = [*typed_values(sources.narratives, sources.values, registers)]
    for kind in kinds:
        try:
            papers[kind] = maker.paper(kind)
        except PaperError as error:
            found.append(_fault(str(error)))
    if len(papers) == len(kinds):
        hint = "Take it away, or print it in a template: {{ narrative.NAME }}."
        found += [
            finding("P132", Place(one.file), f"No paper prints the text {one.name}.", hint)
            for one in maker.unused
        ]
    return papers, tuple(dict.fromkeys(found))


_AT = re.compile(r"(?P<file>[^:\n]+\.(?:md|yaml|j2)):(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?:(?:[0-9]+:)? ")


def _fault(message: str) -> Diagnostic:
    """What stopped a paper, with the place that its message begins with."""
    found = _AT.match(message)
    if not found:
        return finding("P131", Place("templates"), message)
    place = Place(found["file"], int(found["line"]), int(found["column"] or 1))
    return finding("P131", place, message[found.end() :])
