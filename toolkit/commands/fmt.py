"""drafting fmt: the one canonical layout."""

from __future__ import annotations

import click

from toolkit.library.formatting import Formatted, formatted
from toolkit.library.load import Loaded
from toolkit.library.save import save

from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="fmt")
@click.argument("versions", nargs=-1, metavar="[DOC@VER …]")
@click.option(
    "--check", is_flag=True, help="Change nothing; list the files that are not laid out so, and exit 1."
)
@click.pass_context
def command(ctx: click.Context, versions: tuple[str, ...], check: bool) -> None:
    """Lay out the Markdown of drafts in the one canonical way.

    Never changes a word of the text, and never touches a locked version. Without names, does all
    versions that are not locked.
    """
    with told_plainly():
        session = open_session(ctx)
        results = [one for loaded in _chosen(session, versions, check) for one in _format(session, loaded)]
        changed = [one for one in results if one.changed]
        refused = [one for one in results if one.refused]
        for one in changed:
            if not check:
                save(session.write(one.file), one.new)
            click.echo(f"{'would lay out' if check else 'laid out'} {one.file}")
    for one in refused:
        click.echo(f"left alone {one.file}: {one.refused}", err=True)
    click.echo(_summary(len(results), len(changed), check), err=True)
    ctx.exit(1 if refused or (check and changed) else 0)


def _chosen(session: Session, versions: tuple[str, ...], check: bool) -> list[Loaded]:
    if not versions:
        return [one for one in session.library().everything() if not one.document.version.digest]
    chosen = [session.load(name) for name in versions]
    locked = [one.document.name for one in chosen if one.document.version.digest]
    if locked and not check:
        raise WrongUse(f"{', '.join(locked)} is locked: a designated text stays as it was designated.")
    return chosen


def _format(session: Session, loaded: Loaded) -> tuple[Formatted, ...]:
    return formatted(loaded, session.library().files)


def _summary(count: int, changed: int, check: bool) -> str:
    if not changed:
        return f"{count} {'file is' if count == 1 else 'files are'} laid out as they should be."
    return f"{changed} of {count} files {'need laying out; run drafting fmt' if check else 'laid out'}."
