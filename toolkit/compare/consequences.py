"""Changes that only follow from others: a citation that names a renumbered clause by its new label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.model.change import Change, ChangeKind, Edit, Op
from toolkit.model.document import Register
from toolkit.model.passage import Kind, Passage

_CITES = re.compile(r"(?:\b(?:[Cc]lauses?|[Ss]ections?|[Pp]aragraphs?|[Tt]ables?|§+|and|or|to)|[,–(])\s*\Z")
"""What stands before a label that is cited, or before one in a list of them."""
_OTHER_DOCUMENT = re.compile(
    r"(?:[\s,]|\band\b|\bor\b|\bto\b|[0-9][\w.()]*|\([a-zA-Z0-9]+\))*+\bof\s+(?:the\s+)?([A-Z][\w]*)"
)
"""A document named after a citation, or after the rest of a list of them."""


def renumbered(pairs: Iterable[tuple[Passage, Passage]]) -> dict[str, str]:
    """From the old label to the new one, of clauses and tables that have another."""
    labels: dict[str, str] = {}
    for old, new in pairs:
        if old.kind is Kind.CAPTION and old.detail != new.detail:
            labels[old.detail.rpartition(" ")[2]] = new.detail.rpartition(" ")[2]
        elif old.label.text and old.label != new.label:
            labels[old.label.text] = new.label.text
            labels.setdefault(old.label.own, new.label.own)
    return labels


def follows_renumbering(change: Change, labels: dict[str, str], register: Register) -> bool:
    """Whether nothing changed in a passage but citations of clauses that this document renumbered."""
    if change.kind is not ChangeKind.AMENDED or change.moved or not labels or not change.edits:
        return False
    own = {register.code, *register.aliases}
    return all(_follows(edits, labels, own) for edits in change.edits)


def _follows(edits: tuple[Edit, ...], labels: dict[str, str], own: set[str]) -> bool:
    if sum(edit.op is Op.OMIT for edit in edits) != sum(edit.op is Op.INSERT for edit in edits):
        return False
    for at, edit in enumerate(edits):
        if edit.op is Op.INSERT and edits[at - 1].op is not Op.OMIT:
            return False
        if edit.op is Op.OMIT and not _is_cited(edits, at, labels, own):
            return False
    return True


def _is_cited(edits: tuple[Edit, ...], at: int, labels: dict[str, str], own: set[str]) -> bool:
    """Whether what is omitted here is a label after the word Clause, and what follows is its new one."""
    if at == 0 or at + 1 == len(edits) or labels.get(edits[at].text) != edits[at + 1].text:
        return False
    if not _CITES.search(edits[at - 1].text[-20:]):
        return False
    after = "".join(edit.text for edit in edits[at + 2 : at + 12] if edit.op is not Op.OMIT)
    named = _OTHER_DOCUMENT.match(after[:120])
    return not named or named[1] in own
