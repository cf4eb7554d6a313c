"""drafting render: clean and change-marked copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import click

from toolkit.library.load import Loaded
from toolkit.library.save import save
from toolkit.library.timeline import first_day
from toolkit.model.document import Version
from toolkit.pack import writers
from toolkit.pack.build import attempt
from toolkit.render.build_view import build_view
from toolkit.render.data import document_json, document_markdown
from toolkit.render.docx import Author, Tracking
from toolkit.render.templates import Templates
from toolkit.render.view import View

from .session import WrongUse, open_session, told_plainly

FORMATS = ("html", "pdf", "docx", "md", "json")
CLEAN_ONLY = frozenset({"md", "json"})
"""What has no marking; drafting diff gives changes as data."""


def _formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(piece.strip().lower() for piece in value.split(",") if piece.strip()))
    wrong = [piece for piece in chosen if piece not in FORMATS]
    if wrong or not chosen:
        raise click.BadParameter(
            f"{', '.join(wrong) or 'nothing'} is no format; there are {', '.join(FORMATS)}."
        )
    return chosen


@click.command(name="render")
@click.argument("name", metavar="DOC@VER")
@click.option("--against", metavar="VER", help="Mark what changed since this version.")
@click.option("-f", "--format", "formats", default="html", show_default=True, callback=_formats,
              metavar="LIST", help="html, pdf, docx, md, json; several with commas between.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
              show_default=True, metavar="DIR", help="The folder to write into.")  # fmt: skip
@click.option("--author", default="DCC", show_default=True, help="Whose tracked changes they are, in Word.")
@click.option("--date", "when", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="When they were made (default: the day of the version).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, name: str, against: str | None, formats: tuple[str, ...], output: Path, author: str,
    when: datetime | None,
) -> None:  # fmt: skip
    """Make clean or change-marked copies of a version.

    In the Word file the changes are tracked changes: accept all for the new text, reject all for the
    old. The same input gives the same bytes.

    Example: drafting render TMAD@6.1U --against 6.0 -f html,pdf,docx -o build/review
    """
    if against and CLEAN_ONLY & set(formats):
        raise WrongUse(
            "md and json hold no marking; leave out --against, or use drafting diff --format json."
        )
    with told_plainly():
        session = open_session(ctx)
        asked = session.name(name)
        library = session.library(asked.revision)
        loaded = library.load(asked)
        old = session.load(against, loaded.document.register.code) if against else None
        view = build_view(library, loaded, old)
        day = when or datetime.combine(_day(loaded.document.version), time())
        templates = Templates.of(session.root / "templates")
        makers = _makers(view, loaded, templates, author, day)
        output.mkdir(parents=True, exist_ok=True)
        failed = [not _write(output / f"{_stem(view)}.{one}", makers[one]) for one in formats]
    ctx.exit(1 if any(failed) else 0)


def _day(version: Version) -> date:
    """The day of a version; today for a draft that has none yet."""
    return first_day(version) or version.concluded or version.consulted or date.today()


def _stem(view: View) -> str:
    kind = f"against-{view.against}" if view.against else "clean"
    return f"{view.code}-{view.version}-{kind}".replace(" ", "-").replace(":", "-").replace("/", "-")


def _makers(
    view: View, loaded: Loaded, templates: Templates, author: str, day: datetime
) -> dict[str, Callable[[], bytes]]:
    return {
        "html": lambda: writers.document_html(view, templates),
        "pdf": lambda: writers.document_pdf(view, templates, _stem(view), day.date().isoformat()),
        "docx": lambda: writers.document_docx(view, templates, Tracking(Author(author, day))),
        "md": lambda: document_markdown(loaded.document),
        "json": lambda: document_json(view),
    }


def _write(path: Path, make: Callable[[], bytes]) -> bool:
    """Write one copy, or say why it could not be made and go on with the rest."""
    made = attempt(make)
    if isinstance(made, str):
        click.echo(f"{path}: {made}", err=True)
        return False
    save(path, made)
    click.echo(str(path))
    return True
