"""Definition lists: a term with its abbreviation and id, and what it means."""

from __future__ import annotations

from toolkit.model.block import Block, Definition
from toolkit.model.label import NO_LABEL, Label

from .identity import trailing_id
from .layout import margin
from .page import Container, Page, Run
from .patterns import abbreviation_at, slug


def read_definition(page: Page, inside: Container, run: Run) -> Definition:
    """A term and its meanings, from its dt token to its last dd token."""
    page.at += 1
    head = page.words(inside)[0]
    source, definition_id = trailing_id(page, head)
    if not source:  # an id alone names nothing
        source, definition_id = head.source, ""
    end, abbreviation = abbreviation_at(source)
    term = page.text((head.part(0, end if end > 0 else len(source)),))
    owner = definition_id or page.fresh_id(f"def-{slug(term.plain)}")
    blocks: list[Block] = []
    previous: Label | None = None
    while page.next_is("dd_open"):
        inner = _meaning(page, inside, owner, previous)
        blocks += run(page, inner)
        previous = inner.previous
    place = page.place((head.part(0, len(source)),))
    return Definition(term, abbreviation, owner, bool(definition_id), tuple(blocks), place)


def _meaning(page: Page, inside: Container, owner: str, previous: Label | None) -> Container:
    """What stands behind the colon at hand; a second meaning goes on from the first."""
    line = (page.tokens[page.at].map or [0])[0]
    column = inside.indent + margin(page.lines[line][inside.indent :]) + 2
    page.at += 1
    return Container("dd_close", column, NO_LABEL, inside.level, owner, previous=previous)
