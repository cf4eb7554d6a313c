"""What never changes a reading, what no text can do to the reader, and what its cost follows."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.obligation.small import FILE, read, small_library
from tests.strategies import documents, laws
from toolkit.check.subject import Subject
from toolkit.cite.asked import asked_for
from toolkit.cite.context import Catalogue
from toolkit.cite.renumber import renumber
from toolkit.model.place import NOWHERE
from toolkit.obligation.obligation import Obligation
from toolkit.obligation.reading import obligations
from toolkit.source.write import write_part

TEXT = """\
## 1 Notices {#notices}

- 1.1 {#notice} Where a Device fails, the DCC shall give notice under Clause 1.2 not less than 5 Working Days
  before the date, and each User may object within 10 days of it, save that a User shall not do so twice.
- 1.2 {#manner} A notice shall be given in writing, and the DCC shall:
  - (a) {#in-writing} sign it; and
  - (b) {#to-supplier} send it to the Responsible Supplier, except where Clause 1.1 says otherwise.
"""
_SOME_WORDS = """
    the DCC shall, may not: each User; where a Device it they is to by and or unless save that except within 5
    Working Days of 10 days before from time to time which that (a) “shall” no nothing only, in which case
    . — ’s
"""
_WORDS = _SOME_WORDS.split()
_LABEL = re.compile(r"\d+\.\d+(?:\([a-z]\))?")


def bare(some: tuple[Obligation, ...]) -> list[Obligation]:
    """Readings without places and labels."""
    shorn = []
    for one in some:
        texts = ("act", "condition", "exception", "lead", "words")
        without = {name: _LABEL.sub("N", getattr(one, name)) for name in texts}
        timings = tuple(timing._replace(event=_LABEL.sub("N", timing.event)) for timing in one.timings)
        shorn.append(replace(one, **without, label="", place=NOWHERE, timings=timings, citations=()))
    return shorn


BEFORE = read(TEXT)


@given(st.integers(0, 2**32))
@laws
def test_wrapping_changes_nothing(seed: int) -> None:
    choice = random.Random(seed)
    wrapped = []
    for line in TEXT.replace("\n  before the date", " before the date").split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" -")))
        head, *words = line.split(" {#", 1)[0].split(" ") if line.startswith("#") else line.strip().split(" ")
        if line.startswith("#") or not words:
            wrapped.append(line)
            continue
        lead = line[: len(line) - len(line.lstrip(" "))]
        text = lead + " ".join([head, *words[:2]])
        for word in words[2:]:
            text += (f"\n{indent}" if choice.random() < 0.3 and word[0].isalpha() else " ") + word
        wrapped.append(text)
    again = read("\n".join(wrapped))
    assert [replace(one, place=NOWHERE) for one in again] == [replace(one, place=NOWHERE) for one in BEFORE]


def test_renumbering_changes_nothing_but_numbers() -> None:
    library = small_library(TEXT)
    pairs = asked_for(library, library.load("DEMO@1"), ("1.1=1.7", "1.2=1.3"))
    text = renumber(library, library.load("DEMO@1"), pairs).new[FILE].decode()
    assert "Clause 1.3" in text
    assert bare(read(text)) == bare(BEFORE)


@given(documents())
@laws
def test_any_document_is_read(document: object) -> None:
    text = "\n".join(write_part(part) for part in document.parts)  # type: ignore[attr-defined]
    for one in read(text):
        assert one.modal and one.act is not None


@given(st.lists(st.sampled_from(_WORDS), max_size=60), st.lists(st.sampled_from(_WORDS), max_size=20))
@laws
def test_any_words_are_read(lead: list[str], limb: list[str]) -> None:
    text = f"## 1 A {{#a}}\n\n- 1.1 {{#b}} The {' '.join(lead)}\n  - (a) {{#c}} X {' '.join(limb)}\n"
    for one in read(text):
        assert all(timing.words for timing in one.timings)
        assert one.act in one.words or "…" in one.act or one.clause == "c" or one.act == ""


@given(st.text(max_size=300))
@laws
def test_any_characters_are_read(text: str) -> None:
    read(f"## 1 A {{#a}}\n\n- 1.1 {{#b}} The DCC shall {text}")


def test_cost_follows_length() -> None:
    """Of a single paragraph and of many clauses; the quickest of several runs is the machine's own."""
    sentence = (
        "Where a Device fails, the DCC or a User that knows of it, and that may act, shall tell the Panel "
        "within 5 Working Days of it, and may "
    )
    small, large = cost(f"- 1.1 {{#x}} {sentence * 40}do so."), cost(f"- 1.1 {{#x}} {sentence * 320}do so.")
    assert large < 8 * small * 2.5, (small, large)


def cost(clauses: str) -> float:
    library = small_library(f"## 1 A {{#a}}\n\n{clauses}\n")
    catalogue, loaded = Catalogue.of(library), library.load("DEMO@1")
    times = []
    for _ in range(5):
        subject = Subject(catalogue, loaded)
        assert subject.lines
        start = time.process_time()
        assert obligations(subject)
        times.append(time.process_time() - start)
    return min(times)
