"""The files that go out with a paper, one by one, as the notice of their publication lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .enclosure import Enclosure
from .facts import ConsultationFacts
from .stage_facts import StageFacts


class ListedFile(NamedTuple):
    """One file, or what is published elsewhere."""

    label: str
    """Of the enclosure that it belongs to: Attachment 3, Annex C."""
    title: str
    file: str
    """The sibling output, without suffix; empty for what is published elsewhere."""
    is_table: bool = False
    """Whether it is comma-separated values, and in no other format."""


def consultation_files(facts: ConsultationFacts) -> tuple[ListedFile, ...]:
    """What is attached to a consultation, in the order of its attachments."""
    return tuple(one for attachment in facts.attachments for one in _attached(attachment, facts))


def stage_files(facts: StageFacts) -> tuple[ListedFile, ...]:
    """What is enclosed with the paper of a later stage, in order; not the paper itself."""
    return tuple(one for each in facts.enclosures for one in _enclosed(each, facts.stage.filename))


def _attached(attachment: Enclosure, facts: ConsultationFacts) -> Iterator[ListedFile]:
    copies = {draft.marked_file: draft.marked_title for draft in facts.drafts}
    copies |= {draft.clean_file: draft.clean_title for draft in facts.drafts}
    tables = {one.file: one.title for matrix in facts.matrices for one in matrix.copies}
    for file in attachment.files:
        title = copies.get(file) or tables.get(file) or attachment.title
        yield ListedFile(attachment.label, title, file, file in tables)


def _enclosed(enclosure: Enclosure, paper: str) -> Iterator[ListedFile]:
    if not enclosure.files:
        yield ListedFile(enclosure.label, enclosure.title, "")
    elif enclosure.files[0] != paper:
        yield ListedFile(enclosure.label, enclosure.title, enclosure.files[0])
    for matrix in enclosure.matrices:
        yield ListedFile(enclosure.label, matrix.title, matrix.file, is_table=True)
