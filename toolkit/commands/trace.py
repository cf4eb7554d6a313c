"""drafting trace: which clauses are carried out by code that is tested, and which are not."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from toolkit.model.diagnostic import Severity
from toolkit.trace.coverage import coverage, percent
from toolkit.trace.report import as_text
from toolkit.trace.tracing import trace

from .session import WrongUse, open_session, told_plainly
from .trace_formats import FORMATS, data
from .tracing import read_trace, remembered, tell


@click.command(name="trace")
@click.option("--results", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="JUnit XML of the tests; may be repeated.")  # fmt: skip
@click.option("-f", "--format", "form", type=click.Choice(("text", *FORMATS, "html")), default="text",
              show_default=True,
              help="For people, as data, for other tools, or as the pages of a matrix.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="The folder to write the pages of the matrix into (default: build/trace).")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Tell also of clauses that need no proof.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT",
              help="Exit 1 where fewer of the clauses that need proof have it.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day on which reviews and waivers must still count (default: today).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, results: tuple[Path, ...], form: str, output: Path | None, everything: bool,
    fail_under: float | None, today: datetime | None,
) -> None:  # fmt: skip
    """Say of every clause whether code carries it out, tests prove it, and somebody attested it.

    The states, the worst first: failing, missing, suspect, unverified, not run, waived, passing,
    procedural. Without --results nothing is passing that has tests. Exit status 1 where a link leads
    nowhere, a test fails, an attestation is out of date, or evidence that a clause needs is missing.

    needs.json is for sphinx-needs, ReqIF for tools that manage requirements: docs/exchange.md.

    Examples: drafting trace --results build/junit.xml;
    drafting trace --results build/junit.xml -f html
    """
    if output and form != "html":
        raise WrongUse(f"Only pages are written into a folder: drafting trace -f {form} > FILE, without -o.")
    with told_plainly():
        session = open_session(ctx)
        sources, wrong = read_trace(session, results, today.date() if today else date.today())
        with remembered(session) as store:
            traced = trace(sources, store)
    findings = tuple(sorted((*wrong, *traced.findings), key=lambda one: one.order))
    rows = coverage(traced.verdicts)
    if form in FORMATS:
        for piece in data(form, sources, traced, rows, findings):
            click.echo(piece, nl=False)
    elif form == "html":
        from .matrix import write_matrix  # pages need templates: nothing else here does

        folder = output or session.root / "build" / "trace"
        with told_plainly():
            click.echo(str(write_matrix(session, sources, traced, rows, findings, folder)))
        tell(session, findings)
    else:
        click.echo(as_text(traced, rows, everything), nl=False)
        tell(session, findings)
    short = fail_under is not None and percent(rows) < fail_under
    if short:
        click.echo(
            f"{percent(rows):.1f} % have the proof they need; at least {fail_under:g} % must.", err=True
        )
    ctx.exit(1 if short or any(one.severity is Severity.ERROR for one in findings) else 0)
