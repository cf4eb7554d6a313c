"""drafting new consultation: a skeleton whose pack builds at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import click

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.save import create_folder
from toolkit.model.diagnostic import Severity
from toolkit.model.document import Status

from .schema import FOLDER as SCHEMAS
from .session import Session, WrongUse, colour_wanted, open_session, told_plainly

if TYPE_CHECKING:
    from toolkit.consult.consultation import DeclaredChange
    from toolkit.consult.proposed_dates import Dates

DAY = click.DateTime(["%Y-%m-%d"])
_MOMENT = click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%d"])
_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="DOC@VER",
    help="A draft to consult on; once for each. Its base in the register is what it is marked against.",
)
@click.option("--package", help="What the changes are called together: Uplift 1.2.")
@click.option("--issuer", type=click.Choice(["DCC", "BEIS"]), help="Who consults (default: DCC).")
@click.option("--title", help="Of the paper (default: Consultation on PACKAGE).")
@click.option("--reference", help="Stands before a question's number (default: from PACKAGE, such as U1.2).")
@click.option("--published", type=DAY, help="Default: the register's, else the next Working Day.")
@click.option("--closes", type=_MOMENT, help="Default: 20 Working Days later, at 16:00.")
@click.option("--conclusions", type=DAY, help="Default: 13 Working Days later.")
@click.option("--redesignation", type=DAY, help="Default: 5 Working Days later.")
@click.option("--today", type=DAY, hidden=True)
@click.pass_context
def consultation(
    ctx: click.Context, name: str, documents: tuple[str, ...], package: str | None, issuer: str | None,
    title: str | None, reference: str | None, published: datetime | None, closes: datetime | None,
    conclusions: datetime | None, redesignation: datetime | None, today: datetime | None,
) -> None:  # fmt: skip
    """Begin a consultation: data, declared changes from the real differences, questions, text to begin with.

    On a terminal it asks for what no option says. Its pack can be built at once; what reads … is to be
    written. Nothing is written where a pack could not be built.

    Example: drafting new consultation 2021-03-uplift-2.0 --package “Uplift 2.0” --document TMAD@12.0
    """
    from toolkit.conformance.working_days import UnknownCalendarError
    from toolkit.consult.proposed_dates import propose_dates
    from toolkit.consult.skeleton import Beginning, proposed_reference, skeleton

    with told_plainly():
        session = open_session(ctx)
        _check_name(session, name)
        asking = _on_a_terminal()
        drafts = _drafts(session, documents or _asked_documents(asking))
        package = package or _asked("package", "What the changes are called together", asking)
        issuer = issuer or (
            click.prompt("Who consults", "DCC", type=click.Choice(["DCC", "BEIS"])) if asking else "DCC"
        )
        title = title or _asked("title", "Title of the paper", asking, f"Consultation on {package}")
        reference = reference or _asked(
            "reference", "What stands before a question's number", asking, proposed_reference(package)
        )
        try:
            dates = propose_dates(
                (today or datetime.now()).date(), published.date() if published else _consulted(drafts),
                _with_time(closes), conclusions.date() if conclusions else None,
                redesignation.date() if redesignation else None,
            )  # fmt: skip
        except UnknownCalendarError as error:
            raise WrongUse(f"{error} Give dates in those years.") from error
        changes = _changes(session.library(), drafts)
        versions = {code: tuple(one.document.version.name for one in found) for code, found in drafts.items()}
        schema = f"../../{SCHEMAS}/consultation.json"
        there = (session.root / SCHEMAS / "consultation.json").is_file()
        files = skeleton(
            Beginning(issuer, package, title, reference, dates, versions, changes, schema if there else "")
        )
        data = {file: text.encode("utf-8") for file, text in files.items()}
        _write(ctx, session, name, data)
    _tell(name, data, changes, dates)


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()


def _check_name(session: Session, name: str) -> None:
    if not _ID.fullmatch(name) or len(name) > 60:
        raise WrongUse(
            f"“{name}” will not do as the name of a folder. Use small letters and digits with hyphens: "
            "2020-08-uplift-1.2."
        )
    if (session.root / "consultations" / name).exists():
        raise WrongUse(f"consultations/{name} is there already. Choose another ID.")


def _asked_documents(asking: bool) -> tuple[str, ...]:
    if not asking:
        raise WrongUse("Say which drafts are consulted on: --document TMAD@6.1U, once for each.")
    return tuple(click.prompt("Drafts to consult on, such as TMAD@6.1U S1SR@4.4").split())


def _asked(option: str, question: str, asking: bool, default: str = "") -> str:
    """An answer at the terminal; without one the default, or wrong use where there is none."""
    if asking:
        return str(click.prompt(question, default or None))
    if not default:
        raise WrongUse(f"Say what the changes are called together: --{option} “Uplift 1.2”.")
    return default


def _with_time(closes: datetime | None) -> datetime | None:
    """A day without a time closes at the usual hour."""
    from toolkit.consult.proposed_dates import CLOSING_TIME

    return datetime.combine(closes, CLOSING_TIME) if closes and closes.time() == time() else closes


def _drafts(session: Session, names: tuple[str, ...]) -> dict[str, list[Loaded]]:
    """The drafts by document, in the order in which they were named."""
    found: dict[str, list[Loaded]] = {}
    for name in names:
        if session.name(name).revision:
            raise WrongUse(f"{name} is of a git revision. Name a draft that stands in the register.")
        loaded = session.load(name)
        version, called = loaded.document.version, loaded.document.name
        if version.status in (Status.DESIGNATED, Status.WITHDRAWN):
            raise WrongUse(
                f"{called} is {version.status}: it cannot be consulted on. "
                "Begin a draft with drafting new version."
            )
        if not version.base:
            raise WrongUse(
                f"The register gives {called} no base to mark it against. Write base: in the register."
            )
        drafts = found.setdefault(loaded.document.register.code, [])
        if loaded in drafts:
            raise WrongUse(f"{called} is named twice.")
        drafts.append(loaded)
    return found


def _consulted(drafts: Mapping[str, list[Loaded]]) -> date | None:
    """The day on which the register says that the drafts went out, where it says so of any."""
    days = {one.document.version.consulted for found in drafts.values() for one in found} - {None}
    return min((day for day in days if day), default=None)


def _changes(library: Library, drafts: Mapping[str, list[Loaded]]) -> tuple[DeclaredChange, ...]:
    from toolkit.compare.compare import compare_versions
    from toolkit.consult.declared import Comparison
    from toolkit.consult.proposal import draft_changes

    comparisons = []
    for code, found in drafts.items():
        for new in found:
            old = library.load(f"{code}@{new.document.version.base}")
            changes = compare_versions(library, old, new)
            if not changes:
                raise WrongUse(
                    f"{new.document.name} reads the same as {old.document.name}: nothing is to be "
                    "consulted on. Edit the draft first, or leave it out."
                )
            comparisons.append(Comparison(old.document, new.document, changes))
    return draft_changes(comparisons)


def _write(ctx: click.Context, session: Session, name: str, files: Mapping[str, bytes]) -> None:
    """Write the folder, once it is known that a pack can be made of it."""
    from toolkit.check.report import text
    from toolkit.check.report.sources import Sources
    from toolkit.pack.prepare import prepare
    from toolkit.render.templates import Templates

    library = session.library().with_files(
        {f"consultations/{name}/{file}": data for file, data in files.items()}
    )
    prepared, found = prepare(library, name, Templates.of(session.root / "templates"))
    if found:
        click.echo(text.write(found, Sources(library.files, {}), colour=colour_wanted()), err=True)
    if prepared is None:
        errors = sum(one.severity is Severity.ERROR for one in found)
        click.echo(f"Nothing was written: put {'this' if errors == 1 else 'these'} right first.", err=True)
        ctx.exit(1)
    create_folder(session.write(f"consultations/{name}"), files)


def _tell(name: str, files: Mapping[str, bytes], changes: tuple[DeclaredChange, ...], dates: Dates) -> None:
    from toolkit.consult.wording import day_words, moment_words

    count = "1 declared change" if len(changes) == 1 else f"{len(changes)} declared changes"
    click.echo(f"consultations/{name} holds {len(files)} files, with {count} to be named and explained.")
    click.echo(f"Published on {day_words(dates.published)}, it closes at "
               f"{moment_words(dates.closes.date(), dates.closes.time())}.")  # fmt: skip
    click.echo(f"Write what reads … in them; drafting status {name} says what is missing.")
    click.echo(f"Its pack can be built at any time: drafting pack {name}")
