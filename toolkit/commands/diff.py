"""drafting diff: what changed between two versions."""

from __future__ import annotations

import json
import shutil

import click

from toolkit.compare.compare import compare_versions
from toolkit.compare.report import as_json, as_text

from .session import colour_wanted, open_session, told_plainly


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="For people, or as data with every change word by word.",
)  # fmt: skip
@click.option("--notes", is_flag=True, help="Tell changes of drafting notes and examples, too.")
@click.pass_context
def command(ctx: click.Context, old: str, new: str, form: str, notes: bool) -> None:
    """Tell what changed between two versions, word by word.

    In the text, [-words-] were omitted and {+words+} inserted. OLD and NEW can be any two versions, in
    either direction. Exit status 1 where they differ.

    Example: drafting diff TMAD@6.0 6.1U
    """
    with told_plainly():
        session = open_session(ctx)
        before = session.load(old)
        after = session.load(new, before.document.register.code)
        changes = compare_versions(session.library(), before, after)
    if form == "json":
        click.echo(json.dumps(as_json(changes), ensure_ascii=False, indent=2))
    else:
        width = min(shutil.get_terminal_size((100, 24)).columns, 120)
        click.echo(as_text(changes, colour=colour_wanted(), width=width, legal_only=not notes), nl=False)
    ctx.exit(1 if changes else 0)
