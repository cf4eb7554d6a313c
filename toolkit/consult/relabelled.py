"""Where consultations name clauses that are given other labels: listed for the author, never rewritten.

A change declares its clauses by label, and rationales, questions and narratives may cite them. Whether such
words follow is the author's to say: a consultation that has gone out stays as it was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.cite.context import Catalogue, Context
from toolkit.cite.resolve import citations
from toolkit.cite.terms import Terms
from toolkit.cite.unwritten import Remark, what_it_says
from toolkit.library.library import Library
from toolkit.model.document import Document
from toolkit.model.text import Origin, Text
from toolkit.source.encoding import decode

from .consultation import DeclaredChange, ProvisionKind
from .folder import FOLDER, read_data
from .stage import StageKind
from .stage_folder import DATA_FILES, folder_names, read_stage, stages_of

_LATER = (StageKind.CONCLUSIONS, StageKind.DIRECTION)
_BY_LABEL = (ProvisionKind.CLAUSE, ProvisionKind.ANNEX)


def mentions_of(library: Library, draft: Document, labels: Mapping[str, str]) -> tuple[Remark, ...]:
    """What consultations say of clauses of a draft, by label so far; `labels` leads to the new ones."""
    paper = Context(Catalogue.of(library), None, None, Terms.of(()))
    found: list[Remark] = []
    for name in folder_names(library.files):
        found += _data(library, name, draft, labels)
        for folder in (f"{FOLDER}/{name}", *(f"{FOLDER}/{name}/{stage}" for stage in _LATER)):
            for file in library.files.names(folder):
                if file in DATA_FILES.values() or file.endswith(".md"):
                    found += _cited(library, f"{folder}/{file}", paper, draft, labels)
    return tuple(sorted(dict.fromkeys(found)))


def _data(library: Library, name: str, draft: Document, labels: Mapping[str, str]) -> Iterator[Remark]:
    """What the data of a folder name by label: changes that are proposed, and those made since."""
    version = (draft.register.code, draft.version.name)
    there = stages_of(library.files, name)
    consultation, _ = read_data(library.files, name) if StageKind.CONSULTATION in there else (None, ())
    if consultation and version in [(code, one.version) for code, one in consultation.drafts]:
        yield from _declared(consultation.changes, draft, labels)
    folder, _ = read_stage(library.files, name, _LATER[0]) if _LATER[0] in there else (None, ())
    conclusions = folder.conclusions if folder else None
    if conclusions and version in [(one.code, one.version) for one in conclusions.stage.documents]:
        yield from _declared(conclusions.declared, draft, labels)


def _declared(
    changes: tuple[DeclaredChange, ...], draft: Document, labels: Mapping[str, str]
) -> Iterator[Remark]:
    code, version = draft.register.code, draft.version.name
    for change in changes:
        for one in change.provisions:
            this = one.document == code and version in (one.versions or (version,))
            if this and one.kind in _BY_LABEL and one.name in labels:
                message = f"The change “{change.id}” declares {one.name}; it is now {labels[one.name]}."
                yield Remark(one.place, message)


def _cited(
    library: Library, file: str, paper: Context, draft: Document, labels: Mapping[str, str]
) -> Iterator[Remark]:
    try:
        plain = decode(library.files.read(file), file).text or ""
    except OSError:
        return  # said where the consultation is read
    text = Text(plain, (), file, tuple(_lines(plain)))
    here = (draft.register.code, draft.version.name)
    for citation in citations(text, "", paper):
        target = citation.target
        if target is not None and (target.document, target.version) == here and target.label in labels:
            words = " ".join(what_it_says(text, citation).split())
            message = f"“{words}” stands in a consultation; it is now {labels[target.label]}."
            yield Remark(text.place(citation.start, citation.end), message)


def _lines(plain: str) -> Iterator[Origin]:
    """Where each line of a file begins."""
    offset = 0
    for number, line in enumerate(plain.split("\n"), start=1):
        yield Origin(offset, number, 1)
        offset += len(line) + 1
