"""One document brought to verdicts: the version traced, and what links name that only others have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cite.context import Catalogue
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic

from .evidence import EvidenceRules
from .example import Example
from .example_reading import about, examples_of
from .finding import finding
from .link import Link
from .linking import Linked, linked
from .results import Result
from .traced_document import TracedDocument
from .verdict import ClauseVerdict

if TYPE_CHECKING:
    from .tracing import Sources

ByTest = Mapping[tuple[str, str], tuple[Result, ...]] | None
"""The results of each test; None where none were given."""


@dataclass(frozen=True, slots=True)
class DocumentTrace:
    """What a trace found of one document."""

    verdicts: tuple[ClauseVerdict, ...]
    astray: tuple[tuple[Link, str], ...]
    """Links that lead nowhere, each with the id that is nearest to what it says, or nothing."""
    examples: tuple[Example, ...]
    """All worked examples of the document."""
    found: tuple[Diagnostic, ...]
    """What is wrong with links, worked examples and evidence."""


def document_trace(
    sources: Sources, catalogue: Catalogue, loaded: Loaded, links: Iterable[Link], results: ByTest
) -> DocumentTrace:
    """Bring a version and the links to its document to verdicts."""
    library, register = catalogue.library, loaded.document.register
    examples, faulty = examples_of(library, loaded)
    told = (*links, *(example.link for example in about(examples, loaded)))
    led, wrong = linked(told, loaded, library)
    traced = [*_document(sources, catalogue, loaded, led, results).verdicts()]
    for version, some in led.elsewhere.items():
        other = library.load(f"{register.code}@{version}")
        also, _ = linked(some, other, library)
        traced += _document(sources, catalogue, other, also, results).verdicts_of_links()
    unknown = _unknown_evidence(sources, catalogue, loaded)
    return DocumentTrace(tuple(traced), led.astray, examples, (*wrong, *faulty, *unknown))


def _document(
    sources: Sources, catalogue: Catalogue, loaded: Loaded, led: Linked, results: ByTest
) -> TracedDocument:
    code = loaded.document.register.code
    return TracedDocument(
        catalogue, loaded, led, sources.evidence.get(code, EvidenceRules()),
        sources.attestations.get(code, {}), results, sources.today, sources.history,
    )  # fmt: skip


def _unknown_evidence(sources: Sources, catalogue: Catalogue, loaded: Loaded) -> Iterator[Diagnostic]:
    """What is declared for ids that no version of the document bears."""
    register = loaded.document.register
    for name, declared in sources.evidence.get(register.code, EvidenceRules()).clauses.items():
        held = (catalogue.library.of(register, one) for one in reversed(register.versions) if one.held)
        if not any(name in one.index.parents for one in (loaded, *held)):
            message = f"Evidence is declared for {name}, and no version of {register.code} has that id."
            yield finding("T134", declared.place, message, "Correct the id, or take the entry out.")
