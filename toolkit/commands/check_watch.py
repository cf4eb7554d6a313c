"""drafting check --watch: the same check after every save, until Ctrl-C."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from .session import Session, WrongUse
from .watching import WATCHED, Change, watch

_MOST_NAMED = 5
"""Changed files that are named; a git checkout changes hundreds."""


def watching(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option --watch."""
    return click.option(
        "--watch", "to_watch", is_flag=True, help="Check again whenever a file is saved; Ctrl-C ends it."
    )(command)


def keep_watching(session: Session, report: Callable[[Session], None]) -> int:
    """Report now and after every save, until Ctrl-C; the exit status, which is 0.

    Where a report cannot be made, say why and go on.
    """

    def check(changes: tuple[Change, ...]) -> None:
        if changes:
            click.echo(f"\n{told(changes)}")
        try:
            report(Session(session.root, {}))  # a fresh one: a session keeps what it has read
        except WrongUse as error:  # a file half-way through a rename, a register being mended: wait for it
            error.show()
        if not changes:
            folders = " and ".join(f"{name}/" for name in WATCHED)
            click.echo(f"Watching {folders}. Ctrl-C ends it.", err=True)

    try:
        watch(session.root, check)
    except KeyboardInterrupt:
        if sys.stdout.isatty():
            click.echo()  # the prompt is not to stand behind ^C
    return 0


def told(changes: tuple[Change, ...]) -> str:
    """What changed, in a line for each file; the first few are named."""
    lines = [f"{one.file} {one.what}." for one in changes[:_MOST_NAMED]]
    more = len(changes) - _MOST_NAMED
    if more > 0:
        lines.append(f"So {'has' if more == 1 else 'have'} {more} more {'file' if more == 1 else 'files'}.")
    return "\n".join(lines)
