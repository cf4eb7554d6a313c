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
