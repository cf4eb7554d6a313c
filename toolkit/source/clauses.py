"""Headings and list items: clauses with their labels and ids, declared gaps, and items without labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.block import Block, Clause, Gap, Heading, Item, Paragraph
from toolkit.model.numbering import Reading, Style, read_label, read_own
from toolkit.model.place import Place
from toolkit.model.text import EMPTY, Text

from .finding import shortened
from .identity import trailing_id, well_formed
from .inline import Stretch
from .layout import content_column, margin
from .page import Container, Page, Run
from .patterns import GAP, LABELLED, LABELLED_HEADING, NEARLY_GAP, slug

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_heading(page: Page, inside: Container, run: Run) -> Block:
    """A clause with a heading and all that stands under it, a gap, or an unnumbered cross-heading."""
    token = page.tokens[page.at]
    depth = int(token.tag[1])
    stretch = _heading_words(page, inside, depth)
    if stretch is None:
        return Heading(EMPTY, depth, page.range(token))
    source, clause_id = trailing_id(page, stretch)
    gap = None if clause_id else _read_gap(page, source, stretch, inside, depth)
    if gap is not None:
        return gap
    found = LABELLED_HEADING.match(source) if inside.stop != "dd_close" else None
    reading = _read_label(page, found[1], stretch, inside, in_heading=True) if found else None
    if inside.stop == "dd_close":
        hint = "End the definition before it: set the heading in no further than the term."
        page.report("S024", page.place((stretch,)), "A definition holds no headings.", hint)
    if not found or not reading:
        return Heading(page.text((stretch,)), depth, page.place((stretch,)))
    words = stretch.part(found.end(), len(source))
    _check_nearly_gap(page, stretch, words)
    text = page.text((words,)) if words.source else EMPTY
    inner = Container(
        inside.stop,
        inside.indent,
        reading.label,
        reading.level,
        _owner(page, reading, clause_id, inside),
        depth,
    )
    return _clause(page, reading, bool(clause_id), stretch, text, (), inner, run)


def _heading_words(page: Page, inside: Container, depth: int) -> Stretch | None:
    """A heading's words, without the #s before and after them; None where it has none."""
    page.at += 1
    stretch = page.words(inside)[0]
    words = stretch.source[depth:]
    bare = words.rstrip("#")
    if bare != words and (not bare or bare[-1] in " \t"):
        words = bare
    start = depth + len(words) - len(words.lstrip(" \t"))
    words = words.strip(" \t")
    return stretch.part(start, start + len(words)) if words else None


# -- labels -----------------------------------------------------------------------------------------


def _read_label(
    page: Page, text: str, stretch: Stretch, inside: Container, in_heading: bool = False
) -> Reading | None:
    reading = read_label(page.scheme, text, inside.parent, inside.level, inside.previous)
    place = page.place((stretch.part(0, len(text)),))
    if reading is None:
        if _looks_like_a_label(page, text, in_heading):
            under = f"under {inside.parent.text}" if inside.parent.parts else "here"
            lower = page.scheme.levels_under(inside.parent)[inside.level :]
            hint = "Use the next level of the numbering scheme: " + ", ".join(
                level.example for level in lower
            )
            page.report("S031", place, f"The label {text} has no level {under}.", hint)
        return None
    expected = inside.parent.key
    if reading.label.key[: len(expected)] != expected:
        hint = f"Move it, or number it as a part of {inside.parent.text}."
        page.report("S031", place, f"{text} stands under {inside.parent.text}.", hint)
    inside.previous = reading.label
    return reading


def _looks_like_a_label(page: Page, text: str, in_heading: bool) -> bool:
    """Whether some level of the scheme is written so; a bare number may be a word, but in a heading."""
    return any(
        read_own(level, text)
        for level in page.scheme.levels
        if level.bracketed or (level.style is Style.DOTTED and (level.numbers > 1 or in_heading))
    )


# -- items ------------------------------------------------------------------------------------------


