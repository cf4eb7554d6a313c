"""needs.json, which sphinx-needs and ubCode import: a need for each provision, function and test.

Requirements are of type req, code of type impl with links `implements`, tests of type test with links
`verifies`; contents are reStructuredText. No clock is in it: the same trace gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit import __version__
from toolkit.trace.link import LinkKind
from toolkit.trace.tracing import Sources, Traced
from toolkit.trace.verdict import ClauseVerdict

from .identifier import identifiers
from .print import printed
from .provision import Text, texts
from .traceable import Piece, pieces

VERSION = "traced"
"""The only version in the file: the documents have versions of their own."""

_TYPES = {LinkKind.IMPLEMENTS: "impl", LinkKind.VERIFIES: "test"}
_MARKUP = re.compile(r"[\\*`|]|_(?![^\W_])")


def needs_json(sources: Sources, traced: Traced) -> Iterator[str]:
    """The file in pieces, a line a need, in order: provisions, code, tests."""
    held = tuple(texts(sources, traced))
    found = pieces(traced)
    names = [text.name_of(one.clause) for text in held for one in text.verdicts]
    ids = identifiers((*names, *(one.key for one in found)))
    called = {
        (one.document, one.version, one.clause): ids[text.name_of(one.clause)]
        for text in held
        for one in text.verdicts
    }
    needs = (*_provisions(held, called), *_codes(found, ids, called))
    project = ", ".join(dict.fromkeys(text.loaded.document.register.code for text in held))
    head = {"project": project, "current_version": VERSION}
    creator = {"program": "drafting-toolkit", "version": __version__}
    yield f'{{\n{_encode(head)[1:-1]},\n"versions": {{"{VERSION}": {{\n'
    yield f'"creator": {_encode(creator)},\n"needs_amount": {len(needs)},\n"needs": {{\n'
    yield ",\n".join(f"{_encode(one['id'])}: {_encode(one)}" for one in needs)
    yield "\n}\n}}\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode
Called = dict[tuple[str, str, str], str]
"""The identifiers of provisions, by document, version and clause."""


def _provisions(held: Iterable[Text], called: Called) -> Iterator[dict[str, Any]]:
    for text in held:
        for one in text.verdicts:
            yield {
                "id": called[one.document, one.version, one.clause], "type": "req",
                "title": text.title_of(one), "status": one.state.value, "content": _content(text, one),
                "parent_needs": _parents(text, one, called), "document": one.document,
                "document_version": one.version, "clause": one.clause, "number": one.number,
                "kind": one.kind, "reason": one.reason,
                "evidence": ", ".join(sorted(one.needed.needs)) or "none",
                "source": f"{one.place.file}:{one.place.line}",
            }  # fmt: skip


def _parents(text: Text, verdict: ClauseVerdict, called: Called) -> list[str]:
    """The nearest provision with a verdict that it stands in."""
    above = text.loaded.index.parents.get(verdict.clause, "")
    while above:
        key = (verdict.document, verdict.version, above)
        if key in called:
            return [called[key]]
        above = text.loaded.index.parents.get(above, "")
    return []


def _codes(found: Iterable[Piece], ids: dict[str, str], called: Called) -> Iterator[dict[str, Any]]:
    for one in found:
        link = one.link
        claims = [
            called[each.verdict.document, each.verdict.version, each.verdict.clause] for each in one.claims
        ]
        suspect = next((each.suspect for each in one.claims if each.suspect), "")
        yield {
            "id": ids[one.key], "type": _TYPES[one.kind],
            "title": one.title, "status": one.outcome or ("suspect" if suspect else "attested"),
            "content": "", one.kind.value: claims, "reason": one.message or suspect,
            "source": f"{link.file}:{link.first_line}",
        }  # fmt: skip


# -- words ----------------------------------------------------------------------------------------


def _content(text: Text, verdict: ClauseVerdict) -> str:
    """The words of a provision as a line block, in which nothing but what is escaped is markup."""
    shown = text.words_of(verdict.clause)
    outermost = shown[0].nested if shown else 0
    return "\n".join(
        f"| {'  ' * (passage.nested - outermost)}{_escape(line)}".rstrip()
        for passage in shown
        for line in printed(passage, text.notes).split("\n")
    )


def _escape(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words)
