"""What a reader asks to see of the obligations."""

from __future__ import annotations

import pytest

from tests.obligation.small import read
from toolkit.obligation.choice import Choice, ChoiceError
from toolkit.obligation.obligation import Kind

FULL = {"DCC": "Data Communications Company"}
SOME = read("""\
## 1 A {#a}

- 1.1 {#one} The DCC shall act, and a User may object.
- 1.2 {#two} The DCC and each User shall not act alone.
- 1.3 {#three} Notice shall be given.
""")


@pytest.mark.parametrize(
    ("choice", "clauses"),
    [
        (Choice(), ["one", "one", "two", "three"]),
        (Choice(actors=("dcc",)), ["one", "two"]),
        (Choice(actors=("data communications company",)), ["one", "two"]),
        (Choice(actors=("User",), modals=("may",)), ["one"]),
        (Choice(modals=("Shall Not",)), ["two"]),
        (Choice(kinds=(Kind.PERMISSION, Kind.PROHIBITION)), ["one", "two"]),
        (Choice(uncertain=True), ["three"]),
    ],
)
def test_what_was_asked_for_is_shown(choice: Choice, clauses: list[str]) -> None:
    assert [one.clause for one in choice.of(SOME, FULL)] == clauses


def test_who_is_not_there_is_told_with_who_may_be_meant() -> None:
    with pytest.raises(ChoiceError, match=r"Nobody in these versions is called “Usr”\. Did you mean User\?"):
        Choice(actors=("Usr",)).of(SOME, FULL)
    with pytest.raises(
        ChoiceError, match=r"No modal .* called “ought”\. There are “may”, “shall”, “shall not”\."
    ):
        Choice(modals=("ought",)).of(SOME, FULL)
