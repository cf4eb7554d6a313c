"""Which findings are wanted: codes, their beginnings, names, and how much they weigh."""

import pytest

from toolkit.check.catalogue import BY_DEFAULT, RULES
from toolkit.check.choice import Choice, ChoiceError
from toolkit.check.manual import names
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import NOWHERE


def choice(select: str | None = None, ignore: str | None = None, least: str = "note") -> Choice:
    given = [[] if words is None else [words] for words in (select, ignore)]
    return Choice.of(*given, Severity(least), names())


def codes(chosen: Choice) -> set[str]:
    return {code for code, name in names().items() if chosen.takes(code, name)}


def test_everything_is_wanted_where_nothing_is_said() -> None:
    assert codes(choice()) == set(names())
    assert choice().rules(RULES) == BY_DEFAULT


def test_codes_beginnings_and_names() -> None:
    assert codes(choice("C101")) == {"C101"}
    assert codes(choice("term-case, s013")) == {"C109", "S013"}
    assert codes(choice("L")) == {code for code in names() if code.startswith("L")}
    assert codes(choice(ignore="C1,S")) == {code for code in names() if code.startswith("L")}


def test_the_longer_prefix_counts() -> None:
    assert "C109" not in codes(choice("C1", "C109"))
    assert codes(choice("C109,L108", "C1")) == {"C109", "L108"}
    assert codes(choice("C109", "C109")) == set()
    assert "C101" in codes(choice("C1,unresolved-citation", "C10"))


def test_a_rule_that_does_not_run_unasked_is_asked_for_in_full() -> None:
    for rule in RULES:
        assert rule in choice(rule.code).rules(RULES)
        assert rule in choice(rule.name).rules(RULES)
        assert (rule in choice("C").rules(RULES)) is rule.by_default


def test_severity() -> None:
    one = Diagnostic("C109", "term-case", Severity.WARNING, NOWHERE, "Words.")
    assert choice(least="warning").shows(one) and choice(least="note").shows(one)
    assert not choice(least="error").shows(one) and not choice(ignore="C109").shows(one)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("term-caps", "Is term-case meant?"),
        ("C999", "No finding is called “C999”"),
        ("", "No code"),
        (" ,", "No code"),
    ],
)
def test_what_is_not_known_is_said(word: str, hint: str) -> None:
    with pytest.raises(ChoiceError, match=hint):
        choice(word)
