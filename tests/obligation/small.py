"""Small documents to be read, with the actors that every code of this kind has."""

from __future__ import annotations

from tests.check.case import Tree
from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.library import Library, read_library
from toolkit.obligation.obligation import Obligation
from toolkit.obligation.reading import obligations

FILE = "documents/demo/1/01.md"
_REGISTER = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
_EXTERNAL = """\
code: SEC
title: Smart Energy Code
keyword: Section
entries: [{label: A, heading: Definitions}]
terms:
  - {term: Data Communications Company, abbreviation: DCC, section: A, meaning: "the company with a licence"}
  - {term: User, section: A, meaning: "a Party that uses the services of the DCC"}
  - {term: Party, section: A, meaning: "a person bound by the Code"}
  - {term: Panel, section: A, meaning: "the Panel, which oversees the Code"}
  - {term: Responsible Supplier, section: A, meaning: "the supplier that is registered for a Device"}
  - {term: Device, section: A, meaning: "a piece of equipment"}
  - {term: Message, section: A, meaning: "what a User sends"}
  - {term: Target Response Time, section: A, meaning: "the time in which an answer is due"}
  - {term: Working Day, section: A, meaning: "a day on which banks are open"}
"""


def small_library(text: str) -> Library:
    files = {
        "documents/demo/document.yaml": _REGISTER,
        FILE: text.encode("utf-8", "replace"),
        "documents/_external/sec.yaml": _EXTERNAL.encode(),
    }
    return read_library(Tree(files))


def read(text: str) -> tuple[Obligation, ...]:
    library = small_library(text)
    return obligations(Subject(Catalogue.of(library), library.load("DEMO@1")))


def told(some: tuple[Obligation, ...]) -> str:
    """Readings as lines: what was read of each field, and why it is uncertain."""
    return "\n".join(_told(one) for one in some) + "\n"


def _told(one: Obligation) -> str:
    who = ", ".join(one.actors) or "–"
    of = f"({one.said_of}) " if one.said_of else ""
    parts = [
        f"{one.label or one.clause}: {one.kind} | {who} | {one.modal} | {of}{one.act}",
        *(f"    to: {name}" for name in one.recipients),
        *([f"    case: {one.condition}"] if one.condition else []),
        *([f"    except: {one.exception}"] if one.exception else []),
        *(f"    when: {' | '.join(part or '–' for part in timing)}" for timing in one.timings),
        *(f"    uncertain, {doubt.field}: {doubt.reason}" for doubt in one.doubts),
    ]
    return "\n".join(parts)
