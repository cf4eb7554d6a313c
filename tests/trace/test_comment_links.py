"""Comments of any language declare links; one that says it wrongly is a finding, and prose is not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import laws
from toolkit.trace.comment_links import comment_links

FORMS = {
    "Python": "# clause: implements TMAD 3.24",
    "after code": "x = 1  # clause: implements TMAD 3.24",
    "Java": "// clause: implements TMAD 3.24",
    "C": "/* clause: implements TMAD 3.24 */",
    "XML": "<!-- clause: implements TMAD 3.24 -->",
    "SQL": "-- clause:implements   TMAD   3.24",
    "Pascal": "(* clause: implements TMAD 3.24 *)",
    "ends of lines": "# clause: implements TMAD 3.24\r",
}


@pytest.mark.parametrize("line", FORMS.values(), ids=FORMS)
def test_each_language(line: str) -> None:
    (link,), wrong = comment_links(f"first\n{line}\nlimit = 16\n\nelse\n".encode(), "src/Gate.java")
    assert wrong == ()
    assert (link.document, link.clause, link.by_label) == ("TMAD", "3.24", True)
    assert (link.first_line, link.last_line, link.code) == (2, 3, "src/Gate.java::3.24")


def test_a_comment_is_the_same_wherever_it_stands() -> None:
    """An attestation knows it by file and clause: a line written above it, or another link, is no change."""
    three = "// clause: implements TMAD 3.24\na\n\n// clause: implements TMAD#expiry\nb\n\n"
    three += "// clause: implements TMAD 3.24\nc\n"
    before, _ = comment_links(three.encode(), "a.ts")
    after, _ = comment_links(f"// new\n// clause: implements TMAD 4.29\nx\n\n{three}".encode(), "a.ts")
    assert [one.code for one in before] == ["a.ts::3.24", "a.ts::expiry", "a.ts::3.24~2"]
    assert [(one.code, one.fingerprint) for one in after[1:]] == [
        (one.code, one.fingerprint) for one in before
    ]


def test_by_id_since_and_names_of_two_words() -> None:
    (link,), _ = comment_links(b"# clause: verifies S1SPKI CP#audit-log since 1.0\n", "a.py")
    assert (link.kind.value, link.document, link.clause, link.since, link.by_label) == (
        "verifies", "S1SPKI CP", "audit-log", "1.0", False,
    )  # fmt: skip


@pytest.mark.parametrize("label", ["3.24", "18.1(d)(viii)(B)", "H14.36A", "Table 16.9", "Annex A", "A1"])
def test_labels_of_every_kind(label: str) -> None:
    (link,), wrong = comment_links(f"# clause: implements TMAD {label}\n".encode(), "a.py")
    assert (link.document, link.clause, link.by_label, wrong) == ("TMAD", label, True, ())


def test_the_fingerprint_is_of_the_lines_up_to_the_next_blank_one() -> None:
    def fingerprint(body: str) -> str:
        ((link,), _) = comment_links(f"# clause: implements TMAD 3.24\n{body}".encode(), "a.sql")
        return link.fingerprint

    assert fingerprint("limit = 16\n\nrest\n") == fingerprint("   limit = 16\n\nother\n")
    assert fingerprint("limit = 16\n") != fingerprint("limit = 17\n")


@pytest.mark.parametrize(
    "said", ["implements TMAD", "carries out TMAD 3.24", "implements", "implements TMAD 3.24 now"]
)
def test_what_is_said_wrongly(said: str) -> None:
    links, (wrong,) = comment_links(f"x\n  # clause: {said}\n".encode(), "a.py")
    assert links == () and (wrong.code, wrong.place.line, wrong.place.column) == ("T103", 2, 3)


@pytest.mark.parametrize(
    "line", ["The clause: implements TMAD 3.24", "'sub clause: x'", "# the clause: none", "clause:"]
)
def test_prose_is_passed_over(line: str) -> None:
    assert comment_links(line.encode(), "a.md") == ((), ())


@laws
@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    comment_links(b"# clause: implements " + data, "a.py")
