"""The whole trace on a page: links, evidence, attestations and results, brought to verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic

from .attestation import Attestation
from .earlier_wordings import History, no_history
from .evidence import EvidenceRules
from .example import Example
from .example_faults import example_faults
from .example_reading import about, examples_of
from .finding import finding
from .link import Link
from .linking import Linked, linked, unknown_documents
from .orphan import Orphan, OrphanKind
from .results import Result, by_test
from .stopping import Judged, stopping
from .traced_document import TracedDocument
from .verdict import ClauseVerdict


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a trace rests on, read."""

    library: Library
    versions: Mapping[str, Loaded]
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


def trace(sources: Sources) -> Traced:
    """Bring every provision of the versions traced to a verdict.

    What links name that only other versions have is held to the newest of those.
    """
    catalogue = Catalogue.of(sources.library)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in sources.links:
        links[link.document].append(link)
    results = None if sources.results is None else by_test(sources.results)
    found = list(unknown_documents(sources.links, sources.library))
    judged: list[Judged] = []
    tables: list[Example] = []
    for code, loaded in sorted(sources.versions.items()):
        examples, faulty = examples_of(sources.library, loaded)
        told = (*links.get(code, ()), *(example.link for example in about(examples, loaded)))
        led, wrong = linked(told, loaded, sources.library)
        traced = [*_document(sources, catalogue, loaded, led, results).verdicts()]
        for version, some in led.elsewhere.items():
            other = sources.library.load(f"{code}@{version}")
            also, _ = linked(some, other, sources.library)
            traced += _document(sources, catalogue, other, also, results).verdicts_of_links()
        judged.append(Judged(tuple(traced), led.astray, tuple(sources.attestations.get(code, {}).values())))
        tables += examples
        found += [
            *wrong,
            *faulty,
            *_unknown_evidence(sources, code),
        ]
    found += example_faults(tables, sources.allowed)
    places = {one.place for one in found}
    stray = tuple(
        link
        for link in sources.links
        if link.document not in sources.library.registers and link.place in places
    )
    strangers = (
        Orphan(OrphanKind.EXAMPLE, one.place.file, one.place.line, "") for one in found if one.code == "T142"
    )
    orphans = sorted((*sources.orphans, *strangers), key=lambda one: (one.file, one.line, one.name))
    found += stopping(judged, found, stray, sources.results is not None)
    verdicts = tuple(verdict for document in judged for verdict in document.verdicts)
    return Traced(verdicts, tuple(sorted(found, key=lambda one: one.order)), tuple(orphans))


def _document(
    sources: Sources, catalogue: Catalogue, loaded: Loaded, led: Linked,
    results: Mapping[tuple[str, str], tuple[Result, ...]] | None,
) -> TracedDocument:  # fmt: skip
    code = loaded.document.register.code
    return TracedDocument(
        catalogue, loaded, led, sources.evidence.get(code, EvidenceRules()),
        sources.attestations.get(code, {}), results, sources.today, sources.history,
    )  # fmt: skip


def _unknown_evidence(sources: Sources, code: str) -> Iterator[Diagnostic]:
    """What is declared for ids that no version of the document bears."""
    register = sources.library.registers[code]
    for name, declared in sources.evidence.get(code, EvidenceRules()).clauses.items():
        held = (sources.library.of(register, one) for one in reversed(register.versions) if one.held)
        if not any(name in loaded.index.parents for loaded in (sources.versions[code], *held)):
            message = f"Evidence is declared for {name}, and no version of {code} has anything with that id."
            yield finding("T134", declared.place, message, "Correct the id, or take the entry out.")
