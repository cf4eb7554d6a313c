"""Words made safe for Markdown: whatever a value holds, a paper shows it character by character."""

from __future__ import annotations

import datetime
import re
from typing import Any

from toolkit.consult.wording import date_words, day_words

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~^#])")
_AT_START = re.compile(r"\A([0-9]*)([-+=.)])")
"""What would begin a list or underline a heading."""


class Markdown(str):
    """Text that is Markdown already: templates print it as it is."""

    __slots__ = ()

    @classmethod
    def of(cls, words: str) -> Markdown:
        """Plain words on one line, escaped so that Markdown shows each character as it is."""
        escaped = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
        return cls(_AT_START.sub(r"\1\\\2", escaped, count=1))

    def __html__(self) -> str:
        return self


class DayValue(Markdown):
    """A day: prints its weekday with the date. `date` is without the weekday, `iso` is 2020-09-03."""

    day: Markdown
    date: Markdown
    iso: Markdown

    @classmethod
    def on(cls, day: datetime.date, words: str = "") -> DayValue:
        """A day, printed as `words` where they are given."""
        value = cls(Markdown.of(words or day_words(day)))
        value.day = Markdown.of(day_words(day))
        value.date = Markdown.of(date_words(day))
        value.iso = Markdown.of(day.isoformat())
        return value


def safe(value: object) -> Any:
    """A value with every text in it escaped for Markdown."""
    match value:
        case Markdown():
            return value
        case str():
            return Markdown.of(value)
        case dict():
            return {key: safe(inner) for key, inner in value.items()}
        case tuple() | list():
            return tuple(safe(inner) for inner in value)
    return value


def key(name: str) -> str:
    """An id as a name that templates can write after a dot."""
    return name.replace("-", "_").replace(" ", "_")
