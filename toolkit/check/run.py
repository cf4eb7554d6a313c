"""The whole check on a page: read, hold against every rule, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.cite.context import Catalogue
from toolkit.library.library import EXTERNAL, Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic

from .catalogue import RULES
from .rule import Rule
from .subject import Subject


def check(
    library: Library, names: Iterable[str] = (), rules: tuple[Rule, ...] = RULES
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the versions named, or with every version where none is named.

    Each finding says in which clause it stands; none is there twice; they come in order of file, line
    and column. LibraryError where a name means no version whose text is held.
    """
    names = tuple(names)
    versions = chosen(library, names)
    catalogue = Catalogue.of(library)
    found = list(_about_registers(library, versions if names else None))
    for loaded in versions:
        found += check_version(catalogue, loaded, rules)
    once = {(*one.order, one.clause, one.hint): one for one in found}
    return tuple(once[key] for key in sorted(once))


def chosen(library: Library, names: Iterable[str] = ()) -> tuple[Loaded, ...]:
    """The versions that names mean, each once; every version held where there is no name."""
    versions = [library.load(name) for name in names] or library.everything()
    return tuple({loaded.document.name: loaded for loaded in versions}.values())


def check_version(
    catalogue: Catalogue, loaded: Loaded, rules: tuple[Rule, ...] = RULES
) -> Iterator[Diagnostic]:
    """What reading a version found, and what the rules find in it."""
    subject = Subject(catalogue, loaded)
    for diagnostic in loaded.diagnostics:
        clause = diagnostic.clause or subject.clause_at(diagnostic.place)
        yield replace(diagnostic, clause=clause)
    for rule in rules:
        yield from rule.over(subject)


def _about_registers(library: Library, versions: tuple[Loaded, ...] | None) -> Iterator[Diagnostic]:
    """What is wrong with registers and inventories; where versions were named, with what concerns them.

    A register that could not be read concerns every version: citations of its document lead nowhere.
    """
    if versions is None:
        yield from library.diagnostics
        return
    others = {register.file for register in library.registers.values()}
    others -= {loaded.document.register.file for loaded in versions}
    for diagnostic in library.diagnostics:
        file = diagnostic.place.file
        if file not in others or file.startswith(EXTERNAL):
            yield diagnostic
