"""drafting response table: what the responses say, on the terminal or as HTML, XLSX, CSV and a chart."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import click

from toolkit.consult.folder import ConsultationFolder
from toolkit.consult.response_folder import read_responses
from toolkit.consult.response_table import Fill, ResponseTable, response_table
from toolkit.library.save import save
from toolkit.render.paper_text import PaperError
from toolkit.render.response_outputs import FORMATS, response_outputs
from toolkit.render.response_text import response_text
from toolkit.render.templates import Templates

from .chosen_consultation import read_consulted, stops, tell
from .response_form import paper_maker
from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="table")
@click.argument("consultation", required=False, metavar="CONSULTATION")
@click.option(
    "-f",
    "--format",
    "formats",
    default="",
    metavar="LIST",
    help=f"Write files, any of {','.join(FORMATS)}, instead of printing.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder to write into (default: build/CONSULTATION-responses).",
)
@click.option(
    "--for-government",
    is_flag=True,
    help="Responses whole, with what is confidential, marked on every page and sheet.",
)
@click.pass_context
def table(ctx: click.Context, consultation: str | None, formats: str, output: Path | None,
          for_government: bool) -> None:  # fmt: skip
    """Tell what the responses say: stances by type of organisation, themes, replies, conclusions, answers.

    Nothing confidential is in it, whatever the format, unless it is --for-government. Where responses and
    analysis contradict each other nothing is written, and the exit status is 1.

    Example: drafting response table 2020-04-device-security-testing -f html,xlsx,csv
    """
    wanted = tuple(filter(None, (one.strip() for one in formats.split(","))))
    unknown = [one for one in wanted if one not in FORMATS]
    if unknown:
        raise WrongUse(f"There is no format {unknown[0]}; there are {', '.join(FORMATS)}.")
    with told_plainly():
        session = open_session(ctx)
        folder = read_consulted(session, consultation)
        responses, found = read_responses(session.files, folder.consultation)
        tell(session.files, found)
        wrong = stops(found)
        if wrong and wanted:
            click.echo("Nothing was written: mend this first.", err=True)
            ctx.exit(1)
        try:
            made = response_table(folder.consultation, responses, _filler(session, folder), for_government)
            if not wanted:
                click.echo(response_text(made, min(shutil.get_terminal_size().columns, 120)))
                ctx.exit(1 if wrong else 0)
            _write(session, made, wanted, output)
        except PaperError as error:
            raise WrongUse(str(error)) from error


def _filler(session: Session, folder: ConsultationFolder) -> Fill:
    """Fills values by name into the analysis; the documents are read only where it names one."""

    maker = cache(lambda: paper_maker(session, folder))

    def fill(markdown: str, place: str) -> str:
        if "{{" not in markdown and "{%" not in markdown:
            return markdown
        return maker().fill(markdown, place)

    return fill


def _write(session: Session, made: ResponseTable, formats: tuple[str, ...], output: Path | None) -> None:
    out = output or session.root / "build" / f"{made.consultation.id}-responses"
    templates = Templates.of(session.root / "templates")
    files = {
        name: data
        for one in FORMATS
        if one in formats
        for name, data in response_outputs(made, one, templates).items()
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        save(out / name, data)
    click.echo(f"{', '.join(files)} in {out}")
