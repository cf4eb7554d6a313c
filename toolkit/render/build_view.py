"""From documents of the library to a View: what is printed, what changed, and where every link leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from toolkit.compare.compare import compare
from toolkit.compare.merge import clean, merge
from toolkit.compare.summary import summary
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import first_day
from toolkit.model.change import ChangeSet, Marked
from toolkit.model.document import Status, Version
from toolkit.model.passage import passages

from .linking import Linker, Outsides
from .view import ChangeLine, View, ViewPassage

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
    library: Library, loaded: Loaded, against: Loaded | None = None, files: Mapping[str, str] = NO_FILES
) -> View:
    """The view of a version, change-marked where it is to be marked against another.

    `files` says which sibling outputs there will be: from TMAD@6.1U to the name of its file without
    suffix. Alerts and comments are left out: they are not legal text.
    """
    document = loaded.document
    new = passages(document)
    outsides = Outsides(files)
    linker = Linker(library, loaded, outsides)
    if against is None:
        marked, changes = clean(new), ChangeSet(document.name, document.name, ())
        old_linker = linker
    else:
        changes = compare(against.document, document)
        marked = merge(passages(against.document), new, changes)
        old_linker = Linker(library, against, outsides)
    shown = tuple(_shown(one, linker, old_linker) for one in marked)
    register, version = document.register, document.version
    return View(
        code=register.code, title=register.title, appendix=register.appendix, version=version.name,
        version_title=version.title, status=STATUS_WORDS[version.status], date=_date(version),
        notice=register.notice, against=_against(loaded, against), passages=shown, outside=outsides.listed(),
        changes=tuple(ChangeLine(*line) for line in summary(changes)),
    )  # fmt: skip


def _against(loaded: Loaded, against: Loaded | None) -> str:
    if against is None:
        return ""
    same = against.document.register.code == loaded.document.register.code
    return against.document.version.name if same else against.document.name


def _shown(marked: Marked, linker: Linker, old_linker: Linker) -> ViewPassage:
    new_links = linker.links(marked.new) if marked.new else ()
    if marked.old is None or marked.old is marked.new or not (marked.changed or marked.new is None):
        return ViewPassage(marked, (), new_links)
    return ViewPassage(marked, old_linker.links(marked.old), new_links)


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
