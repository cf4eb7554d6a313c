"""A paper (consultation, direction, response form, report) as an HTML page and as PDF."""

from __future__ import annotations

from urllib.parse import quote

from toolkit.model.paper import Paper, PaperHeading, plain

from .html import dress
from .layout import Entry
from .paper_blocks import PaperWriter
from .pdf_press import press
from .templates import Fragment, Templates


def paper_html(paper: Paper, templates: Templates) -> bytes:
    """A paper as one self-contained page that loads nothing and works without its script."""
    look = dress(templates, marking=paper.marking)
    return templates.render("paper.html.j2", **_values(paper, paged=False), **look).encode("utf-8")


def paper_pdf(paper: Paper, templates: Templates, identifier: bytes | str) -> bytes:
    """A paper as PDF 1.7 with the tags of PDF/UA-1; its date, where it has one, goes into the file."""
    sheets = ("print.css", "paper-print.css", *(["marking-print.css"] if paper.marking else []))
    page = templates.render(
        "paper-print.html.j2",
        author=paper.author,
        created=paper.date,
        running=(paper.title, "", paper.classification),
        style=Fragment("".join(map(templates.text, sheets))),
        **_values(paper, paged=True),
    )
    return press(page, templates, identifier)


def _values(paper: Paper, paged: bool) -> dict[str, object]:
    writer = PaperWriter(paper.footnotes, paged)
    facts = tuple((fact.label, writer.inline(fact.words)) for fact in paper.facts)
    blocks = writer.blocks(paper.blocks)
    notes = () if paged else tuple((note.number, writer.inline(note.words)) for note in paper.footnotes)
    return {
        "paper": paper,
        "entries": _entries(paper),
        "facts": facts,
        "blocks": blocks,
        "notes": notes,
        "called": writer.called,
        "heading": f"{paper.title}: {paper.subtitle}" if paper.subtitle else paper.title,
        "language": paper.language,
        "marking": paper.marking,
    }


def _entries(paper: Paper) -> tuple[Entry, ...]:
    if not paper.contents:
        return ()
    return tuple(_entry(heading) for heading in paper.listed if heading.level <= 3)


def _entry(heading: PaperHeading) -> Entry:
    title = " ".join(plain(heading.words).split())
    return Entry(heading.level, heading.number, title, f"#{quote(heading.id)}", False)
