"""Words that are capitalised as only a defined term or a name is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W\d_][\w’'&-]*")
_NUMBERED = re.compile(r"-\d+\Z")
"""UTF-8, SHA-256."""
_LOWER = re.compile(r"(?<![\w’'-])[a-z][\w’'&-]*")
_SENTENCE_START = re.compile(r"(?:^|[.:?!…]|\n)[\s“‘”’\"'()\[\]–—]*\Z")
_BETWEEN = re.compile(r"[ ]|[ ]of[ ]")
"""What may stand between two words of one name."""

_KEYWORDS = (
    "Act Acts Annex Annexes Appendices Appendix Article Articles Attachment Attachments Chapter Chapters "
    "Clause Clauses Column Columns Condition Conditions Document Documents Licence Order Paragraph "
    "Paragraphs Part Parts Regulation Regulations Rule Rules Schedule Schedules Section Sections Sub-clause "
    "Sub-paragraph Subpart Table Tables Version Volume"
)
_CALENDAR = (
    "January February March April May June July August September October November December Jan Feb Mar Apr "
    "Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues "
    "Wed Weds Thu Thur Thurs Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays "
    "Christmas Boxing Easter Good New Year Day Eve"
)
_PLACES = (
    "Britain British Commonwealth Crown England English Europe European Gazette Government Great Ireland "
    "Kingdom London Majesty Northern Parliament Scotland Scottish States Union United Wales Welsh"
)
_STANDARDS = (
    "AES ASCII BST CSV ECDSA GMT HTTP HTTPS ID IDs ISO JSON PDF RFC RSA SHA TCP TLS UK US URI URL UTC UTF "
    "XML XSD Unicode"
)
ORDINARY = frozenset(f"{_KEYWORDS} {_CALENDAR} {_PLACES} {_STANDARDS}".split())
"""Words that are capitalised in any text: what provisions are called, the calendar, places, standards."""

_OPENING_WORDS = (
    "A After All An And Any As At Before Both But By During Each Either Every Except For From He If In It "
    "Its Neither No Not Nothing On Once Only Or Provided She Subject Such That The There These They This "
    "Those To Under Unless Until Upon Where Whenever While When With Within Without"
)
"""With which sentences of law begin."""
_NO_NAMES = ORDINARY | frozenset(_OPENING_WORDS.split())


def capitalised(
    text: str, taken: Sequence[tuple[int, int]], vocabulary: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Where runs of capitalised words stand in a text, start and end.

    `taken` are stretches, in order, that are known to be citations, terms or names; `vocabulary` holds the
    words that the document also writes without a capital. The first word of a sentence is capitalised
    whatever it is: alone it is no run, and an ordinary word is no part of the run that follows it.
    """
    run: list[re.Match[str]] = []
    for word in _capitals(text, taken):
        if run and not joined(text, run[-1].end(), word.start()):
            yield from _span(text, run, vocabulary)
            run = []
        run.append(word)
    yield from _span(text, run, vocabulary)


def _span(text: str, run: list[re.Match[str]], vocabulary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretch of a run; none where it is only the word with which a sentence begins."""
    if run and _SENTENCE_START.search(text, max(0, run[0].start() - 8), run[0].start()):
        first = run[0][0]
        if len(run) == 1 or first.lower() in vocabulary:
            run = run[1:]
    if run:
        yield run[0].start(), run[-1].end()


def _capitals(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Capitalised words that stand in no stretch that is taken and are in no text ordinary."""
    at = 0
    for start, end in (*taken, (len(text), len(text))):
        for word in _WORD.finditer(text, at, max(at, start)):
            bare = word[0].removesuffix("’s").removesuffix("'s").rstrip("’'-&")
            if bare[:1].isupper() and len(bare) > 1 and _NUMBERED.sub("", bare) not in _NO_NAMES:
                yield word
        at = max(at, end)


def joined(text: str, end: int, start: int) -> bool:
    """Whether what ends at one place and what begins at another are words of one name."""
    return end < start and bool(_BETWEEN.fullmatch(text, end, start))


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in texts without a capital."""
    return frozenset(word for text in texts for word in _LOWER.findall(text))
