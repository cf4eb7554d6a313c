"""Must or will stands where the document says shall.

A document that gives its duties by “shall” gives another signal by “must”, and “will” may be a duty or a
forecast. What the house says is taken from the document itself: where “must” or “will” is more than one
in nine of its words of duty, and not a stray one or two, it is the document's own style and nothing is
found. Conditions and relative clauses that tell which thing is meant (a request that will be sent) are passed
over, and so are quotations, brackets and worked examples.

Bad:  The DCC must inform the User; the DCC will publish the list
Good: The DCC shall inform the User; the DCC shall publish the list

What to do: write shall where a duty is meant; where none is, say what happens in the present tense.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..listing import is_limb
from ..modals import Modal, modals
from ..rule import Flaw, Rule
from ..subject import Subject

_STRAY = 2
_SECOND = re.compile(r"\b(?:shall|must|will|may)(?: not| also)?\Z")
_FIRST = re.compile(r"(?:not |also )?(?:shall|must|will|may)\b")
"""What makes it one of two, which is what double-modal tells of."""
_STATES = re.compile(r"(?:also )?(?:include|contain|state|set out|specify|describe|show)\b")
_NO_ACTOR = re.compile(r"(?:\b(?:it|this|there|that|these|those|what|nothing|time)|^)\Z", re.IGNORECASE)


def _find(subject: Subject) -> Iterator[Flaw]:
    found = [one for one in subject.once(modals) if one.word != "may"]
    counts = Counter(one.word for one in found)
    strange = {word for word in ("must", "will") if _is_strange(counts[word], counts["shall"])}
    for modal in found:
        if (
            modal.word in strange
            and (modal.of_main_clause or _adds_a_duty(modal))
            and not (_SECOND.search(modal.before) or _FIRST.match(modal.after))
            and _gives_a_duty(subject, modal)
        ):
            message = f"“{modal.word}” stands where this document says “shall”."
            hint = "Write “shall” if a duty is meant, or say what happens in the present tense."
            yield Flaw(modal.line.place(modal.start, modal.end), message, hint)


def _is_strange(count: int, shall: int) -> bool:
    return 8 * count <= shall or count <= _STRAY < shall


def _adds_a_duty(modal: Modal) -> bool:
    """Whether it is of a relative clause that adds something, and does not tell which thing is meant."""
    states = modal.word == "must" or _STATES.match(modal.after)
    return bool(states and modal.before.endswith((", which", ", who")))


def _gives_a_duty(subject: Subject, modal: Modal) -> bool:
    """Must always does; will does where somebody will do it, or where a limb begins with it."""
    if modal.word == "must":
        return True
    clause = subject.index.clauses.get(modal.line.passage.owner)
    if not modal.before:
        return clause is not None and is_limb(clause)
    return not _NO_ACTOR.search(modal.before)


RULE = Rule("C138", "must-for-shall", Severity.WARNING, _find, __doc__)
