"""Whether the words before a modal verb make it part of a condition or of a relative clause."""

from __future__ import annotations

import re

_CONJUNCTION_WORDS = (
    "that which who whom whose where if when whenever unless until because so as than once while before "
    "after since whether how what whereby"
)
CONJUNCTIONS = frozenset(_CONJUNCTION_WORDS.split())
"""With these a clause of its own begins, in lower case."""
RELATIVE = re.compile(rf"(?<![\w’'-])({_CONJUNCTION_WORDS.replace(' ', '|')})(?![\w-])", re.IGNORECASE)
NOUN_OPENS = re.compile(r"(?:the|a|an|each|every|any|no|its|their|such|that|this|these|those|all|[A-Z0-9])")
"""How a noun with its article begins."""
_PREPOSITIONS_TOO = frozenset(("before", "after", "since", "until", "than", "as", "once", "so"))
_VERB = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|does|do|did|may|shall|must|will|can|took|gave|made|sent|came"
    r"|became|began|went|held|kept"
    r"|[a-z]{3,}ed|[a-z]{2,}(?:[^s\W]|[aeiou])s)(?!\w)"
)
_BEFORE_VERB = re.compile(r"\A(?:\w+ )?(?:[A-Z][\w-]* )*")
_MANY = re.compile(r"(?:such|these|those|all|no|its|their|both|any)\b")


def is_subordinate(phrase: str) -> bool:
    """Whether a modal verb behind a phrase is of a relative clause or condition that the phrase begins."""
    for found in reversed(list(RELATIVE.finditer(phrase))):
        word, tail = found[1].lower(), phrase[found.end() :].strip()
        if word in ("that", "so") and not found.start() and tail and not NOUN_OPENS.match(tail):
            continue  # that notice: a determiner
        if not tail:
            return True
        if not NOUN_OPENS.match(tail) and word not in _PREPOSITIONS_TOO:
            return False  # that receives a notice: its verb has been
        if _has_verb(tail):
            return False
        if word not in _PREPOSITIONS_TOO:
            return True
    return False


def _has_verb(tail: str) -> bool:
    """Whether words behind “that” hold a verb, and are not only what the modal verb is said of."""
    rest = _BEFORE_VERB.sub("", tail)
    found = _VERB.search(rest)
    if found is None:
        return False
    plural = found.end() == len(rest) and found[0].endswith("s") and _MANY.match(tail)
    return not plural  # that such records: a plural
