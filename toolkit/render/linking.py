"""Citations and terms of a passage as links: to a place in the same copy, or to what lies outside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toolkit.cite.citation import Citation, Target
from toolkit.cite.context import Catalogue
from toolkit.cite.links import Span, spans
from toolkit.cite.terms import Term
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Text
from toolkit.source.patterns import slug

from .view import Link, LinkPart, Links, Outside

LONGEST_TIP = 320
"""Characters of a meaning that are shown on hover; the whole stands at the definition."""

_UNLINKED = frozenset({Kind.CODE, Kind.NOTE, Kind.COMMENT, Kind.VERBATIM, Kind.GAP, Kind.COLUMNS})
_WITHOUT_TERMS = frozenset({Kind.HEADING, Kind.CROSSHEADING, Kind.CAPTION})
"""Headings lead somewhere themselves; a term in one is not a use of it."""


class Outsides:
    """The provisions and terms of other documents that a copy leads to, each once."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._entries: dict[tuple[str, ...], Outside] = {}
        self._keys: set[str] = set()

    def provision(self, target: Target, keyword: str, document: str) -> str:
        """The key of a provision of another document; `document` is its title."""
        entry = (target.document, target.version, target.label)
        if entry not in self._entries:
            where = f"{document} {target.version}".strip()
            title = f"{_called(target.label, keyword)} of the {where}" if target.label else where
            heading = target.heading if target.heading != document else ""
            key = self._key(f"x-{target.document}-{target.version}-{target.label}")
            file = self._files.get(f"{target.document}@{target.version}", "")
            self._entries[entry] = Outside(key, title, heading, file, target.id if file else "")
        return self._entries[entry].key

    def term(self, term: Term, keyword: str, document: str) -> str:
        """The key of a term that another document defines; `document` is its title."""
        entry = ("", term.document, term.name)
        if entry not in self._entries:
            where = f"{_called(term.section, keyword)} of the {document}" if term.section else document
            key = self._key(f"t-{term.document}-{term.name}")
            self._entries[entry] = Outside(key, f"“{term.name}” ({where})", _sentence(term.meaning))
        return self._entries[entry].key

    def _key(self, words: str) -> str:
        base = slug(words)
        key, number = base, 1
        while key in self._keys:
            number += 1
            key = f"{base}-{number}"
        self._keys.add(key)
        return key

    def listed(self) -> tuple[Outside, ...]:
        """All of them: provisions first, each kind in order of title."""
        return tuple(
            sorted(self._entries.values(), key=lambda one: (one.title.startswith("“"), _natural(one.title)))
        )


class Linker:
    """Makes the links of one version's passages."""

    def __init__(self, library: Library, loaded: Loaded, outsides: Outsides) -> None:
        self._library = library
        self._loaded = loaded
        self._outsides = outsides
        self._context = Catalogue.of(library).context(loaded)

    def links(self, passage: Passage) -> Links:
        """For each text of a passage, its links in order."""
        if passage.kind in _UNLINKED:
            return ()
        return tuple(self._text(passage, number, text) for number, text in enumerate(passage.texts))

    def _text(self, passage: Passage, number: int, text: Text) -> tuple[Link, ...]:
        if passage.kind is Kind.TERM and number == 0:
            return ()
        found = (self._link(span, passage) for span in spans(text, passage.owner, self._context))
        return tuple(link for link in found if link)

    def _link(self, span: Span, passage: Passage) -> Link | None:
        if span.citation is not None:
            return self._citation(span.citation)
        if span.use is None or passage.kind in _WITHOUT_TERMS or span.use.term.id == passage.owner:
            return None
        term = span.use.term
        tip = f"“{term.name}” {_short(term.meaning)}"
        if term.id:
            return Link(span.start, span.end, "term", term.id, False, tip)
        key = self._outsides.term(term, self._keyword(term.document), self._title(term.document))
        return Link(span.start, span.end, "term", key, True, tip)

    def _citation(self, citation: Citation) -> Link | None:
        target = citation.target
        if target is None:
            return None
        own = target.document == self._loaded.document.register.code
        if own and target.version in ("", self._loaded.document.version.name):
            inside = target.id or self._around(target.label)
            if not inside:
                return None
            parts = tuple(LinkPart(*part) for part in citation.parts)
            return Link(citation.start, citation.end, "citation", inside, False, self._tip(target), parts)
        title = self._title(target.document)
        key = self._outsides.provision(target, self._keyword(target.document), title)
        tip = (
            f"{_called(target.label, self._keyword(target.document))} {_dash(target.heading)}, {title}".strip(
                " ,"
            )
        )
        return Link(citation.start, citation.end, "citation", key, True, tip)

    def _around(self, label: str) -> str:
        """The id of the clause in which a gap stands; clauses not reproduced have no id of their own."""
        labels = self._loaded.index.labels
        while "." in label or "(" in label:
            label = label[: max(label.rfind("."), label.rfind("("))]
            if label in labels:
                return labels[label].id
        return ""

    def _tip(self, target: Target) -> str:
        gap = f" [{target.gap}]" if target.gap else ""
        keyword = self._loaded.document.register.scheme.keyword
        return f"{_called(target.label, keyword)}{gap} {_dash(target.heading)}".strip()

    def _title(self, code: str) -> str:
        external = self._library.externals.get(code)
        register = self._library.registers.get(code)
        found = external or register
        return found.title if found else code

    def _keyword(self, code: str) -> str:
        external = self._library.externals.get(code)
        register = self._library.registers.get(code)
        return external.keyword if external else register.scheme.keyword if register else ""


def _called(label: str, keyword: str) -> str:
    """A label with what it is called: Clause 4.29; Table 16.9 and Annex A say it themselves."""
    if not label or not keyword or label.startswith(("Table ", "Annex ", "Appendix ", "Schedule ")):
        return label
    return f"{keyword} {label}"


def _dash(heading: str) -> str:
    return f"– {heading}" if heading else ""


def _short(meaning: str) -> str:
    words = meaning.strip()
    if len(words) <= LONGEST_TIP:
        return words.rstrip(";")
    return words[: words.rfind(" ", 0, LONGEST_TIP)].rstrip(",;: ") + " …"


def _sentence(meaning: str) -> str:
    words = meaning.strip().rstrip(";.")
    return f"{words}." if words else ""


def _natural(title: str) -> tuple[tuple[int, str], ...]:
    """Numbers in titles sort as numbers: Clause 9 before Clause 18."""
    return tuple(
        (int(piece), "") if piece.isdigit() else (-1, piece.lower()) for piece in re.split(r"(\d+)", title)
    )
