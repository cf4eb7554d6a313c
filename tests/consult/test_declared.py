from __future__ import annotations

import pytest
from consult_toys import MATRIX, OLD, declare, document

from toolkit.compare.compare import compare
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.declared import Comparison, check_declared
from toolkit.model.diagnostic import Diagnostic


def check(new_text: str, *declared: DeclaredChange, matrix: str = MATRIX) -> tuple[Diagnostic, ...]:
    old, new = document(OLD, "1.0"), document(new_text, "1.1", matrix)
    return check_declared(declared, (Comparison(old, new, compare(old, new)),))


def changed(old: str, new: str) -> str:
    assert old in OLD
    return OLD.replace(old, new)


NEW_CLAUSE = changed(
    "green.\n",
    "green.\n- 1.3 {#wheels} A toy may have:\n  - (a) {#two} two wheels; or\n  - (b) {#four} four.\n",
)

RIGHT = [
    (changed("about toys", "about all toys"), "1.1"),
    (changed("blue;", "sky blue;"), "1.2(b)"),
    (changed("blue;", "sky blue;"), "1.2"),
    (changed("blue;", "sky blue;"), "1"),
    (NEW_CLAUSE, "1.3"),
    (changed("a round toy", "a round thing"), ("definition", "Ball")),
    (changed("a round toy", "a round thing"), "2.1"),
    (changed("| small", "| tiny"), ("table", "Table 2.2")),
    (changed("| small", "| tiny"), "2.2"),
    (changed(": Sizes", ": The sizes"), ("table", "Table 2.2")),
    (changed("### Safety", "### Safety first"), "2.3"),
    (changed("- 2.3 {#safe} A toy shall be safe.\n- 2.4 to", "- 2.3 to"), "2.3"),
]


@pytest.mark.parametrize(("text", "name"), RIGHT)
def test_a_declared_change_is_accepted(text: str, name: str | tuple[str, str]) -> None:
    assert check(text, declare(name)) == ()


@pytest.mark.parametrize(("text", "name"), RIGHT)
def test_a_change_without_a_row_is_an_error_at_its_place(text: str, name: str | tuple[str, str]) -> None:
    (found,) = check(text)
    assert found.code == "P121"
    assert found.place.file.startswith("documents/toy/")
    assert found.place.line > 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            changed("blue;", "sky blue;"),
            "Clause 1.2(b) of TOY 1.1 was amended, and no declared change covers it.",
        ),
        (NEW_CLAUSE, "Clause 1.3 of TOY 1.1 is new, and no declared change covers it."),
        (
            changed("### Safety", "### Safety first"),
            "The heading over Clause 2.3 of TOY 1.1 was amended, and no declared change covers it.",
        ),
        (
            changed("a round toy", "a round thing"),
            "The definition of “Ball” of TOY 1.1 was amended, and no declared change covers it.",
        ),
        (changed("| small", "| tiny"), "Table 2.2 of TOY 1.1 was amended, and no declared change covers it."),
        (
            changed("- 2.3 {#safe} A toy shall be safe.\n- 2.4 to", "- 2.3 to"),
            "Clause 2.3 of TOY 1.0 is left out, and no declared change covers it.",
        ),
    ],
)  # fmt: skip
def test_the_message_says_what_happened_to_what(text: str, words: str) -> None:
    (found,) = check(text)
    assert found.message == words


def test_a_new_clause_is_named_once_not_with_every_limb() -> None:
    assert [one.clause for one in check(NEW_CLAUSE)] == ["TOY@1.1:1.3"]


def test_two_limbs_that_changed_are_named_each() -> None:
    text = changed("blue;", "sky blue;").replace("red;", "dark red;")
    assert [one.clause for one in check(text)] == ["TOY@1.1:1.2(a)", "TOY@1.1:1.2(b)"]


def test_a_limb_does_not_cover_its_neighbour() -> None:
    text = changed("blue;", "sky blue;").replace("red;", "dark red;")
    (found,) = check(text, declare("1.2(a)"))
    assert found.clause == "TOY@1.1:1.2(b)"


