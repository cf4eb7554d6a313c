"""The styles that papers need besides those of documents: facts, lists, boxes, fields, footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from .style import (
    BOLD,
    FLUSH,
    GREY,
    KEEP_LINES,
    KEEP_NEXT,
    LIST_STEP,
    NAVY,
    STEPS,
    Style,
    before,
    border,
    colour,
    indent,
    shade,
    size,
)


def _lists() -> Iterator[Style]:
    """Three levels of bullets, of items with a marker, and of further paragraphs of either."""
    for level in (1, 2, 3):
        left = LIST_STEP * level
        hanging = before(60) + indent(left, LIST_STEP)
        bullet = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        number = "" if level == 1 else f" {level}"
        yield Style(f"ListBullet{level}", f"List Bullet{number}", bullet + hanging)
        yield Style(f"MarkedItem{level}", f"Marked item{number}", hanging)
        yield Style(f"ItemWords{level}", f"Item words{number}", before(60) + indent(left))


_FRONT = (
    Style("Issuer", "Issuer", before(0), BOLD + colour(GREY) + size(22)),
    Style(
        "ShortTitle",
        "Short title",
        KEEP_LINES + border("bottom", width=12, space=8) + before(60),
        BOLD + colour(NAVY) + size(40),
    ),
    Style("ShortSubtitle", "Short subtitle", KEEP_LINES + before(160), size(24)),
    Style("FactLabel", "Fact label", before(40, 240), BOLD + colour(GREY) + size(19)),
    Style("FactText", "Fact text", before(40, 240), size(19)),
)

_TEXT = (
    Style("UnnumberedHeading2", "Unnumbered heading 2", FLUSH, based="Heading2"),
    Style("UnnumberedHeading3", "Unnumbered heading 3", FLUSH, based="Heading3"),
    Style("NumberedText", "Numbered text", indent(STEPS[0], STEPS[0])),
    *_lists(),
    Style("Signature", "Signature", KEEP_LINES + before(60)),
    Style("SignatureTop", "Signature top", before(720), based="Signature", follows="Signature"),
    Style("FootnoteText", "footnote text", before(40, 240), size(17)),
)

_BOXES = (
    Style("BoxLabel", "Box label", KEEP_NEXT + before(60), BOLD + colour(NAVY)),
    Style("BoxText", "Box text", before(60)),
    Style("ExtractSource", "Extract source", KEEP_NEXT + before(0), BOLD + colour(GREY) + size(18)),
    Style("FieldLabel", "Field label", before(40, 240), BOLD + size(19)),
    Style("FieldHelp", "Field help", before(20, 240), colour(GREY) + size(17)),
    Style("FieldText", "Field text", before(40, 240), size(20)),
)

_WORDS = (
    Style("WebLink", "Web link", run=colour(NAVY) + '<w:u w:val="single"/>', kind="character"),
    Style("Unknown", "Unknown", run=shade("FFF2A8"), kind="character"),
    Style(
        "FootnoteReference",
        "footnote reference",
        run='<w:vertAlign w:val="superscript"/>',
        kind="character",
    ),
    Style("PlaceholderText", "Placeholder Text", run=colour(GREY), kind="character"),
)

PAPER_STYLES = (*_FRONT, *_TEXT, *_BOXES, *_WORDS)
