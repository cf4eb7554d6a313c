"""The whole trace on a page: links, evidence, attestations and results, brought to verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.check.store import Store
from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic

from .attestation import Attestation
from .attesting import gone
from .document_trace import document_trace
from .earlier_wordings import History, no_history
from .evidence import EvidenceRules
from .example import Example
from .example_functions import faults_of_functions, of_lost
from .link import Link
from .linking import unknown_documents
from .orphan import Orphan, OrphanKind
from .remembered_trace import RememberedTraces
from .results import Result, by_test
from .stopping import Judged, links_gone, stopping
from .verdict import ClauseVerdict
from .versions import Versions


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a trace rests on, read."""

    library: Library
    versions: Versions
    """The version of each document that is traced, by code."""
    links: tuple[Link, ...]
    evidence: Mapping[str, EvidenceRules]
    """By code of the document."""
    attestations: Mapping[str, Mapping[tuple[str, str], Attestation]]
    """By code of the document, then by clause and code."""
    results: tuple[Result, ...] | None
    """None where no results were given."""
    today: date
    history: History = no_history
    allowed: tuple[str, ...] = ("toolkit.conformance",)
    """Packages whose functions a worked example may name."""
    orphans: tuple[Orphan, ...] = ()
    """Code and tests that belong to no clause."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What a trace found."""

    verdicts: tuple[ClauseVerdict, ...]
    """Of every provision of every version traced, in order of document and text; then of what links name
    that only other versions have."""
    findings: tuple[Diagnostic, ...]
    """Links that lead nowhere, and verdicts that stop a build, in the one order."""
    orphans: tuple[Orphan, ...] = ()
    """What belongs to no clause, with or without a reason, in order of file and line."""


def trace(sources: Sources, store: Store | None = None) -> Traced:
    """Bring every provision of the versions traced to a verdict.

    What links name that only other versions have is held to the newest of those. With a store, what was
    found of a document before is found again where nothing that it rests on has changed.
    """
    catalogue = Catalogue.of(sources.library)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in sources.links:
        links[link.document].append(link)
    results = None if sources.results is None else by_test(sources.results)
    remembered = RememberedTraces(sources, store, results) if store is not None else None
    found = list(unknown_documents(sources.links, sources.library))
    judged: list[Judged] = []
    tables: list[Example] = []
    for code in sorted(sources.versions):
        own = links.get(code, [])
        if remembered is not None:
            made = remembered.of(code, own)
        else:
            made = document_trace(sources, catalogue, sources.versions[code], own, results)
        attested = tuple(sources.attestations.get(code, {}).values())
        unread = sources.evidence.get(code, EvidenceRules()).unread
        judged.append(Judged(made.verdicts, made.astray, gone(made.verdicts, attested), unread))
        tables += made.examples
        found += made.found
    stray = _stray(sources, found)
    lost = links_gone(judged, stray)
    found += faults_of_functions(tables, sources.allowed, found, (one.code for one in lost))
    orphans = _orphans(sources, found)
    told_as_lost = of_lost(found, tables, lost)
    found += stopping(judged, found, stray, lost, sources.results is not None)
    found = [one for one in found if one not in told_as_lost]
    verdicts = tuple(verdict for document in judged for verdict in document.verdicts)
    return Traced(verdicts, tuple(sorted(found, key=lambda one: one.order)), orphans)


def _stray(sources: Sources, found: Sequence[Diagnostic]) -> tuple[Link, ...]:
    """The links to documents that are not here, and of which that was told."""
    places = {one.place for one in found}
    here = sources.library.registers
    return tuple(link for link in sources.links if link.document not in here and link.place in places)


def _orphans(sources: Sources, found: Sequence[Diagnostic]) -> tuple[Orphan, ...]:
    """What belongs to no clause, with the worked examples that name no function."""
    strangers = (
        Orphan(OrphanKind.EXAMPLE, one.place.file, one.place.line, "") for one in found if one.code == "T142"
    )
    return tuple(sorted((*sources.orphans, *strangers), key=lambda one: (one.file, one.line, one.name)))
