"""drafting show: a version or one clause on the terminal."""

from __future__ import annotations

import shutil

import click

from toolkit.render.build_view import build_view
from toolkit.render.plain import clause_text, document_text

from .session import colour_wanted, open_session, told_plainly


@click.command(name="show")
@click.argument("name", metavar="DOC@VER[:CLAUSE]")
@click.option("--against", metavar="VER", help="Mark what changed since this version.")
@click.pass_context
def command(ctx: click.Context, name: str, against: str | None) -> None:
    """Print a version, or one clause of it with everything under it.

    Examples: drafting show TMAD@6.0; drafting show TMAD:3.25; drafting show "TMAD@6.1U#expiry";
    drafting show "TMAD@6.0:Table 16.9"; drafting show TMAD@6.1U:3.3 --against 6.0
    """
    with told_plainly():
        session = open_session(ctx)
        asked = session.name(name)
        library = session.library(asked.revision)
        loaded = library.load(asked)
        old = session.load(against, loaded.document.register.code) if against else None
        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
        found = library.clause(loaded, asked) if asked.label or asked.id else None
        view = build_view(library, loaded, old)
        colour = colour_wanted()
        printed = clause_text(view, found.id, width, colour) if found else document_text(view, width, colour)
    click.echo(printed, nl=False)
