"""How many responses say what, question by question and by type of organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .response import Response
from .stance import Organisation, Stance

AGREES = (Stance.SUPPORT, Stance.SUPPORT_WITH_COMMENTS)
DISAGREES = (Stance.OBJECT, Stance.PARTLY_OBJECT)


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question. The stances and those without a stance add up to the respondents."""

    question: str
    """Its id."""
    stances: dict[tuple[Stance, Organisation], int]
    unanswered: dict[Organisation, int]
    """Respondents who did not answer it."""
    themes: dict[str, int]
    """By id, how many respondents raise each."""

    @property
    def respondents(self) -> int:
        """Everyone who responded to the consultation."""
        return sum(self.stances.values()) + sum(self.unanswered.values())

    @property
    def answered(self) -> int:
        """Those who answered this question."""
        return sum(self.stances.values())

    def of(self, *stances: Stance) -> int:
        """How many took one of these stances."""
        return sum(count for (stance, _), count in self.stances.items() if stance in stances)

    @property
    def agreed(self) -> int:
        """Those in support, with comments or without."""
        return self.of(*AGREES)

    @property
    def disagreed(self) -> int:
        """Those who object, wholly or in part."""
        return self.of(*DISAGREES)

    @property
    def neither(self) -> int:
        """Those who answered without taking a side."""
        return self.of(Stance.NO_VIEW)


def tally(responses: Sequence[Response], question: str) -> Tally:
    """Count the answers of counted responses (see counted.py) to one question."""
    stances: Counter[tuple[Stance, Organisation]] = Counter()
    unanswered: Counter[Organisation] = Counter()
    themes: Counter[str] = Counter()
    for response in responses:
        answer = response.answer(question)
        if answer is None:
            unanswered[response.organisation] += 1
            continue
        stances[answer.stance or Stance.NO_VIEW, response.organisation] += 1
        themes.update(dict.fromkeys(answer.themes, 1))
    return Tally(question, dict(stances), dict(unanswered), dict(themes))
