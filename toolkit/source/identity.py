"""The {#id} of a heading, a term, an item or a caption: whether it is one, and where it is not."""

from __future__ import annotations

from .finding import shortened
from .inline import Stretch
from .page import Page
from .patterns import WELL_FORMED_ID, id_at, slug


def trailing_id(page: Page, stretch: Stretch) -> tuple[str, str]:
    """The source without its trailing {#id}, and the id; all of it and no id where it is malformed."""
    at = id_at(stretch.source)
    given = stretch.source[at + 2 : -1]
    if at < 0 or not well_formed(page, given, stretch, at):
        return stretch.source, ""
    return stretch.source[:at].rstrip(" \t"), given


def well_formed(page: Page, slug_given: str, stretch: Stretch, offset: int) -> bool:
    """Whether an id is one; reports it at its offset in the stretch where it is not."""
    if WELL_FORMED_ID.match(slug_given):
        return True
    place = page.place((stretch.part(offset, offset + len(slug_given) + 3),))
    better = slug(slug_given)[:40].strip("-") or "a-short-name"
    hint = f"Write {{#{better}}}: lower-case letters, digits and hyphens."
    page.report("S028", place, f"“{{#{shortened(slug_given)}}}” is not an id.", hint)
    return False
