"""drafting renumber: other labels for clauses of a draft, and every citation of them with it."""

from __future__ import annotations

import click

from toolkit.cite.asked import asked_for
from toolkit.cite.relabelling import closing_gaps
from toolkit.cite.renumber import Renumbered, renumber
from toolkit.consult.relabelled import mentions_of
from toolkit.library.save import save_all
from toolkit.source.edits import unified_diff

from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="renumber")
@click.argument("draft", metavar="DOC@DRAFT")
@click.argument("labels", nargs=-1, metavar="[OLD=NEW …]")
@click.option("--close-gaps", is_flag=True, help="Number every list on without leaving a number out.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show every changed line.")
@click.pass_context
def command(
    ctx: click.Context, draft: str, labels: tuple[str, ...], close_gaps: bool, dry_run: bool, diff: bool
) -> None:
    """Give clauses of a draft other labels.

    Ids stay. Every citation of them follows, in every draft that can see this one, lists and ranges too;
    nothing else changes. Designated versions are never touched. What cannot be rewritten is listed, with
    what drafting notes and consultations say.
    A clause takes those under it along: 4=5 makes 4.30 to 5.30. Labels declared [Not used] or
    [Not reproduced] stay.

    Examples: drafting renumber TMAD@6.1U 4.30=4.31 4.31=4.30; drafting renumber TMAD@6.1U --close-gaps
    """
    if bool(labels) == close_gaps:
        raise WrongUse("Say which labels become which, as in 4.30=4.31; or --close-gaps.")
    with told_plainly():
        session = open_session(ctx)
        name = session.name(draft)
        if name.revision or name.label or name.id:
            raise WrongUse("Name a draft, such as TMAD@6.1U.")
        library = session.library()
        loaded = library.load(name)
        asked = closing_gaps(loaded.document) if close_gaps else asked_for(library, loaded, labels)
        result = renumber(library, loaded, asked)
        remarks = (*result.remarks, *mentions_of(library, loaded.document, result.changed))
        if diff:
            click.echo(unified_diff(result.old, result.new), nl=False)
        elif not dry_run:
            _write(session, result)
    for remark in remarks:
        click.echo(f"{remark.place}: {remark.message}", err=True)
    if not diff:
        _tell(result, done=not dry_run)


def _write(session: Session, result: Renumbered) -> None:
    save_all({session.write(file): (result.old[file], new) for file, new in result.new.items()})


def _tell(result: Renumbered, done: bool) -> None:
    """The labels and what was rewritten."""
    for clause_id, old, new in result.labels:
        click.echo(f"{old} {'is' if done else 'would be'} {new} {{#{clause_id}}}")
    if not result.labels:
        click.echo("Nothing to renumber.")
        return
    citations = f"{result.rewritten} citation{'' if result.rewritten == 1 else 's'}"
    verb = "follow" if result.rewritten != 1 else "follows"
    where = ", ".join(result.versions)
    click.echo(
        f"{citations} {verb if done else 'would follow'}; {'changed' if done else 'to change'}: {where}."
    )
