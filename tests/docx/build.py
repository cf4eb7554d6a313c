"""Builds small views by hand: passages in short form, with the citations of clauses read as links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from toolkit.model.change import Column, Edit, Marked, Op, Stage
from toolkit.model.label import NO_LABEL, Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text
from toolkit.render.view import ChangeLine, Declared, Link, LinkPart, Outside, View, ViewPassage

_PIECE = re.compile(r"\(\w+\)|\d[\w.]*\w|\d|Annex [A-Z]")
_CITED = re.compile(r"Clause ((?:\d+(?:\.\w+)*)(?:\(\w+\))*)")


def label(text: str) -> Label:
    return Label(tuple(_PIECE.findall(text)))


def text(plain: str, *marks: tuple[int, int, str]) -> Text:
    return Text(plain, tuple(Mark(*mark) for mark in marks))


def clause(owner: str, number: str, words: str | Text, indent: int = 0) -> Passage:
    made = label(number)
    depth = indent or len(made.parts)
    return Passage(Kind.CLAUSE, owner, depth + 1, depth, made, (_text(words),))


def heading(owner: str, number: str, words: str | Text, level: int = 1) -> Passage:
    return Passage(Kind.HEADING, owner, level, 0, label(number), (_text(words),), depth=level + 1)


def words(owner: str, plain: str | Text, indent: int = 1) -> Passage:
    return Passage(Kind.PARAGRAPH, owner, 2, indent, NO_LABEL, (_text(plain),))


def noted(plain: str, *names: str) -> Text:
    """Words in which [^name] marks a footnote, for each of the names."""
    spots = ((plain.index(f"[^{name}]"), len(name) + 3) for name in names)
    return text(plain, *((at, at + size, "footnote") for at, size in spots))


def footnote(owner: str, name: str, plain: str | Text, indent: int = 1) -> Passage:
    return Passage(Kind.FOOTNOTE, owner, 2, indent, NO_LABEL, (_text(plain),), detail=name)


def crossheading(plain: str, depth: int = 3) -> Passage:
    return Passage(Kind.CROSSHEADING, "", 1, 0, NO_LABEL, (Text(plain),), depth=depth)


def gap(number: str, detail: str, indent: int = 1, depth: int = 0) -> Passage:
    return Passage(Kind.GAP, "", 2, indent, label(number), (), detail=detail, depth=depth)


def term(owner: str, name: str, meaning: str, short: str = "") -> Passage:
    return Passage(Kind.TERM, owner, 2, 1, NO_LABEL, (Text(name), Text(meaning)), detail=short)


def caption(owner: str, number: str, title: str, indent: int = 0, matrix: bool = False) -> Passage:
    return Passage(Kind.CAPTION, owner, 1, indent, NO_LABEL, (Text(title),), detail=number, matrix=matrix)


def columns(owner: str, *cells: str) -> Passage:
    return Passage(Kind.COLUMNS, owner, 1, 0, NO_LABEL, tuple(map(Text, cells)))


def row(owner: str, *cells: str) -> Passage:
    return Passage(Kind.ROW, owner, 1, 0, NO_LABEL, tuple(map(Text, cells)))


def _text(words: str | Text) -> Text:
    return words if isinstance(words, Text) else Text(words)


def edits(*pieces: str) -> tuple[Edit, ...]:
    """Edits in short form: "+new", "-old", "=same"."""
    ops = {"+": Op.INSERT, "-": Op.OMIT, "=": Op.SAME}
    return tuple(Edit(ops[piece[0]], piece[1:]) for piece in pieces)


def following(*pieces: str) -> tuple[Edit, ...]:
    """Edits in short form, of which those that change something only follow from other changes."""
    return tuple(each._replace(consequential=each.op is not Op.SAME) for each in edits(*pieces))


def lined(
    printed: tuple[Column, ...], old: Passage | None, new: Passage | None, *each: tuple[Edit, ...]
) -> Marked:
    """A row of a table whose columns changed."""
    return Marked(old, new, each, number=1, columns=printed)


def same(passage: Passage) -> Marked:
    return Marked(passage, passage)


def inserted(passage: Passage) -> Marked:
    return Marked(None, passage, number=1)


def omitted(passage: Passage) -> Marked:
    return Marked(passage, None, number=1)


def amended(old: Passage, new: Passage, *each: tuple[Edit, ...]) -> Marked:
    return Marked(old, new, each, number=1)


def moved(old: Passage, new: Passage, name: str) -> tuple[Marked, Marked]:
    """Where it was, and where it is."""
    return Marked(old, None, moved=name, number=1), Marked(None, new, moved=name, number=1)


def view(
    marked: Iterable[Marked], outside: Sequence[Outside] = (), against: str = "1.0", **changes: Any
) -> View:
    """A view whose citations "Clause 4.12(b)" lead to the clauses that bear those labels on their side."""
    listed = tuple(marked)
    old_ids = _ids(each.old for each in listed)
    new_ids = _ids(each.new for each in listed)
    passages = tuple(_shown(each, old_ids, new_ids) for each in listed)
    plain = View(
        "TEST", "Test Document", "AL", "2.0", "", "Consultation draft", "", "A notice.", against, passages,
        tuple(outside),
    )  # fmt: skip
    former = plain.front._replace(version=against, status="Designated version") if against else None
    numbered = {"changes": _lines(listed), "former": former, **changes}
    return replace(plain, **numbered)


def _lines(marked: tuple[Marked, ...]) -> tuple[ChangeLine, ...]:
    """The list of changes: odd ones are declared, every third was made after consultation."""
    found: dict[int, ChangeLine] = {}
    for each in marked:
        number = each.number
        if number and number not in found:
            label = f"Clause {each.passage.label.text}"
            declared = (Declared("Uplift 1.2", number, "Leading zeros"),) if number % 2 else ()
            stage = Stage.AFTER if number % 3 == 0 else None
            found[number] = ChangeLine(number, label, "amended", "", each.consequential, declared, stage)
    return tuple(found.values())


def _shown(marked: Marked, old_ids: dict[str, str], new_ids: dict[str, str]) -> ViewPassage:
    """A passage with its links; those of the old text are left out where they are the same."""
    old = _links(marked.old, old_ids) if marked.old else ()
    new = _links(marked.new, new_ids) if marked.new else ()
    return ViewPassage(marked, () if old == new and not marked.changed else old, new)


def _ids(passages: Iterable[Passage | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for passage in passages:
        if passage is not None and passage.starts and passage.label.parts:
            found.setdefault(passage.label.text, passage.owner)
    return found


def _links(passage: Passage, ids: dict[str, str]) -> tuple[tuple[Link, ...], ...]:
    return tuple(tuple(_links_of(each.plain, ids)) for each in passage.texts)


def _links_of(plain: str, ids: dict[str, str]) -> Iterable[Link]:
    for found in _CITED.finditer(plain):
        parts = []
        at, so_far = found.start(1), ""
        for piece in _PIECE.findall(found[1]):
            so_far += piece
            if so_far in ids:
                parts.append(LinkPart(at, at + len(piece), ids[so_far]))
            at += len(piece)
        if found[1] in ids:
            yield Link(found.start(), found.end(), "citation", ids[found[1]], False, "", tuple(parts))
