"""What says which text this is: the title page and the running header, tracked where the versions differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import TYPE_CHECKING

from toolkit.render.view import Front, View

from .revision import Revisions
from .sides import OwnParagraphs, sides

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = ("Imprint", "Title", "Subtitle", "Particulars", "Particulars", "Particulars", "Notice")


def title_page(view: View, revisions: Revisions) -> Iterator[_Element]:
    """The title with everything that says which text this is."""
    old, new = _lines(view.former or view.front), _lines(view.front)
    written = OwnParagraphs(revisions)
    for style, before, after in zip(_STYLES, old, new, strict=True):
        if before or after:
            yield written.write(written.begin(style, bool(before), bool(after)), sides(before, after))


def _lines(front: Front) -> tuple[str, ...]:
    named = front.code and front.code != front.title
    return (
        f"SEC Appendix {front.appendix}" if front.appendix else front.code,
        f"{front.title} ({front.code})" if named else front.title,
        f"Version {front.version}",
        front.version_title,
        front.status,
        front.date,
        front.notice,
    )


def running_title(view: View) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two ends of the running header, each as it was and as it is."""
    old, new = starmap(_running, ((view.former or view.front,), (view.front,)))
    return (old[0], new[0]), (old[1], new[1])


def _running(front: Front) -> tuple[str, str]:
    return front.title, f"{front.code} {front.version}".strip()
