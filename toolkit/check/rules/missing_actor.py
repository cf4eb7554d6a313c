"""A duty is given to nobody.

A duty that names no one binds no one. Found are sentences that begin with shall or must, or that have only
a condition before it, and sentences whose duty is in the passive with no “by”: notice shall be given, the
list is to be published. Only acts that a person has to do are looked for (to give, to send, to publish and
such). Passed over are sentences that only limit how a thing is done (“only”, “in writing”, “in accordance
with”, “on Form 1”) or how it is understood, sentences that name somebody after “by”, and what follows another
duty of the same sentence, which has named who is meant.

Bad:  Notice shall be given to each Responsible Supplier within 5 Working Days.
Good: The DCC shall give notice to each Responsible Supplier within 5 Working Days.

What to do: say who shall do it, in the active voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..modals import Modal, duties
from ..rule import Flaw, Rule
from ..subject import Subject

_ACTS = (
    "given sent provided notified published submitted reported informed prepared produced supplied issued "
    "returned delivered paid consulted reviewed destroyed established maintained updated kept retained "
    "recorded tested investigated appointed installed replaced removed forwarded filed furnished circulated "
    "copied collected stored archived deleted erased documented audited verified checked corrected signed "
    "displayed obtained disclosed uploaded logged told asked invited trained inspected repaired performed "
    "undertaken"
)
_PASSIVE = re.compile(
    r"(?:not )?(?:to )?(?:also |then |promptly |immediately )?be (?:\w+ly )?"
    rf"(?:{'|'.join(_ACTS.split())}|carried out|made available)(?!\w)"
)
_LIMITS = re.compile(
    r"\b(?:by|only|separately|orally|in writing|in the form|in bound form|in accordance with|in the manner"
    r"|as if|as (?:provided|set out|described|specified|required) in|in (?:du|tri)plicate|in \w+ +order"
    r"|on (?:an? )?(?:\w+ )?forms?|under the (?:following )?(?:formats?|penalt\w+))\b",
    re.IGNORECASE,
)
_BY_SOMEBODY = re.compile(r"\bby (?!(?:e?mail|post|means|virtue|reason|reference|telephone|that|this)\b)")
_SHALL = {"is": "shall", "are": "shall"}
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|whether|how|what)\b")
_CONDITION = re.compile(
    r"(?:where|if|when|whenever|once|after|before|on|upon|within|as soon as|unless|until|following"
    r"|subject to|not (?:less|later|more) than|no (?:less|later|more) than|for each|in each"
    r"|in accordance with|or|and)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Flaw]:
    last: Modal | None = None
    for modal in subject.once(duties):
        first = last is None or last.line is not modal.line
        opens = first or (last is not None and last.sentence != modal.sentence and _begins(modal))
        last = modal
        if modal.word in ("may", "will"):
            continue
        if modal.word in ("shall", "must") and _has_no_subject(subject, modal):
            yield _flaw(modal, modal.end, f"Nothing says who {modal.word} do this.")
            continue
        passive = _PASSIVE.match(modal.after)
        if passive and opens and _is_main(modal) and not _says_how_or_who(modal):
            act = passive[0].removeprefix("not ")
            end = modal.words.find(passive[0], modal.end) + len(passive[0])
            yield _flaw(modal, end, f"“{modal.word} {act}” does not say who does it.")


def _is_main(modal: Modal) -> bool:
    """Whether it is of no condition or relative clause; “is to be” often is, beyond a comma too."""
    return modal.of_main_clause and not (modal.word in _SHALL and _RELATIVE.search(modal.before))


def _begins(modal: Modal) -> bool:
    """Whether its part of a sentence is the beginning of one."""
    return modal.words[modal.sentence[0] - 1] in ".?!"


def _says_how_or_who(modal: Modal) -> bool:
    return bool(_LIMITS.search(modal.after) or _BY_SOMEBODY.search(modal.before))


def _flaw(modal: Modal, end: int, message: str) -> Flaw:
    return Flaw(
        modal.line.place(modal.start, end),
        message,
        f"Say who {_SHALL.get(modal.word, modal.word)} do it, in the active voice.",
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
