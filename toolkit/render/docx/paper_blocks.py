"""The blocks of a paper in Word: a table from kind of block to small function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from toolkit.model.paper import (
    Alert,
    Chart,
    Extract,
    Form,
    ListItem,
    PageBreak,
    PaperBlock,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    Run,
    Signature,
    plain,
)

from ..chart import chart_table
from .bars import chart_bars
from .form import form_table
from .markup import add, add_plain, make
from .setting import Setting, add_properties
from .style import LIST_STEP, PALE, STEPS
from .table import ALIGN, MATRIX_LETTER, TABLE_LETTER, WIDE, new_cell, new_row, shared_widths

if TYPE_CHECKING:
    from .paper import PaperBody

_DEEPEST = 3
_SHORT_MARKER = 4
"""The characters of (a) or (ii); longer markers, such as 3.24 or (viii), hang further out."""
_LONG_STEP = 794
_BOX_LABEL = 1474
"""The width of the label of a question."""


def _heading(body: PaperBody, block: PaperHeading) -> None:
    level = min(max(block.level, 1), _DEEPEST)
    bare = f"UnnumberedHeading{'' if level == 1 else level}"
    lead = f"{block.number}\t" if block.number else ""
    element = body.paragraph(f"Heading{level}" if block.number else bare, block.words, lead)
    body.bookmark(element, block.id)


def _prose(body: PaperBody, block: Prose) -> None:
    leads = plain(block.words).endswith(":")
    if block.number:
        body.paragraph("NumberedText", block.words, f"{block.number}\t", keep=leads)
    else:
        style = _in_list(body, "ItemWords") if body.spot.depth else body.spot.style
        body.paragraph(style, block.words, keep=leads)


def _list(body: PaperBody, block: PaperList) -> None:
    outer = body.spot
    if not outer.depth and isinstance(body.last, Prose) and body.last.number:  # under its words
        body.spot = outer._replace(left=outer.left + STEPS[0])
    here = body.spot
    short = all(len(item.marker) <= _SHORT_MARKER and "." not in item.marker for item in block.items)
    step = LIST_STEP if short else _LONG_STEP
    for item in block.items:
        body.spot = here._replace(depth=min(here.depth + 1, _DEEPEST), left=here.left + step)
        _item(body, item, step)
    body.spot = outer


def _item(body: PaperBody, item: ListItem, step: int) -> None:
    """An item: its marker, or Word's own bullet, stands at the head of its first paragraph."""
    first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (Prose(()), ())
    words, rest = (first.words, rest) if isinstance(first, Prose) else ((), item.blocks)
    leads = plain(words).endswith(":")
    if item.marker:
        body.paragraph(_in_list(body, "MarkedItem", step), words, f"{item.marker}\t", keep=leads)
    else:
        body.paragraph(_in_list(body, "ListBullet", step), words, keep=leads)
    for block in rest:
        body.block(block)


def _in_list(body: PaperBody, family: str, hanging: int | None = None) -> Setting:
    """The style of a depth, which knows the usual steps; others are said beside it."""
    style = f"{family}{body.spot.depth}"
    if body.spot.left == LIST_STEP * body.spot.depth and hanging in (None, LIST_STEP):
        return Setting(style)
    return Setting(style, body.spot.left, hanging or (LIST_STEP if family == "ListBullet" else None))


def _table(body: PaperBody, block: PaperTable) -> None:
    captioned = bool(block.caption)
    if captioned:
        body.bookmark(body.paragraph("Caption", (), block.caption), block.id)
    rows = [block.header] if block.header else []
    lines = [[_bold(plain(cell)) for cell in block.header]] if block.header else []
    lines += [[plain(cell) for cell in row] for row in block.rows]
    count = max(map(len, lines), default=0)
    if not count:
        return
    family, letter = ("Matrix", MATRIX_LETTER) if count > WIDE else ("Table", TABLE_LETTER)
    widths = shared_widths(lines, count, body.spot.width, letter)
    element = body.table("RuledTable", widths, block.caption or block.title, captioned)
    for number, cells in enumerate((*rows, *block.rows)):
        head = bool(block.header) and number == 0
        row = new_row(element, head)
        for at, words in enumerate(cells):
            leading = head or (not block.header and at == 0)
            align = ALIGN.get(block.alignments[at], "") if at < len(block.alignments) else ""
            paragraph = add(new_cell(row, widths[at], leading), "p")
            chosen = Setting(f"{family}{'Head' if leading else 'Text'}", align=align)
            properties = add_properties(paragraph, chosen, body.revisions)
            if block.short and number < len(lines) - 1:
                properties.insert(1, make("keepNext"))
            body.words.write(paragraph, words)


def _bold(words: str) -> str:
    """Words as wide as the same in bold, whose letters take more room: one letter more for each."""
    return " ".join(f"{word}n" for word in words.split())


def _question(body: PaperBody, block: QuestionBox) -> None:
    widths = (_BOX_LABEL, body.spot.width - _BOX_LABEL)
    element = body.table("Box", widths, block.label)
    row = new_row(element, head=False)
    label = new_cell(row, widths[0], head=False)
    add(label[0], "shd", val="clear", color="auto", fill=PALE)
    paragraph = add(label, "p")
    add_properties(paragraph, Setting("BoxLabel"), body.revisions)
    add_plain(paragraph, block.label)
    body.bookmark(paragraph, block.id)
    body.cell(row, widths[1], block.blocks)


def _alert(body: PaperBody, block: Alert) -> None:
    title = block.title or block.kind.capitalize()
    _boxed(body, "Box", title, "BoxLabel", block.blocks)


def _extract(body: PaperBody, block: Extract) -> None:
    _boxed(body, "SideRule", block.source, "ExtractSource", block.blocks)


def _boxed(body: PaperBody, style: str, title: str, title_style: str, blocks: tuple[PaperBlock, ...]) -> None:
    """Blocks in a box of one cell, under what says what they are."""
    row = new_row(body.table(style, (body.spot.width,), title), head=False)
    row.remove(row[0])  # a long passage may run on to the next page
    body.cell(row, body.spot.width, blocks, title, title_style)


def _form(body: PaperBody, block: Form) -> None:
    body.gap()
    body.spot.element.append(form_table(block, body.spot.width, body.revisions))


def _chart(body: PaperBody, block: Chart) -> None:
    """Bars of shaded cells, and the counts as a table: Word has no drawing that all offices show alike."""
    body.paragraph(body.spot.style, (Run(block.title, strong=True),), keep=True)
    chart_bars(body, block)
    if not block.tabled:
        _table(body, chart_table(block))


def _signature(body: PaperBody, block: Signature) -> None:
    for number, words in enumerate(block.lines):
        style = "Signature" if number else "SignatureTop"
        body.paragraph(style, words, keep=number < len(block.lines) - 1)


def _page_break(body: PaperBody, block: PageBreak) -> None:
    body.break_page()


WRITERS: Mapping[type, Callable[[PaperBody, Any], None]] = {
    PaperHeading: _heading,
    Prose: _prose,
    PaperList: _list,
    PaperTable: _table,
    QuestionBox: _question,
    Alert: _alert,
    Extract: _extract,
    Form: _form,
    Chart: _chart,
    Signature: _signature,
    PageBreak: _page_break,
}
