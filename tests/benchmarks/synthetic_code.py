"""A made-up code of regulation, from a seed: documents, clauses, citations, definitions and tables like ours.

python tests/benchmarks/synthetic_code.py FOLDER --documents 50 --clauses 20000 --seed 1
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ACTORS = ("The DCC", "Each Party", "The Panel", "Each Responsible Supplier", "The Security Sub-Committee")
DUTIES = (
    "provide a report to the Panel", "keep a record of each request", "notify each Party that is affected",
    "take the steps that are needed to restore the service", "publish a list of the devices concerned",
    "confirm to the sender that the message was received", "review the arrangements and correct each fault",
    "retain the evidence on which the decision rests", "give access to the records on request",
)  # fmt: skip
CONDITIONS = (
    "where a request is rejected", "if the device no longer responds", "unless the Panel decides otherwise",
    "whenever a certificate expires", "where two records differ", "if the schedule has been changed",
)  # fmt: skip
NOUNS = (
    "Notice",
    "Schedule",
    "Certificate",
    "Interface",
    "Register",
    "Threshold",
    "Request",
    "Report",
    "Plan",
)
KINDS = (
    "Primary",
    "Reserve",
    "Joint",
    "Interim",
    "Device",
    "Network",
    "Central",
    "Service",
    "Annual",
    "Local",
)
SUBJECTS = (
    "Purpose",
    "Interpretation",
    "Information",
    "Migration",
    "Testing",
    "Records",
    "Reporting",
    "Changes",
)

CLAUSES_A_CHAPTER = 40
"""Labelled clauses of all levels in one top-level clause, its limbs among them."""
TERMS_A_CHAPTER = 4


@dataclass(slots=True)
class _Document:
    """What is known of a document while its text is made up."""

    code: str
    chapters: int
    terms: list[str]
    rng: random.Random
    labels: list[str] = field(default_factory=list)
    """Numbered clauses that others may cite."""


def write_code(root: Path, documents: int, clauses: int, seed: int = 1) -> None:
    """Write a code of that many documents and about that many labelled clauses below a folder."""
    rng = random.Random(seed)
    chapters = max(2, round(clauses / documents / CLAUSES_A_CHAPTER))
    _write_terms(root)
    made = [_outline(number, chapters, rng) for number in range(documents)]
    for number, document in enumerate(made):
        folder = root / "documents" / document.code.lower()
        (folder / "1.0").mkdir(parents=True)
        (folder / "document.yaml").write_text(_register(document), encoding="utf-8")
        neighbours = [made[(number + step) % documents] for step in (1, 2, 3)]
        for chapter in range(1, chapters + 1):
            text = _definitions(document) if chapter == 2 else _chapter(document, chapter, neighbours)
            (folder / "1.0" / f"{chapter:03}-chapter.md").write_text(text, encoding="utf-8")


def _write_terms(root: Path) -> None:
    """What the main body of the code would define."""
    terms = ("DCC", "Party", "Panel", "Responsible Supplier", "Security Sub-Committee", "Working Day")
    folder = root / "documents" / "_external"
    folder.mkdir(parents=True)
    entries = [f'  - {{term: "{term}", section: "A1.1", meaning: "as the main body says"}}' for term in terms]
    head = [
        "code: MAIN",
        "title: Made-up Main Body",
        "keyword: Section",
        "entries:",
        '  - {label: "A1.1", heading: "Terms"}',
    ]
    (folder / "main.yaml").write_text("\n".join([*head, "terms:", *entries, ""]), encoding="utf-8")


def _outline(number: int, chapters: int, rng: random.Random) -> _Document:
    code = f"D{number + 1:03}"
    own = random.Random(rng.random())
    names = [f"{kind} {noun}" for kind in KINDS for noun in NOUNS]
    own.shuffle(names)
    wanted = chapters * TERMS_A_CHAPTER
    terms = [
        names[n % len(names)] if n < len(names) else f"{names[n % len(names)]} {_word(n)}"
        for n in range(wanted)
    ]
    document = _Document(code, chapters, terms, own)
    document.labels = [f"{c}.{n}" for c in range(1, chapters + 1) if c != 2 for n in range(1, 11)]
    return document


def _word(number: int) -> str:
    return f"Class {chr(ord('A') + number // 90 % 26)}{chr(ord('a') + number // 2340 % 26)}"


def _register(document: _Document) -> str:
    return (
        f"code: {document.code}\ntitle: Made-up Document {document.code}\nnumbering: subsidiary\n"
        'versions:\n  - {version: "1.0", status: published, effective: 2020-01-01}\n'
    )


def _definitions(document: _Document) -> str:
    lines = ["## 2 Definitions {#definitions}", "", "- 2.1 {#defined-terms} In this document:", ""]
    for number, term in enumerate(sorted(document.terms)):
        end = "." if number == len(document.terms) - 1 else ";"
        lines += [
            f"  {term} {{#def-{number}}}",
            f"  : means a thing that is described in Clause {_pick(document)}{end}",
            "",
        ]
    return "\n".join(lines)


def _pick(document: _Document) -> str:
    return document.rng.choice(document.labels)


def _chapter(document: _Document, chapter: int, neighbours: list[_Document]) -> str:
    subject = SUBJECTS[chapter % len(SUBJECTS)]
    lines = [f"## {chapter} {subject} {{#chapter-{chapter}}}", ""]
    for number in range(1, 11):
        lines += _clause(document, chapter, number, neighbours)
    return "\n".join(lines) + "\n"


def _clause(document: _Document, chapter: int, number: int, neighbours: list[_Document]) -> Iterator[str]:
    name = f"c{chapter}-{number}"
    rng = document.rng
    yield f"- {chapter}.{number} {{#{name}}} {rng.choice(ACTORS)} shall, {rng.choice(CONDITIONS)}:"
    for limb, joint in (("a", ";"), ("b", "; and"), ("c", ".")):
        yield f"  - ({limb}) {{#{name}-{limb}}} {_limb(document, neighbours)}{joint}"
    if number == 10 and chapter % 5 == 0:
        yield from ("", f"  Table {chapter}.1 {{#table-{chapter}}}: Periods by request", "",
                    "  | Request | Period | Clause |", "  | --- | --- | --- |")  # fmt: skip
        yield from (
            f"  | {n}.{chapter} | {n + 4} Working Days | Clause {_pick(document)} |" for n in range(1, 7)
        )


def _limb(document: _Document, neighbours: list[_Document]) -> str:
    rng = document.rng
    words = [rng.choice(DUTIES)]
    if rng.random() < 0.7:
        words.append(f"in the {rng.choice(document.terms)}")
    if rng.random() < 0.5:
        words.append(f"within {rng.randint(2, 30)} Working Days")
    draw = rng.random()
    if draw < 0.3:
        words.append(f"in accordance with Clause {_pick(document)}({rng.choice('abc')})")
    elif draw < 0.4:
        words.append(f"as Clauses {_pick(document)} and {_pick(document)} require")
    elif draw < 0.5:
        other = rng.choice(neighbours)
        words.append(f"subject to Clause {_pick(other)} of the {other.code}")
    return " ".join(words)


def main() -> None:
    """Write a code to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--clauses", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_code(options.folder, options.documents, options.clauses, options.seed)


if __name__ == "__main__":
    main()
