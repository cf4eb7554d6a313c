"""drafting diff: what changed between two versions."""

from __future__ import annotations

import shutil

import click

from toolkit.render.change_lines import Comparing

from .consulted import declarations
from .diff_formats import FORMS, WITH_STAGES, Telling, told
from .session import WrongUse, colour_wanted, open_session, told_plainly


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="text", show_default=True,
    help="For people, as amending instructions, or as data with every change word by word.",
)  # fmt: skip
@click.option("--consulted", metavar="VER",
              help="Tell whether this version, which was consulted on, makes each change.")  # fmt: skip
@click.option("--consultation", metavar="ID", help="Name the declared change that each change belongs to.")
@click.option("--notes", is_flag=True, help="Tell changes of drafting notes and examples, too.")
@click.pass_context
def command(
    ctx: click.Context, old: str, new: str, form: str, consulted: str | None, consultation: str | None,
    notes: bool,
) -> None:  # fmt: skip
    """Tell what changed between two versions, word by word.

    In the text, [-words-] were omitted and {+words+} inserted. OLD and NEW can be any two versions, in
    either direction. Exit status 1 where they differ.

    Examples: drafting diff TMAD@6.0 6.1U; drafting diff TMAD@6.0 6.1U --format instructions;
    drafting diff TMAD@6.0 6.1U --format table --consultation 2020-08-uplift-1.2
    """
    if (consulted or consultation) and form not in WITH_STAGES:
        raise WrongUse(
            f"--consulted and --consultation go with --format {', '.join(WITH_STAGES)}: "
            "instructions are the same whoever was consulted."
        )
    with told_plainly():
        session = open_session(ctx)
        before = session.load(old)
        code = before.document.register.code
        after = session.load(new, code)
        asked_on = session.load(consulted, code) if consulted else None
        declared = declarations(session, consultation, after, asked_on) if consultation else None
        comparing = Comparing.of(before.document, after.document, asked_on.document if asked_on else None)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    click.echo(told(form, Telling(comparing, declared, notes, colour_wanted(), width)), nl=False)
    ctx.exit(1 if comparing.changes else 0)
