"""Sentences from numbers: how many respondents said what, in the words of the papers, adding up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .analysis import Analysis, Theme
from .stance import Stance
from .tally import Tally
from .wording import number_words

_NO_VIEW = "did not express a view"
_STANCES = (
    ((Stance.SUPPORT, Stance.SUPPORT_WITH_COMMENTS), "supported the proposal", "supported it"),
    ((Stance.NO_VIEW,), _NO_VIEW, _NO_VIEW),
    ((Stance.OBJECT,), "objected to the proposal", "objected to it"),
    ((Stance.PARTLY_OBJECT,), "objected to elements of the proposal", "objected to elements of it"),
)
"""Stances that are told together, with the verb that follows their number, first and later in a sentence."""
_UNANSWERED = "did not answer the question"
_CHOICE = re.compile(r"\(([^()|]+)\|([^()|]+)\)")


def stance_sentence(tally: Tally) -> str:
    """Three respondents supported the proposal; one did not express a view; and three objected to it.

    The numbers add up to the respondents. A stance that nobody took is not told.
    """
    parts = [(tally.of(*stances), words) for stances, *words in _STANCES]
    parts.append((tally.respondents - tally.answered, [_UNANSWERED, _UNANSWERED]))
    told = [(count, words) for count, words in parts if count]
    if not told:
        return "There were no responses."
    if len(told) == 1:
        count, words = told[0]
        if not tally.answered:
            return "No respondent answered the question."
        if words[0] == _NO_VIEW and count > 1:  # “all three did not” may be read as “not all three did”
            nobody = "Neither respondent" if count == 2 else f"None of the {_respondents(count)}"
            return f"{nobody} expressed a view."
        return f"{_everyone(count)} {words[0]}."
    (count, words), *rest = told
    phrases = [f"{_respondents(count)} {words[0]}"]
    named = "the proposal" in words[0]
    for count, words in rest:
        phrases.append(f"{number_words(count)} {words[1] if named else words[0]}")
        named = named or "the proposal" in words[0]
    *before, last = phrases
    return _sentence(f"{'; '.join(before)}{',' if len(before) == 1 else ';'} and {last}")


def answered_sentence(tally: Tally) -> str:
    """Nine of the eleven respondents answered this question: six agreed and three disagreed.

    Those who answered add up; the others are those who did not answer.
    """
    if not tally.respondents:
        return "There were no responses."
    if not tally.answered:
        return "No respondent answered this question."
    sides = ((tally.agreed, "agreed"), (tally.disagreed, "disagreed"), (tally.neither, "took no side"))
    told = [f"{number_words(count)} {words}" for count, words in sides if count]
    who = _respondents(tally.answered)
    if tally.answered < tally.respondents:
        who = f"{number_words(tally.answered)} of the {_respondents(tally.respondents)}"
    elif tally.answered > 1:
        who = f"all {who}" if tally.answered > 2 else "both respondents"
    if len(told) == 1:
        word = next(words for count, words in sides if count)
        every = "" if tally.answered == 1 else " both" if tally.answered == 2 else " all"
        joint = "and" if tally.answered == 1 else f"and{every}"
        return _sentence(f"{who} answered this question {joint} {word}")
    return _sentence(f"{who} answered this question: {', '.join(told[:-1])} and {told[-1]}")


def comments_sentence(tally: Tally) -> str:
    """Two of the three in support raised points; empty where none did."""
    count = tally.of(Stance.SUPPORT_WITH_COMMENTS)
    if not count:
        return ""
    if count == tally.agreed:
        who = {1: "the respondent in support", 2: "both respondents in support"}
        return _sentence(f"{who.get(count, f'all {number_words(count)} in support')} raised points")
    return _sentence(f"{number_words(count)} of the {number_words(tally.agreed)} in support raised points")


def theme_sentence(theme: Theme, analysis: Analysis, tally: Tally) -> str:
    """Three respondents asked for a wider consultation, of whom two asked for it on next steps also.

    The words are those of the themes; those of a part follow those of its whole.
    """
    count = tally.themes.get(theme.id, 0)
    if not count:
        return _sentence(f"no respondent {verb(theme.view, 1)}")
    parts = [(tally.themes.get(part.id, 0), part.view) for part in analysis.parts(theme.id)]
    said = [(number, view) for number, view in parts if number]
    head = f"{_respondents(count)} {verb(theme.view, count)}"
    return _sentence(f"{head}, {_parts(said, count)}" if said else head)


def verb(view: str, count: int) -> str:
    """A view with (was|were) chosen for one respondent, or for several."""
    return _CHOICE.sub(lambda found: found[1] if count == 1 else found[2], view)


def _parts(said: Sequence[tuple[int, str]], whole: int) -> str:
    if whole == 1:
        return f"and {' and '.join(verb(view, 1) for _, view in said)}"
    phrases = [
        f"{_of(number, whole, first=not at)} {verb(view, number)}" for at, (number, view) in enumerate(said)
    ]
    return ", and ".join(phrases)


def _of(number: int, whole: int, first: bool) -> str:
    if number == whole:
        return "both of whom" if whole == 2 else "all of whom"
    return f"of whom {number_words(number)}" if first else number_words(number)


def _respondents(count: int) -> str:
    return f"{number_words(count)} respondent{'s' * (count != 1)}"


def _everyone(count: int) -> str:
    if count < 3:
        return {1: "The one respondent", 2: "Both respondents"}[count]
    return f"All {_respondents(count)}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
