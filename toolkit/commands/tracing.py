"""What the commands about clauses and code share: the trace of a root, with its results and settings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from toolkit.check.report import text
from toolkit.check.report.sources import Sources as Shown
from toolkit.check.store import kept
from toolkit.model.diagnostic import Diagnostic
from toolkit.trace.project import read_project
from toolkit.trace.reading import read_sources
from toolkit.trace.results import Result, read_results
from toolkit.trace.tracing import Sources

from .session import Session, WrongUse, colour_wanted


def read_trace(
    session: Session, files: Iterable[Path] | None, today: date
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Read what is traced; WrongUse where there are no settings, with what is wrong with them."""
    library = session.library()
    project, found = read_project(library.files)
    if project is None:
        raise WrongUse("\n".join(f"{one.place}: {one.message} {one.hint}".strip() for one in found))
    results, wrong = _results(files)
    with kept(session.root / "build" / "cache" / "trace.sqlite") as store:
        sources, more = read_sources(library, project, store, results, today)
    return sources, (*found, *wrong, *more)


def _results(files: Iterable[Path] | None) -> tuple[tuple[Result, ...] | None, tuple[Diagnostic, ...]]:
    if not files:
        return None, ()
    results: list[Result] = []
    found: list[Diagnostic] = []
    for path in files:
        read, wrong = read_results(path.read_bytes(), str(path))
        results += read
        found += wrong
    return tuple(results), tuple(found)


def tell(session: Session, findings: tuple[Diagnostic, ...]) -> None:
    """Print findings as drafting check does."""
    if findings:
        shown = Shown(session.library().files, {})
        click.echo(text.write(findings, shown, colour=colour_wanted()))
