"""drafting obligations: who must do what, when and under which clause; on the terminal or in files."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.save import save
from toolkit.library.timeline import first_day, in_effect
from toolkit.obligation.choice import Choice, ChoiceError
from toolkit.obligation.obligation import Kind, Obligation
from toolkit.obligation.reading import actor_names, obligations
from toolkit.render.obligation_outputs import FORMATS, obligation_outputs
from toolkit.render.obligation_page import clean_copy
from toolkit.render.obligation_rows import Told
from toolkit.render.obligation_text import obligation_text
from toolkit.render.templates import TemplateFileError, Templates

from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="obligations")
@click.argument("versions", nargs=-1, metavar="[DOC[@VER] …]")
@click.option(
    "--actor", "actors", multiple=True, metavar="NAME", help="Only what this actor does, such as DCC."
)
@click.option(
    "--modal", "modals", multiple=True, metavar="WORDS", help="Only this modal, such as “shall not”."
)
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]),
              help="Only readings of this kind; may be repeated, as the two above.")  # fmt: skip
@click.option("--uncertain", is_flag=True, help="Only what somebody should look at.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The versions in legal effect on this day.")  # fmt: skip
@click.option("--results", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="JUnit XML of the tests, for --traced; may be repeated.")  # fmt: skip
@click.option(
    "--traced", is_flag=True, help="Say of each whether code carries it out, as drafting trace does."
)
@click.option("-f", "--format", "formats", default="terminal", show_default=True, metavar="LIST",
              help=f"terminal, or files: any of {','.join(FORMATS)}.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="The folder to write into (default: build/obligations).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, versions: tuple[str, ...], actors: tuple[str, ...], modals: tuple[str, ...],
    kinds: tuple[str, ...], uncertain: bool, day: datetime | None, results: tuple[Path, ...], traced: bool,
    formats: str, output: Path | None,
) -> None:  # fmt: skip
    """Tell who must do what, when, and under which clause, read from the words of the law.

    Each reading has its actor, modal, act, case, exception, recipients and periods; what is uncertain is
    marked, with the reason. With html come the clean copies that its lines lead to. Without names, the
    newest version of every document is read.

    Examples: drafting obligations TMAD@6.0 --actor DCC; drafting obligations --on 2020-08-01 -f html,xlsx
    """
    wanted = tuple(filter(None, (one.strip() for one in formats.split(","))))
    unknown = [one for one in wanted if one not in (*FORMATS, "terminal")]
    if unknown:
        raise WrongUse(f"There is no format {unknown[0]}; there are terminal, {', '.join(FORMATS)}.")
    choice = Choice(actors, modals, tuple(map(Kind, kinds)), uncertain)
    with told_plainly():
        session = open_session(ctx)
        library = session.library()
        loaded = _versions(session, library, versions, day.date() if day else None)
        try:
            some, names = _read(library, loaded)
            some = choice.of(some, names)
        except ChoiceError as error:
            raise WrongUse(str(error)) from error
        told = Told(some, _states(session, results) if traced or results else None, names)
        if "terminal" in wanted or not wanted:
            click.echo(obligation_text(told, min(shutil.get_terminal_size((100, 24)).columns, 140)), nl=False)
        files = tuple(one for one in FORMATS if one in wanted)
        if files:
            try:
                _write(
                    session, library, told, loaded, files, output or session.root / "build" / "obligations"
                )
            except TemplateFileError as error:
                raise WrongUse(str(error)) from error


def _versions(
    session: Session, library: Library, names: Sequence[str], day: date | None
) -> tuple[Loaded, ...]:
    """The versions that are named; else those in legal effect on a day, else the newest of each document."""
    codes = [session.name(name).code for name in names]
    if day is None:
        return tuple(map(session.load, names or library.registers))
    if any("@" in name for name in names):
        raise WrongUse("With --on, name documents without a version: the day says which.")
    chosen = [library.register(code) for code in codes] or list(library.registers.values())
    found = [
        library.of(register, version)
        for register in chosen
        for version in in_effect(register, day)
        if version.held
    ]
    if not found:
        raise WrongUse(
            f"Nothing of what was asked for was in legal effect on {day}, or its text is not held."
        )
    return tuple(found)


def _read(library: Library, loaded: Sequence[Loaded]) -> tuple[tuple[Obligation, ...], dict[str, str]]:
    """The obligations of all, and the full names of those who are called by short ones."""
    catalogue = Catalogue.of(library)
    subjects = [Subject(catalogue, version) for version in loaded]
    names = {short: full for subject in subjects for short, full in actor_names(subject).items()}
    return tuple(one for subject in subjects for one in obligations(subject)), names


def _states(session: Session, results: tuple[Path, ...]) -> dict[tuple[str, str, str], str]:
    """Of each clause traced, its state."""
    from toolkit.trace.tracing import trace

    from .tracing import read_trace

    sources, _ = read_trace(session, results, date.today())
    return {(one.document, one.version, one.clause): one.state.value for one in trace(sources).verdicts}


def _write(
    session: Session,
    library: Library,
    told: Told,
    loaded: Sequence[Loaded],
    formats: Sequence[str],
    out: Path,
) -> None:
    templates = Templates.of(session.root / "templates")
    days = (first_day(one.document.version) or one.document.version.concluded for one in loaded)
    made = max(filter(None, days), default=date.today())
    files = {
        name: data
        for one in formats
        for name, data in obligation_outputs(told, loaded, one, templates, made).items()
    }
    if "html" in formats:
        from toolkit.render.build_view import build_view
        from toolkit.render.html import html

        for one in loaded:
            files[f"{clean_copy(one)}.html"] = html(build_view(library, one, None), templates)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        save(out / name, data)
    click.echo(f"{', '.join(files)} in {out}")
