"""Drafts to plant faults in, and the faults: lines of the shipped texts, changed in memory one at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.source.files import Folder

ROOT = Folder(Path(__file__).resolve().parents[2])
DRAFTS = ("TMAD@6.1U", "S1SR@4.4", "SRPD@3.1U", "DUIS@3.1U")
DESIGNATED = ("TMAD@6.0", "S1SR@4.0", "SRPD@3.0", "DUIS@3.1")
_CLAUSE = re.compile(r"- [A-Z]?\d[\w.]* \{#[\w-]+\} [^\[].*\.\Z")
_PROSE = re.compile(r"\s*(?:- |: )?\S")


class At(NamedTuple):
    """One line of a draft."""

    draft: Draft
    path: str
    number: int
    """From 0."""
    text: str


class Fault(NamedTuple):
    """One planted fault."""

    draft: str
    """The version that is checked: TMAD@6.1U."""
    changed: Mapping[str, bytes]
    """Files by path."""
    lines: tuple[tuple[str, int], ...]
    """Where it has to be found, by file and line from 1, the first of them foremost; line 0 is anywhere."""
    words: str
    """What was planted, for the list of what was missed."""


@dataclass(frozen=True, eq=False)
class Draft:
    """The text of a version, by file, as lines."""

    name: str
    loaded: Loaded
    files: Mapping[str, tuple[str, ...]]

    @property
    def code(self) -> str:
        """Of its document."""
        return self.name.split("@")[0]

    @property
    def draft(self) -> bool:
        """Whether it is not of legal effect."""
        return self.name in DRAFTS

    def lines(self, ending: str = ".md") -> Iterator[At]:
        """Every line of its files of a kind."""
        for path, lines in self.files.items():
            if path.endswith(ending):
                for number, text in enumerate(lines):
                    yield At(self, path, number, text)

    def places(self) -> list[At]:
        """Numbered clauses of one line, without limbs: a sentence can be added to them."""
        found = []
        for at in self.lines():
            following = self.files[at.path][at.number + 1 :]
            last = not any(following)
            if _CLAUSE.match(at.text) and (last or following[0].startswith("- ")):
                found.append(at)
        return found

    def changed(self, changes: Iterable[tuple[At, Iterable[str]]]) -> tuple[dict[str, bytes], list[int]]:
        """The files with lines replaced, each by some or none, and the number that each change begins at."""
        files = {path: list(lines) for path, lines in self.files.items()}
        changes = [(at, list(lines)) for at, lines in changes]
        for at, lines in sorted(changes, key=lambda one: -one[0].number):
            files[at.path][at.number : at.number + 1] = lines
        moved = [
            at.number + 1 + sum(len(new) - 1 for other, new in changes
                                if other.path == at.path and other.number < at.number)
            for at, _ in changes
        ]  # fmt: skip
        touched = {at.path for at, _ in changes}
        return {path: "\n".join(files[path]).encode() for path in sorted(touched)}, moved


Seeding = Callable[[list[Draft], random.Random], Iterator[Fault]]


def sentences(
    phrases: Iterable[str], forms: Iterable[str] = ("{}",), only: Iterable[str] = DRAFTS
) -> Seeding:
    """Each phrase, in some order and in one of some forms, at the end of a clause of one of some versions."""
    phrases, forms, only = tuple(phrases), tuple(forms), tuple(only)

    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        among = [draft for draft in drafts if draft.name in only]
        yield from added(among, rng, (rng.choice(forms).format(one) for one in shuffled(rng, phrases)))

    return plant


def read_drafts(library: Library, names: Iterable[str] = DRAFTS) -> list[Draft]:
    """The drafts with the lines of their files."""
    found = []
    for name in names:
        loaded = library.load(name)
        code, version = name.split("@")
        folder = f"documents/{code.lower()}/{version}"
        texts = {
            f"{folder}/{file}": library.files.read(f"{folder}/{file}") for file in library.files.names(folder)
        }
        lines = {path: tuple(text.decode().split("\n")) for path, text in texts.items()}
        found.append(Draft(name, loaded, lines))
    return found


def base_lines(draft: Draft) -> frozenset[str]:
    """Lines of the version that a draft was made from: what is new in the draft cannot be stale."""
    folder = f"documents/{draft.code.lower()}/{draft.loaded.document.version.base}"
    texts = [ROOT.read(f"{folder}/{file}").decode() for file in ROOT.names(folder)]
    return frozenset(line for text in texts for line in text.split("\n"))


def read_register(code: str) -> tuple[str, str]:
    """The path and text of the register of a document, by its code."""
    path = f"documents/{code.lower()}/document.yaml"
    return path, ROOT.read(path).decode()


def use_added(
    draft: Draft, rng: random.Random, changes: list[tuple[At, list[str]]], terms: list[str], words: str
) -> Fault:
    """Changes, with two sentences in other clauses that use each of some terms, so that none is unused."""
    touched = {(at.path, at.number) for at, _ in changes}
    places = [at for at in draft.places() if (at.path, at.number) not in touched]
    all_of_it = " ".join(f"The DCC shall keep a copy of each {term}." for term in terms)
    uses = [(at, [f"{at.text} {all_of_it}"]) for at in rng.sample(places, 2)]
    files, lines = draft.changed([*changes, *uses])
    spots = tuple((at.path, line) for (at, _), line in zip(changes, lines, strict=False))
    return Fault(draft.name, files, (*spots, ("documents/", 0)), words)


def rewritten(at: At, lines: Iterable[str], words: str = "", offset: int = 0) -> Fault:
    """A line replaced by others; the fault stands in the first of them, or so many lines on."""
    lines = list(lines)
    files, numbers = at.draft.changed([(at, lines)])
    return Fault(at.draft.name, files, ((at.path, numbers[0] + offset),), words or lines[offset].strip())


def swaps(
    drafts: list[Draft],
    rng: random.Random,
    pattern: str,
    swap: Callable[[re.Match[str], At], str | None],
    ending: str = ".md",
) -> Iterator[Fault]:
    """Each match of a pattern in legal text, in random order, replaced by what swap makes of it."""
    found = [
        (at, match) for draft in drafts for at in draft.lines(ending)
        if _PROSE.match(at.text) and not at.text.lstrip().startswith((">", "#", "<!--"))
        for match in re.finditer(pattern, at.text)
    ]  # fmt: skip
    rng.shuffle(found)
    for at, match in found:
        new = swap(match, at)
        if new is not None and new != match[0]:
            around = (
                at.text[max(0, match.start() - 30) : match.start()],
                at.text[match.end() : match.end() + 30],
            )
            text = at.text[: match.start()] + new + at.text[match.end() :]
            yield rewritten(at, [text], f"{around[0]}»{new}«{around[1]} (was {match[0]})")


def added(drafts: list[Draft], rng: random.Random, sentences: Iterable[str]) -> Iterator[Fault]:
    """Each sentence, in order, at the end of a clause of some draft."""
    for sentence in sentences:
        at = rng.choice(rng.choice(drafts).places())
        yield rewritten(at, [f"{at.text} {sentence}"], sentence)


def clauses_added(
    drafts: list[Draft], rng: random.Random, blocks: Iterable[tuple[str, int]]
) -> Iterator[Fault]:
    """Each block of text, as the last clause of a chapter; the number is that of its faulty line, from 0.

    The block is written with {} for the label of the clause.
    """
    last = [at for draft in drafts for at in draft.places() if _ends_chapter(at)]
    for block, offset in blocks:
        at = rng.choice(last)
        label = at.text[2:].split(" ")[0]
        stem, _, number = label.rpartition(".")
        lines = [at.text, *block.replace("{}", f"{stem}.{int(number) + 1}").split("\n")]
        yield rewritten(at, lines, block.split("\n")[offset].strip(), offset + 1)


def _ends_chapter(at: At) -> bool:
    return not any(at.draft.files[at.path][at.number + 1 :]) and bool(re.match(r"- \d+\.\d+ ", at.text))


def shuffled(rng: random.Random, things: Iterable[Any]) -> list[Any]:
    """The same things in another order."""
    found = list(things)
    rng.shuffle(found)
    return found
