"""Files in which words stand where nobody looks: what every search for confidential words has to find."""

from __future__ import annotations

import html
import json
import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from openpyxl import Workbook
from openpyxl.comments import Comment
from sample_paper import prose, sample_paper

from toolkit.model.paper import Prose, Run
from toolkit.render.paper_page import paper_html, paper_pdf
from toolkit.render.templates import Templates

Sabotaged = tuple[str, bytes]
"""The name of a file, and its bytes."""

_TEMPLATES = Templates.of()


def _zip(name: str, parts: dict[str, str | bytes], comment: str = "") -> Sabotaged:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for part, data in parts.items():
            file.writestr(part, data)
        file.comment = comment.encode()
    return name, buffer.getvalue()


def _word(part: str, xml: str) -> Sabotaged:
    return _zip("paper.docx", {"word/document.xml": "<w:p><w:t>Nothing</w:t></w:p>", part: xml})


def _split(words: str) -> str:
    """Each word in two runs of a paragraph, as a change of letters in its middle leaves it."""
    runs = "".join(
        f"<w:r><w:t>{html.escape(one[:2])}</w:t></w:r><w:r><w:rPr/><w:t>{html.escape(one[2:])} </w:t></w:r>"
        for one in words.split()
    )
    return f"<w:p>{runs}</w:p>"


def _sheet(edit: Callable[[Workbook], None]) -> Sabotaged:
    book = Workbook()
    edit(book)
    buffer = BytesIO()
    book.save(buffer)
    return "responses.xlsx", buffer.getvalue()


def _hidden_sheet(words: str) -> Sabotaged:
    def edit(book: Workbook) -> None:
        sheet = book.create_sheet("Notes")
        sheet.sheet_state = "hidden"
        sheet["ZZ900"] = words

    return _sheet(edit)


def _cell_comment(words: str) -> Sabotaged:
    def edit(book: Workbook) -> None:
        book.active["A1"].comment = Comment(words, "Author")

    return _sheet(edit)


def _book(edit: Callable[[pikepdf.Pdf], None]) -> Sabotaged:
    book = pikepdf.new()
    book.add_blank_page()
    edit(book)
    buffer = BytesIO()
    book.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return "paper.pdf", buffer.getvalue()


def _information(words: str) -> Sabotaged:
    return _book(lambda book: book.docinfo.__setitem__("/Keywords", words))


def _metadata(words: str) -> Sabotaged:
    def edit(book: pikepdf.Pdf) -> None:
        with book.open_metadata() as data:
            data["dc:description"] = words

    return _book(edit)


def _attachment(words: str) -> Sabotaged:
    return _book(lambda book: book.attachments.__setitem__("notes.txt", words.encode()))


def _attachment_name(words: str) -> Sabotaged:
    return _book(lambda book: book.attachments.__setitem__(f"{words}.txt", b"Nothing"))


def _note(words: str) -> Sabotaged:
    def edit(book: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=words, Rect=[0, 0, 9, 9]
        )
        book.pages[0].Annots = pikepdf.Array([book.make_indirect(note)])

    return _book(edit)


def _spoken(words: str) -> Sabotaged:
    def edit(book: pikepdf.Pdf) -> None:
        book.Root.StructTreeRoot = book.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.Figure, Alt=f"{words} é\u2014")  # not Latin: UTF-16
        )

    return _book(edit)


def _actual_text(words: str) -> Sabotaged:
    code = ("\ufeff" + words).encode("utf-16-be").hex()
    content = f"/Span <</ActualText <{code}>>> BDC EMC".encode()
    return _book(lambda book: book.pages[0].__setattr__("Contents", book.make_stream(content)))


def _bookmark(words: str) -> Sabotaged:
    def edit(book: pikepdf.Pdf) -> None:
        with book.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(words, 0))

    return _book(edit)


def _paper(words: str, mark: Callable[[str], Run] = Run) -> bytes:
    runs = tuple(mark(f"{one} ") for one in words.split())
    paper = sample_paper()
    return paper_pdf(replace(paper, blocks=(*paper.blocks, Prose(runs))), _TEMPLATES, "sabotage")


