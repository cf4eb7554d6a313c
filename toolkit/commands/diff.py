"""drafting diff: what changed between two versions."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from toolkit.library.save import save
from toolkit.model.numbering import SCHEMES

from .compared import Compared, are_paths, compared_paths, compared_versions, numbering_remark
from .consulted import declarations
from .diff_formats import FORMS, WITH_STAGES, About, Telling, told
from .session import Session, WrongUse, colour_wanted, open_session, told_plainly


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default="")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="text", show_default=True,
    help="For people, as a change-marked page, as amending instructions, or as data (changes-1.json, "
    "instructions-1.json).",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write it there (default: to standard output).")  # fmt: skip
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
    ctx: click.Context, old: str, new: str, form: str, output: Path | None, consulted: str | None,
    consultation: str | None, notes: bool, consequential: str, numbering: str | None,
) -> None:  # fmt: skip
    """Tell what changed between two versions, word by word.

    In the text, [-words-] were omitted and {+words+} inserted. OLD and NEW can be any two versions, in
    either direction, of any line; or two files, or two folders. A git revision alone is compared with the
    files as they are. Exit status 1 where they differ.

    Examples: drafting diff TMAD@6.0 6.1U, drafting diff TMAD@git:HEAD, drafting diff old.md new.md,
    drafting diff TMAD@6.0 6.1U --format html -o changes.html,
    drafting diff TMAD@6.0 6.1U --format instructions,
    drafting diff TMAD@6.0 6.1U --format table --consultation 2020-08-uplift-1.2
    """
    if (consulted or consultation) and form not in WITH_STAGES:
        raise WrongUse(
            f"--consulted and --consultation go with --format {', '.join(WITH_STAGES)}: "
            "instructions are the same whoever was consulted."
        )
    about = About(None, None, None)
    with told_plainly():
        if are_paths(old, new):
            if consulted or consultation:
                raise WrongUse("--consulted and --consultation are for versions, not for files.")
            compared = compared_paths(Path(old), Path(new), numbering)
        elif numbering:
            raise click.UsageError(
                "--numbering is for files; a version is numbered as its document.yaml says."
            )
        else:
            session = open_session(ctx)
            compared = compared_versions(session, old, new)
            about = _about(session, compared, consulted, consultation)
    if remark := numbering_remark(compared):
        click.echo(remark, err=True)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    telling = Telling(compared, about, notes, consequential == "show", colour_wanted(), width)
    with told_plainly():
        words = told(form, telling)
    if output is None:
        click.echo(words, nl=False)
    else:
        with told_plainly():
            save(output, words.encode("utf-8"))
    ctx.exit(1 if compared.changes else 0)


def _about(session: Session, compared: Compared, consulted: str | None, consultation: str | None) -> About:
    """What is known of the changes from the version and the consultation that were named."""
    asked_on = session.load(consulted, compared.old.document.register.code) if consulted else None
    declared = declarations(session, consultation, compared.new, asked_on) if consultation else None
    return About(asked_on, declared, session.root / "templates")
