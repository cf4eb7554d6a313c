"""drafting status: where consultations stand, what is next and when, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import click

from toolkit.conformance.working_days import UnknownCalendarError
from toolkit.consult.folder import consultation_names, read_folder
from toolkit.consult.later import directed_alone, later_stages, title_of_direction
from toolkit.consult.missing import Held, missing, remarks
from toolkit.consult.progress import Progress, State, as_json, next_step, state_on, takes_effect
from toolkit.consult.response_folder import read_responses
from toolkit.model.diagnostic import Diagnostic, Severity

from .chosen_consultation import chosen, tell
from .session import Session, WrongUse, open_session, told_plainly

SCHEMA = "drafting-toolkit/status/1"


@click.command(name="status")
@click.argument("name", required=False, metavar="CONSULTATION")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day asked about (default: today)."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, name: str | None, today: datetime | None, form: str) -> None:
    """Say where a consultation stands, what is next and when, and what is missing before that.

    Time is counted in Working Days of England and Wales; past the years whose bank holidays are known it
    refuses. Without a name, every consultation is told.

    Example: drafting status 2020-08-uplift-1.2 --today 2020-08-17
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
        found: list[Diagnostic] = []
        try:
            told = [_progress(session, one, day, found) for one in sorted(names)]
        except UnknownCalendarError as error:
            raise WrongUse(f"{error} Ask about a day in those years: --today 2020-08-17.") from error
    kept = [one for one in told if one is not None]
    if form == "json":
        data = {"schema": SCHEMA, "today": day.isoformat(), "consultations": list(map(as_json, kept))}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif kept:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in kept))
    elif not names:
        click.echo("There is no consultation yet. Begin one: drafting new consultation ID")
    tell(session.files, tuple(found))
    ctx.exit(1 if len(kept) < len(told) else 0)


def _progress(session: Session, name: str, today: date, found: list[Diagnostic]) -> Progress | None:
    """Where one of them stands; None where its data cannot be read, with the reason among what was found."""
    later, of_later = later_stages(session.files, name)
    if name in directed_alone(session.files):
        return Progress(
            name, title_of_direction(session.files, name), State.DIRECTED, takes_effect(today, later)
        )
    folder, wrong = read_folder(session.files, name)
    if folder is None:
        found += wrong
        return None
    consultation = folder.consultation
    responses, of_responses = read_responses(session.files, consultation)
    errors = sum(one.severity is Severity.ERROR for one in {*wrong, *of_responses, *of_later})
    so_far = tuple(one for one in responses.counted if one.received.date() <= today)
    held = Held(session.library(), folder, replace(responses, counted=so_far), errors, later)
    state = state_on(today, consultation.timetable, later)
    ahead = next_step(today, consultation, state, later)
    return Progress(name, consultation.title, state, ahead, missing(held, state), remarks(held, state))


def _lines(progress: Progress) -> Iterator[str]:
    yield f"{progress.id}: {progress.state}"
    yield f"  {progress.title}"
    if progress.next:
        yield f"  Next: {progress.next.what} {progress.next.words}; {progress.next.when}."
    elif progress.state is State.DIRECTED:
        yield "  Nothing is left to happen."
    else:
        yield "  No day was set for the next step."
    yield from (f"  {one}" for one in progress.remarks)
    if progress.missing:
        yield "  Missing before that:" if progress.next else "  Missing:"
        yield from (f"  - {one}" for one in progress.missing)
