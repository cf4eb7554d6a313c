"""drafting direction: some of the declared changes brought into effect, the rest left for later."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

import click

from toolkit.conformance.working_days import UnknownCalendarError, add_working_days
from toolkit.consult.conclusions import Conclusions
from toolkit.consult.consultation import Consultation
from toolkit.consult.directable import Directable, directable
from toolkit.consult.direction import Direction
from toolkit.consult.direction_skeleton import BeginningDirection, directed_documents, direction_skeleton
from toolkit.consult.later import directions_on
from toolkit.consult.part_direction import Directed, direct, left_out, outside_window, with_versions
from toolkit.consult.stage import StageKind
from toolkit.consult.stage_folder import read_stage, stages_of
from toolkit.consult.wording import day_words, listing
from toolkit.library.library import Library

from .chosen_consultation import read_consulted, stops, tell
from .schema import FOLDER as SCHEMAS
from .session import Session, WrongUse, open_session, told_plainly
from .write_direction import write_direction


class _Asked(NamedTuple):
    """What is to be directed."""

    consultation: Consultation
    chosen: set[int]
    """By number."""
    earlier: tuple[Direction, ...]
    effect: date | None
    published: date

    @property
    def folder(self) -> str:
        """That of the consultation; one of its own where an earlier direction lies there."""
        name = self.consultation.id
        own = all(one.stage.id != name for one in self.earlier)
        return name if own else f"{name}-{self.effect or 'direction'}"


@click.command(name="direction")
@click.argument("name", metavar="CONSULTATION")
@click.option("--changes", metavar="1,2",
              help="The declared changes to direct, by number or id (default: what is left).")  # fmt: skip
@click.option("--effect", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day on which they take effect; without it the letter leaves it open.")  # fmt: skip
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day of the letter (default: today, or a Working Day before the effect).")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be made, and write nothing.")
@click.pass_context
def command(
    ctx: click.Context, name: str, changes: str | None, effect: datetime | None, published: datetime | None,
    dry_run: bool,
) -> None:  # fmt: skip
    """Direct what was concluded, or some of the declared changes: makes the texts and the letter.

    A text of which a part is directed becomes a new version with only those changes, which can be compared,
    checked and rendered like any other. What only follows from a change goes with it; where the changes
    cannot be told apart, nothing is written and the clauses are named. What is directed later is marked
    against what was directed before. The effect date must lie in the one-month window that was consulted on.
    The letter is written with direction.yaml: its pack builds at once.

    Example: drafting direction 2020-08-uplift-1.2 --changes 1,2 --effect 2020-10-05
    """
    with told_plainly():
        session = open_session(ctx)
        consultation = read_consulted(session, name).consultation
        earlier, found = directions_on(session.files, name)
        tell(session.files, found)
        day = effect.date() if effect else None
        refused = outside_window(consultation, day) if day else ""
        if refused:
            raise WrongUse(refused)
        library = session.library()
        conclusions = _conclusions(session, name)
        texts, found = directable(library, consultation, conclusions)
        before = texts.earlier(earlier)
        every = {one.number for one in consultation.changes}
        chosen = _numbers(changes, consultation) if changes is not None else every - before.changes
        _refuse(consultation, day, earlier, chosen, before.changes)
        made: tuple[Directed, ...] = ()
        if not stops(found):
            made, conflicts = direct(library, texts.consultation, texts.comparisons, chosen, day, before)
            found = (*found, *conflicts)
        tell(library.files, found)
        if stops(found):
            click.echo("Nothing was written.", err=True)
            ctx.exit(1)
        letter = letter_day(published, day, _answered(consultation, conclusions), datetime.now().date())
        asked = _Asked(consultation, chosen, earlier, day, letter)
        if not dry_run:
            write_direction(session, made, _letter(session, library, asked, texts, made), asked.folder)
    _say(asked, set(before.changes), made)
    _say_next(asked, library, name, dry_run)


def _refuse(
    consultation: Consultation, effect: date | None, earlier: tuple[Direction, ...], chosen: set[int],
    before: frozenset[int],
) -> None:  # fmt: skip
    """Wrong use where what is asked for does not go with what was directed before."""
    if chosen & before:
        raise WrongUse(f"An earlier direction has made {_called(chosen & before)} already.")
    if not chosen:
        raise WrongUse(
            f"Every change of {consultation.id} is directed already." if before
            else "Say which changes are directed: --changes 1,2."
        )  # fmt: skip
    for one in earlier:
        if one.effect is None:
            raise WrongUse(f"{one.stage.file} leaves its effect date open. Give it there first.")
        if effect and effect <= one.effect:
            raise WrongUse(
                f"{one.stage.file} takes effect on {day_words(one.effect)}: choose a later day for the rest."
            )


def _conclusions(session: Session, name: str) -> Conclusions | None:
    """What was concluded; an error in it ends the command with status 1."""
    if StageKind.CONCLUSIONS not in stages_of(session.files, name):
        return None
    folder, found = read_stage(session.files, name, StageKind.CONCLUSIONS)
    if folder is None:
        tell(session.files, found)
        click.echo("Mend conclusions.yaml first.", err=True)
        raise SystemExit(1)
    return folder.conclusions


def _answered(consultation: Consultation, conclusions: Conclusions | None) -> date:
    """The day of what a direction answers: before that there can be no letter."""
    return conclusions.stage.published.day if conclusions else consultation.timetable.closes.day


def letter_day(published: datetime | None, effect: date | None, answered: date, today: date) -> date:
    """The day of the letter: today, but later than what it answers and no later than it takes effect."""
    if published:
        return published.date()
    try:
        if effect and answered < effect < today:
            return add_working_days(effect, -1)
        return today if today > answered else add_working_days(answered, 1)
    except UnknownCalendarError as error:
        raise WrongUse(f"{error} Say of which day the letter is: --published DATE.") from error


def _letter(
    session: Session, library: Library, asked: _Asked, texts: Directable, made: tuple[Directed, ...]
) -> dict[str, bytes]:
    """The files of the letter, from its folder."""
    consultation = asked.consultation
    every = asked.chosen == {one.number for one in consultation.changes}
    changes = () if every else tuple(one.id for one in consultation.changes if one.number in asked.chosen)
    registers = dict(with_versions(library, list(made)).registers)
    there = (session.root / SCHEMAS / "direction.json").is_file()
    beginning = BeginningDirection(
        consultation, asked.folder, asked.published, asked.effect, changes,
        directed_documents(made, registers, dict(texts.consulted)),
        f"../../{SCHEMAS}/direction.json" if there else "",
    )  # fmt: skip
    return {file: text.encode("utf-8") for file, text in direction_skeleton(beginning).items()}


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


def _say(asked: _Asked, earlier: set[int], made: tuple[Directed, ...]) -> None:
    consultation = asked.consultation
    words = _called(asked.chosen)
    head = f"{words[0].upper()}{words[1:]} of {consultation.package}"
    beside = f", beside {_called(earlier)} that an earlier direction made" if earlier else ""
    when = f", with effect from {day_words(asked.effect)}" if asked.effect else ""
    click.echo(f"{head}{beside}{when}:")
    width = max(len(one.name or one.draft) for one in made)
    for one in made:
        click.echo(f"  {one.name or one.draft:<{width}}  {_what(one)}")
    rest = left_out(consultation, asked.chosen | earlier)
    if rest:
        last = day_words(consultation.timetable.window.last)
        click.echo(f"Left for a later direction, until {last}:")
        click.echo("\n".join(f"  {one.number}  {one.topic}" for one in rest))


def _what(one: Directed) -> str:
    if not one.name:
        return f"is not directed: none of these changes is in it; {one.base} stays"
    words = f"{_called({change.number for change in one.changes})}, marked against {one.base}"
    return f"{words}; made from {one.draft}" if one.is_new else f"{words}; as concluded"


def _say_next(asked: _Asked, library: Library, name: str, dry_run: bool) -> None:
    if StageKind.CONCLUSIONS not in stages_of(library.files, name):
        click.echo(
            f"No conclusions are held on {name}: this directs the drafts. drafting new conclusions {name}",
            err=True,
        )
    if not dry_run:
        click.echo(f"consultations/{asked.folder} holds the letter, of {day_words(asked.published)}.")
        click.echo(f"Its pack can be built: drafting pack {asked.folder} --stage direction")


def _called(numbers: set[int]) -> str:
    """change 1; changes 1 and 2"""
    return f"change{'s' * (len(numbers) > 1)} {listing([str(number) for number in sorted(numbers)])}"
