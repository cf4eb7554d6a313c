"""Where links lead: to a provision of the version traced, of another version only, or nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import Index

from .finding import finding
from .link import Link, LinkKind


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of one document that lead to the version traced, by the id of the provision."""

    code: dict[str, tuple[Link, ...]]
    tests: dict[str, tuple[Link, ...]]
    elsewhere: dict[str, tuple[Link, ...]]
    """Links to provisions that only other versions have (withdrawn, proposed, or not yet there), by the
    name of the newest that has them."""
    astray: tuple[tuple[Link, str], ...] = ()
    """Links that lead nowhere, each with the id that is nearest to what it says, or nothing."""

    @property
    def named(self) -> frozenset[str]:
        """The ids that links name."""
        return frozenset(self.code) | frozenset(self.tests)


def linked(links: Iterable[Link], loaded: Loaded, library: Library) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """Follow the links of one document into the version that is traced."""
    code: dict[str, list[Link]] = defaultdict(list)
    tests: dict[str, list[Link]] = defaultdict(list)
    elsewhere: dict[str, list[Link]] = defaultdict(list)
    astray: list[tuple[Link, str]] = []
    found: list[Diagnostic] = []
    register = loaded.document.register
    for link in links:
        if link.since and register.version(link.since) is None:
            names = tuple(version.name for version in register.versions)
            message = f"{link.code} says since {link.since}, and {register.code} has no such version."
            found.append(finding("T113", link.place, message, _near(link.since, names)))
        name = provision(link, loaded.index)
        if name:
            (code if link.kind is LinkKind.IMPLEMENTS else tests)[name].append(link)
        elif other := _newest_with(link, loaded, library):
            elsewhere[other].append(link)
        else:
            astray.append((link, _nearest(link.clause, tuple(loaded.index.parents))))
            found.append(_unknown(link, loaded.index))
    return Linked(_settled(code), _settled(tests), _settled(elsewhere), tuple(astray)), tuple(found)


def unknown_documents(links: Iterable[Link], library: Library) -> tuple[Diagnostic, ...]:
    """Links to documents that are neither held nor listed in an inventory, or to what none lists.

    None where a register cannot be read, which is told: the documents may be those.
    """
    if library.unread:
        return ()
    return tuple(
        one for link in links if link.document not in library.registers for one in _outside(link, library)
    )


def provision(link: Link, index: Index) -> str:
    """The id of what a link leads to in one version; empty where that has no such provision."""
    if link.by_label:
        clause, table = index.labels.get(link.clause), index.captions.get(link.clause)
        return clause.id if clause else table.id if table else ""
    return link.clause if link.clause in index.parents else ""


def _newest_with(link: Link, loaded: Loaded, library: Library) -> str:
    """The name of the newest other version that has what a link leads to; empty where none has it."""
    register = loaded.document.register
    for version in reversed(register.versions):
        other = version.held and version != loaded.document.version
        if other and provision(link, library.of(register, version).index):
            return version.name
    return ""


def _settled(links: dict[str, list[Link]]) -> dict[str, tuple[Link, ...]]:
    return {name: tuple(found) for name, found in links.items()}


def _unknown(link: Link, index: Index) -> Diagnostic:
    names = tuple(index.labels) if link.by_label else tuple(index.parents)
    what = "clause" if link.by_label else "clause, definition or table with the id"
    message = f"{link.code} {link.kind} {link.document} {link.clause}, but there is no such {what}."
    return finding("T112", link.place, message, _near(link.clause, names))


def _outside(link: Link, library: Library) -> Iterable[Diagnostic]:
    external = library.externals.get(link.document)
    if external is None:
        names = (*library.registers, *library.externals)
        message = f"{link.code} {link.kind} a clause of {link.document}, and there is no such document."
        yield finding("T111", link.place, message, _near(link.document, names))
    elif external.entry(link.clause) is None:
        message = (
            f"{link.code} {link.kind} {link.clause} of {link.document}, which its inventory does not list."
        )
        yield finding("T112", link.place, message, f"Correct it, or list it in {external.file}.")


def _near(name: str, names: tuple[str, ...]) -> str:
    near = _nearest(name, names)
    return f"Did you mean {near}?" if near else "Correct the link, or take it out."


def _nearest(name: str, names: tuple[str, ...]) -> str:
    near = get_close_matches(name, names, 1)
    return near[0] if near else ""
