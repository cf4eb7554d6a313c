"""The whole trace on a page: links, evidence, attestations and results, brought to a verdict per provision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic

from .attestation import Attestation
from .evidence import Evidence, EvidenceRules
from .link import Link
from .linking import Linked, linked, unknown_documents
from .results import Result
from .stopping import stopping
from .suspicion import suspicion
from .unit import Unit, UnitKind, units
from .verdict import ClauseVerdict, Suspicion
from .verdicts import Proof, verdict
from .wording import Wordings


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
    for code, loaded in sorted(sources.versions.items()):
        led, wrong = linked(links.get(code, ()), loaded, sources.library)
        one = _Document(sources, catalogue, loaded, led)
        traced = tuple(one.verdicts())
        verdicts += traced
        found += [*wrong, *stopping(traced), *one.gone()]
    return Traced(tuple(verdicts), tuple(sorted(found, key=lambda each: each.order)))


class _Document:
    """One version being traced."""

    def __init__(self, sources: Sources, catalogue: Catalogue, loaded: Loaded, led: Linked) -> None:
        self.sources = sources
        self.catalogue = catalogue
        self.subject = Subject(catalogue, loaded)
        self.code = loaded.document.register.code
        self.led = led
        self.now = Wordings(self.subject.context)
        self.rules = sources.evidence.get(self.code, EvidenceRules())
        self.attested = sources.attestations.get(self.code, {})
        self.results = _by_clause(sources.results or (), self.code)
        self.under = self._under()

    def verdicts(self) -> Iterator[ClauseVerdict]:
        """The verdict of each provision, in order."""
        declared = frozenset(self.rules.clauses)
        for unit in units(self.subject, self.led.named | declared):
            code, tests = self._links(unit, self.led.code), self._links(unit, self.led.tests)
            results = tuple(one for name in self._concerned(unit) for one in self.results.get(name, ()))
            suspicions = tuple(filter(None, map(self._suspicion, (*code, *tests))))
            proof = Proof(
                self._evidence(unit), code, tests, 0, results, suspicions, self.sources.results is not None,
                self.sources.today,
            )  # fmt: skip
            state, reason = verdict(proof)
            yield ClauseVerdict(
                self.code, self.subject.document.version.name, unit.id, self.subject.name_of(unit.id),
                self._heading(unit), unit.kind.value, state, reason, code, tests, 0, results, suspicions,
                unit.place,
            )  # fmt: skip
