"""A duty is given to nobody.

A duty that names no one binds no one. Found are sentences that begin with shall or must, or that have only
a condition before it, and duties in the passive with no “by”: notice shall be given. Only acts that a
person has to do are looked for (to give, to send, to publish and such). Passed over are sentences that
only limit how a thing is done (“only”, “in writing”, “in accordance with”) or how it is understood,
sentences that name somebody after “by”, and those that follow another duty of the same paragraph, which
has named who is meant.

Bad:  Notice shall be given to each Responsible Supplier within 5 Working Days.
Good: The DCC shall give notice to each Responsible Supplier within 5 Working Days.

What to do: say who shall do it, in the active voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..modals import Modal, modals
from ..rule import Flaw, Rule
from ..subject import Line, Subject

_ACTS = (
    "given sent provided notified published submitted reported informed prepared produced supplied issued "
    "returned delivered paid consulted reviewed destroyed established maintained updated kept retained "
    "recorded tested investigated appointed installed replaced removed forwarded filed"
)
_PASSIVE = re.compile(
    r"(?:not )?(?:also |then |promptly |immediately )?be (?:\w+ly )?"
    rf"(?:{'|'.join(_ACTS.split())}|carried out|made available)(?!\w)"
)
_LIMITS = re.compile(
    r"\b(?:by|only|in writing|in the form|in accordance with|in the manner|as if"
    r"|in (?:duplicate|triplicate))\b"
)
_BY_SOMEBODY = re.compile(r"\bby (?!(?:e?mail|post|means|virtue|reason|reference|telephone|that|this)\b)")
_CONDITION = re.compile(
    r"(?:where|if|when|whenever|once|after|before|on|upon|within|as soon as|unless|until|following"
    r"|subject to|not (?:less|later|more) than|no (?:less|later|more) than|for each|in each"
    r"|in accordance with|or|and)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Flaw]:
    line: Line | None = None
    for modal in subject.once(modals):
        first, line = modal.line is not line, modal.line
        if modal.word not in ("shall", "must"):
            continue
        if _has_no_subject(subject, modal):
            message = f"Nothing says who {modal.word} do this."
            yield _flaw(modal, modal.end, message)
            continue
        passive = _PASSIVE.match(modal.after)
        if passive and first and modal.of_main_clause and not _says_how_or_who(modal):
            act = passive[0].removeprefix("not ")
            end = modal.words.find(passive[0], modal.end) + len(passive[0])
            yield _flaw(modal, end, f"“{modal.word} {act}” does not say who does it.")


def _says_how_or_who(modal: Modal) -> bool:
    return bool(_LIMITS.search(modal.after) or _BY_SOMEBODY.search(modal.before))


def _flaw(modal: Modal, end: int, message: str) -> Flaw:
    return Flaw(
        modal.line.place(modal.start, end), message, f"Say who {modal.word} do it, in the active voice."
    )


def _has_no_subject(subject: Subject, modal: Modal) -> bool:
    """Whether nothing stands before a modal that could be the subject of its sentence.

    A limb and closing words go on with the sentence around them, which has the subject.
    """
    passage = modal.line.passage
    if passage.kind is not Kind.CLAUSE or passage.label.own.startswith("("):
        return False
    before = modal.words[modal.sentence[0] : modal.start]
    if modal.sentence[0] and modal.words[modal.sentence[0] - 1] not in ".?!":
        return False
    if not before.strip():
        return not modal.line.text.plain[modal.sentence[0] : modal.start].strip()
    if not before.rstrip().endswith(","):
        return False
    return all(_CONDITION.match(part.strip()) for part in before.rstrip(" ,").split(","))


RULE = Rule("C136", "missing-actor", Severity.WARNING, _find, __doc__)
