"""drafting why: everything that is known of one clause, from its words to the last results of its tests."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from toolkit.cite.context import Catalogue
from toolkit.library.name import read_name
from toolkit.render.build_view import build_view
from toolkit.render.plain import clause_text
from toolkit.trace.cited_by import cited_by
from toolkit.trace.tracing import trace
from toolkit.trace.why import as_text

from .session import WrongUse, colour_wanted, open_session, told_plainly
from .tracing import bears, read_trace


@click.command(name="why")
@click.argument("clause", metavar="CLAUSE")
@click.option("--results", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="JUnit XML of the tests; may be repeated.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, clause: str, results: tuple[Path, ...]) -> None:
    """Tell of one clause: its words, who cites it, its code and tests, results, attestations, words changed.

    Example: drafting why TMAD:3.24 --results build/junit.xml
    """
    with told_plainly():
        session = open_session(ctx)
        name = read_name(clause)
        sources, _ = read_trace(session, results, date.today())
        borne = [one for one in trace(sources).verdicts if bears(one, name)]
        if not borne:
            raise WrongUse(f"{clause} is no clause of the versions traced. drafting trace --all lists them.")
        verdict = borne[0]
        library = sources.library
        loaded = library.load(f"{verdict.document}@{verdict.version}")
        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
        words = clause_text(build_view(library, loaded, None), verdict.clause, width, colour_wanted())
        citing = cited_by(Catalogue.of(library), sources.versions.values(), loaded, verdict.clause)
    click.echo(words, nl=False)
    click.echo()
    click.echo(as_text(verdict, citing, sources.attestations.get(verdict.document, {})), nl=False)
