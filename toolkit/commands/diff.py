"""drafting diff: what changed between two versions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from toolkit.compare.report import as_json, as_text
from toolkit.library.save import save
from toolkit.model.numbering import SCHEMES

from .compared import Compared, are_paths, compared_paths, compared_versions, numbering_remark
from .session import colour_wanted, open_session, told_plainly


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a comparison is to be shown, and how."""

    notes: bool
    consequential: bool
    templates: Path | None
    """The project's own, for a page; None where no project is asked."""


def _text(compared: Compared, wanted: Wanted) -> str:
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return as_text(compared.changes, colour_wanted(), width, not wanted.notes, wanted.consequential)


def _json(compared: Compared, wanted: Wanted) -> str:
    del wanted  # data holds everything, and says of each change what it is
    return json.dumps(as_json(compared.changes), ensure_ascii=False, indent=2) + "\n"


def _html(compared: Compared, wanted: Wanted) -> str:
    """The change-marked page; what only follows can be hidden on it, and notes are on none."""
    from toolkit.render.build_view import build_view
    from toolkit.render.html import html
    from toolkit.render.templates import Templates

    view = build_view(compared.library, compared.new, compared.old)
    return html(view, Templates.of(wanted.templates)).decode("utf-8")


FORMATS: Mapping[str, Callable[[Compared, Wanted], str]] = {"text": _text, "json": _json, "html": _html}


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default="")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True,
    help="For people, as a change-marked page, or as data with every change word by word (changes-1.json).",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write it there (default: to standard output).")  # fmt: skip
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
    ctx: click.Context, old: str, new: str, form: str, output: Path | None, notes: bool, consequential: str,
    numbering: str | None,
) -> None:  # fmt: skip
    """Tell what changed between two versions, word by word.

    In the text, [-words-] were omitted and {+words+} inserted. OLD and NEW can be any two versions, in
    either direction, of any line; or two files, or two folders. A git revision alone is compared with the
    files as they are. Exit status 1 where they differ.

    Examples: drafting diff TMAD@6.0 6.1U, drafting diff TMAD@git:HEAD, drafting diff old.md new.md,
    drafting diff TMAD@6.0 6.1U --format html -o changes.html
    """
    templates: Path | None = None
    with told_plainly():
        if are_paths(old, new):
            compared = compared_paths(Path(old), Path(new), numbering)
        elif numbering:
            raise click.UsageError(
                "--numbering is for files; a version is numbered as its document.yaml says."
            )
        else:
            session = open_session(ctx)
            templates = session.root / "templates"
            compared = compared_versions(session, old, new)
    if remark := numbering_remark(compared):
        click.echo(remark, err=True)
    told = FORMATS[form](compared, Wanted(notes, consequential == "show", templates))
    if output is None:
        click.echo(told, nl=False)
    else:
        with told_plainly():
            save(output, told.encode("utf-8"))
    ctx.exit(1 if compared.changes else 0)
