"""What code says counts; how it is laid out, explained and linked does not."""

from __future__ import annotations

import textwrap

import pytest

from toolkit.trace.python_links import python_links

BASE = '''
from toolkit.conformance.link import implements

@implements("TMAD", "a")
def due(day, working_days=5):
    """The day on which the notice ends."""
    # Working Days
    return add_working_days(day, working_days)
'''

SAME = {
    "another docstring": ("The day on which the notice ends.", "The last day of the notice."),
    "no docstring": ('    """The day on which the notice ends."""\n', ""),
    "another comment": ("# Working Days", "# as Section A defines them"),
    "another layout": (
        "add_working_days(day, working_days)",
        "add_working_days(\n        day, working_days,\n    )",
    ),
    "another link": ('("TMAD", "a")', '("TMAD", "a", since="6.1U")'),
    "lines above": ("\n@implements", "\nX = 1\n\n\n@implements"),
    "another import": ("import implements", "import implements as implements"),
}
OTHER = {
    "a default": ("working_days=5", "working_days=15"),
    "a name": ("add_working_days(", "add_days("),
    "an argument": ("(day, working_days=5)", "(day, *, working_days=5)"),
    "a decorator": ("\n@implements", "\n@cache\n@implements"),
    "a sign": ("add_working_days(day, working_days)", "add_working_days(day, -working_days)"),
    "text for a number": ("working_days=5", "working_days='5'"),
    "async": ("def due", "async def due"),
}


def fingerprint(source: str) -> str:
    (link,), wrong = python_links(textwrap.dedent(source).encode(), "code/rules.py")
    assert wrong == ()
    return link.fingerprint


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_what_does_not_count(old: str, new: str) -> None:
    assert old in BASE
    assert fingerprint(BASE.replace(old, new)) == fingerprint(BASE)


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_what_counts(old: str, new: str) -> None:
    assert old in BASE
    assert fingerprint(BASE.replace(old, new)) != fingerprint(BASE)


def test_it_is_the_same_on_every_version_of_python() -> None:
    assert fingerprint(BASE) == "1:3a33be1e8cc19ca2"
