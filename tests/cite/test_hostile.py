"""Texts made to make a reader slow: every one is read in the time its length deserves."""

import time

import pytest

from tests.cite.test_mentions import NAMES
from tests.cite.test_resolutions import context
from toolkit.cite.grammar import mentions
from toolkit.cite.resolve import citations
from toolkit.model.text import Text

HOSTILE = {
    "keywords": "Clause " * 20_000,
    "a list": "Clause 1" + ", 1" * 15_000,
    "brackets": "Clause 1" + "(a)" * 50_000,
    "open brackets": "Section A (" * 10_000,
    "limbs": "Clause 1(a)(i)(A)" + " or (b)" * 8_000,
    "capitals": "A " * 80_000 + "Act 2008",
    "titles": "Clause 1 of the " + "Alpha and the " * 20_000,
    "white space": ("Clause" + " " * 5_000) * 40,
    "dots": "Clause 1" + ".1" * 80_000,
    "digits": "Clause " + "1" * 200_000,
    "parts of parts": "paragraph (a) of " * 10_000,
    "numbers alone": "Clause 1.1 " + "1.1a " * 5_000,
    "no number alone": "Clause 1.1 " + "1.1a1 1.1a% 1.1(a% " * 10_000,
    "lists of documents": "TMAD, Clause 1, " * 5_000,
    "questions": "Q1 " * 10_000,
    "versions": "TMAD 6.0" + " and 6.0" * 20_000,
    "headings": ("Section H8 (" + "A" * 118) * 1_000,
    "hyphens": "Non-" * 40_000 + "Migration",
}
MOST = 10.0
"""Seconds of CPU; each takes well under one, and a reader that looks at its text twice over takes minutes."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time(text: str) -> None:
    start = time.process_time()
    mentions(text)
    mentions(text, NAMES)
    citations(Text(text), "status", context())
    context().terms.near_case(text, context().terms.uses(text))
    assert time.process_time() - start < MOST
