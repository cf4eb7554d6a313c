"""drafting response add: filled forms and surveys in, one response a file, and a plain account of each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import click

from toolkit.consult.folder import ConsultationFolder
from toolkit.consult.intake import Known, Outcome, Taken
from toolkit.consult.keeping import Kept, keep, refuse
from toolkit.consult.read_response import Receipt
from toolkit.consult.response import Channel
from toolkit.consult.response_columns import unknown_fields
from toolkit.consult.response_folder import RECEIVED, read_responses, response_folder
from toolkit.consult.submission import Reading
from toolkit.library.finding import LibraryError
from toolkit.library.save import save_new
from toolkit.source.package import LARGEST_PACKAGE
from toolkit.source.word_form import WordForm, read_word_form

from .chosen_consultation import read_consulted, stops, tell
from .response_form import form_paper, form_word
from .session import Session, WrongUse, open_session, told_plainly

_MOST_TOLD = 40
"""Responses that were simply added are told one by one up to so many; everything else always is."""


@click.command(name="add")
@click.argument("consultation", metavar="CONSULTATION")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--received",
    type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]),
    metavar="DATE-TIME",
    help="When it came in, such as “2020-09-03 15:20”, where the file does not say (default: now).",
)
@click.option(
    "--channel",
    type=click.Choice([one.value for one in Channel]),
    default=Channel.EMAIL.value,
    show_default=True,
    help="How it came in, where the file does not say.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=FIELD",
    help="Which field of the template a column of a survey holds.",
)
@click.option("--accept-late", is_flag=True, help="Count responses that came in after the closing time.")
@click.pass_context
def add(ctx: click.Context, consultation: str, files: tuple[Path, ...], received: datetime | None,
        channel: str, columns: tuple[str, ...], accept_late: bool) -> None:  # fmt: skip
    """Take in responses: filled Word forms, a survey's CSV or XLSX (one response a row), YAML.

    A file is kept whole or not at all, with its original in responses/received/. Late, revised, repeated and
    unreadable ones are each told. Exit status 1 if any was refused.

    Example: drafting response add 2020-08-uplift-1.2 inbox/*.docx --received “2020-09-03 15:20”
    """
    with told_plainly():
        session = open_session(ctx)
        folder = read_consulted(session, consultation)
        there, found = read_responses(session.files, folder.consultation)
        unread = tuple(one for one in found if one.code.startswith("S") or one.code == "P152")
        tell(session.files, unread)
        if stops(unread):
            raise WrongUse("A response that is there already cannot be read: mend it first.")
        now = datetime.now().replace(second=0, microsecond=0)
        receipt = Receipt(received or now, Channel(channel))
        reading = Reading(
            folder.consultation, receipt, _columns(columns, folder), cache(lambda: _blank(session, folder))
        )
        results = list(_keep_all(session, reading, files, Known(there.responses), accept_late))
    _tell(results)
    ctx.exit(1 if any(one.refused for one in results) else 0)


def _columns(given: tuple[str, ...], folder: ConsultationFolder) -> dict[str, str]:
    columns = {}
    for one in given:
        heading, sign, field = one.rpartition("=")
        if not sign:
            raise WrongUse(
                f"--column “{one}”: write HEADING=FIELD, such as “Company=respondent.organisation”."
            )
        columns[heading] = field
    unknown = unknown_fields(columns, folder.consultation)
    if unknown:
        raise WrongUse(f"--column: there is no field {unknown[0]}; drafting response template lists them.")
    return columns


def _blank(session: Session, folder: ConsultationFolder) -> WordForm:
    """The empty form, as drafting response template writes it."""
    return read_word_form(form_word(session, form_paper(session, folder)))


def _keep_all(
    session: Session, reading: Reading, files: tuple[Path, ...], known: Known, accept_late: bool
) -> Iterator[Kept]:
    target = session.root / response_folder(reading.consultation.id)
    for done, path in enumerate(files, start=1):
        kept, trial = _keep(path, reading, known, accept_late)
        original = target / next((name for name in kept.files if name.startswith(RECEIVED)), "")
        wanted = {target / name: data for name, data in kept.files.items()}
        if original.is_file():
            del wanted[original]  # by its digest it is the same
        try:
            save_new(wanted)
            known = trial
        except (OSError, LibraryError) as error:
            kept = refuse(path.name, f"It could not be written: {error}")
        yield kept
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{done:>5} of {len(files)}  {path.name}", nl=done == len(files), err=True)


def _keep(path: Path, reading: Reading, known: Known, accept_late: bool) -> tuple[Kept, Known]:
    try:
        size = path.stat().st_size
        if size > LARGEST_PACKAGE:
            words = f"It is too large: {size:,} bytes; up to {LARGEST_PACKAGE:,} are read."
            return refuse(path.name, words), known
        data = path.read_bytes()
    except OSError as error:
        return refuse(path.name, f"It cannot be read: {error.strerror or error}."), known
    return keep(data, path.name, reading, known, accept_late)


def _tell(results: list[Kept]) -> None:
    counts: Counter[Outcome] = Counter()
    for kept in results:
        for remark in kept.remarks:
            click.echo(f"{kept.name}: {remark}")
        for one in kept.taken:
            counts[one.outcome] += 1
            if counts[Outcome.ADDED] <= _MOST_TOLD or one.outcome is not Outcome.ADDED or one.words:
                click.echo(_line(one))
    told = [f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]]
    click.echo(f"In all: {'; '.join(told)}.")


def _line(one: Taken) -> str:
    name = f" as {one.response.id}" if one.response else ""
    words = f" {' '.join(one.words)}" if one.words else ""
    return f"{one.source}: {one.outcome}{name}.{words}"
