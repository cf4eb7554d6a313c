# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Faults of names that are for ever: ids given to other provisions, and numbers given to other clauses."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import At, Draft, Fault, Seeding, base_lines, rewritten

_CLAUSE = re.compile(r"- (\d+(?:\.\d+)+) \{#([\w-]+)\} (.{40,}\.)\Z")
_OTHERS = (
    "The Panel may ask any Party to attend its meetings, at the cost of that Party.",
    "Invoices for the period are payable in sterling within 30 days of receipt by the person to whom they are sent.",
    "A person that visits premises shall carry proof of identity and show it when asked to do so.",
    "Minutes of each meeting are to be circulated by its secretary and corrected where members so request.",
    "Any sum that falls due on a holiday carries no interest for that day.",
    "The English version of a contract prevails over a translation into any other language.",
)
_NOT_USED = (("SRPD@3.1U", "- 1.5 [Not used]"), ("S1SR@4.4", "- 18.22b [Not used]"))


def _clauses(draft: Draft) -> list[tuple[At, re.Match[str]]]:
    """Numbered clauses of one line, without limbs, that the base has too."""
    base = base_lines(draft)
    places = {(at.path, at.number) for at in draft.places()}
    return [
        (at, match) for at in draft.lines()
        if (match := _CLAUSE.match(at.text)) and at.text in base and (at.path, at.number) in places
    ]  # fmt: skip


def _cited(draft: Draft, label: str) -> bool:
    return any(re.search(rf"Clauses? [^;]*\b{re.escape(label)}\b", at.text) for at in draft.lines())


def _uncited(draft: Draft) -> list[tuple[At, re.Match[str]]]:
    """Those that nothing in the document cites, so that nothing else goes wrong."""
    return [(at, match) for at, match in _clauses(draft) if not _cited(draft, match[1])]


def _one(draft: Draft, rng: random.Random) -> tuple[At, re.Match[str]]:
    """One of them that is not the only end of a chapter."""
    among = [(at, match) for at, match in _uncited(draft) if _ends(draft, at)]
    return rng.choice(among)


def _swapped(draft: Draft, rng: random.Random) -> Fault:
    (one, a), (two, b) = rng.sample(_clauses(draft), 2)
    changes = [(one, [f"- {a[1]} {{#{b[2]}}} {a[3]}"]), (two, [f"- {b[1]} {{#{a[2]}}} {b[3]}"])]
    files, lines = draft.changed(changes)
    spots = ((one.path, lines[0]), (two.path, lines[1]))
    return Fault(draft.name, files, (*spots, ("documents/", 0)), f"ids of {a[1]} and {b[1]} swapped")


def _on_another(draft: Draft, rng: random.Random) -> Fault:
    """A clause declared [Not used]; its id on a new clause of other words at the end of another chapter."""
    at, match = _one(draft, rng)
    last = rng.choice(_ends(draft, at))
    label = _following(last)
    changes = [
        (at, [f"- {match[1]} [Not used]"]),
        (last, [last.text, f"- {label} {{#{match[2]}}} {rng.choice(_OTHERS)}"]),
    ]
    files, lines = draft.changed(changes)
    return Fault(
        draft.name,
        files,
        ((last.path, lines[1] + 1), (at.path, lines[0])),
        f"id of {match[1]} on new {label}",
    )


def _on_definition(draft: Draft, rng: random.Random) -> Fault:
    """A clause that is gone, and its id on a definition."""
    at, match = _one(draft, rng)
    heads = [one for one in draft.lines() if re.match(r"  [A-Z][^{}]* \{#def-", one.text)]
    head = rng.choice(heads)
    new = [
        f"  Planted Register {{#{match[2]}}}",
        "  : means a list of sums that are due to the Panel;",
        "",
        head.text,
    ]
    files, lines = draft.changed([(at, [f"- {match[1]} [Not used]"]), (head, new)])
    return Fault(
        draft.name, files, ((head.path, lines[1]), ("documents/", 0)), f"id of {match[1]} on a definition"
    )


