"""The consultation that a command is about, read with its documents."""

from __future__ import annotations

from difflib import get_close_matches

import click

from toolkit.check.report import text
from toolkit.check.report.sources import Sources
from toolkit.consult.folder import ConsultationFolder, consultation_names, read_folder
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.source.files import Files

from .session import Session, WrongUse, colour_wanted


def chosen(session: Session, name: str | None, names: tuple[str, ...] | None = None) -> str:
    """The name of a consultation that there is, or of a folder among `names`; wrong use for any other."""
    names = consultation_names(session.files) if names is None else names
    if name in names:
        return str(name)
    known = f"There are: {', '.join(names)}." if names else "There is no consultation in consultations/."
    if name is None:
        raise WrongUse(f"Say which consultation. {known}")
    near = get_close_matches(name, names, 1, 0.4)
    raise WrongUse(f"There is no consultation “{name}”. {f'Did you mean {near[0]}?' if near else known}")


def read_consulted(session: Session, name: str | None) -> ConsultationFolder:
    """Read a consultation; its findings are told, and an error in it ends the command with status 1."""
    folder, found = read_folder(session.files, chosen(session, name))
    tell(session.files, found)
    if folder is None or stops(found):
        click.echo("Mend consultation.yaml first.", err=True)
        raise SystemExit(1)
    return folder


def tell(files: Files, found: tuple[Diagnostic, ...]) -> None:
    """Print findings with the lines they are about, if there are any."""
    if found:
        click.echo(text.write(found, Sources(files, {}), colour=colour_wanted()), err=True)


def stops(found: tuple[Diagnostic, ...]) -> bool:
    """Whether an error is among the findings."""
    return any(one.severity is Severity.ERROR for one in found)
