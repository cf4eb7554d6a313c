"""What reading has told is not told again by a rule that is led astray by it."""

from tests.check.test_run import demo
from toolkit.check.catalogue import BY_DEFAULT
from toolkit.check.run import check


def codes(body: str) -> set[str]:
    """The codes of what is found in a chapter of these words."""
    return {one.code for one in check(demo(f"## 1 One {{#one}}\n\n{body}"), ["DEMO@1"], BY_DEFAULT)}


def test_this_clause_is_the_one_of_two_that_it_stands_in() -> None:
    twins = (
        "- 1.1 {#first} The operator shall test.\n"
        "- 1.1 {#second} The operator shall report on this Clause 1.1.\n"
    )
    assert codes(twins) == {"S034"}


def test_a_limb_whose_level_is_not_known_is_there_all_the_same() -> None:
    items = (
        "- 1.1 {#first} The operator shall:\n"
        "  - (a) {#small} test; and\n"
        "  - (1) report what it finds;\n"
        "  - (2) act on subparagraph (1), and on paragraph (9).\n"
    )
    found = check(demo(f"## 1 One {{#one}}\n\n{items}"), ["DEMO@1"], BY_DEFAULT)
    assert [one.message for one in found if one.code == "C101"] == [
        "paragraph (9) points at nothing: no (9) stands in this Clause or around it."
    ]


def test_limbs_out_of_order_are_no_list() -> None:
    body = "- 1.1 {#first} The operator shall:\n  - (c) {#c} test;\n  - (a) {#a} Report.\n"
    assert not {code for code in codes(body) if code.startswith("C")}


def test_a_table_set_as_one_line_ends_with_no_mark() -> None:
    body = (
        "- 1.1 {#first} The operator shall:\n"
        "  - (a) {#a} test; and\n"
        "  - (b) {#b} fill in the form: \\|Name\\|Day\\| \\|---\\|---\\|\n"
    )
    assert codes(body) == set()
