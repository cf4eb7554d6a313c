"""drafting render: clean and change-marked copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import click

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.name import Name
from toolkit.library.save import save
from toolkit.library.timeline import first_day
from toolkit.model.document import Version
from toolkit.pack import writers
from toolkit.pack.making import attempt
from toolkit.render.build_view import build_view
from toolkit.render.change_lines import Declarations
from toolkit.render.data import document_json, document_markdown
from toolkit.render.docx import Author, Tracking
from toolkit.render.margin import Margin
from toolkit.render.templates import Templates
from toolkit.render.view import View

from .consulted import declarations
from .session import Session, WrongUse, open_session, told_plainly

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


def _two(ctx: click.Context, parameter: click.Parameter, value: tuple[object, ...]) -> tuple[object, ...]:
    if len(value) > 2:
        raise click.BadParameter("it is given once, or twice where changes were made since a consultation.")
    return value


@click.command(name="render")
@click.argument("name", metavar="DOC@VER")
@click.option("--against", metavar="VER", help="Mark what changed since this version.")
@click.option("--consulted", metavar="VER",
              help="Tell whether this version, which was consulted on, makes each change.")  # fmt: skip
@click.option("--consultation", metavar="ID", help="Name the declared change that each change belongs to.")
@click.option("-f", "--format", "formats", default="html", show_default=True, callback=_formats,
              metavar="LIST", help="html, pdf, docx, md, json; several with commas between.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
              show_default=True, metavar="DIR", help="The folder to write into.")  # fmt: skip
@click.option("--author", "authors", multiple=True, default=("DCC",), show_default=True, callback=_two,
              help="Whose tracked changes they are, in Word. Twice: the second is whose changes were made "
              "after consultation.")  # fmt: skip
@click.option("--date", "dates", multiple=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              callback=_two, help="When they were made (default: the day of the version).")  # fmt: skip
@click.option(
    "--comments", is_flag=True, help="In Word, name in a comment the declared change of each change."
)
@click.option("--moves", type=click.Choice(["yes", "no"]), default="yes", show_default=True,
              help="In Word, mark as moved what moved; no: as omitted there and inserted here.")  # fmt: skip
@click.option("--trace", "traced", is_flag=True,
              help="In HTML, give a margin to switch on: what carries each clause out.")  # fmt: skip
@click.option("--results", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="JUnit XML of the tests, for --trace; may be repeated.")  # fmt: skip
@click.option("--matrix", default="", metavar="ADDRESS",
              help="Where the copy finds the pages of drafting trace -f html: ../trace.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day on which reviews and waivers must still count (default: today).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, name: str, against: str | None, consulted: str | None, consultation: str | None,
    formats: tuple[str, ...], output: Path, authors: tuple[str, ...], dates: tuple[datetime, ...],
    comments: bool, moves: str, traced: bool, results: tuple[Path, ...], matrix: str,
    today: datetime | None,
) -> None:  # fmt: skip
    """Make clean or change-marked copies of a version.

    In the Word file the changes are tracked changes: accept all for the new text, reject all for the
    old. What only follows from other changes stands there under a name of its own, which Word can leave
    out of sight. The same input gives the same bytes.

    Examples: drafting render TMAD@6.1U --against 6.0 -f html,pdf,docx -o build/review;
    drafting render TMAD@6.1U --trace --results build/junit.xml;
    drafting render TMAD@6.1U --against 6.0 --consultation 2020-08-uplift-1.2 -f docx
    """
    wrong = _at_odds(
        against, formats, bool(consulted or consultation), traced, bool(results or matrix or today)
    )
    if wrong:
        raise WrongUse(wrong)
    with told_plainly():
        session = open_session(ctx)
        asked = session.name(name)
        library = session.library(asked.revision)
        loaded = library.load(asked)
        old = session.load(against, loaded.document.register.code) if against else None
        asked_on = session.load(consulted, loaded.document.register.code) if consulted else None
        named = declarations(session, consultation, loaded, asked_on) if consultation else None
        declared = named or _declarations(library, loaded, old)
        day = today.date() if today else date.today()
        margin = _margin(session, asked, loaded, results, day, matrix) if traced else None
        view = build_view(library, loaded, old, declarations=declared, consulted=asked_on)
        made = datetime.combine(_day(loaded.document.version), time())
        tracking = Tracking(*_authors(authors, dates or (made,)), moves=moves == "yes", comments=comments)
        makers = _makers(view, loaded, Templates.of(session.root / "templates"), tracking, margin)
        output.mkdir(parents=True, exist_ok=True)
        failed = [not _write(output / f"{_stem(view)}.{one}", makers[one]) for one in formats]
    ctx.exit(1 if any(failed) else 0)


def _at_odds(
    against: str | None, formats: tuple[str, ...], about_changes: bool, traced: bool, about_trace: bool
) -> str:
    """What of the options does not go together, and what to do; empty where all do."""
    if traced and (against or "html" not in formats):
        return "--trace is for clean copies as HTML: leave out --against, and give -f html."
    if about_trace and not traced:
        return "--results, --matrix and --today go with --trace."
    if about_changes and not against:
        return "--consulted and --consultation tell of changes: say with --against since which version."
    if against and CLEAN_ONLY & set(formats):
        return "md and json hold no marking; leave out --against, or use drafting diff --format json."
    return ""


def _margin(
    session: Session, asked: Name, loaded: Loaded, results: tuple[Path, ...], today: date, matrix: str
) -> Margin:
    """What --trace shows; code and tests are those of the files as they are, and so must the text be."""
    from .margin import read_margin

    if asked.revision:
        raise WrongUse("--trace reads code and tests as they are: it cannot tell of a git revision.")
    return read_margin(session, loaded, results, today, matrix)


def _declarations(library: Library, loaded: Loaded, old: Loaded | None) -> Declarations | None:
    """What the consultation declares that consults on this very marking, if there is one."""
    from toolkit.consult.declaring import declaring

    found = declaring(library.files, loaded.document, old.document) if old else None
    return Declarations(found.package, found.changes) if found else None


def _authors(names: tuple[str, ...], dates: tuple[datetime, ...]) -> tuple[Author, Author | None]:
    """Who made the changes, and who those made after consultation where that is said."""
    first, last = Author(names[0], dates[0]), Author(names[-1], dates[-1])
    return first, last if last != first else None


def _day(version: Version) -> date:
    """The day of a version; today for a draft that has none yet."""
    return first_day(version) or version.concluded or version.consulted or date.today()


def _stem(view: View) -> str:
    kind = f"against-{view.against}" if view.against else "clean"
    return f"{view.code}-{view.version}-{kind}".replace(" ", "-").replace(":", "-").replace("/", "-")


def _makers(
    view: View, loaded: Loaded, templates: Templates, tracking: Tracking, margin: Margin | None
) -> dict[str, Callable[[], bytes]]:
    created = tracking.author.date.date().isoformat()
    return {
        "html": lambda: writers.document_html(view, templates, margin),
        "pdf": lambda: writers.document_pdf(view, templates, _stem(view), created),
        "docx": lambda: writers.document_docx(view, templates, tracking),
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
