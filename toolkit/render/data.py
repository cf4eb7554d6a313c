"""A version as data, and as one Markdown file."""

from __future__ import annotations

import json
from typing import Any

from toolkit.model.block import Clause, Table
from toolkit.model.document import Document, Part
from toolkit.model.passage import Kind
from toolkit.source.write import write_part

from .footnotes import Footnotes, footnotes
from .view import Link, View, ViewPassage

SCHEMA = "drafting-toolkit/document/1"


def document_json(view: View) -> bytes:
    """Every passage in order, with its label, its permanent id, its words and where they lead."""
    notes = footnotes(view.passages)
    facts = {
        "schema": SCHEMA,
        "code": view.code,
        "title": view.title,
        "appendix": view.appendix,
        "version": view.version,
        "status": view.status,
        "date": view.date,
        "notice": view.notice,
        "passages": [_passage(one, notes) for one in view.passages],
        "outside": [entry._asdict() for entry in view.outside],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _passage(shown: ViewPassage, notes: Footnotes) -> dict[str, Any]:
    passage = shown.marked.passage
    return {
        "kind": passage.kind.value,
        "id": passage.owner,
        "label": passage.label.text,
        "level": passage.level,
        "detail": passage.detail,
        **({"number": notes.number(shown.marked)} if passage.kind is Kind.FOOTNOTE else {}),
        "texts": [text.plain for text in passage.texts],
        "links": [[_link(link) for link in links] for links in shown.new_links],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "start": link.start,
        "end": link.end,
        "kind": link.kind,
        "target": link.target,
        "outside": link.outside,
    }


def document_markdown(document: Document) -> bytes:
    """All parts in one canonical Markdown file, under the document's title; a matrix as a pipe table."""
    register, version = document.register, document.version
    head = [f"# {register.title}", f"Version {version.name}", register.notice]
    texts = [_markdown(part) for part in document.parts]
    return ("\n\n".join([part for part in head if part] + texts)).encode("utf-8")


def _markdown(part: Part) -> str:
    return write_part(Part(part.file, tuple(map(_with_pipes, part.blocks))))


def _with_pipes(block: Any) -> Any:
    from dataclasses import replace

    if isinstance(block, Clause):
        return replace(block, blocks=tuple(map(_with_pipes, block.blocks)))
    if isinstance(block, Table) and block.matrix:
        return replace(block, matrix=False, alignments=())
    return block
