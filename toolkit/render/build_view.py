"""From documents of the library to a View: what is printed, what changed, and where every link leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from toolkit.compare.merge import clean, merge
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import first_day
from toolkit.model.change import ChangeSet, Marked
from toolkit.model.document import Document, Status, Version
from toolkit.model.passage import passages

from .change_lines import Comparing, Declarations
from .linking import Linker, Outsides
from .view import Front, Link, View, ViewPassage

NO_FILES: Mapping[str, str] = MappingProxyType({})

STATUS_WORDS = {
    Status.DRAFT: "Draft",
    Status.CONSULTED: "Consultation draft",
    Status.CONCLUDED: "Conclusion draft",
    Status.DESIGNATED: "Designated version",
    Status.WITHDRAWN: "Withdrawn",
    Status.PUBLISHED: "Published version",
}


def build_view(
    library: Library,
    loaded: Loaded,
    against: Loaded | None = None,
    files: Mapping[str, str] = NO_FILES,
    declarations: Declarations | None = None,
    consulted: Loaded | None = None,
) -> View:
    """The view of a version, change-marked where it is to be marked against another.

    `files` says which sibling outputs there will be: from TMAD@6.1U to the name of its file without
    suffix. `declarations` are those of the consultation that a marked copy belongs to. Where `consulted` is
    given, the version that was consulted on, each change tells whether it was consulted on or made since.
    Alerts and comments are left out: they are not legal text.
    """
    document = loaded.document
    new = passages(document)
    outsides = Outsides(files)
    linker = Linker(library, loaded, outsides)
    if against is None:
        marked, old_linker, comparing = clean(new), linker, None
    else:
        comparing = Comparing.of(library, against, loaded, consulted)
        marked = merge(passages(against.document), new, comparing.changes)
        old_linker = Linker(library, against, outsides)
    renamed = _renamed(comparing.changes) if comparing else frozenset()
    shown = tuple(_shown(one, linker, old_linker, renamed) for one in marked)
    return View(
        **_front(document)._asdict(), against=_short_name(loaded, against), passages=shown,
        outside=outsides.listed(), changes=tuple(comparing.lines(declarations)) if comparing else (),
        consulted=_short_name(loaded, consulted) if comparing else "",
        dropped=tuple(comparing.dropped(declarations)) if comparing else (),
        former=_front(against.document) if against else None,
    )  # fmt: skip


def _front(document: Document) -> Front:
    register, version = document.register, document.version
    return Front(
        register.code, register.title, register.appendix, version.name, version.title,
        STATUS_WORDS[version.status], _date(version), register.notice,
    )  # fmt: skip


def _short_name(loaded: Loaded, other: Loaded | None) -> str:
    """The name of another version, with its document where that is another one."""
    if other is None:
        return ""
    same = other.document.register.code == loaded.document.register.code
    return other.document.version.name if same else other.document.name


def _renamed(changes: ChangeSet) -> frozenset[str]:
    """The ids whose label another provision may have borne before, or may bear now."""
    found: set[str] = set()
    for change in changes.changes:
        old, new = change.old, change.new
        if old is None or new is None or (old.label, old.owner) != (new.label, new.owner):
            found |= {side.owner for side in (old, new) if side is not None and side.starts}
    return frozenset(found)


def _shown(marked: Marked, linker: Linker, old_linker: Linker, renamed: frozenset[str]) -> ViewPassage:
    new_links = linker.links(marked.new) if marked.new else ()
    if marked.old is None or marked.old is marked.new:
        return ViewPassage(marked, (), new_links)
    changed = marked.changed or marked.new is None
    if changed or any(_leads_to(link, renamed) for links in new_links for link in links):
        return ViewPassage(marked, old_linker.links(marked.old), new_links)
    return ViewPassage(marked, (), new_links)


def _leads_to(link: Link, ids: frozenset[str]) -> bool:
    return link.target in ids or any(part.id in ids for part in link.parts)


def _date(version: Version) -> str:
    start = first_day(version)
    if start is not None:
        words = "from" if version.effective else "since or before"
        return f"In legal effect {words} {_day(start)}"
    if version.concluded:
        return f"Concluded on {_day(version.concluded)}"
    if version.consulted:
        return f"Consulted on from {_day(version.consulted)}"
    return ""


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
