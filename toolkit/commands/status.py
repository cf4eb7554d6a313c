"""drafting status: where consultations stand, what is next and when, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

import click

from toolkit.conformance.working_days import UnknownCalendarError, is_working_day
from toolkit.consult.folder import consultation_names
from toolkit.consult.later import directed_alone
from toolkit.consult.progress import Progress, State, as_json
from toolkit.consult.read_progress import read_progress

from .chosen_consultation import chosen, tell
from .session import WrongUse, open_session, told_plainly

SCHEMA = "drafting-toolkit/status/1"


@click.command(name="status")
@click.argument("name", required=False, metavar="CONSULTATION")
@click.option(
    "--on", "--today", "today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day asked about (default: today).",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, name: str | None, today: datetime | None, form: str) -> None:
    """Say where a consultation stands, what is next and when, and what is missing before that.

    A consultation is settled when the registers say that what it concluded, or a version that rests on it, is
    in legal effect. What is dated after the day asked about has not happened. Time is counted in Working Days
    of England and Wales; past the years whose bank holidays are known it refuses. Without a name, every
    consultation is told.

    Example: drafting status 2020-08-uplift-1.2 --on 2020-08-17
    """
    day = (today or datetime.now()).date()
    with told_plainly():
        session = open_session(ctx)
        alone = directed_alone(session.files)
        names = (
            [name if name in alone else chosen(session, name)]
            if name
            else [*consultation_names(session.files), *alone]
        )
        try:
            is_working_day(day)  # refuses a year that is not known, whatever there is to tell
            told = [read_progress(session.library(), one, day) for one in sorted(names)]
        except UnknownCalendarError as error:
            raise WrongUse(f"{error} Ask about a day in those years: --on 2020-08-17.") from error
    kept = [one for one, _ in told if one is not None]
    if form == "json":
        data = {"schema": SCHEMA, "today": day.isoformat(), "consultations": list(map(as_json, kept))}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif kept:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in kept))
    elif not names:
        click.echo("There is no consultation yet. Begin one: drafting new consultation ID")
    tell(session.files, tuple(one for progress, found in told if progress is None for one in found))
    ctx.exit(1 if len(kept) < len(told) else 0)


def _lines(progress: Progress) -> Iterator[str]:
    yield f"{progress.id}: {progress.state}"
    yield f"  {progress.title}"
    if progress.next:
        when = f"; {progress.next.when}" if progress.next.due else ""
        yield f"  Next: {progress.next.what} {progress.next.words}{when}."
    elif progress.state is State.SETTLED:
        yield "  Nothing is left to happen."
    elif not progress.missing:
        yield "  No day was set for the next step."
    yield from (f"  {one}" for one in progress.remarks)
    if progress.missing:
        yield "  Missing before that:" if progress.next and progress.next.due else "  Missing:"
        yield from (f"  - {one}" for one in progress.missing)
