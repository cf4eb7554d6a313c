"""Each real change belongs to the declared change whose provision it stands in, the innermost first."""

from __future__ import annotations

from dataclasses import replace

from consult_toys import OLD, declare, document

from toolkit.compare.compare import compare
from toolkit.consult.attribution import attributed
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.declared import Comparison

NEW = OLD.replace("about toys", "about all toys").replace("blue;", "sky blue;")


def topics(*names: str) -> list[list[int]]:
    declared: tuple[DeclaredChange, ...] = tuple(
        replace(declare(name), number=number) for number, name in enumerate(names, start=1)
    )
    old, new = document(OLD, "1.0"), document(NEW, "1.1")
    comparison = Comparison(old, new, compare(old, new))
    return [[one.number for one in each] for each in attributed(declared, comparison)]


def test_a_change_belongs_to_what_declares_it() -> None:
    assert topics("1.1", "1.2") == [[1], [2]]


def test_the_innermost_provision_decides() -> None:
    assert topics("1", "1.2", "1.2(b)") == [[1], [3]]


def test_a_provision_declared_twice_gives_both() -> None:
    assert topics("1.1", "1.2", "1.2") == [[1], [2, 3]]


def test_what_nothing_declares_belongs_to_nothing() -> None:
    assert topics("1.1") == [[1], []]


def owners(old: str, new: str, *names: str) -> dict[str, list[int]]:
    """By the id of what changed, the numbers of the declared changes that it belongs to."""
    declared = tuple(replace(declare(name), number=number) for number, name in enumerate(names, start=1))
    before, after = document(old, "1.0"), document(new, "1.1")
    comparison = Comparison(before, after, compare(before, after))
    found = attributed(declared, comparison)
    return {
        change.clause: [one.number for one in each]
        for change, each in zip(comparison.changes.changes, found, strict=True)
    }


def test_a_label_that_another_clause_bore_before_means_the_clause_of_the_draft() -> None:
    new = OLD.replace(
        "- 1.2 {#colours} A toy shall be:", "- 1.2 {#new} A toy is new.\n- 1.3 {#colours} Each toy is:"
    )
    found = owners(OLD, new, "1.2", "1.3")
    assert found["new"] == [1] and found["colours"] == [2]


def test_two_clauses_that_change_places_keep_their_own_changes() -> None:
    old = OLD.replace(
        "- 2.3 {#safe} A toy shall be safe.",
        "- 2.3 {#safe} A toy shall be safe.\n- 2.3A {#soft} A toy is soft.",
    )
    new = OLD.replace(
        "- 2.3 {#safe} A toy shall be safe.",
        "- 2.3 {#soft} A toy is quite soft.\n- 2.3A {#safe} A toy shall be quite safe.",
    )
    found = owners(old, new, "2.3", "2.3A")
    assert found["soft"] == [1] and found["safe"] == [2]


def test_what_is_left_out_belongs_to_what_declares_the_label_it_had() -> None:
    old = OLD.replace("- 2.3 {#safe}", "- 2.3 {#soft} A toy is soft.\n- 2.3A {#safe}")
    assert owners(old, OLD, "2.3A", "2.3")["soft"] == [2]
