"""drafting pack: a consultation's whole pack."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from toolkit.check.report import text
from toolkit.check.report.sources import Sources
from toolkit.check.store import kept
from toolkit.consult.response_folder import response_folder
from toolkit.consult.stage import StageKind
from toolkit.consult.stage_folder import folder_names, stages_of
from toolkit.library.library import Library
from toolkit.model.diagnostic import Severity
from toolkit.pack.build import Result, build
from toolkit.pack.secrecy import LeakError
from toolkit.pack.stage import PackError
from toolkit.pack.stages import plan_pack
from toolkit.render.templates import Templates

from .chosen_consultation import chosen
from .session import WrongUse, colour_wanted, open_session, told_plainly

CACHE = "build/cache/pack.sqlite"
"""Of what the outputs of packs were made, by digests; may be deleted at any time."""

_KEPT_BACK = (
    "Nothing was put in place. Take those words out of the texts that the paper is made from, or say them in "
    "other words; what may be published of an answer stands in redacted: of the response."
)


@click.command(name="pack")
@click.argument("consultation", required=False, metavar="CONSULTATION")
@click.option("--stage", type=click.Choice([str(kind) for kind in StageKind]),
              help="The stage to publish (default: the latest that there is data for).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="The folder to write into (default: build/CONSULTATION, for Government "
              "build/CONSULTATION-for-government).")  # fmt: skip
@click.option("--for-government", is_flag=True,
              help="With the responses whole, also what is confidential; marked on every page.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=min(os.cpu_count() or 1, 4),
              show_default=True, help="How many outputs to make at a time.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, consultation: str | None, stage: str | None, output: Path | None,
    for_government: bool, jobs: int,
) -> None:  # fmt: skip
    """Build a pack: a consultation, the conclusions on it, or the direction that follows.

    With its papers come what they enclose, clean or change-marked, an index and a manifest.

    Every count, date, weekday, version, Annex letter and attachment number is computed. Where the
    declared changes are not the real ones, nothing is built and each is named. If one output fails, the
    others are kept and the exit status is 1. Where one gives away what a response says in confidence,
    nothing is put in place. A file in DIR from an earlier build is made anew only where
    something that it rests on has changed.

    Example: drafting pack 2020-08-uplift-1.2
    """
    with told_plainly():
        session = open_session(ctx)
        name = chosen(session, consultation, folder_names(session.files))
        library = session.library()
        templates = Templates.of(session.root / "templates")
        kind = _stage(library, name, stage)
        if for_government:
            _refuse_without_responses(library, name, kind)
        plan, found = plan_pack(library, name, kind, templates, for_government)
        if found:
            click.echo(text.write(found, Sources(library.files, {}), colour=colour_wanted()), err=True)
        if plan is None:
            click.echo(f"Nothing was built: mend {_errors(found)} first.", err=True)
            ctx.exit(1)
        out = output or session.root / "build" / (f"{name}-for-government" if for_government else name)
        try:
            with kept(session.root / CACHE) as store:
                result = build(plan, out, _progress() if sys.stderr.isatty() else None, jobs, store)
        except PackError as error:
            raise WrongUse(str(error)) from error
        except LeakError as error:
            click.echo(f"{error}\n{_KEPT_BACK}", err=True)
            ctx.exit(1)
    _tell(result)
    ctx.exit(1 if result.failures else 0)


def _stage(library: Library, name: str, wanted: str | None) -> StageKind:
    """The stage that was asked for, else the latest."""
    there = stages_of(library.files, name)
    if wanted is None:
        return there[-1]
    if StageKind(wanted) not in there:
        known = ", ".join(there)
        raise WrongUse(f"consultations/{name} has no data for the stage {wanted}; it has: {known}.")
    return StageKind(wanted)


def _refuse_without_responses(library: Library, name: str, kind: StageKind) -> None:
    """Wrong use where a copy for Government would hold no more than the public pack."""
    if kind is StageKind.DIRECTION:
        raise WrongUse("A direction tells nothing of responses: build its pack without --for-government.")
    if not any(one.endswith(".yaml") for one in library.files.names(response_folder(name))):
        raise WrongUse(f"{response_folder(name)} holds no response: there is nothing only for Government.")


def _errors(found: tuple[object, ...]) -> str:
    count = sum(getattr(one, "severity", None) is Severity.ERROR for one in found)
    return "this error" if count == 1 else f"these {count} errors"


def _progress() -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, file: str) -> None:
        click.echo(f"\r\x1b[K{done:>3} of {total}  {file}", nl=False, err=True)
        if done == total:
            click.echo("\r\x1b[K", nl=False, err=True)

    return tell


def _remembered(result: Result) -> str:
    """How many files are new and how many old, where there was something to go by."""
    old = sum(one.as_it_was for one in result.made)
    unchanged = f"{old} as {'it was' if old == 1 else 'they were'}"
    return f": {len(result.made) - old} made anew, {unchanged}" if old else ""


def _tell(result: Result) -> None:
    for failure in result.failures:
        click.echo(f"{failure.file} could not be made: {failure.reason}", err=True)
    size = sum(one.size for one in result.made)
    click.echo(f"{len(result.made)} files, {size / 1e6:.1f} MB, in {result.out}{_remembered(result)}")
    click.echo(f"Open {result.out / 'index.html'} first.")
