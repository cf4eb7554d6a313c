"""drafting check: everything wrong with the documents, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.check.catalogue import RULES
from toolkit.check.choice import Choice
from toolkit.check.fix import Find
from toolkit.check.outcome import Outcome
from toolkit.check.report import text
from toolkit.check.report.form import FORMS
from toolkit.check.report.sources import Sources
from toolkit.check.run import chosen, examine
from toolkit.check.store import Store, kept
from toolkit.conformance.working_days import is_working_day
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.trace.example_check import check_examples

from .check_fix import mended, mending, show_mending
from .check_options import (
    against_baseline,
    baseline_in,
    baselining,
    choice_of,
    choosing,
    chosen_from,
    explaining,
    refuse_contradictions,
    refuse_parts,
    save_baseline,
)
from .check_watch import keep_watching, watching
from .session import Session, WrongUse, colour_wanted, open_session, told_plainly

CACHE = "build/cache/check.sqlite"
"""What earlier checks found; may be deleted at any time."""


@click.command(name="check")
@click.argument("versions", nargs=-1, metavar="[DOC@VER …]")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="text", show_default=True,
    help="For people, or for the program that reads the findings.",
)  # fmt: skip
@choosing
@baselining
@mending
@watching
@explaining
@click.pass_context
def command(
    ctx: click.Context,
    versions: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    least: str,
    to_read: Path | None,
    to_write: Path | None,
    to_fix: bool,
    diff: bool,
    to_watch: bool,
) -> None:
    """Find broken citations, terms and numbering, and say what to do.

    Without names, checks every version. Exit status 1 where anything is found (with --watch, 0).
    A finding is allowed by a comment where it stands: <!-- allow: name: reason -->.
    """
    refuse_contradictions(ctx.params)
    choice = choice_of(select, ignore, least)
    if to_watch:
        session = open_session(ctx)
        _refuse_what_no_save_mends(session, versions, to_read)
        ctx.exit(keep_watching(session, lambda now: _look(now, versions, choice, to_read)))
    with told_plainly():
        refuse_parts(versions)
        session = open_session(ctx)
        library = _library(session)
        with kept(session.root / CACHE) as store:
            find = _finding(versions, choice, to_read, store)
            if diff:
                ctx.exit(1 if show_mending(library, find) else 0)
            if to_fix:
                library = mended(session, library, find)
            outcome, sources = _examined(library, versions, choice, store)
        if to_write:
            save_baseline(outcome, to_write, sources)
            ctx.exit(0)
        outcome = against_baseline(outcome, to_read, sources)
    _print(outcome, sources, form)
    if outcome.stale and not (versions or select or ignore or choice.least != "note"):
        click.echo(f"{outcome.stale} entries of {to_read} are found no more: write it again.", err=True)
    ctx.exit(1 if outcome.findings else 0)


def _library(session: Session) -> Library:
    """The library that is to be checked; WrongUse where it is empty."""
    library = session.library()
    if not library.registers and not library.diagnostics:
        raise WrongUse("documents/ holds no document: there is nothing to check.")
    return library


def _refuse_what_no_save_mends(session: Session, versions: tuple[str, ...], to_read: Path | None) -> None:
    """WrongUse for a version that is not there, and for a file that is no baseline."""
    with told_plainly():
        refuse_parts(versions)
        library = session.library()
        if not library.unread:
            chosen(library, versions)
        if to_read:
            baseline_in(to_read)


def _look(session: Session, versions: tuple[str, ...], choice: Choice, to_read: Path | None) -> None:
    """Check the files as they are now, with what earlier checks found, and print what is found."""
    with told_plainly():
        with kept(session.root / CACHE) as store:
            outcome, sources = _examined(_library(session), versions, choice, store)
        outcome = against_baseline(outcome, to_read, sources)
    _print(outcome, sources, "text")


def _finding(versions: tuple[str, ...], choice: Choice, to_read: Path | None, store: Store) -> Find:
    """The same check for a library as it is and as it is mended."""

    def find(library: Library) -> tuple[Diagnostic, ...]:
        outcome, sources = _examined(library, versions, choice, store)
        return against_baseline(outcome, to_read, sources).findings

    return find


def _examined(
    library: Library, versions: tuple[str, ...], choice: Choice, store: Store
) -> tuple[Outcome, Sources]:
    """What is found and wanted. A register that cannot be read is the likelier reason for an unknown name."""
    rules = choice.rules(RULES)
    try:
        outcome, sources = (
            examine(library, versions, rules, is_working_day, store),
            Sources.of(library, versions),
        )
    except LibraryError:
        if not library.unread:
            raise
        outcome, sources = examine(library, (), rules, is_working_day, store), Sources.of(library)
    return chosen_from(_with_examples(library, outcome, versions), choice), sources


def _with_examples(library: Library, outcome: Outcome, versions: tuple[str, ...]) -> Outcome:
    """An outcome with what is wrong with the worked examples of the same versions."""
    try:
        asked = chosen(library, versions)
    except LibraryError:  # an unknown name, which was told as an unread register
        return outcome
    found = check_examples(library, asked)
    return outcome._replace(findings=tuple(sorted((*outcome.findings, *found), key=lambda one: one.order)))


def _print(outcome: Outcome, sources: Sources, form: str) -> None:
    if form == "text":
        words = text.write(outcome.findings, sources, outcome.set_aside, colour_wanted())
    else:
        words = FORMS[form](outcome.findings, sources, outcome.set_aside)
    click.echo(words, nl=False)
