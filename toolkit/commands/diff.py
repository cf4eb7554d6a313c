"""drafting diff: what changed between two versions."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from toolkit.model.numbering import SCHEMES
from toolkit.render.change_lines import Comparing, Declarations

from .compared import Compared, are_paths, compared_paths, compared_versions, numbering_remark
from .consulted import declarations
from .diff_formats import FORMS, WITH_STAGES, Telling, told
from .session import Session, WrongUse, colour_wanted, open_session, told_plainly


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default="")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="text", show_default=True,
    help="For people, as amending instructions, or as data (changes-1.json, instructions-1.json).",
)  # fmt: skip
@click.option("--consulted", metavar="VER",
              help="Tell whether this version, which was consulted on, makes each change.")  # fmt: skip
@click.option("--consultation", metavar="ID", help="Name the declared change that each change belongs to.")
@click.option("--notes", is_flag=True, help="Tell changes of drafting notes and examples, too.")
@click.option(
    "--consequential", type=click.Choice(("show", "hide")), default="show", show_default=True,
    help="Changes that only follow from others, such as citations of renumbered clauses.",
)  # fmt: skip
@click.option(
    "--numbering", type=click.Choice(tuple(SCHEMES)),
    help="How the clauses of two files are numbered (default: as their document.yaml says, else subsidiary).",
)  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, old: str, new: str, form: str, consulted: str | None, consultation: str | None,
    notes: bool, consequential: str, numbering: str | None,
) -> None:  # fmt: skip
    """Tell what changed between two versions, word by word.

    In the text, [-words-] were omitted and {+words+} inserted. OLD and NEW can be any two versions, in
    either direction, of any line; or two files, or two folders. A git revision alone is compared with the
    files as they are. Exit status 1 where they differ.

    Examples: drafting diff TMAD@6.0 6.1U, drafting diff TMAD@git:HEAD, drafting diff old.md new.md,
    drafting diff TMAD@6.0 6.1U --format instructions,
    drafting diff TMAD@6.0 6.1U --format table --consultation 2020-08-uplift-1.2
    """
    if (consulted or consultation) and form not in WITH_STAGES:
        raise WrongUse(
            f"--consulted and --consultation go with --format {', '.join(WITH_STAGES)}: "
            "instructions are the same whoever was consulted."
        )
    with told_plainly():
        if are_paths(old, new):
            if consulted or consultation:
                raise WrongUse("--consulted and --consultation are for versions, not for files.")
            compared, declared = compared_paths(Path(old), Path(new), numbering), None
            comparing = _comparing(compared)
        elif numbering:
            raise click.UsageError(
                "--numbering is for files; a version is numbered as its document.yaml says."
            )
        else:
            session = open_session(ctx)
            compared = compared_versions(session, old, new)
            comparing, declared = _consulted_on(session, compared, consulted, consultation)
    if remark := numbering_remark(compared):
        click.echo(remark, err=True)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    telling = Telling(comparing, declared, notes, consequential == "show", colour_wanted(), width)
    click.echo(told(form, telling), nl=False)
    ctx.exit(1 if compared.changes else 0)


def _comparing(compared: Compared) -> Comparing:
    return Comparing(compared.old.document, compared.new.document, compared.changes)


def _consulted_on(
    session: Session, compared: Compared, consulted: str | None, consultation: str | None
) -> tuple[Comparing, Declarations | None]:
    """What is known of the changes of two versions from the version and the consultation named."""
    code = compared.old.document.register.code
    asked_on = session.load(consulted, code) if consulted else None
    declared = declarations(session, consultation, compared.new, asked_on) if consultation else None
    told_of = _comparing(compared).told_by(session.library(), compared.old, compared.new, asked_on)
    return told_of, declared
