"""What may not be disclosed, as runs of words, and where a text discloses it: one pass, however many runs.

A text is confidential, its words are not: “No.” is said in public every day. So it is sought as follows.

- Of what a respondent wrote in confidence, every `RUN` words that stand in a row; and every sentence of
  `SHORTEST` words or more that is shorter than that, whole. What is shorter still anybody might say.
- Names, addresses and the names of files, whole, however short.
- Nothing that stands in public words too: what the respondents say in public, the questions, legal texts.
- What a respondent sets in quotation marks from the consultation paper is that paper's.

Capitals, punctuation, line ends and ways of writing a letter make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .consultation import Consultation
from .finding import finding
from .published import Secret, SecretKind

RUN = 8
"""So many words in a row are not the same by chance."""
SHORTEST = 5
"""Words of the shortest sentence that is sought whole."""

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_WRITTEN = re.compile(rf"(?:[^\W_]|[{_INVISIBLE}])+")
_SENTENCE = re.compile(r"[.!?;:]\s|\n")
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|‘([^‘’]*)’")


def words_of(text: str) -> list[str]:
    """The words of a text, alike wherever they are the same to a reader."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return _WORD.findall(text.casefold())


class Disclosed(NamedTuple):
    """A stretch of a text that discloses something confidential."""

    secret: Secret
    start: int
    """Offset in characters."""
    end: int


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Everything that may not be disclosed. Made by `disclosure`; the empty one finds nothing."""

    runs: Mapping[str, Secret] = field(default_factory=dict)
    """From words with single spaces between them to what they are of."""
    anchors: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """From a word to the runs it is the rarest of: how many words stand before it, and how many there are."""

    def among(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Every run among words: the number of its first word, and the run."""
        if self.anchors.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            for before, length in self.anchors.get(word, ()):
                start = at - before
                run = " ".join(words[start : start + length]) if start >= 0 else ""
                if run in self.runs:
                    yield start, run

    def without(self, texts: Iterable[str], exempt: Disclosure | None = None) -> Disclosure:
        """The same save what stands in one of the texts, of `exempt` where it is given."""
        sought = self if exempt is None else exempt
        if not sought.runs:
            return self
        common = {run for text in texts for _, run in sought.among(words_of(text))}
        return _of({run: one for run, one in self.runs.items() if run not in common}) if common else self

    def within(self, text: str) -> Secret | None:
        """What a text discloses; of several, any one."""
        return next((self.runs[run] for _, run in self.among(words_of(text))), None)

    def stretches(self, text: str) -> tuple[Disclosed, ...]:
        """Every stretch of a text that discloses something; what overlaps and is of one response is one."""
        pieces = _WRITTEN.finditer(text)
        # a word that is written in an unusual way may be several: each has the place of the whole
        split = [(word, piece) for piece in pieces for word in words_of(piece[0])]
        found: list[Disclosed] = []
        for start, run in sorted(self.among([word for word, _ in split])):
            first, last = split[start][1].start(), split[start + run.count(" ")][1].end()
            secret = self.runs[run]
            if found and found[-1].secret.file == secret.file and first <= found[-1].end:
                found[-1] = found[-1]._replace(end=max(last, found[-1].end))
            else:
                found.append(Disclosed(secret, first, last))
        return tuple(found)


def disclosure(secrets: Iterable[Secret], public: Iterable[str], quotable: Iterable[str] = ()) -> Disclosure:
    """What may not be disclosed, without what stands in public texts.

    `quotable` are texts that may be quoted in a secret, between quotation marks, without becoming one.
    """
    secrets = tuple(secrets)
    hidden = _of({run: secret for secret in reversed(secrets) for run in _runs(secret)}).without(public)
    quoted = _of({run: one for one in secrets for run in _quoted(one) if run in hidden.runs})
    return hidden.without(quotable, quoted)


def together(several: Iterable[Disclosure]) -> Disclosure:
    """What may not be disclosed of several consultations."""
    return _of({run: secret for one in several for run, secret in one.runs.items()})


def _of(runs: Mapping[str, Secret]) -> Disclosure:
    return Disclosure(runs, _anchors(runs))


def asked(consultation: Consultation) -> Iterator[str]:
    """What was public before anybody answered: names, and the questions."""
    yield from (consultation.title, consultation.package, consultation.reference, *consultation.issuer)
    yield from (*consultation.responding.recipients, *consultation.responding.laws)
    for question in consultation.questions:
        yield from (question.label, question.about, question.text)


def disclosing(secret: Secret, place: Place) -> Diagnostic:
    """The finding that a source gives something confidential away."""
    message = f"This gives away what is confidential in {secret.file}: {secret.what}."
    hint = (
        "Say it in other words, or leave it out. Where it is the response that quotes the consultation, set "
        "that in quotation marks in the response."
    )
    return replace(finding("P150", place, message, hint), discreet=True)


def _runs(secret: Secret) -> Iterator[str]:
    if secret.kind is not SecretKind.SAID:
        run = " ".join(words_of(secret.words))
        if len(run) > 1:
            yield run
        return
    yield from _windows(words_of(secret.words))
    for sentence in map(words_of, _SENTENCE.split(secret.words)):
        if SHORTEST <= len(sentence) < RUN:
            yield " ".join(sentence)


def _quoted(secret: Secret) -> Iterator[str]:
    for found in _QUOTED.finditer(secret.words) if secret.kind is SecretKind.SAID else ():
        yield from _runs(secret._replace(words=found[0]))


def _windows(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _anchors(runs: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The longest word of each run stands for it: it is met the least."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for run in runs:
        words = run.split(" ")
        longest = max(words, key=len)
        found[longest].add((words.index(longest), len(words)))
    return {word: tuple(sorted(places)) for word, places in found.items()}
