"""drafting direction: some of the declared changes brought into effect, the rest left for later."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import click

from toolkit.consult.comparing import compared
from toolkit.consult.consultation import Consultation
from toolkit.consult.part_direction import Directed, direct, left_out, outside_window
from toolkit.consult.wording import day_words, listing
from toolkit.library.edit_register import with_version
from toolkit.library.finding import LibraryError
from toolkit.library.register import read_register
from toolkit.library.save import create_folder, save_all

from .chosen_consultation import read_consulted, stops, tell
from .session import Session, WrongUse, open_session, told_plainly


@click.command(name="direction")
@click.argument("name", metavar="CONSULTATION")
@click.option(
    "--changes", required=True, metavar="1,2", help="The declared changes to direct, by number or id."
)
@click.option("--effect", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day on which they take effect.")  # fmt: skip
@click.option("--after", default="", metavar="3", help="Changes that an earlier direction has made.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and write nothing.")
@click.pass_context
def command(ctx: click.Context, name: str, changes: str, effect: datetime, after: str, dry_run: bool) -> None:
    """Direct some of the declared changes: makes the text of each document with only those carried out.

    A draft of which a part is directed becomes a new draft version, marked against the same base, which can
    be compared, checked and rendered like any other. What only follows from a change goes with it; where the
    changes cannot be told apart, nothing is written and the clauses are named. The effect date must lie in
    the one-month window that was consulted on.

    Example: drafting direction 2020-08-uplift-1.2 --changes 1,2 --effect 2020-10-05
    """
    with told_plainly():
        session = open_session(ctx)
        consultation = read_consulted(session, name).consultation
        refused = outside_window(consultation, effect.date())
        if refused:
            raise WrongUse(refused)
        chosen, earlier = _numbers(changes, consultation), _numbers(after, consultation)
        if not chosen:
            raise WrongUse("Say which changes are directed: --changes 1,2.")
        library = session.library()
        comparisons, found = compared(library, consultation)
        made: tuple[Directed, ...] = ()
        if not stops(found):
            made, conflicts = direct(library, consultation, comparisons, chosen | earlier, effect.date())
            found = (*found, *conflicts)
        tell(library.files, found)
        if stops(found):
            click.echo("Nothing was written.", err=True)
            ctx.exit(1)
        if not dry_run:
            _write(session, made)
    _say(consultation, chosen, earlier - chosen, effect.date(), made)


def _numbers(text: str, consultation: Consultation) -> set[int]:
    """The numbers of the changes that are named: 1,2 or by id."""
    names = {**{str(one.number): one.number for one in consultation.changes}}
    names |= {one.id: one.number for one in consultation.changes}
    wanted = [one.strip() for one in text.split(",") if one.strip()]
    for one in wanted:
        if one not in names:
            known = ", ".join(f"{each.number} ({each.id})" for each in consultation.changes)
            raise WrongUse(f"{consultation.id} declares no change {one}. There are {known}.")
    return {names[one] for one in wanted}


def _write(session: Session, made: tuple[Directed, ...]) -> None:
    """Every new version with its entry in the register: all of them, or none."""
    registers: dict[Path, tuple[bytes, bytes]] = {}
    folders: dict[Path, Directed] = {}
    library = session.library()
    for one in (one for one in made if one.is_new):
        code, _, version = one.name.partition("@")
        register = library.register(code)
        if register.version(version):
            raise LibraryError(
                f"{one.name} is in the register already.", "Take it out, or choose another day."
            )
        path = session.write(register.file)
        old, new = registers.get(path, (path.read_bytes(),) * 2)
        if new != old:
            register = read_register(new, register.file)[0] or register
        text = with_version(new.decode("utf-8"), register, version, one.base, one.read_with)
        registers[path] = (old, text.encode("utf-8"))
        folders[path.parent / version] = one
    done: list[Path] = []
    try:
        for folder, one in folders.items():
            create_folder(folder, dict(one.files))
            done.append(folder)
        save_all(registers)
    except BaseException:
        for folder in done:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _say(
    consultation: Consultation, chosen: set[int], earlier: set[int], effect: date, made: tuple[Directed, ...]
) -> None:
    beside = f", beside {_called(earlier)} that an earlier direction made" if earlier else ""
    words = _called(chosen)
    head = f"{words[0].upper()}{words[1:]} of {consultation.package}{beside}"
    click.echo(f"{head}, with effect from {day_words(effect)}:")
    width = max(len(one.name or one.draft) for one in made)
    for one in made:
        click.echo(f"  {one.name or one.draft:<{width}}  {_what(one)}")
    rest = left_out(consultation, chosen | earlier)
    if rest:
        last = day_words(consultation.timetable.window.last)
        click.echo(f"Left for a later direction, until {last}:")
        click.echo("\n".join(f"  {one.number}  {one.topic}" for one in rest))


def _what(one: Directed) -> str:
    if not one.name:
        return f"is not directed: none of these changes is in it; {one.base} stays"
    words = f"{_called({change.number for change in one.changes})}, marked against {one.base}"
    return f"{words}; a part of {one.draft}" if one.is_new else f"{words}; the whole draft"


def _called(numbers: set[int]) -> str:
    """change 1; changes 1 and 2"""
    return f"change{'s' * (len(numbers) > 1)} {listing([str(number) for number in sorted(numbers)])}"
