"""How alike two provisions are, and that one provision stands for one other."""

from hypothesis import given
from hypothesis import strategies as st

from tests.check.case import Tree
from toolkit.check.likeness import LikenessIndex, likeness, words_of
from toolkit.check.run import check
from toolkit.library.library import read_library

words = st.text("abc ", max_size=30).map(words_of)
VERSIONS = b"""\
code: DEMO
title: Demonstration Document
versions:
  - {version: '1', status: draft}
  - {version: '2', status: draft, base: '1'}
"""
NOTICE = "The operator shall give notice of each move to the supplier within 15 days."


@given(words, words)
def test_likeness_is_between_none_and_all(one, other) -> None:
    assert likeness(one, one) == 1
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


def test_the_likest_is_found_by_its_rarest_words() -> None:
    index = LikenessIndex.of(
        [("first", "give notice of a move"), ("second", "give notice of a migration at once")]
    )
    assert index.likest("give notice of any migration at once", 0.8) == "second"
    assert index.likest("give notice of any migration at once", 0.99) == ""
    assert index.likest("nothing in common", 0.0) == ""


def test_two_that_said_the_same_do_not_both_claim_the_one_that_stands() -> None:
    before = f"## 1 Notices {{#notices}}\n\n- 1.1 {{#first}} {NOTICE}\n- 1.2 {{#second}} {NOTICE}\n"
    after = f"## 1 Notices {{#notices}}\n\n- 1.1 {{#other}} {NOTICE}\n"
    content = {
        "documents/demo/document.yaml": VERSIONS,
        "documents/demo/1/01.md": before.encode(),
        "documents/demo/2/01.md": after.encode(),
    }
    found = check(read_library(Tree(content)), ["DEMO@2"])
    assert [one.message[:20] for one in found] == ["The id {#first} is g"]