def _page_of_paper(words: str) -> Sabotaged:
    return "paper.pdf", _paper(words)


def _bold_in_words(words: str) -> Sabotaged:
    """Each word of a page in two weights."""
    runs = tuple(run for one in words.split() for run in (Run(one[:1], strong=True), Run(f"{one[1:]} ")))
    paper = sample_paper()
    return "paper.pdf", paper_pdf(replace(paper, blocks=(Prose(runs),)), _TEMPLATES, "sabotage")


def _page_of_web(words: str) -> Sabotaged:
    paper = sample_paper()
    return "paper.html", paper_html(replace(paper, blocks=(*paper.blocks, prose(words))), _TEMPLATES)


def _entities(words: str) -> Sabotaged:
    spelled = "".join(f"&#x{ord(letter):x};" if letter != " " else " " for letter in words)
    return "paper.html", f"<p>{spelled}</p>".encode()


def _inner(words: str) -> Sabotaged:
    _, inner = _zip("inner.zip", {"notes.txt": words})
    return _zip("paper.docx", {"word/document.xml": "<w:p/>", "word/embeddings/object.bin": inner})


PLACES: dict[str, Callable[[str], Sabotaged]] = {
    "words of a page": _page_of_web,
    "entities": _entities,
    "comment of a page": lambda words: ("paper.html", f"<p>Nothing</p><!-- {words} -->".encode()),
    "alternative text": lambda words: ("paper.html", f'<img alt="{html.escape(words)}">'.encode()),
    "script": lambda words: ("paper.html", f"<script>let a = {json.dumps(words)}</script>".encode()),
    "address": lambda words: ("paper.html", f'<a href="?{urllib.parse.quote(words)}">a</a>'.encode()),
    "properties of a Word file": lambda words: _word("docProps/core.xml", f"<dc:title>{words}</dc:title>"),
    "custom property": lambda words: _word("docProps/custom.xml", f'<property name="{words}"/>'),
    "Word comment": lambda words: _word("word/comments.xml", f"<w:comment><w:t>{words}</w:t></w:comment>"),
    "Word alternative text": lambda words: _word("word/header1.xml", f'<wp:docPr descr="{words}"/>'),
    "deleted text": lambda words: _word("word/footnotes.xml", f"<w:delText>{words}</w:delText>"),
    "words in two runs": lambda words: _word("word/header2.xml", _split(words)),
    "name of a part": lambda words: _word(f"customXml/{words}.xml", "<a/>"),
    "comment of a package": lambda words: _zip("paper.docx", {"word/document.xml": "<w:p/>"}, words),
    "package in a package": _inner,
    "hidden sheet": _hidden_sheet,
    "comment of a cell": _cell_comment,
    "page of a paper": _page_of_paper,
    "page of a paper in two weights": _bold_in_words,
    "information of a PDF": _information,
    "metadata of a PDF": _metadata,
    "attachment of a PDF": _attachment,
    "name of an attachment": _attachment_name,
    "note on a page": _note,
    "read out in place of a picture": _spoken,
    "read out in place of glyphs": _actual_text,
    "bookmark": _bookmark,
    "name of a file": lambda words: (f"{words.lower().replace(' ', '-')}.csv", b"a,b\n"),
    "cell of a CSV file": lambda words: ("matrix.csv", f'a,"{words}"\n'.encode()),
    "UTF-16": lambda words: ("matrix.csv", f"a,{words}\n".encode("utf-16")),
    "search data": lambda words: ("search.json", json.dumps({"entries": [words]}).encode()),
    "escaped search data": lambda words: (
        "search.json", ('["' + "".join(f"\\u{ord(one):04x}" for one in words) + '"]').encode()
    ),
    "manifest": lambda words: ("manifest.json", json.dumps({"inputs": [{"file": words}]}).encode()),
}  # fmt: skip
