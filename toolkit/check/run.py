"""The whole check on a page: read, hold against every rule, set aside what is allowed, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.cite.context import Catalogue
from toolkit.library.library import EXTERNAL, Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register, Version

from .allowing import Allowing, allowable
from .catalogue import BY_DEFAULT
from .outcome import Outcome, SetAside
from .remembered import Memory
from .rule import Rule
from .rules import unused_allow
from .store import NoStore, Store
from .subject import Calendar, Subject


def check(
    library: Library,
    names: Iterable[str] = (),
    rules: tuple[Rule, ...] = BY_DEFAULT,
    calendar: Calendar | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the versions named, or with every version where none is named.

    Each finding says in which clause it stands; none is there twice; they come in order of file, line
    and column. LibraryError where a name means no version whose text is held.
    """
    return examine(library, names, rules, calendar).findings


def examine(
    library: Library,
    names: Iterable[str] = (),
    rules: tuple[Rule, ...] = BY_DEFAULT,
    calendar: Calendar | None = None,
    store: Store | None = None,
) -> Outcome:
    """The same, with what comments in the source allow.

    With a store, a version is read and checked again only where what its findings rest on has changed.
    """
    names = tuple(names)
    versions = chosen(library, names)
    settings = f"{' '.join(rule.code for rule in rules)}:{calendar is not None}"
    memory = Memory(library, store or NoStore(), settings)
    catalogue = Catalogue.of(memory.library)
    found = list(_about_registers(library, versions if names else None))
    aside: list[SetAside] = []
    for register, version in versions:
        outcome = memory.outcome(
            register, version, lambda loaded: examine_version(catalogue, loaded, rules, calendar)
        )
        found += outcome.findings
        aside += outcome.set_aside
    once = {(*one.order, one.clause, one.hint): one for one in found}
    aside.sort(key=lambda one: one.finding.order)
    return Outcome(tuple(once[key] for key in sorted(once)), tuple(aside))


def chosen(library: Library, names: Iterable[str] = ()) -> tuple[tuple[Register, Version], ...]:
    """The versions that names mean, each once; every version held where there is no name. Reads no text."""
    versions = [library.held(name) for name in names] or library.held_versions()
    return tuple(
        {(register.code, version.name): (register, version) for register, version in versions}.values()
    )


def examine_version(
    catalogue: Catalogue,
    loaded: Loaded,
    rules: tuple[Rule, ...] = BY_DEFAULT,
    calendar: Calendar | None = None,
) -> Outcome:
    """What reading a version found and what the rules find in it, but for what its comments allow."""
    subject = Subject(catalogue, loaded, calendar, allowable())
    allowing = Allowing.of(subject)
    held = list(allowing.sifted(_found(subject, rules)))
    if unused_allow.RULE in rules:
        subject.unused_allowances = allowing.unused(rules)
        held += unused_allow.RULE.over(subject)
    return Outcome(tuple(held), tuple(allowing.set_aside))


def _found(subject: Subject, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    for diagnostic in subject.loaded.diagnostics:
        owner = subject.owner_at(diagnostic.place)
        yield replace(diagnostic, clause=diagnostic.clause or subject.name_of(owner), owner=owner)
    for rule in rules:
        yield from rule.over(subject)


def _about_registers(
    library: Library, versions: tuple[tuple[Register, Version], ...] | None
) -> Iterator[Diagnostic]:
    """What is wrong with registers and inventories; where versions were named, with what concerns them.

    A register that could not be read concerns every version: citations of its document lead nowhere.
    """
    if versions is None:
        yield from library.diagnostics
        return
    others = {register.file for register in library.registers.values()}
    others -= {register.file for register, _ in versions}
    for diagnostic in library.diagnostics:
        file = diagnostic.place.file
        if file not in others or file.startswith(EXTERNAL):
            yield diagnostic
