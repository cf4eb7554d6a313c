"""Faults of lists: conjunctions, marks, limbs without words, colons and counts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, rewritten, shuffled, swaps

_JOINT = r"; (and|or)\Z"


def _joints(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """The word between the last two limbs taken away."""
    yield from swaps(drafts, rng, _JOINT, lambda *_: ";")


def _marks(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    pattern = r"(?<=[a-z)]);(?= (?:and|or)\Z)|(?<=[a-z]);\Z"
    yield from swaps(
        drafts, rng, pattern,
        lambda _, at: rng.choice((",", ".", "", ":")) if at.text.lstrip().startswith("- (") else None,
    )  # fmt: skip


def _limbs(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A limb that keeps its label and mark, and loses its words."""
    cases = [
        at for draft in drafts for at in draft.lines()
        if at.text.lstrip().startswith("- (") and at.text.rstrip().endswith((";", ".")) and "}" in at.text
    ]  # fmt: skip
    for at in shuffled(rng, cases):
        head = at.text[: at.text.index("}") + 1]
        yield rewritten(at, [f"{head} {at.text.rstrip()[-1]}"])


def _colons(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    cases = [
        at for draft in drafts for at in draft.lines()
        if at.text.endswith(":") and "- " in at.text[:12] and not at.text.startswith(">")
        and at.draft.files[at.path][at.number + 1].lstrip().startswith("- (")
    ]  # fmt: skip
    for at in shuffled(rng, cases):
        yield rewritten(at, [at.text[:-1] + rng.choice(("", ";", ",", "."))])


def _counts(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A number before a list that has another number of limbs."""
    cases = [
        at for draft in drafts for at in draft.lines()
        if at.text.endswith(" shall:") and at.draft.files[at.path][at.number + 1].lstrip().startswith("- (")
    ]  # fmt: skip
    for at in shuffled(rng, cases):
        following = at.draft.files[at.path][at.number + 1 :]
        indent = len(following[0]) - len(following[0].lstrip())
        limbs = 0
        for line in following:
            own = len(line) - len(line.lstrip())
            if own < indent or not line.strip():
                break
            limbs += own == indent and line.lstrip().startswith("- (")
        number = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight")[
            min(8, limbs + rng.choice((1, 1, 2)))
        ]
        words = rng.choice(("take the following {} steps:", "do each of the following {} things:",
                            "do all {} of the following:", "meet the {} requirements below:"))  # fmt: skip
        yield rewritten(at, [f"{at.text[:-1]} {words.format(number)}"])


SEEDINGS: dict[str, Seeding] = {
    "C141": _joints, "C142": _marks, "C143": _limbs, "C144": _colons, "C156": _counts,
}  # fmt: skip
