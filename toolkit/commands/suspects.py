"""drafting suspects: which functions and tests must be looked at again since a version."""

from __future__ import annotations

from datetime import date

import click

from toolkit.cite.context import Catalogue
from toolkit.trace.suspects import as_text, suspects
from toolkit.trace.tracing import trace
from toolkit.trace.wording import Wordings

from .session import WrongUse, open_session, told_plainly
from .tracing import read_trace


@click.command(name="suspects")
@click.option("--since", "names", multiple=True, required=True, metavar="DOC@VER",
              help="The version before; once for each document.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Tell which code and tests belong to clauses that read otherwise now than in a version before.

    A clause that is only numbered, placed or laid out otherwise is not among them.

    Example, for Uplift 1.2: drafting suspects --since TMAD@6.0 --since S1SR@4.3 --since SRPD@3.0 --since
    DUIS@3.1
    """
    with told_plainly():
        session = open_session(ctx)
        sources, _ = read_trace(session, None, date.today())
        verdicts = trace(sources).verdicts
        catalogue = Catalogue.of(sources.library)
        blocks = []
        for name in names:
            before = sources.library.load(name)
            code = before.document.register.code
            if code not in sources.versions:
                raise WrongUse(f"{code} is not traced: no code names it.")
            now = sources.versions[code]
            version = now.document.version.name
            own = [one for one in verdicts if (one.document, one.version) == (code, version)]
            wordings = (Wordings(catalogue.context(one)) for one in (before, now))
            blocks.append(as_text(suspects(own, *wordings), before.document.name))
    click.echo("\n".join(blocks), nl=False)