def read_item(page: Page, inside: Container, run: Run) -> Block:
    """A clause written as a list item, a gap, or an item without a label."""
    token = page.tokens[page.at]
    column = content_column(page.lines[(token.map or [0])[0]], inside.indent)
    inner = Container("list_item_close", column, inside.parent, inside.level, inside.owner)
    page.at += 1
    if not page.next_is("paragraph_open"):
        return _unlabelled(page, token, inside, inner, run)
    start = page.at
    page.at += 1
    stretches = page.words(inner)
    head = stretches[0]
    if len(stretches) == 1 and GAP.match(head.source):
        if page.next_is("list_item_close"):
            gap = _read_gap(page, head.source, head, inside, 0)
            if gap is not None:
                page.at += 1
                return gap
        else:
            _report_gap(page, head, "Something stands under it, so that it is no gap.")
    found = LABELLED.match(head.source)
    reading = _read_label(page, found[1], head, inside) if found else None
    if not found or not reading:
        page.at = start
        return _unlabelled(page, token, inside, inner, run)
    offset, clause_id = found.end(), found[2] or ""
    if found[2] is not None and not well_formed(page, clause_id, head, found.start(2) - 2):
        offset, clause_id = found.start(2) - 2, ""
    lead = _lead(page, head, (head.part(offset), *stretches[1:]))
    inner.parent, inner.level = reading.label, reading.level
    inner.owner = _owner(page, reading, clause_id, inside)
    return _clause(page, reading, bool(clause_id), head, None, lead, inner, run)


def _lead(page: Page, head: Stretch, stretches: tuple[Stretch, ...]) -> tuple[Paragraph, ...]:
    """The words after a label, as a paragraph; none where there are none."""
    words = tuple(stretch for stretch in stretches if stretch.source)
    if len(words) == 1:
        _check_nearly_gap(page, head, words[0])
    text = page.text(words)
    return (Paragraph(text, page.place(words)),) if text else ()


def _owner(page: Page, reading: Reading, clause_id: str, inside: Container) -> str:
    return clause_id or page.fresh_id(f"{inside.owner or 'clause'}-{slug(reading.label.own)}")


def _clause(
    page: Page,
    reading: Reading,
    id_given: bool,
    head: Stretch,
    heading: Text | None,
    lead: tuple[Block, ...],
    inner: Container,
    run: Run,
) -> Clause:
    blocks = lead + run(page, inner)
    closing = page.tokens[page.at - 1].type
    if heading is not None and inner.stop and closing == inner.stop:
        page.at -= 1  # the container's end belongs to the container, not to the heading in it
    end = page.last_line
    place = Place(page.file, head.line, head.column, end, page.line_end(end))
    label_place = page.place((head.part(0, len(reading.label.own)),))
    return Clause(
        reading.label,
        reading.level,
        inner.owner,
        id_given,
        heading,
        blocks,
        inner.heading_depth,
        place,
        label_place,
    )


def _unlabelled(page: Page, token: Token, inside: Container, inner: Container, run: Run) -> Item:
    line = (token.map or [0])[0]
    marker = inside.indent + margin(page.lines[line][inside.indent :])
    words = inner.indent + margin(page.lines[line][inner.indent :])
    place = page.point(line, marker)
    if ("S031", line + 1, page.column(line, words)) not in page.found:
        hint = "Begin the item with its label, such as (a), or write it as a paragraph."
        page.report("S023", place, "The list item has no label.", hint)
    inner.previous = inside.previous
    return Item(run(page, inner), place)


# -- gaps -------------------------------------------------------------------------------------------


def _read_gap(page: Page, source: str, stretch: Stretch, inside: Container, depth: int) -> Gap | None:
    found = GAP.match(source)
    if not found:
        return None
    before = inside.previous
    first = _read_label(page, found[1], stretch, inside)
    last = _read_label(page, found[2], stretch, inside) if first and found[2] else first
    if not first or not last:
        inside.previous = before
        return None
    if last.label.key < first.label.key or len(last.label.key) != len(first.label.key):
        _report_gap(
            page, stretch, f"“{shortened(source)}” does not run from a label to a later one of its level."
        )
    place = page.place((stretch.part(0, len(source)),))
    return Gap(first.label, last.label, found[3], depth, first.level, place)


def _check_nearly_gap(page: Page, head: Stretch, words: Stretch) -> None:
    if NEARLY_GAP.match(words.source) and ("S036", head.line, head.column) not in page.found:
        _report_gap(page, words, f"“{shortened(words.source)}” is read as words: it declares no gap.")


def _report_gap(page: Page, stretch: Stretch, message: str) -> None:
    hint = "Write 3.1 to 3.4 [Not reproduced] or 3.1 [Not used], with no id and nothing under it."
    page.report("S036", page.place((stretch,)), message, hint)
