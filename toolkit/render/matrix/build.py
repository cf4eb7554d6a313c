"""From a trace to the pages of the matrix, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.passage import Kind
from toolkit.render.build_view import build_view
from toolkit.trace.coverage import Coverage
from toolkit.trace.example import Example
from toolkit.trace.example_reading import about, examples_of
from toolkit.trace.orphan import Orphan, OrphanKind
from toolkit.trace.tracing import Sources, Traced
from toolkit.trace.verdict import ClauseVerdict

from .evidence import Known, proof
from .grouping import bearer
from .piece import Pieces, SourceFiles
from .view import Found, Matrix, MatrixPage, OrphanGroup, OrphanLine, Part, Target

INDEX = "index"
"""The name of the page that leads to all others, without suffix."""


def build_matrix(
    sources: Sources, traced: Traced, rows: Sequence[Coverage], findings: Iterable[Diagnostic]
) -> Matrix:
    """The pages of everything traced: what is printed of a page grows as its provisions and links do."""
    verdicts: dict[str, dict[str, list[ClauseVerdict]]] = defaultdict(lambda: defaultdict(list))
    for verdict in traced.verdicts:
        verdicts[verdict.document][verdict.version].append(verdict)
    stems = {code: stem(code) for code in sources.versions}
    files = {loaded.document.name: stems[code] for code, loaded in sources.versions.items()}
    asked = how_things_stood(sources)
    texts = SourceFiles(sources.library.files)
    pages: list[MatrixPage] = []
    places: dict[str, Target] = {}
    for code, loaded in sorted(sources.versions.items()):
        found = verdicts[code]
        pieces = Pieces(texts)
        taken = {*loaded.index.parents, *(one.clause for some in found.values() for one in some)}
        own = loaded.document.version.name
        others = (name for name in found if name != own)
        held = (loaded, *(sources.library.load(f"{code}@{name}") for name in others))
        parts = tuple(
            _part(sources, one, found[one.document.version.name], files, pieces, taken) for one in held
        )
        counted = tuple(row for row in rows if row.document == code)
        pages.append(MatrixPage(stems[code], parts, pieces.printed(), counted, asked))
        for verdict in (one for some in found.values() for one in some):
            target = Target(verdict.label, f"{quote(stems[code])}.html#{quote(verdict.clause)}")
            places.setdefault(verdict.label, target)
    found_wrong = tuple(_found(one, places) for one in findings)
    return Matrix(tuple(pages), found_wrong, asked, tuple(_orphans(traced.orphans)))


def stem(code: str) -> str:
    """The name of a document's page without suffix."""
    return f"{code}_" if code.lower() == INDEX else code


def _part(
    sources: Sources, loaded: Loaded, verdicts: Sequence[ClauseVerdict], files: Mapping[str, str],
    pieces: Pieces, taken: set[str],
) -> Part:  # fmt: skip
    """One version with its provisions; anchors of the page that are taken grow by those of its labels."""
    code = loaded.document.register.code
    examples: dict[str, list[Example]] = defaultdict(list)
    for example in about(examples_of(sources.library, loaded)[0], loaded):
        examples[example.clause].append(example)
    anchors: dict[str, str] = {}
    for one in verdicts:
        anchor = one.number.replace(" ", "-")
        if anchor and anchor not in taken:
            taken.add(anchor)
            anchors[one.clause] = anchor
    places = {one.clause: at for at, one in enumerate(verdicts)}
    attested, called = sources.attestations.get(code, {}), _called(verdicts, loaded, sources)
    known = Known(loaded, attested, examples, pieces, places, called, anchors)
    view = build_view(sources.library, loaded, None, files)
    part = Part(view, {one.clause: proof(one, known) for one in verdicts}, loaded.index.parents)
    return part if loaded is sources.versions[code] else _narrowed(part)


def _narrowed(part: Part) -> Part:
    """Of a version that is not the one traced, only the words of its provisions that have a verdict."""
    shown = tuple(
        one
        for one in part.view.passages
        if one.marked.passage.kind is not Kind.FOOTNOTE and bearer(part, one.marked.passage.owner)
    )
    return part._replace(view=replace(part.view, passages=shown))


def _called(verdicts: Iterable[ClauseVerdict], loaded: Loaded, sources: Sources) -> dict[str, str]:
    """From the id of each provision to what people call it, with another version than the one traced."""
    found = {one.clause: one.number or one.clause for one in verdicts}
    for name, definition in loaded.index.definitions.items():
        found[name] = f"“{definition.term.plain}”"
    version = loaded.document.version
    if loaded is sources.versions[loaded.document.register.code]:
        return found
    return {name: f"{label} of version {version.name}" for name, label in found.items()}


def how_things_stood(sources: Sources) -> str:
    """On which day, and with which results, in words."""
    day = f"{sources.today.day} {sources.today:%B %Y}"
    if sources.results is None:
        return f"As at {day}, without results of tests"
    count = len(sources.results)
    files = len({result.file for result in sources.results})
    return f"As at {day}, with {count:,} result{'s' * (count != 1)} from {files} file{'s' * (files != 1)}"


def _found(one: Diagnostic, places: Mapping[str, Target]) -> Found:
    where = f"{one.place.file}:{one.place.line}" if one.place.line else one.place.file
    return Found(one.severity.value, one.code, where, one.message, one.hint, places.get(one.clause))


_ORPHANS = {
    OrphanKind.RULE: "Rules that no clause claims",
    OrphanKind.CODE: "Other code that names no clause",
    OrphanKind.TEST: "Tests that verify no clause",
    OrphanKind.EXAMPLE: "Worked examples that name no function",
}


def _orphans(orphans: Sequence[Orphan]) -> Iterator[OrphanGroup]:
    for kind, title in _ORPHANS.items():
        lines = tuple(
            OrphanLine(one.name or "worked example", f"{one.file}, line {one.line}", one.reason)
            for one in orphans
            if one.kind is kind
        )
        if lines:
            yield OrphanGroup(title, lines)
