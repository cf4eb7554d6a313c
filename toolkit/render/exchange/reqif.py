"""ReqIF 1.2, which tools that manage requirements import: documents, code and tests, and the links.

Every clause, definition and table is an object in its place in its document, and so are the words that
stand after what a clause holds. Identifiers are of names that outlive versions, and days are those of the
data: the same trace gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit import __version__
from toolkit.model.passage import Kind
from toolkit.trace.link import LinkKind
from toolkit.trace.tracing import Sources, Traced
from toolkit.trace.verdict import ClauseVerdict

from .days import Days
from .provision import Text, texts
from .reqif_names import Names, name_of
from .reqif_tree import Branch, tree
from .reqif_types import CODE, DOCUMENT, IMPLEMENTS, PROVISION, TEST, VERIFIES, definitions, type_of, values
from .stretch import Stretch, stretches
from .traceable import Piece, pieces
from .xhtml import content, escape, quoted

_OPEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""
_OF = {LinkKind.IMPLEMENTS: (CODE, "Code", IMPLEMENTS), LinkKind.VERIFIES: (TEST, "Tests", VERIFIES)}
"""The type of a piece, the name of the specification that lists those, and the type of its links."""


def reqif(sources: Sources, traced: Traced) -> Iterator[str]:
    """The file in pieces: header, types, objects, relations, specifications."""
    held = tuple(texts(sources, traced))
    found = pieces(traced)
    names, days = Names.of(held, found), Days.of(sources, held)
    yield _OPEN
    yield from _header(held, days.latest)
    yield "<CORE-CONTENT><REQ-IF-CONTENT>\n"
    yield from definitions(_time(days.latest))
    yield "<SPEC-OBJECTS>\n"
    for text in held:
        yield from _provisions(text, names, days)
    yield from (_piece(one, names, days) for one in found)
    yield "</SPEC-OBJECTS>\n<SPEC-RELATIONS>\n"
    yield from (relation for one in found for relation in _relations(one, names, days))
    yield "</SPEC-RELATIONS>\n<SPECIFICATIONS>\n"
    for text in held:
        yield from _document(text, names, days)
    for kind in LinkKind:
        yield from _listed(kind, [one for one in found if one.kind is kind], days)
    yield "</SPECIFICATIONS>\n</REQ-IF-CONTENT></CORE-CONTENT>\n</REQ-IF>\n"


def _header(held: Iterable[Text], latest: date) -> Iterator[str]:
    title = ", ".join(text.loaded.document.name for text in held)
    tool = f"drafting-toolkit {__version__}"
    yield f'<THE-HEADER><REQ-IF-HEADER IDENTIFIER="{name_of("header", title)}">\n'
    yield f"<CREATION-TIME>{_time(latest)}</CREATION-TIME>\n<REQ-IF-TOOL-ID>{tool}</REQ-IF-TOOL-ID>\n"
    yield "<REQ-IF-VERSION>1.0</REQ-IF-VERSION>\n"  # of the schema, which ReqIF 1.2 did not change
    yield f"<SOURCE-TOOL-ID>{tool}</SOURCE-TOOL-ID>\n<TITLE>{escape(title)}</TITLE>\n"
    yield "</REQ-IF-HEADER></THE-HEADER>\n"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


# -- objects and relations ----------------------------------------------------------------------------


def _provisions(text: Text, names: Names, days: Days) -> Iterator[str]:
    verdicts = {one.clause: one for one in text.verdicts}
    for stretch in stretches(text.shown):
        verdict = verdicts.get(stretch.owner) if stretch.part == 1 else None
        name = names.provision(*text.key, stretch.owner, stretch.part)
        day = days.of_provision(text, stretch.owner)
        yield _object(PROVISION, name, day, _said(text, stretch, verdict, names))


def _said(text: Text, stretch: Stretch, verdict: ClauseVerdict | None, names: Names) -> dict[str, str]:
    first, (code, version) = stretch.passages[0], text.key
    said = {
        "ReqIF.ForeignID": names.known.get(text.name_of(stretch.owner), "") if stretch.part == 1 else "",
        "ReqIF.ChapterName": first.plain if first.kind is Kind.HEADING else "",
        "ReqIF.Text": content(stretch.passages, text.notes),
        "Clause": f"{code}#{stretch.owner}" if stretch.owner else "",
        "Label": first.label.own if first.kind in (Kind.HEADING, Kind.CLAUSE) else "",
        "Version": version,
    }
    if verdict is not None:
        said |= {
            "Kind": verdict.kind, "State": verdict.state.value, "Reason": verdict.reason,
            "Evidence": ", ".join(sorted(verdict.needed.needs)) or "none",
            "Source": f"{verdict.place.file}:{verdict.place.line}",
        }  # fmt: skip
    return said


def _piece(piece: Piece, names: Names, days: Days) -> str:
    of, link = _OF[piece.kind][0], piece.link
    said = {
        "ReqIF.ForeignID": names.known[piece.key], "ReqIF.Name": piece.title,
        "Source": f"{link.file}:{link.first_line}-{link.last_line}",
    }  # fmt: skip
    if of == TEST:
        said |= {"Outcome": piece.outcome, "Message": piece.message}
    return _object(of, name_of(of, piece.name), days.of_piece(piece), said)


def _object(of: str, name: str, day: date, said: dict[str, str]) -> str:
    head = f'<SPEC-OBJECT IDENTIFIER="{name}" LAST-CHANGE="{_time(day)}">'
    return f"{head}{values(of, said)}{type_of(of)}</SPEC-OBJECT>\n"


def _relations(piece: Piece, names: Names, days: Days) -> Iterator[str]:
    of, _, relation = _OF[piece.kind]
    for claim in piece.claims:
        target = names.provision(claim.verdict.document, claim.verdict.version, claim.verdict.clause)
        said = {"Since": claim.since, "Suspect": claim.suspect} if relation == IMPLEMENTS else {}
        yield (
            f'<SPEC-RELATION IDENTIFIER="{name_of(relation, piece.name, target)}"'
            f' LAST-CHANGE="{_time(days.of_piece(piece))}">{values(relation, said)}'
            f"<SOURCE><SPEC-OBJECT-REF>{name_of(of, piece.name)}</SPEC-OBJECT-REF></SOURCE>"
            f"<TARGET><SPEC-OBJECT-REF>{target}</SPEC-OBJECT-REF></TARGET>{type_of(relation)}"
            "</SPEC-RELATION>\n"
        )


# -- specifications -----------------------------------------------------------------------------------


def _document(text: Text, names: Names, days: Days) -> Iterator[str]:
    register, version = text.loaded.document.register, text.loaded.document.version
    said = {"Title": register.title, "Version": version.name, "Status": version.status.value}
    branches = (
        Branch(
            names.provision(*text.key, one.owner, one.part),
            one.depth,
            _time(days.of_provision(text, one.owner)),
        )
        for one in stretches(text.shown)
    )
    day = _time(days.versions[text.key])
    yield from _specification(names.document(*text.key), text.loaded.document.name, day, said, branches)


def _listed(kind: LinkKind, found: list[Piece], days: Days) -> Iterator[str]:
    """Code, or tests, in a list of its own: tools show what stands in a specification."""
    of, title, _ = _OF[kind]
    branches = [Branch(name_of(of, one.name), 0, _time(days.of_piece(one))) for one in found]
    if branches:
        day = max(one.day for one in branches)
        yield from _specification(name_of("list", of), title, day, {"Title": title}, branches)


def _specification(
    name: str, title: str, day: str, said: dict[str, str], branches: Iterable[Branch]
) -> Iterator[str]:
    yield f'<SPECIFICATION IDENTIFIER="{name}" LAST-CHANGE="{day}" LONG-NAME={quoted(title)}>'
    yield f"{values(DOCUMENT, said)}{type_of(DOCUMENT)}<CHILDREN>\n"
    yield from tree(branches)
    yield "</CHILDREN></SPECIFICATION>\n"
