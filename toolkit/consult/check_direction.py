"""What a direction says of itself and of the consultations it answers, held against the rest of its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from toolkit.conformance.redesignation import needs_new_consultation
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import Index

from .consultation import Consultation
from .declared import provision_id
from .direction import Answered, Direction, Round
from .finding import finding
from .own_answer import made_changes
from .scope import near
from .wording import day_words, listing


def check_answers(direction: Direction) -> Iterator[Diagnostic]:
    """Errors among the consultations that it answers: dates out of order, figures that do not add up."""
    codes = [one.code for one in direction.stage.documents]
    seen: set[str] = set()
    for one in direction.answers:
        if one.id in seen:
            yield finding(
                "P105", one.place, f"“{one.id}” stands a second time among the answers.", "Keep one."
            )
        seen.add(one.id)
        for code in one.documents:
            if code not in codes:
                message = f"“{one.id}” was about {code}, and the direction is about {listing(codes)}."
                yield finding("P106", one.place, message, "Name a document of the direction.")
        yield from _rounds(one)
        yield from _later(one, direction.effect)
        yield from _asked(one, direction)
    for met in direction.discussed:
        if direction.effect and met.day >= direction.effect:
            message = (
                f"{met.body} met on {day_words(met.day)}, and the direction takes effect on "
                f"{day_words(direction.effect)}."
            )
            yield finding("P111", direction.effect_place, message, "Correct the one that is wrong.")


def _asked(one: Answered, direction: Direction) -> Iterator[Diagnostic]:
    if one.asked and direction.effect and needs_new_consultation(one.asked, direction.effect):
        message = (
            f"“{one.id}” asked about {day_words(one.asked)} or within one month thereafter, and the "
            f"direction takes effect on {day_words(direction.effect)}."
        )
        hint = "A day that was not consulted on needs a new consultation on the date."
        yield finding("P170", one.place, message, hint)


def check_provisions(direction: Direction, indexes: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Errors where a consultation is said to have been about a clause that its text does not have.

    `indexes` holds the versions directed, and those that provisions name, by name: TMAD@11.0.
    """
    directed = {one.code: one.version for one in direction.stage.documents}
    for provision in (each for one in direction.answers for each in one.provisions):
        for version in provision.versions or (directed.get(provision.document, ""),):
            index = indexes.get(f"{provision.document}@{version}")
            if index is None or not provision_id(provision, index):
                message = f"{provision.document} {version} has no {provision.kind} {provision.name}."
                hint = "Correct it, or say under versions which draft had it."
                yield finding("P123", provision.place, message, hint)


def _rounds(one: Answered) -> Iterator[Diagnostic]:
    for each in one.rounds:
        if each.opened and each.closed and each.closed <= each.opened:
            message = (
                f"It closed on {day_words(each.closed)}, not after it opened on {day_words(each.opened)}."
            )
            yield finding("P111", each.place, message, "Correct the one that is wrong.")
        yield from _figures(each)
    for before, after in zip(one.rounds, one.rounds[1:], strict=False):
        if before.closed and after.opened and after.opened <= before.closed:
            message = (
                f"A further round opened on {day_words(after.opened)}, not after the one before it closed "
                f"on {day_words(before.closed)}."
            )
            yield finding("P111", after.place, message, "Put the rounds in order, or correct a date.")


def _figures(each: Round) -> Iterator[Diagnostic]:
    sides = (each.support or 0) + (each.against or 0)
    if each.responses is None and sides:
        message = f"{sides} took a side, and the number of responses is not given."
        yield finding("P168", each.place, message, "Add responses.")
    elif each.responses is not None and sides > each.responses:
        message = f"{sides} took a side, but there were {each.responses} responses."
        yield finding("P168", each.place, message, "Correct the one that is wrong.")


def _later(one: Answered, effect: date | None) -> Iterator[Diagnostic]:
    """What follows a consultation cannot come before it, nor after the direction."""
    closed = max((each.closed or each.opened or date.min for each in one.rounds), default=date.min)
    for name in ("concluded", "submitted"):
        day: date | None = getattr(one, name)
        if day and day <= closed:
            message = f"{name}: {day_words(day)} is not after it closed on {day_words(closed)}."
            yield finding("P111", one.place, message, f"Correct {name}, or the dates of its rounds.")
    if one.approved and one.submitted and one.approved > one.submitted:
        message = (
            f"It was approved on {day_words(one.approved)}, after it was submitted on "
            f"{day_words(one.submitted)}."
        )
        yield finding("P111", one.place, message, "Correct the one that is wrong.")
    last = max(day for day in (closed, one.concluded, one.submitted, one.approved) if day)
    together = last == one.concluded  # conclusions may go out with the direction, and it take effect that day
    if effect and (last > effect or (last == effect and not together)):
        message = (
            f"“{one.id}” was not over on {day_words(last)}, and the direction takes effect on "
            f"{day_words(effect)}."
        )
        yield finding("P111", one.place, message, "A direction answers what is over before it takes effect.")


def check_window(direction: Direction, consultation: Consultation) -> Iterator[Diagnostic]:
    """An error where a direction takes effect outside the month that was consulted on."""
    window = consultation.timetable.window
    if direction.effect and direction.effect not in window:
        message = (
            f"The direction takes effect on {day_words(direction.effect)}, outside the window that was "
            f"consulted on, from {day_words(window.first)} to {day_words(window.last)}."
        )
        hint = "Choose a day in it; for another day a new consultation on the date is needed."
        yield finding("P170", direction.effect_place, message, hint)


def check_changes(
    direction: Direction, consultation: Consultation | None, earlier: tuple[Direction, ...]
) -> Iterator[Diagnostic]:
    """Errors among the declared changes that it makes: unknown, named twice, or made by an earlier one."""
    place = direction.changes_place
    if consultation is None:
        if direction.changes:
            message = "It is said which declared changes the direction makes, and not of which consultation."
            yield finding("P133", place, message, "Name it: consultation: 2020-08-uplift-1.2.")
        return
    if direction.consultation not in ("", consultation.id):
        message = (
            f"The direction is said to be made on {direction.consultation}, and lies in the folder of "
            f"{consultation.id}."
        )
        yield finding("P133", direction.consultation_place, message, "Take consultation: out.")
    known = tuple(one.id for one in consultation.changes)
    for number, name in enumerate(direction.changes):
        if name not in known:
            message = f"{consultation.id} declares no change “{name}”."
            yield finding("P106", place, message, near(name, known))
        elif name in direction.changes[:number]:
            yield finding("P105", place, f"“{name}” is named twice.", "Keep one.")
    made = made_changes(direction, consultation)
    for one in earlier:
        twice = [str(each.number) for each in made_changes(one, consultation) if each in made]
        if twice:
            day = f", with effect from {day_words(one.effect)}," if one.effect else ""
            changes = f"change{'s' * (len(twice) > 1)} {listing(twice)}"
            message = f"{one.stage.file}{day} makes {changes} of {consultation.id} already."
            yield finding("P105", place, message, "Say under changes: which this one makes.")


def check_signed(direction: Direction) -> Iterator[Diagnostic]:
    """An error where the letter is of a later day than that on which the direction takes effect."""
    published, effect = direction.stage.published, direction.effect
    if effect and published.day > effect:
        message = (
            f"The letter is of {published.words}, and the direction takes effect before that, on "
            f"{day_words(effect)}."
        )
        yield finding("P111", direction.stage.place, message, "Correct published or effect.")


def day_before(effect: date) -> date:
    """The last day of the law as it stood."""
    return effect - timedelta(days=1)
