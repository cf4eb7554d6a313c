"""The styles of a document: title page, contents, headings, clauses, tables, margins.

Nothing is numbered by a style: labels are words of the law and stand in the text. Space stands before
paragraphs, never after, so that a table keeps its distance from what follows.
"""

from __future__ import annotations

from .style import (
    BOLD,
    CENTRED,
    FLUSH,
    GREY,
    ITALIC,
    KEEP,
    KEEP_LINES,
    KEEP_NEXT,
    LEFT,
    NAVY,
    STEP,
    STEPS,
    TYPEWRITER,
    Style,
    before,
    border,
    colour,
    ends,
    indent,
    outline,
    shade,
    size,
)

_FIRST = STEPS[0]


def _heading(level: int, half_points: int, space: int) -> Style:
    """A heading hangs by its label, as the clauses under it do."""
    return Style(
        f"Heading{level}",
        f"heading {level}",
        KEEP + before(space) + indent(_FIRST, _FIRST) + outline(level - 1),
        BOLD + (colour(NAVY) if level < 3 else "") + size(half_points),
        follows="ClauseWords1",
    )


def _clause(depth: int, left: int) -> Style:
    return Style(f"Clause{depth}", f"Clause {depth}", indent(left, _FIRST if depth == 1 else STEP))


def _clause_words(depth: int, left: int) -> Style:
    return Style(f"ClauseWords{depth}", f"Clause words {depth}", indent(left))


def _contents(level: int, left: int, hanging: int, space: int) -> Style:
    words = left + hanging
    # A label such as Appendix B is longer than a number, and goes on to the second stop.
    stops = ends(("left", words), ("left", max(words + 1, 1531)), leader="dot")
    place = f'<w:ind w:left="{words}" w:right="567" w:hanging="{hanging}"/>'
    return Style(f"TOC{level}", f"toc {level}", stops + before(space) + place, BOLD if level == 1 else "")


_FRONT = (
    Style("Imprint", "Imprint", before(1800), BOLD + colour(GREY) + size(24)),
    Style(
        "Title",
        "Title",
        KEEP_LINES + border("bottom", width=12, space=14) + before(240),
        BOLD + colour(NAVY) + size(56),
        follows="Subtitle",
    ),
    Style("Subtitle", "Subtitle", KEEP_LINES + before(240), size(30)),
    Style("Particulars", "Particulars", before(80), size(22)),
    Style(
        "Notice",
        "Notice",
        KEEP_LINES
        + border("top", "left", "bottom", "right", colour=GREY, width=4)
        + before(600)
        + '<w:ind w:left="142" w:right="142"/>',
        size(20),
    ),
    Style("ContentsHeading", "Contents heading", KEEP + before(0), BOLD + colour(NAVY) + size(32)),
    *(_contents(*shape) for shape in ((1, 0, _FIRST, 120), (2, _FIRST, 737, 40), (3, _FIRST + 737, 737, 40))),
)

_TEXT = (
    *(_heading(*shape) for shape in ((1, 28, 400), (2, 24, 280), (3, 22, 240))),
    Style("AnnexHeading", "Annex heading", indent(1701, 1701), based="Heading1"),
    Style("UnnumberedHeading", "Unnumbered heading", FLUSH, based="Heading1"),
    Style(
        "GapHeading",
        "Gap heading",
        KEEP + before(320) + indent(_FIRST, _FIRST),
        BOLD + colour(GREY) + size(24),
    ),
    Style(
        "Crossheading",
        "Crossheading",
        KEEP + before(240) + indent(_FIRST) + outline(1),
        BOLD + ITALIC,
        follows="Clause1",
    ),
    *(_clause(depth, left) for depth, left in enumerate(STEPS, start=1)),
    *(_clause_words(depth, left) for depth, left in enumerate(STEPS, start=1)),
    Style("BodyText", "Body Text"),
    Style("Definition", "Definition", indent(_FIRST)),
    Style(
        "Code",
        "Code",
        KEEP_LINES + shade("F3F4F5") + "<w:suppressAutoHyphens/>" + before(120, 240) + indent(_FIRST) + LEFT,
        TYPEWRITER + size(18),
    ),
    Style(
        "DraftingNote",
        "Drafting note",
        border("left", colour=GREY, width=18, space=8) + before(120) + indent(_FIRST),
        colour(GREY) + size(19),
    ),
)

_TABLES = (
    Style("Caption", "caption", KEEP + before(240), BOLD + size(20)),
    Style("TableText", "Table text", before(40, 240) + LEFT, size(18)),
    Style("TableHead", "Table head", KEEP_NEXT, BOLD, based="TableText"),
    Style("MatrixText", "Matrix text", before(20, 240), size(15), based="TableText"),
    Style("MatrixHead", "Matrix head", KEEP_NEXT, BOLD, based="MatrixText"),
    Style("TableGap", "Table gap", KEEP_NEXT + before(60, 240), size(8)),
)

_EDGES = (
    Style(
        "Header",
        "header",
        border("bottom", colour=GREY, width=4, space=4) + ends() + before(0),
        colour(GREY) + size(17),
    ),
    Style(
        "Footer",
        "footer",
        border("top", colour=GREY, width=4, space=4) + ends() + before(0),
        colour(GREY) + size(17),
    ),
    Style("SectionEnd", "Section end", before(0, 240), size(4)),
    Style("Outside", "Outside entry", KEEP_LINES + before(80) + indent(397, 397), size(19)),
    Style("Closing", "Closing", before(480) + CENTRED, colour(GREY) + size(18)),
)

_WORDS = (
    Style("DefinedTerm", "Defined term", run=BOLD, kind="character"),
    Style("CodeWords", "Code words", run=TYPEWRITER, kind="character"),
    # Some programs dress every link in this style: without colour and underline, none of them shows.
    Style("Hyperlink", "Hyperlink", run=colour("auto") + '<w:u w:val="none"/>', kind="character"),
)

_SHEET = (
    Style("SheetTitle", "Sheet title", KEEP + before(0), BOLD + colour(NAVY) + size(32)),
    Style("SheetText", "Sheet text", before(120), size(20)),
    Style("SheetHeading", "Sheet heading", KEEP + before(280), BOLD + colour(NAVY) + size(22)),
    Style("SheetCell", "Sheet cell", before(40, 240) + LEFT, size(18)),
    Style("CommentText", "annotation text", before(40, 240), size(20)),
    Style("CommentReference", "annotation reference", run=size(16), kind="character"),
)

DOCUMENT_STYLES = (*_FRONT, *_TEXT, *_TABLES, *_EDGES, *_WORDS, *_SHEET)
