"""The whole trace on a page: links, evidence, attestations and results, brought to verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic

from .attestation import Attestation
from .evidence import EvidenceRules
from .link import Link
from .linking import linked, unknown_documents
from .results import Result
from .stopping import stopping
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


@dataclass(frozen=True, slots=True)
class Traced:
    """What a trace found."""

    verdicts: tuple[ClauseVerdict, ...]
    """Of every provision of every version traced, in order of document and text."""
    elsewhere: tuple[Link, ...]
    """Links to provisions that the versions traced do not have, and others do."""
    findings: tuple[Diagnostic, ...]
    """Links that lead nowhere, and verdicts that stop a build, in the one order."""


def trace(sources: Sources) -> Traced:
    """Bring every provision of the versions traced to a verdict."""
    catalogue = Catalogue.of(sources.library)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in sources.links:
        links[link.document].append(link)
    found = list(unknown_documents(sources.links, sources.library))
    verdicts: list[ClauseVerdict] = []
    elsewhere: list[Link] = []
    for code, loaded in sorted(sources.versions.items()):
        led, astray = linked(links.get(code, ()), loaded, sources.library)
        attested = sources.attestations.get(code, {})
        document = TracedDocument(
            catalogue, loaded, led, sources.evidence.get(code, EvidenceRules()), attested, sources.results,
            sources.today,
        )  # fmt: skip
        traced = tuple(document.verdicts())
        verdicts += traced
        elsewhere += led.elsewhere
        found += [*astray, *stopping(traced, links.get(code, ()), attested.values())]
    return Traced(tuple(verdicts), tuple(elsewhere), tuple(sorted(found, key=lambda one: one.order)))
