"""drafting check: everything wrong with the documents, and what to do about it."""

from __future__ import annotations

import click

from toolkit.check.report import text
from toolkit.check.report.form import FORMS
from toolkit.check.report.sources import Sources
from toolkit.check.run import check
from toolkit.library.finding import LibraryError

from .session import WrongUse, colour_wanted, open_session, told_plainly


@click.command(name="check")
@click.argument("versions", nargs=-1, metavar="[DOC@VER …]")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="text", show_default=True,
    help="For people, or for the program that reads the findings.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, versions: tuple[str, ...], form: str) -> None:
    """Find broken citations, terms and numbering, and say what to do.

    Without names, checks every version. Exit status 1 where anything is found.
    """
    with told_plainly():
        library = open_session(ctx).library()
        if not library.registers and not library.diagnostics:
            raise WrongUse("documents/ holds no document: there is nothing to check.")
        try:
            findings, sources = check(library, versions), Sources.of(library, versions)
        except LibraryError:
            if not library.diagnostics:
                raise
            # a register that cannot be read is the likelier reason why a name is not known
            findings, sources = check(library), Sources.of(library)
    if form == "text":
        click.echo(text.write(findings, sources, colour_wanted()), nl=False)
    else:
        click.echo(FORMS[form](findings, sources), nl=False)
    ctx.exit(1 if findings else 0)
