"""Everything that a trace rests on, read from a root: settings, links, evidence, attestations, results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toolkit.check.store import Store
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Version

from .attestation import FILE as ATTESTATIONS
from .attestation import Attestation, read_attestations
from .earlier_wordings import History, no_history
from .evidence import FILE as EVIDENCE
from .evidence import EvidenceRules
from .gather import gather
from .orphans import find_orphans
from .project import Project
from .remembered_evidence import remembered_evidence
from .results import Result
from .tracing import Sources
from .versions import Versions


def read_sources(
    library: Library,
    project: Project,
    store: Store,
    results: tuple[Result, ...] | None,
    today: date,
    history: History = no_history,
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Read what is traced; what is wrong with any of it is among the diagnostics.

    LibraryError where the settings name a version that is not held.
    """
    links, found = gather(library.files, (*project.code, *project.tests), store)
    orphans, without = find_orphans(library.files, project, links, store)
    found = (*found, *without)
    evidence: dict[str, EvidenceRules] = {}
    attestations: dict[str, Mapping[tuple[str, str], Attestation]] = {}
    for code, register in library.registers.items():
        folder = register.file.rpartition("/")[0]
        names = library.files.names(folder)
        if EVIDENCE in names:
            file = f"{folder}/{EVIDENCE}"
            evidence[code], wrong = remembered_evidence(library.files.read(file), file, store)
            found = (*found, *wrong)
        if ATTESTATIONS in names:
            file = f"{folder}/{ATTESTATIONS}"
            attestations[code], wrong = read_attestations(library.files.read(file), file)
            found = (*found, *wrong)
    named = {link.document for link in links} & library.registers.keys()
    codes = sorted({*named, *evidence, *attestations, *(set(project.versions) & library.registers.keys())})
    versions = Versions(library, {code: _traced(library, project, code) for code in codes})
    return Sources(
        library, versions, links, evidence, attestations, results, today, history, project.examples, orphans
    ), found


def _traced(library: Library, project: Project, code: str) -> Version:
    version = project.versions.get(code)
    return library.held(f"{code}@{version}" if version else code)[1]
