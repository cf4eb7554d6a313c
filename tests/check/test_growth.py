"""Nothing grows faster than the text: one term used, one clause cited, many definitions."""

import time
from collections.abc import Callable

import pytest

from tests.check.case import Tree
from toolkit.check.run import check
from toolkit.library.library import read_library

REGISTER = b'code: DEMO\ntitle: Demo\nversions:\n  - {version: "1", status: draft}\n'
DEFINED = "## 1 Terms {#terms}\n\n- 1.1 {#defined} In this document:\n\n"


def one_term_used(size: int) -> str:
    uses = (
        f"- 2.{n} {{#use-{n}}} The Meter shall be read by the Meter Reader.\n" for n in range(1, size + 1)
    )
    terms = (
        "  Meter {#def-meter}\n  : means a meter;\n\n  Meter Reader {#def-reader}\n  : means a reader.\n\n"
    )
    return f"{DEFINED}{terms}## 2 Uses {{#uses}}\n\n{''.join(uses)}"


def one_clause_cited(size: int) -> str:
    cites = (
        f"- 2.{n} {{#cite-{n}}} Each reader shall act in accordance with Clause 1.1.\n"
        for n in range(1, size + 1)
    )
    duty = "## 1 Duty {#duty}\n\n- 1.1 {#act} Each reader shall act.\n\n"
    return f"{duty}## 2 Uses {{#uses}}\n\n{''.join(cites)}"


def many_definitions(size: int) -> str:
    terms = (
        f"  Class {n} Meter {{#def-{n}}}\n  : means a meter of that class{'.' if n == size else ';'}\n\n"
        for n in range(1, size + 1)
    )
    uses = (f"- 2.{n} {{#use-{n}}} Each reader shall read the Class {n} Meter.\n" for n in range(1, size + 1))
    return f"{DEFINED}{''.join(terms)}## 2 Uses {{#uses}}\n\n{''.join(uses)}"


def cost(text: str) -> float:
    started = time.process_time()
    check(
        read_library(
            Tree({"documents/demo/document.yaml": REGISTER, "documents/demo/1/01.md": text.encode()})
        )
    )
    return time.process_time() - started


@pytest.mark.parametrize(
    "make", [one_term_used, one_clause_cited, many_definitions], ids=lambda make: make.__name__
)
def test_eight_times_the_text_costs_about_eight_times_as_much(make: Callable[[int], str]) -> None:
    small = min(cost(make(500)) for _ in range(3))
    large = cost(make(4000))
    assert large < 8 * 2.5 * small, f"{small:.2f} s, then {large:.2f} s; quadratic would be 64 times as long"
