"""drafting lock: a designated text is fixed by its digest."""

from __future__ import annotations

from datetime import date, datetime

import click

from toolkit.library.digest import digest_of
from toolkit.library.edit_register import with_digest, with_status
from toolkit.library.save import save
from toolkit.model.document import Status

from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="lock")
@click.argument("versions", nargs=-1, required=True, metavar="DOC@VER …")
@click.option("--effective", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="Designate what is concluded first, with effect from that day.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, versions: tuple[str, ...], effective: datetime | None) -> None:
    """Lock designated versions: write the digest of their files into the register.

    From then on drafting check reports any byte that changes. A locked version cannot be locked again
    with other words: its change belongs in a new draft.

    Example: drafting lock TMAD@6.2 --effective 2020-10-05
    """
    with told_plainly():
        session = open_session(ctx)
        for name in versions:
            if effective:
                click.echo(_designate(session, name, effective.date()))
                session = Session(session.root, {})
            click.echo(_lock(session, name))


def _designate(session: Session, name: str, day: date) -> str:
    """Enter in the register what a direction says: that a concluded version is law from a day."""
    document = session.load(name).document
    register, version = document.register, document.version
    if version.status is Status.DESIGNATED and version.effective == day:
        return f"{document.name} is designated already."
    if version.status is not Status.CONCLUDED:
        raise WrongUse(
            f"{document.name} is {version.status.value}, not concluded: only what is concluded is designated."
        )
    path = session.write(register.file)
    text = with_status(
        path.read_text(encoding="utf-8"), register, version.name, Status.DESIGNATED, effective=day
    )
    save(path, text.encode("utf-8"))
    return f"{document.name} is designated, with effect from {day}."


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
