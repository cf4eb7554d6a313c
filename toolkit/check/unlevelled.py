"""Labels that are printed where the numbering has no level for them: items that begin with (A)."""

from __future__ import annotations

import re

from toolkit.model.passage import Kind

from .subject import Line, Subject

_LABEL = re.compile(r"\([A-Za-z0-9]{1,5}\)(?=\s)")


def unlevelled(subject: Subject) -> frozenset[tuple[str, str]]:
    """The id of what an item stands in, with the label that it begins with. Ask for it by Subject.once."""
    return frozenset(
        (passage.owner, label[0])
        for passage in subject.passages
        if passage.kind in (Kind.ITEM, Kind.PARAGRAPH)
        for text in passage.texts
        if (label := _LABEL.match(text.plain))
    )


def stands_unlevelled(subject: Subject, line: Line, label: str) -> bool:
    """Whether a limb that is cited by its label alone is printed around a line, as an item or a paragraph.

    Reading told that it has no level (S031); to say that it does not exist would be wrong.
    """
    found = subject.once(unlevelled)
    return any((owner, label) in found for owner in subject.around(line.passage.owner))