def test_a_definition_does_not_cover_another() -> None:
    text = changed("a round toy", "a round thing").replace("that flies", "that can fly")
    (found,) = check(text, declare(("definition", "Ball")))
    assert "“Kite”" in found.message


@pytest.mark.parametrize(
    "name", ["1.1", "2", ("definition", "Kite"), ("table", "Table 2.2"), ("annex", "Annex A"), "1.2(c)"]
)
def test_a_row_whose_provision_did_not_change_is_an_error(name: str | tuple[str, str]) -> None:
    (found,) = check(changed("blue;", "sky blue;"), declare("1.2(b)"), declare(name))
    assert found.code == "P122"
    assert (name if isinstance(name, str) else name[1]) in found.message
    assert "TOY 1.1" in found.message
    assert "TOY 1.0" in found.message


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("1.22", "1.2"),
        (("definition", "Bell"), "Ball"),
        (("table", "Table 2.3"), "Table 2.2"),
        (("annex", "Annex B"), "Annex A"),
    ],
)
def test_an_unknown_provision_is_an_error_with_the_nearest(name: str | tuple[str, str], near: str) -> None:
    (found,) = check(OLD, declare(name))
    assert found.code == "P123"
    assert near in found.hint


def test_a_row_of_a_matrix_is_declared_by_its_annex() -> None:
    matrix = MATRIX.replace("rolls", "rolls and bounces")
    assert check(OLD, declare(("annex", "Annex A")), matrix=matrix) == ()
    (found,) = check(OLD, matrix=matrix)
    assert found.message == "Annex A of TOY 1.1 was amended, and no declared change covers it."


def test_a_drafting_note_and_a_smaller_gap_are_no_changes_of_the_law() -> None:
    text = changed("toys.\n", "toys.\n\n  > [!NOTE]\n  > Read this with care.\n").replace(
        "- 2.4 to 2.9 [Not reproduced]", "- 2.4 to 2.8 [Not reproduced]"
    )
    assert check(text) == ()


def test_a_row_for_other_drafts_neither_covers_nor_misses() -> None:
    text = changed("blue;", "sky blue;")
    found = check(text, declare("1.2(b)", versions=("0.9",)))
    assert [one.code for one in found] == ["P121"]


def test_rows_of_other_documents_are_left_alone() -> None:
    change = declare("9.9")
    other = DeclaredChange(
        1,
        "x",
        "X",
        "amendment",
        "",
        tuple(type(one)("DOLL", one.kind, one.name) for one in change.provisions),
    )
    assert check(OLD, other) == ()


RENUMBERED = changed("toys.\n", "toys. It is read with Clause 2.3.\n")
"""Clause 1.1 cites Clause 2.3, before which another one is then put in."""
PUT_IN = RENUMBERED.replace("Clause 2.3.", "Clause 2.4.").replace(
    "- 2.3 {#safe} A toy shall be safe.\n- 2.4 to",
    "- 2.3 {#clean} A toy shall be clean.\n- 2.4 {#safe} A toy shall be safe.\n- 2.5 to",
)


def check_put_in(new_text: str, *declared: DeclaredChange) -> list[str]:
    old, new = document(RENUMBERED, "1.0"), document(new_text, "1.1")
    found = check_declared(declared, (Comparison(old, new, compare(old, new)),))
    return [one.message for one in found]


def test_what_only_follows_from_another_change_need_not_be_declared() -> None:
    assert check_put_in(PUT_IN, declare("2.3", "2.4")) == []


def test_but_it_may_be() -> None:
    assert check_put_in(PUT_IN, declare("1.1", "2.3", "2.4")) == []


def test_and_what_it_follows_from_must_be() -> None:
    assert check_put_in(PUT_IN)
    assert not any("1.1" in message.partition(" of ")[0] for message in check_put_in(PUT_IN))


def test_a_citation_that_changed_and_a_word_besides_must_be_declared() -> None:
    text = PUT_IN.replace("It is read", "It shall be read")
    (message,) = check_put_in(text, declare("2.3", "2.4"))
    assert message == "Clause 1.1 of TOY 1.1 was amended, and no declared change covers it."
