"""drafting check --fix and --diff: what is certain is mended, or shown as it would be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from toolkit.check.fix import Find, Fixed, fix
from toolkit.library.library import Library
from toolkit.library.save import save_all
from toolkit.source.edits import unified_diff

from .session import Session


def mending(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --fix and --diff."""
    for option in (
        click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change."),
        click.option(
            "--fix", "to_fix", is_flag=True, help="Mend in drafts what is certain, then report the rest."
        ),
    ):
        command = option(command)
    return command


def mended(session: Session, library: Library, find: Find) -> Library:
    """Mend and write what is found; the library as it is then. What was mended goes to the standard error."""
    fixed = fix(library, find)
    save_all({session.write(file): (fixed.old[file], new) for file, new in fixed.new.items()})
    click.echo(_summary(fixed), err=True)
    return fixed.library


def show_mending(library: Library, find: Find) -> bool:
    """Print what mending would change; whether that is anything."""
    fixed = fix(library, find)
    click.echo(unified_diff(fixed.old, fixed.new), nl=False)
    click.echo(_summary(fixed, "would be "), err=True)
    return bool(fixed.new)


def _summary(fixed: Fixed, would: str = "") -> str:
    count, files = len(fixed.mended), len(fixed.new)
    if not count:
        return "Nothing here can be mended with certainty."
    found = "finding" if count == 1 else "findings"
    return f"{count} {found} {would}mended in {files} {'file' if files == 1 else 'files'}."