def _taken_along(draft: Draft, rng: random.Random) -> Fault:
    """The words of a clause under a new id, and new words under its label and id."""
    at, match = _one(draft, rng)
    last = rng.choice(_ends(draft, at))
    label = _following(last)
    changes = [
        (at, [f"- {match[1]} {{#{match[2]}}} {rng.choice(_OTHERS)}"]),
        (last, [last.text, f"- {label} {{#planted-clause}} {match[3]}"]),
    ]
    files, lines = draft.changed(changes)
    spots = ((at.path, lines[0]), (last.path, lines[1] + 1))
    return Fault(draft.name, files, spots, f"words of {match[1]} moved to {label}, its id left behind")


def _ends(draft: Draft, other: At) -> list[At]:
    """The last clauses of chapters, but one."""
    return [
        at for at in draft.places()
        if re.match(r"- \d+(?:\.\d+)+ ", at.text) and not any(draft.files[at.path][at.number + 1 :])
        and (at.path, at.number) != (other.path, other.number)
    ]  # fmt: skip


def _following(at: At) -> str:
    stem, _, number = at.text[2:].split(" ")[0].rpartition(".")
    return f"{stem}.{int(number) + 1}"


def _reused_ids(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    kinds = (_swapped, _on_another, _on_definition, _taken_along)
    among = [draft for draft in drafts if any(_ends(draft, at) for at, _ in _uncited(draft))]
    for number in range(48):
        yield kinds[number % 4](rng.choice(among), rng)


def _filled(draft: Draft, rng: random.Random) -> Fault | None:
    """A number that was declared as [Not used], with a clause of its own."""
    line = dict(_NOT_USED).get(draft.name)
    at = next((one for one in draft.lines() if one.text.strip() == line), None)
    if line is None or at is None:
        return None
    label = line.split(" ")[1]
    return rewritten(
        at, [f"- {label} {{#planted-clause}} {rng.choice(_OTHERS)}"], f"[Not used] {label} filled"
    )


def _replaced(draft: Draft, rng: random.Random) -> Fault:
    """A clause taken out, and another put under its number, at once."""
    at, match = _one(draft, rng)
    new = rng.choice(_OTHERS)
    form = rng.choice((f"- {match[1]} {{#planted-clause}} {new}", f"- {match[1]} {{#another-duty}} {new}"))
    return rewritten(at, [form], f"{match[1]} replaced by other words under another id")


def _reused_numbers(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for draft in drafts:
        fault = _filled(draft, rng)
        if fault:
            yield fault
    among = [draft for draft in drafts if any(_ends(draft, at) for at, _ in _uncited(draft))]
    for _ in range(48):
        yield _replaced(rng.choice(among), rng)


def _kept(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """Clauses moved with their ids, rewritten in their places, or omitted with a new one at the end."""
    among = [draft for draft in drafts if any(_ends(draft, at) for at, _ in _uncited(draft))]
    for number in range(48):
        draft = rng.choice(among)
        at, match = _one(draft, rng)
        last = rng.choice(_ends(draft, at))
        label = _following(last)
        gone, words = f"- {match[1]} [Not used]", rng.choice(_OTHERS)
        changes = (
            [(at, [gone]), (last, [last.text, f"- {label} {{#{match[2]}}} {match[3]}"])],
            [(at, [f"- {match[1]} {{#{match[2]}}} {match[3][:-1]}, unless the Panel decides otherwise."])],
            [(at, [gone]), (last, [last.text, f"- {label} {{#planted-clause}} {words}"])],
            [(at, [f"- {match[1]} {{#{match[2]}}} {words}"])],
        )[number % 4]
        kinds = (
            "moved with its id",
            "amended in its place",
            "omitted, and a new clause",
            "rewritten in its place",
        )
        files, lines = draft.changed(changes)
        spots = tuple((one.path, line) for (one, _), line in zip(changes, lines, strict=True))
        yield Fault(draft.name, files, (*spots, ("documents/", 0)), f"{match[1]} {kinds[number % 4]}")


SEEDINGS: dict[str, Seeding] = {"C124": _reused_ids, "C125": _reused_numbers}
RIGHT: dict[str, Seeding] = {"C124": _kept, "C125": _kept}
