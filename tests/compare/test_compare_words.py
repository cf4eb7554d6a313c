"""Word-level edits: true to the letter, and marked as a person would mark them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import laws, plain_text
from toolkit.compare.tokens import tokens
from toolkit.compare.words import LARGEST, common_runs, edits
from toolkit.model.change import Edit, Op

anything = st.one_of(st.text(max_size=60), plain_text(most=40), st.text("ab .,;()\n 1", max_size=40))
short = st.lists(st.integers(0, 3), max_size=12)


def old_side(found: tuple[Edit, ...]) -> str:
    return "".join(edit.text for edit in found if edit.op is not Op.INSERT)


def new_side(found: tuple[Edit, ...]) -> str:
    return "".join(edit.text for edit in found if edit.op is not Op.OMIT)


def marked(old: str, new: str) -> str:
    signs = {Op.SAME: ("", ""), Op.OMIT: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
    return "".join(signs[edit.op][0] + edit.text + signs[edit.op][1] for edit in edits(old, new))


@laws
@given(anything, anything)
def test_edits_give_both_texts_to_the_letter(old: str, new: str) -> None:
    found = edits(old, new)
    assert old_side(found) == old
    assert new_side(found) == new
    assert all(edit.text for edit in found)


@laws
@given(anything, anything)
def test_what_is_omitted_stands_before_what_is_inserted_in_its_place(old: str, new: str) -> None:
    ops = [edit.op for edit in edits(old, new)]
    assert not any(here is there for here, there in pairwise(ops))
    assert (Op.INSERT, Op.OMIT) not in pairwise(ops)


@laws
@given(anything, anything)
def test_no_word_is_split(old: str, new: str) -> None:
    for text, without in ((old, Op.INSERT), (new, Op.OMIT)):
        inside, at = set(), 0
        for token in tokens(text):
            inside |= set(range(at + 1, at + len(token.word)))
            at += len(token.word) + len(token.space)
        at = 0
        for edit in edits(old, new):
            if edit.op is not without:
                assert at not in inside
                at += len(edit.text)


@laws
@given(anything)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert edits(text, text) == ((Edit(Op.SAME, text),) if text else ())


@laws
@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.word + token.space for token in tokens(text)) == text


@laws
@given(short, short)
def test_common_runs_are_common_and_rise(old: list[int], new: list[int]) -> None:
    before = (0, 0)
    for run in common_runs(old, new):
        assert run.length > 0
        assert old[run.old : run.old_end] == new[run.new : run.new_end]
        assert (run.old, run.new) >= before
        before = (run.old_end, run.new_end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Clause 18.1(d)(viii)(B) of the S1SR", ["Clause", "18.1(d)(viii)(B)", "of", "the", "S1SR"]),
        ("paragraph (aa), (ii) or (B)", ["paragraph", "(aa)", ",", "(ii)", "or", "(B)"]),
        ("paragraph (a)(ii) or (b)(i)(A);", ["paragraph", "(a)(ii)", "or", "(b)(i)(A)", ";"]),
        ("Section H14.36A(c); 4.32A.", ["Section", "H14.36A(c)", ";", "4.32A", "."]),
        ("the Supplier’s re-designation", ["the", "Supplier’s", "re-designation"]),
        ("£1,000.50 or 50% at 12:30", ["£1,000.50", "or", "50%", "at", "12:30"]),
        ("MOC (MDS), e.g. Device(s)", ["MOC", "(", "MDS", ")", ",", "e.g.", "Device(s)"]),
        ("18 U.S.C. 922(y)(3).The", ["18", "U.S.C.", "922(y)(3)", ".", "The"]),
        ("4.1–4.6 and/or N/A", ["4.1", "–", "4.6", "and/or", "N/A"]),
        ("see http://a.b/c_d. Then", ["see", "http://a.b/c_d", ".", "Then"]),
        ("cafe\u0301 stays whole", ["cafe\u0301", "stays", "whole"]),
    ],
)
def test_labels_numbers_and_words_are_whole(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the cat", "the cat sat", "the cat{+ sat+}"),
        ("a b c", "a c", "a [-b -]c"),
        ("foo, bar", "foo bar", "foo[-,-] bar"),
        ("States.The Chief", "States. The Chief", "States.{+ +}The Chief"),
        ("under Clause 4.29 or", "under Clause 4.30 or", "under Clause [-4.29-]{+4.30+} or"),
        (
            "under Clause 18.1(d)(viii)(B) of",
            "under Clause 18.1(d)(ix)(B) of",
            "under Clause [-18.1(d)(viii)(B)-]{+18.1(d)(ix)(B)+} of",
        ),
        ("the smart meter shall", "the Smart Meter shall", "the [-smart meter-]{+Smart Meter+} shall"),
        ("Scope", "Application and scope", "[-Scope-]{+Application and scope+}"),
        ("5 of the DCC", "10 of the User", "[-5-]{+10+} of the [-DCC-]{+User+}"),
        ("IOC, MOC (MDS)", "IOC, MOC (Secure), MOC (MDS)", "IOC, {+MOC (Secure), +}MOC (MDS)"),
        (
            "The DCC shall act. The DCC shall stop.",
            "The DCC shall act. The DCC shall wait. The DCC shall stop.",
            "The DCC shall act. {+The DCC shall wait. +}The DCC shall stop.",
        ),
        (
            "The DCC shall notify.",
            "The DCC shall, where no Responsible Supplier has provided it within 5 days, notify.",
            "The DCC shall{+, where no Responsible Supplier has provided it within 5 days,+} notify.",
        ),
        (
            "is an ESME, a GSME or a CHF, and is permitted;",
            "is an ESME, a GSME, a CHF or, where it is IOC, a PPMID, and is permitted;",
            "is an ESME, a GSME{+, a CHF+} or{+, where it is IOC,+} a [-CHF-]{+PPMID+}, and is permitted;",
        ),
    ],
)  # fmt: skip
def test_edits_read_naturally(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_rewritten_text_is_shown_old_then_new() -> None:
    old = "The DCC shall notify each User within 5 Working Days of receipt."
    new = "Each User shall be told by the DCC of the event within 10 Working Days after it happens."
    assert marked(old, new) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}."


def test_only_the_rewritten_sentence_is_shown_old_then_new() -> None:
    first, last = "A Party may demand migration in writing. ", " Nothing here limits Clause 5."
    old = "The DCC shall notify each User within 5 Working Days of receipt"
    new = "Suppliers are to be told of it by means of the Self Service Interface as soon as can be"
    assert marked(f"{first}{old}.{last}", f"{first}{new}.{last}") == f"{first}[-{old}-]{{+{new}+}}.{last}"


def test_islands_of_common_words_are_no_confetti() -> None:
    old = "shall record the aggregate quantity of gas delivered to the premises in each month"
    new = "shall record the total amount of electricity taken from the premises in each month"
    assert marked(old, new) == (
        "shall record the [-aggregate quantity of gas delivered to-]"
        "{+total amount of electricity taken from+} the premises in each month"
    )


def test_the_beginning_and_end_of_a_rewritten_sentence_may_stand() -> None:
    old = "Each Supplier shall, for the previous quarter, give an estimate of its own costs to the Panel."
    new = "Each Supplier shall by 1 May publish whatever the Authority asks of it or else write to the Panel."
    assert marked(old, new) == (
        "Each Supplier shall[-, for the previous quarter, give an estimate of its own costs-]"
        "{+ by 1 May publish whatever the Authority asks of it or else write+} to the Panel."
    )


def test_a_short_sentence_that_stands_is_not_rewritten_by_long_insertions() -> None:
    more, again = (" ".join(f"{word}{number}" for number in range(40)) for word in ("more", "again"))
    old = "Each Responsible Supplier shall notify every affected Network Party promptly in writing."
    new = old.replace("every", f"{more} every").replace("promptly", f"{again} promptly")
    expected = old.replace("every", f"{{+{more} +}}every").replace("promptly", f"{{+{again} +}}promptly")
    assert marked(old, new) == expected


def test_huge_rewritten_texts_are_replaced_whole() -> None:
    size = int(LARGEST**0.5) + 1_000
    old, new = " ".join(f"a{n}" for n in range(size)), " ".join(f"b{n}" for n in range(size))
    assert edits(old, new) == (Edit(Op.OMIT, old), Edit(Op.INSERT, new))


def test_huge_texts_keep_what_stands() -> None:
    words = [f"a{n}" for n in range(int(LARGEST**0.5) + 1_000)]
    old, new = " ".join(words), " ".join(["b", *words[1:5_000], "c", *words[5_001:-1], "d"])
    changed = [edit.text for edit in edits(old, new) if edit.op is not Op.SAME]
    assert changed == ["a0", "b", "a5000", "c", words[-1], "d"]
