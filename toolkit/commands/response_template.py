"""drafting response template: the form on which respondents answer, as Word, CSV and YAML."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.consult.blank_response import blank_csv, blank_yaml
from toolkit.library.save import save
from toolkit.model.paper import Paper, Prose, QuestionBox, plain

from .chosen_consultation import read_consulted
from .response_form import form_paper, form_word
from .session import open_session, told_plainly


@click.command(name="template")
@click.argument("consultation", required=False, metavar="CONSULTATION")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="The folder to write into (default: build/CONSULTATION-responses).")  # fmt: skip
@click.pass_context
def template(ctx: click.Context, consultation: str | None, output: Path | None) -> None:
    """Write the response template: a Word form to fill in, and the same as CSV and as YAML.

    The fields keep their names, so that drafting response add can read filled forms back.

    Example: drafting response template 2020-08-uplift-1.2
    """
    with told_plainly():
        session = open_session(ctx)
        folder = read_consulted(session, consultation)
        paper = form_paper(session, folder)
        asked = folder.consultation
        out = output or session.root / "build" / f"{asked.id}-responses"
        out.mkdir(parents=True, exist_ok=True)
        files = {
            "response-template.docx": form_word(session, paper),
            "response-template.csv": blank_csv(asked).encode("utf-8"),
            "response-template.yaml": blank_yaml(asked, _asked(paper)).encode("utf-8"),
        }
        for name, data in files.items():
            save(out / name, data)
    click.echo(f"{', '.join(files)} in {out}")


def _asked(paper: Paper) -> dict[str, str]:
    """The words of each question, by its label."""
    return {
        box.label: " ".join(plain(block.words) for block in box.blocks if isinstance(block, Prose))
        for box in paper.blocks
        if isinstance(box, QuestionBox)
    }
