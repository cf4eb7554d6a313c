"""Reads the citations in plain text: one pattern finds where one can begin, small readers take it from there.

Every form is told by its words alone; what it leads to is another question (resolve). Time grows with
the length of the text and no faster: each reader looks ahead and back over a bounded stretch only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from .enumeration import read_labels
from .keyword import KEYWORD, THIS_ALONE, keyword_of
from .mention import ANNEXES, Cited, Kind, LabelPart, Mention
from .naming import (
    BRACKETED_VERSION,
    FURTHER_VERSION,
    NO_NAMES,
    NUMBER,
    VERSION,
    Names,
    question_start,
    statute_start,
)

_SPACE = re.compile(r"\s{1,3}|(?=\()")
_COMMA = re.compile(r",?\s{1,3}")
_RELATION = re.compile(r"\s{1,3}(above|below)(?!\w)")
_WITHIN = re.compile(rf"\s{{1,3}}(?:of|in|to)\s{{1,3}}(?=(?:this\s{{1,3}})?(?:{KEYWORD}))")
_OPENING = re.compile(rf"(?P<this>this\s{{1,3}})?(?P<key>{KEYWORD})")
_QUESTION_LIST = re.compile(r"(?:,?\s{1,3}(and|or|to)\s{1,3}|(,)\s{1,3})(Q\d{1,2})(?!\w)")
_BARE_BRACKETS = r"(?:\([a-z]{1,4}\)){0,3}"
_OF_DOCUMENT = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?")

_VERSION_AHEAD = rf"(?=(?:,?\s{{1,3}}(?:[Vv]ersions?\s{{1,3}}|[Vv]\.?\s?)?|{BRACKETED_VERSION}){NUMBER})"
_PARENTS = {
    Kind.PARAGRAPH: frozenset(Kind) - {Kind.VERSION, Kind.STATUTE, Kind.TABLE, Kind.QUESTION},
    Kind.CLAUSE: ANNEXES,
    Kind.SECTION: ANNEXES,
    Kind.TABLE: ANNEXES | {Kind.CLAUSE, Kind.SECTION},
}
"""Of what another provision a citation may say that it is part."""
DEEPEST = 4
"""How many provisions may be part of one another: paragraph (i) of paragraph (b) of Clause 4.12."""
FARTHEST = 160
"""Characters over which a keyword is carried to a number alone."""


@lru_cache(maxsize=32)
def _candidates(alternation: str) -> re.Pattern[str]:
    """Where a citation can begin, for the names of documents that are known."""
    known = rf"(?:{alternation})" if alternation else r"[A-Z][A-Z0-9]{1,8}(?![\w-])"
    comma = ",?" if alternation else ""
    # Most words can begin nothing: each branch begins with the letters that can begin it.
    return re.compile(
        rf"(?<![\w-])(?:(?P<name>{known})(?:"
        rf"(?P<named>(?:\s{{1,3}}[Vv]?{NUMBER})?{comma}\s{{1,3}}(?=(?:{KEYWORD})\s{{0,3}}[\dA-Z([]))"
        rf"|(?P<version>{_VERSION_AHEAD}))"
        rf"|(?P<act>(?:Act|Regulations|Order|Rules)\s{{1,3}}(?:1[89]|20)\d\d(?!\w))"
        rf"|(?P<this>[Tt]his\s{{1,3}})?(?P<key>{KEYWORD})"
        rf"|(?P<question>Q\d{{1,2}}(?!\w)(?!\s{{1,3}}(?:19|20)\d\d))"
        rf"|(?P<versions>[Vv]ersions?\s{{1,3}})(?=(?:{known}\s{{1,3}})?[Vv]?{NUMBER})"
        rf"|(?P<bareversion>[Vv])(?={NUMBER})"
        rf"|(?<![,.£/])(?=\d{{1,3}}\.\d{{1,3}}(?:[A-Za-z](?![\w%])|\([a-z]{{1,4}}\)))"
        rf"(?P<number>\d{{1,3}}\.\d{{1,3}}[A-Za-z]?{_BARE_BRACKETS})(?!\w))"
    )


def mentions(text: str, names: Names = NO_NAMES) -> tuple[Mention, ...]:
    """Every citation in a text, in order; they do not overlap.

    `names` are the documents that texts may name; without them a document is told by its shape, as an
    acronym, an Act with its year or a title that ends in Document, Licence and the like.
    """
    reader = _Reader(text, names)
    candidate = _candidates(names.alternation)
    found = candidate.search(text)
    while found:
        reader.read(found)
        found = candidate.search(text, max(found.end(), reader.end))
    return tuple(reader.found)


class _Reader:
    """Reads one text. Kept: what was found, and how far the text is used up."""

    __slots__ = ("end", "found", "names", "text")

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.found: list[Mention] = []
        self.end = 0

    def read(self, at: re.Match[str]) -> None:
        """Read the citation that may begin at a match; what is none leaves no trace."""
        if at["key"] and not _OF_FOREIGN_CODE.search(self.text, max(0, at.start() - 60), at.start()):
            self._add(self._provision(at.start(), at))
        elif at["named"]:
            self._add(self._named(at))
        elif at["name"]:
            self._add(self._version(at.start(), at["name"], at.end()))
        elif at["act"]:
            start = statute_start(self.text, at.start(), at.end(), self.end, self.names)
            if start < at.start():
                title = self.text[start : at.end()]
                self._add(Mention(start, at.end(), Kind.STATUTE, "", document=title))
        elif at["question"]:
            self._add(self._question(at))
        elif at["versions"]:
            self._add(self._versions(at))
        elif at["bareversion"]:
            self._add(self._version(at.start(), "", at.start()))
        elif self.found and at["number"]:
            self._add(self._carried(at))

    def _add(self, mention: Mention | None) -> None:
        if mention is None:
            return
        self.found.append(mention)
        self.end = mention.end
        self._add(mention.within)

    # -- provisions -------------------------------------------------------------------------------

    def _named(self, at: re.Match[str]) -> Mention | None:
        """A citation that names its document first: the TMAD, Clause 17.3."""
        opening = _OPENING.match(self.text, at.end())
        if opening is None:
            return None
        named = self.names.at(self.text, at.start())
        version = named.version if named else ""
        if "," not in at["named"]:
            return self._provision(at.start(), opening, at["name"], version)
        if self._names_its_own(opening):
            return self._name_alone(at, version)
        if _STATUTE.search(at["name"]) and not opening["key"].islower():
            return self._name_alone(at, version)
        mention = self._provision(at.start(), opening, at["name"], version)
        return replace(mention, loose=True) if mention else None

    def _names_its_own(self, opening: re.Match[str]) -> bool:
        """Whether a provision after a comma names a document itself, so that the name before is apart."""
        if self.names.at(self.text, opening.start()):
            return True  # Appendix AL
        alone = self._provision(opening.start(), opening)
        return alone is not None and bool(alone.document or alone.within)

    def _name_alone(self, at: re.Match[str], version: str) -> Mention | None:
        """A name that a comma parts from the citation after it: one itself where of a version or Act."""
        if version:
            return self._version(at.start(), at["name"], at.end("name"))
        if _STATUTE.search(at["name"]):
            return Mention(at.start(), at.end("name"), Kind.STATUTE, "", document=at["name"])
        return None

    def _provision(
        self, start: int, opening: re.Match[str], document: str = "", version: str = "", depth: int = 0
    ) -> Mention | None:
        keyword = opening["key"]
        kind, plural = keyword_of(keyword)
        this = bool(opening["this"])
        space = _SPACE.match(self.text, opening.end("key"))
        at = space.end() if space else opening.end("key")
        cited = read_labels(self.text, at, kind, plural) if space or keyword[0] == "§" else ()
        if not cited:
            if not this or plural or kind not in THIS_ALONE:
                return None
            return Mention(start, opening.end("key"), kind, keyword, this=True)
        end = cited[-1].stop
        if kind is Kind.APPENDIX and not version:
            found = VERSION.match(self.text, end) if len(cited) == 1 else None
            if found:
                end, version = found.end(), found[1] or found[2]
            inner = self._of_appendix(start, end, version) if len(cited) == 1 else None
            if inner is not None:
                return inner
        mention = Mention(start, end, kind, keyword, plural, this, cited, document, version)
        return self._tail(mention, depth)

    def _of_appendix(self, start: int, end: int, version: str) -> Mention | None:
        """A citation that names its document first, by its Appendix: Appendix AL, Clause 17.3."""
        known = self.names.at(self.text, start)
        joined = _COMMA.match(self.text, end) if known else None
        opening = _OPENING.match(self.text, joined.end()) if joined else None
        if known is None or joined is None or opening is None or opening["this"]:
            return None
        comma = joined[0][0] == ","
        if comma and self._names_its_own(opening):
            return None
        mention = self._provision(start, opening, known.document, version)
        return replace(mention, loose=comma) if mention and mention.cited else None

    def _tail(self, mention: Mention, depth: int = 0) -> Mention:
        """What follows the labels: above, the document, the provision that they are part of."""
        relation = _RELATION.match(self.text, mention.end)
        if relation:
            return replace(mention, end=relation.end(), relation=relation[1])
        if mention.document:
            return mention
        within = self._within(mention, depth + 1) if mention.kind in _PARENTS else None
        if within is not None:
            return replace(mention, within=within)
        named = self.names.after(self.text, mention.end, mention.kind in ANNEXES)
        if named:
            version = named.version or mention.version
            return replace(mention, end=named.end, document=named.document, version=version)
        return mention

    def _within(self, mention: Mention, depth: int) -> Mention | None:
        opens = _WITHIN.match(self.text, mention.end) if depth < DEEPEST else None
        opening = _OPENING.match(self.text, opens.end()) if opens else None
        if opening is None:
            return None
        kind, plural = keyword_of(opening["key"])
        if plural or kind not in _PARENTS[mention.kind]:
            return None
        if self.names.at(self.text, opening.start()):
            return None  # Appendix AL is a document, not a provision of this one
        return self._provision(opening.start(), opening, depth=depth)

    def _carried(self, at: re.Match[str]) -> Mention | None:
        """A number alone, some words after a citation of a clause: 18.22c."""
        before = self.found[-1]
        if before.kind is not Kind.CLAUSE or at.start() - before.end > FARTHEST:
            return None
        if _SENTENCE_END.search(self.text, before.end, at.start()):
            return None
        cited = read_labels(self.text, at.start("number"), Kind.CLAUSE, True)
        if not cited:
            return None
        return self._tail(Mention(at.start(), cited[-1].stop, Kind.CLAUSE, "", len(cited) > 1, cited=cited))

    # -- versions and questions -------------------------------------------------------------------

    def _version(self, start: int, document: str, at: int) -> Mention | None:
        """Versions of a document: TMAD V6.0; DUIS 3.0 and 3.1; v11.0."""
        cited: list[Cited] = []
        found = _FIRST_VERSION.match(self.text, at)
        while found:
            part = LabelPart(found.start(1), found.end(1), found[1])
            join = "and" if cited else ""
            cited.append(Cited(part.start, part.end, (part,), (part.text,), join, "", found.end()))
            found = FURTHER_VERSION.match(self.text, found.end())
        if not cited:
            return None
        return Mention(start, cited[-1].stop, Kind.VERSION, "", cited=tuple(cited), document=document)

    def _versions(self, at: re.Match[str]) -> Mention | None:
        """version 6.0 of the TMAD; version AL 6.0."""
        plural = at["versions"].strip().lower().endswith("s")
        known = self.names.at(self.text, at.end()) if self.names.pattern else None
        shape = None if known else _ACRONYM.match(self.text, at.end())
        document = known.document if known else shape[0] if shape else ""
        mention = self._version(at.start(), document, at.end() + len(document))
        if mention is None:
            return None
        mention = replace(mention, keyword=at["versions"].strip(), plural=plural)
        named = None if document else self.names.after(self.text, mention.end, False)
        if named:
            return replace(mention, end=named.end, document=named.document)
        of_something = not document and _OF_DOCUMENT.match(self.text, mention.end)
        return None if of_something else mention

    def _question(self, at: re.Match[str]) -> Mention:
        """A question by its short name, with the set it belongs to: U1.2 Q1, April 2020 TMAD Q3."""
        start = question_start(self.text, at.start(), self.end)
        prefix = self.text[start : at.start()]
        part = LabelPart(at.start(), at.end(), at["question"])
        cited = [Cited(start, at.end(), (part,), (prefix + part.text,), "", "", at.end())]
        following = _QUESTION_LIST.match(self.text, at.end())
        while following:
            part = LabelPart(following.start(3), following.end(), following[3])
            readings = (prefix + part.text, part.text) if prefix else (part.text,)
            join = following[1] or following[2]
            cited.append(Cited(part.start, part.end, (part,), readings, join, "", part.end))
            following = _QUESTION_LIST.match(self.text, part.end)
        return Mention(start, cited[-1].end, Kind.QUESTION, "", cited=tuple(cited))


_OF_FOREIGN_CODE = re.compile(
    r"\b\d{1,3}\s(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?)\s(?:(?:[Pp]arts?|[Ss]ections?|§{1,2})\s)?\d[\w.-]*(?:\(\w{1,4}\)){0,6},\s\Z"
)
"""18 U.S.C. 922, before “appendix A”: a code of another country, of whose annexes nothing is known here."""
_STATUTE = re.compile(r"(?:Act|Regulations|Order|Rules)\s+\d{4}\Z")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,8}(?!\w)")
_FIRST_VERSION = re.compile(
    rf"(?:,?\s{{1,3}}[Vv]ersions?\s{{1,3}}|,?\s{{1,3}}[Vv]\.?\s?|[Vv]|{BRACKETED_VERSION}|\s{{1,3}}|)"
    rf"({NUMBER})(?:\s{{1,3}}draft(?!\w))?"
)
_SENTENCE_END = re.compile(r"[.;]\s")
