"""drafting list: the documents and their versions."""

from __future__ import annotations

from datetime import date

import click

from toolkit.library.library import Library
from toolkit.library.timeline import first_day, in_effect
from toolkit.model.document import Register, Version

from .session import open_session, told_plainly


@click.command(name="list")
@click.argument("documents", nargs=-1, metavar="[DOC …]")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="Mark what was in legal effect on this day, such as 2020-08-01 (default: today).",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, documents: tuple[str, ...], day: object) -> None:
    """List the documents and their versions: status, dates, what each rests on.

    A ● marks the versions in legal effect on the day. “not held” means that the register knows of
    the version and its text is not here.
    """
    with told_plainly():
        library = open_session(ctx).library()
        registers = [library.register(code) for code in documents] or list(library.registers.values())
    when = day.date() if hasattr(day, "date") else date.today()
    click.echo("\n\n".join(_register(register, when) for register in registers))
    _tell_problems(ctx, library)


def _register(register: Register, day: date) -> str:
    appendix = f", SEC Appendix {register.appendix}" if register.appendix else ""
    rows = [_row(register, version, day) for version in register.versions]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    lines = [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    title = click.style(register.code, bold=True)
    return "\n".join([f"{title}  {register.title}{appendix}", *lines])


def _row(register: Register, version: Version, day: date) -> tuple[str, str, str, str, str]:
    current = version in in_effect(register, day)
    base = f"from {version.base}" if version.base else ""
    held = "" if version.held else "not held"
    title = version.title if version.title and version.title != version.name else ""
    remarks = " · ".join(filter(None, [title, held]))
    return (f"{'●' if current else ' '} {version.name}", version.status.value, _when(version), base, remarks)


def _when(version: Version) -> str:
    start = first_day(version)
    if start is not None:
        return ("" if version.effective else "by ") + _day(start)
    latest = version.concluded or version.consulted
    return _day(latest) if latest else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _tell_problems(ctx: click.Context, library: Library) -> None:
    errors = [one for one in library.diagnostics if one.severity == "error"]
    if errors:
        first = errors[0]
        more = f" ({len(errors)} in all; drafting check lists them)" if len(errors) > 1 else ""
        click.echo(f"\n{first.place}: {first.message} {first.hint}{more}", err=True)
        ctx.exit(1)
