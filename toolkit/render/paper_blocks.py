"""The blocks of a paper as HTML, for a page and for paper: a table from kind of block to small function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from toolkit.model.paper import (
    Alert,
    Chart,
    Control,
    Extract,
    Field,
    Footnote,
    Form,
    Inline,
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
)

from .chart import chart_svg, chart_table
from .templates import Fragment, safe_url


class PaperWriter:
    """Writes the words of one paper; it remembers which footnotes have been marked before."""

    def __init__(self, footnotes: Iterable[Footnote], paged: bool) -> None:
        self.notes = {note.number: note.words for note in footnotes}
        self.paged = paged
        """Whether it is for paper: footnotes stand at the foot of the page, links only where they lead."""
        self.called: set[int] = set()

    def blocks(self, blocks: Iterable[PaperBlock]) -> Fragment:
        """Blocks, in order."""
        return Fragment("\n".join(_WRITERS[type(block)](self, block) for block in blocks))

    def inline(self, inline: Inline) -> Fragment:
        """Words in their manner of print, with links and footnote marks."""
        return Fragment("".join(self._run(run) for run in inline))

    def _run(self, run: Run) -> str:
        if run.footnote:
            return self._mark(run.footnote)
        if run.line_break:
            return "<br>"
        html = escape(run.text)
        for on, tag in ((run.code, "code"), (run.em, "em"), (run.strong, "strong")):
            html = f"<{tag}>{html}</{tag}>" if on else html
        if run.placeholder:
            html = f"<mark>{html}</mark>"
        href = self._href(run.link)
        return f'<a href="{escape(href)}">{html}</a>' if href else html

    def _href(self, link: str) -> str:
        """A link that is safe; on paper, one that does not lead to a sibling file, which has no address."""
        href = safe_url(link)
        return "" if self.paged and not href.startswith(("#", "http:", "https:", "mailto:")) else href

    def _mark(self, number: int) -> str:
        first = number not in self.called
        self.called.add(number)
        if self.paged and first:
            words = self.inline(self.notes.get(number, ()))
            return f'<span class="footnote" id="_fn{number}" data-number="{number}">{words}</span>'
        anchor = f' id="_fr{number}"' if first else ""
        spoken = '<span class="spoken">Footnote </span>'
        return f'<sup{anchor}><a class="call" href="#_fn{number}">{spoken}{number}</a></sup>'


def _heading(writer: PaperWriter, block: PaperHeading) -> str:
    tag = f"h{min(max(block.level, 1), 5) + 1}"
    number = f'<span class="label">{escape(block.number)} </span>' if block.number else ""
    kind = "numbered" if block.number else "bare"
    return f'<{tag} id="{escape(block.id)}" class="{kind}">{number}{writer.inline(block.words)}</{tag}>'


def _prose(writer: PaperWriter, block: Prose) -> str:
    if not block.number:
        return f"<p>{writer.inline(block.words)}</p>"
    number = f'<span class="label">{escape(block.number)} </span>'
    return f'<p class="numbered">{number}{writer.inline(block.words)}</p>'


def _list(writer: PaperWriter, block: PaperList) -> str:
    items = []
    marked = any(item.marker for item in block.items)
    for item in block.items:
        items.append(f"<li>{_item(writer, item)}</li>")
    # The markers are printed as they are, so the list itself shows none; the role keeps it a list for all.
    opening, closing = ('<ol class="marked" role="list">', "</ol>") if marked else ("<ul>", "</ul>")
    return opening + "\n".join(items) + closing


def _item(writer: PaperWriter, item: ListItem) -> str:
    """The blocks of an item; its marker stands at the head of its first paragraph."""
    if not item.marker:
        return str(writer.blocks(item.blocks))
    first, *rest = item.blocks or (Prose(()),)
    words, further = (first.words, rest) if isinstance(first, Prose) else ((), item.blocks)
    marker = f'<span class="label">{escape(item.marker)} </span>'
    return f'<p class="item">{marker}{writer.inline(words)}</p>{writer.blocks(further)}'


def _table(writer: PaperWriter, block: PaperTable) -> str:
    head = "".join(_cell(writer, cell, "th", _side(block, n), "col") for n, cell in enumerate(block.header))
    rows = "\n".join(
        "<tr>" + "".join(_body_cell(writer, block, cell, n) for n, cell in enumerate(row)) + "</tr>"
        for row in block.rows
    )
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    name = escape(block.caption or block.title or "Table")
    region = "" if writer.paged else f' role="group" aria-label="{name}" tabindex="0"'
    thead = f"<thead><tr>{head}</tr></thead>" if head else ""
    kind = "table short" if block.short else "table"
    return (
        f'<div class="{kind}"{region}><table id="{escape(block.id)}">{caption}{thead}'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _body_cell(writer: PaperWriter, block: PaperTable, cell: Inline, column: int) -> str:
    if column == 0 and not block.header:
        return _cell(writer, cell, "th", _side(block, column), "row")
    return _cell(writer, cell, "td", _side(block, column))


def _cell(writer: PaperWriter, cell: Inline, tag: str, side: str, scope: str = "") -> str:
    given = f' scope="{scope}"' if scope else ""
    return f'<{tag} class="{side}"{given}>{writer.inline(cell)}</{tag}>'


def _side(block: PaperTable, column: int) -> str:
    given = block.alignments[column] if column < len(block.alignments) else ""
    return given if given in ("right", "center") else "left"


def _question(writer: PaperWriter, block: QuestionBox) -> str:
    anchor = escape(block.id)
    return (
        f'<div class="question" id="{anchor}" role="group" aria-labelledby="{anchor}-label">'
        f'<p class="name" id="{anchor}-label">{escape(block.label)}</p>'
        f'<div class="asks">{writer.blocks(block.blocks)}</div></div>'
    )


def _alert(writer: PaperWriter, block: Alert) -> str:
    kind = block.kind if block.kind in ("note", "important", "warning") else "note"
    title = f'<p class="about"><strong>{escape(block.title)}</strong></p>' if block.title else ""
    return f'<div class="alert is-{kind}" role="note">{title}{writer.blocks(block.blocks)}</div>'


def _extract(writer: PaperWriter, block: Extract) -> str:
    source = f'<p class="source">{escape(block.source)}</p>' if block.source else ""
    return f"<blockquote>{source}{writer.blocks(block.blocks)}</blockquote>"


def _form(writer: PaperWriter, block: Form) -> str:
    rows = "\n".join(_field(field) for field in block.fields)
    name = f'<caption class="spoken">{escape(block.label or "Form")}</caption>'
    return f'<div class="table form"><table>{name}<tbody>{rows}</tbody></table></div>'


def _field(field: Field) -> str:
    hint = f'<span class="help">{escape(field.help)}</span>' if field.help else ""
    label = f'<th scope="row">{escape(field.label)}{hint}</th>'
    box = '<span class="box"></span>'
    match field.control:
        case Control.CHOICE:
            entry = "".join(f'<span class="option">{box}{escape(option)}</span>' for option in field.options)
        case Control.CHECKBOX:
            entry = f'<span class="option">{box}{escape(field.prompt)}</span>'
        case _:
            entry = f'<span class="prompt">{escape(field.prompt)}</span>'
    return f'<tr id="{escape(field.id)}" class="{field.control.value}">{label}<td>{entry}</td></tr>'


def _chart(writer: PaperWriter, block: Chart) -> str:
    name = escape(block.id)
    counts = "" if block.tabled else _table(writer, chart_table(block))
    return (
        f'<figure class="chart" id="{name}"><figcaption>{escape(block.title)}</figcaption>'
        f"{chart_svg(block)}{counts}</figure>"
    )


def _signature(writer: PaperWriter, block: Signature) -> str:
    return f'<p class="signature">{"<br>".join(str(writer.inline(line)) for line in block.lines)}</p>'


def _page_break(writer: PaperWriter, block: PageBreak) -> str:
    return '<div class="break"></div>'


_WRITERS: Mapping[type, Callable[[PaperWriter, Any], str]] = {
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
