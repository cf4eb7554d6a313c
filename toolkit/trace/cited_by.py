"""Who cites a provision: the provisions of the versions traced that lead to it or to what is under it."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.load import Loaded


def cited_by(catalogue: Catalogue, versions: Iterable[Loaded], cited: Loaded, name: str) -> tuple[str, ...]:
    """The names of those that cite what bears an id in a version, in order of document and text."""
    document = cited.document
    within = Subject(catalogue, cited)
    found: dict[str, None] = {}
    for loaded in versions:
        subject = Subject(catalogue, loaded)
        for line in subject.lines:
            for target in (one.target for one in line.citations):
                if target is None or (target.document, target.version) != (
                    document.register.code,
                    document.version.name,
                ):
                    continue
                own = loaded.document is document and subject.stands_in(line.passage.owner, name)
                if target.id and within.stands_in(target.id, name) and not own:
                    found[subject.name_of(line.passage.owner)] = None
    return tuple(found)
