"""drafting lock: a designated text is fixed by its digest."""

from __future__ import annotations

import click

from toolkit.library.digest import digest_of
from toolkit.library.edit_register import with_digest
from toolkit.library.save import save
from toolkit.model.document import Status

from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="lock")
@click.argument("versions", nargs=-1, required=True, metavar="DOC@VER …")
@click.pass_context
def command(ctx: click.Context, versions: tuple[str, ...]) -> None:
    """Lock designated versions: write the digest of their files into the register.

    From then on drafting check reports any byte that changes. A locked version cannot be locked again
    with other words: its change belongs in a new draft.
    """
    with told_plainly():
        session = open_session(ctx)
        for name in versions:
            click.echo(_lock(session, name))


def _lock(session: Session, name: str) -> str:
    loaded = session.load(name)
    register, version = loaded.document.register, loaded.document.version
    if version.status not in (Status.DESIGNATED, Status.PUBLISHED):
        raise WrongUse(
            f"{loaded.document.name} is {version.status.value}, not designated. "
            f"Set its status and effect date in {register.file} first."
        )
    files = session.library().files
    digest = digest_of(
        (part.file.rpartition("/")[2], files.read(part.file)) for part in loaded.document.parts
    )
    if version.digest == digest:
        return f"{loaded.document.name} is locked already."
    if version.digest:
        raise WrongUse(
            f"{loaded.document.name} is locked with other words. Put the files back as they were, "
            "and make the change in a new draft."
        )
    path = session.write(register.file)
    # the register is read again from disk: locking one version moves the lines of the next
    session = Session(session.root, {})
    fresh = session.library().register(register.code)
    text = with_digest(path.read_text(encoding="utf-8"), fresh, version.name, digest)
    save(path, text.encode("utf-8"))
    return f"{loaded.document.name} is locked: sha256 {digest[:12]}…"
