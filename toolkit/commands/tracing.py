"""What the commands about clauses and code share: the trace of a root, with its results and settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import click

from toolkit.check.store import Store, kept
from toolkit.library.library import Library
from toolkit.library.name import Name
from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import revisions
from toolkit.trace.earlier_wordings import History
from toolkit.trace.project import read_project
from toolkit.trace.reading import read_sources
from toolkit.trace.remembered_results import remembered_results
from toolkit.trace.results import Result
from toolkit.trace.tracing import Sources
from toolkit.trace.verdict import ClauseVerdict

from .session import Session, WrongUse, colour_wanted

LOOKED_BACK = 20
"""Changes of a document in git through which a wording that is no longer held is looked for."""


def read_trace(
    session: Session, files: Iterable[Path] | None, today: date
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Read what is traced; WrongUse where there are no settings, with what is wrong with them."""
    with remembered(session) as store:
        library = session.library(records=store)
        project, found = read_project(library.files, store)
    if project is None:
        raise WrongUse("\n".join(f"{one.place}: {one.message} {one.hint}".strip() for one in found))
    with remembered(session) as store:
        results, wrong = _results(files, store)
        sources, more = read_sources(library, project, store, results, today, _history(session))
    unread = (one for one in library.diagnostics if one.place.file in library.unread)
    return sources, (*unread, *found, *wrong, *more)


def remembered(session: Session) -> AbstractContextManager[Store]:
    """What earlier traces of a root read and found."""
    return kept(session.root / "build" / "cache" / "trace.sqlite")


def bears(verdict: ClauseVerdict, name: Name) -> bool:
    """Whether a clause of a version traced is what a name such as TMAD:3.24 or TMAD#expiry means."""
    if name.code.lower() != verdict.document.lower() or name.version not in ("", verdict.version):
        return False
    return verdict.clause == name.id if name.id else verdict.number == name.label


def _history(session: Session) -> History:
    """The library at each of the last changes of a folder, where the root is under git."""

    def history(folder: str) -> Iterator[Library]:
        yield from map(session.library, revisions(session.root, folder, LOOKED_BACK))

    return history


def _results(
    files: Iterable[Path] | None, store: Store
) -> tuple[tuple[Result, ...] | None, tuple[Diagnostic, ...]]:
    if not files:
        return None, ()
    results: list[Result] = []
    found: list[Diagnostic] = []
    for path in files:
        read, wrong = remembered_results(path.read_bytes(), str(path), store)
        results += read
        found += wrong
    return tuple(results), tuple(found)


def tell(session: Session, findings: tuple[Diagnostic, ...]) -> None:
    """Print findings as drafting check does."""
    if findings:
        from toolkit.check.report import text
        from toolkit.check.report.sources import Sources as Shown

        shown = Shown(session.library().files, {})
        click.echo(text.write(findings, shown, colour=colour_wanted()))
