"""Tracing again only the documents of which something changed: the others are kept by what they rest on.

The trace of a document rests on what checking it does (check/remembered.py), on the links to it and their
results, on what is declared beside its versions, and on which days of that are past. What had to look into
the history of git is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from toolkit.check.remembered import Memory
from toolkit.check.store import Store
from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.library.load import EXAMPLES, Loaded

from .attestation import FILE as ATTESTATIONS
from .document_trace import ByTest, DocumentTrace, document_trace
from .evidence import FILE as EVIDENCE
from .evidence import EvidenceRules
from .link import Link, LinkKind
from .results import Result
from .trace_record import from_record, to_record

if TYPE_CHECKING:
    from .tracing import Sources


class RememberedTraces:
    """One trace's view of what is remembered."""

    def __init__(self, sources: Sources, store: Store, results: ByTest) -> None:
        self._memory = Memory(sources.library, store, "")
        self._catalogue = Catalogue.of(self._memory.library)
        self._past = sources.history
        self._looked_back = False
        self._sources = replace(sources, history=self._history)
        self._results = results
        self._of_examples = _of_examples(results or {})

    def of(self, code: str, links: Sequence[Link]) -> DocumentTrace:
        """The trace of a document: the remembered one where nothing it rests on has changed."""
        library = self._sources.library
        results = self._results_of(code, links)
        self._looked_back = False

        def make(loaded: Loaded) -> DocumentTrace:
            return document_trace(self._sources, self._catalogue, loaded, links, self._results)

        def record(made: DocumentTrace) -> Any:
            return None if self._looked_back else to_record(made, links, results)

        about = f"trace-1:{self._digest(code, links, results)}"
        version = self._sources.versions.named[code]
        return self._memory.remember(
            about, library.registers[code], version, make, record,
            lambda kept: from_record(kept, links, results),
        )  # fmt: skip

    def _history(self, folder: str) -> Iterable[Library]:
        """The past, which is not among what is remembered by: that it was asked for is noted."""
        self._looked_back = True
        return self._past(folder)

    def _results_of(self, code: str, links: Sequence[Link]) -> tuple[Result, ...]:
        """The results of the tests that link to a document and of its worked examples."""
        if self._results is None:
            return ()
        tests = dict.fromkeys(link.test for link in links if link.kind is LinkKind.VERIFIES)
        own = self._of_examples.get(self._folder(code).replace("/", "."), ())
        return (*(one for test in tests for one in self._results.get(test, ())), *own)

    def _folder(self, code: str) -> str:
        return self._sources.library.registers[code].file.rpartition("/")[0]

    def _digest(self, code: str, links: Sequence[Link], results: Sequence[Result]) -> str:
        """Of everything that the trace of a document rests on besides versions."""
        said = "\x1e".join(self._rests_on(code, links, results))
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def _rests_on(self, code: str, links: Sequence[Link], results: Sequence[Result]) -> Iterator[str]:
        rules = self._sources.evidence.get(code, EvidenceRules())
        yield f"{self._results is not None} {_past_days(rules, self._sources)}"
        yield from self._declared(self._folder(code))
        for link in links:
            place = link.place
            yield (
                f"{link.kind is LinkKind.VERIFIES}\x1f{link.clause}\x1f{link.file}\x1f{link.name}"
                f"\x1f{link.first_line}\x1f{link.last_line}\x1f{link.fingerprint}\x1f{link.since}\x1f{link.by_label}\x1f{link.mark}"
                f"\x1f{place.line}\x1f{place.column}\x1f{place.end_line}\x1f{place.end_column}"
            )
        for one in results:
            yield "\x1f".join((one.module, one.name, one.outcome, one.message, one.file, repr(one.verifies)))

    def _declared(self, folder: str) -> Iterator[str]:
        """The digests of what lies beside the versions: evidence, attestations, worked examples."""
        files = self._sources.library.files
        examples = (f"{EXAMPLES}/{name}" for name in files.names(f"{folder}/{EXAMPLES}"))
        there = set(files.names(folder))
        for name in (*(one for one in (EVIDENCE, ATTESTATIONS) if one in there), *examples):
            yield f"{name} {sha256(files.read(f'{folder}/{name}')).hexdigest()}"


def _of_examples(results: Mapping[tuple[str, str], tuple[Result, ...]]) -> dict[str, list[Result]]:
    """The results of worked examples by the folder of their document: documents.tmad."""
    found: dict[str, list[Result]] = {}
    for (module, _), some in results.items():
        if module.startswith("documents."):
            found.setdefault(".".join(module.split(".", 2)[:2]), []).extend(some)
    return found


def _past_days(rules: EvidenceRules, sources: Sources) -> int:
    """How many reviews and waivers no longer count: the same file and number, the same ones."""
    every = (one for each in (rules.default, *rules.clauses.values()) for one in (each.review, each.waiver))
    return sum(one is not None and one.until < sources.today for one in every)
