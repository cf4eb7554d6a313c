"""The pages of the matrix: what they say of every provision; they hold together, and do no harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import Expect
from tests.html.outline import outline
from tests.html.page_text import assert_loads_nothing, read_page
from tests.matrix.sample_matrix import (
    HOSTILE,
    WRITTEN,
    everything,
    everything_matrix,
    matrix,
    without_results,
)
from tests.trace.small_root import CODE, TEXT, attested, sources
from toolkit.render.matrix.index import matrix_index
from toolkit.render.matrix.page import matrix_page
from toolkit.render.templates import Templates
from toolkit.trace.orphan import Orphan, OrphanKind
from toolkit.trace.verdict import State

CASES = Path(__file__).parent / "cases"
TEMPLATES = Templates.of()


@pytest.fixture(scope="module")
def page() -> bytes:
    return matrix_page(everything_matrix().pages[0], TEMPLATES)


@pytest.fixture(scope="module")
def index() -> bytes:
    return matrix_index(everything_matrix(), TEMPLATES)


def test_the_page_of_a_document_says_everything_that_is_known(page: bytes, expect: Expect) -> None:
    expect(CASES / "page.expected", outline(page))


def test_the_index_counts_and_tells_what_is_wrong(index: bytes, expect: Expect) -> None:
    expect(CASES / "index.expected", outline(index))


def test_every_state_is_there_and_told_in_words(page: bytes) -> None:
    proofs = [proof for part in everything_matrix().pages[0].parts for proof in part.proofs.values()]
    states = {proof.state for proof in proofs}
    assert states == set(State) - {State.NOT_RUN}
    assert State.NOT_RUN in {one.state for one in without_results().pages[0].parts[0].proofs.values()}
    said = read_page(page, "matrix-text").words
    for proof in proofs:
        assert f"{proof.state.value} {proof.kind}" in said


def test_all_words_of_the_document_stand_there_in_order(page: bytes) -> None:
    said = read_page(page, "matrix-text", drop=("table",)).words
    at = [said.index(words) for words in ("shall give notice", "A notice shall", "made in writing on paper",
                                          "be sent to the", "thank everybody", "publish each report",
                                          "means what Clause 1.1", "shall whistle")]  # fmt: skip
    assert at == sorted(at)


def test_words_after_a_limb_with_a_verdict_are_its_clause_s_and_not_the_limb_s(page: bytes) -> None:
    text = page.decode()
    limb, after = (
        text.index(f'data-of="{name}"', text.index("made in writing") - 900)
        for name in ("in-writing", "manner")
    )
    assert limb < text.index("made in writing") < after < text.index("be sent to the")


@pytest.mark.parametrize("which", ["page", "index"])
def test_ids_are_unique_and_links_lead_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    made = {"DEMO.html": request.getfixturevalue("page"), "index.html": request.getfixturevalue("index")}
    ids = {name: read_page(html).ids for name, html in made.items()}
    read = read_page(made["DEMO.html" if which == "page" else "index.html"])
    assert len(read.ids) == len(set(read.ids))
    for href in read.hrefs:
        file, fragment = (
            urlsplit(href).path or ("DEMO.html" if which == "page" else "index.html"),
            urlsplit(href).fragment,
        )
        assert file in made
        assert not fragment or unquote(fragment) in ids[file]
    steps = zip(read.headings, read.headings[1:], strict=False)
    assert read.headings[0] == 1 and all(after <= before + 1 for before, after in steps)


def test_a_provision_is_found_by_id_and_by_label(page: bytes) -> None:
    assert {"notice", "1.1", "in-writing", "1.2(a)", "periods", "Table-1.1", "withdrawn"} <= set(
        read_page(page).ids
    )


def test_a_label_that_is_another_provision_s_id_is_no_second_anchor() -> None:
    files = attested({**WRITTEN, TEXT: WRITTEN[TEXT].replace("{#thanks}", "{#c1-1}")})
    part = matrix(sources(files)[0]).pages[0].parts[0]
    assert part.proofs["c1-1"].anchor == "1.3"


def test_nothing_is_loaded_and_only_the_page_s_own_style_and_script_may_run(
    page: bytes, index: bytes
) -> None:
    for made in (page, index):
        assert_loads_nothing(made, drawings=True)


def test_hostile_code_results_and_reasons_are_words(page: bytes, index: bytes) -> None:
    assert b"<script>alert" not in page and b"&lt;script&gt;alert(1)&lt;/script&gt;" in page
    for made in (page, index):
        assert b"<img" not in made and b"&lt;img src=x" in made
        assert "{{ 7*7 }}" in HOSTILE and "{{ 7*7 }}" in made.decode()


def test_the_same_trace_gives_the_same_bytes(page: bytes, index: bytes) -> None:
    again = matrix(everything())
    assert matrix_page(again.pages[0], TEMPLATES) == page
    assert matrix_index(again, TEMPLATES) == index


def test_the_source_of_a_function_is_printed_once_however_many_clauses_name_it(page: bytes) -> None:
    assert page.count(b"return &#34;in writing&#34;") == 1
    (piece,) = (one for one in everything_matrix().pages[0].pieces if one.name == "manner")
    assert [target.label for target in piece.carries] == ["1.2", "1.2(a)"]
    assert read_page(page).hrefs.count(f"#{piece.key}") == 2


def test_code_that_is_gone_or_no_text_is_told_of() -> None:
    read = everything()
    gone = matrix(
        replace(
            read,
            links=tuple(replace(link, file="gone.py") if link.file == CODE else link for link in read.links),
        )
    )
    assert all(not piece.lines for piece in gone.pages[0].pieces)
    assert b"Its source cannot be shown" in matrix_page(gone.pages[0], TEMPLATES)


def test_without_results_the_page_says_so() -> None:
    said = read_page(matrix_page(without_results().pages[0], TEMPLATES), "main").words
    assert "As at 6 August 2020, without results of tests" in said and "no result" in said


def test_words_that_changed_are_told_once_however_many_links_are_suspect(page: bytes) -> None:
    changed = [line.changed for line in everything_matrix().pages[0].parts[0].proofs["records"].code]
    assert [bool(one) for one in changed] == [True, False]
    assert read_page(page, "reworded").words == (
        "Words changed: … records of each notice for 57 years and a day."
    )


def test_what_belongs_to_no_clause_is_told_with_its_reason() -> None:
    read = everything()
    orphans = (
        Orphan(OrphanKind.CODE, "code/kinds.py", 3, "read_kind", "It reads what rules are asked."),
        Orphan(OrphanKind.TEST, "tests/test_kinds.py", 7, "test_<kinds>"),
    )
    made = matrix(replace(read, orphans=orphans))
    code, test, example = made.orphans
    assert (code.unexplained, test.unexplained, example.unexplained) == (0, 1, 1)
    said = read_page(matrix_index(made, TEMPLATES), "main").words
    assert "read_kind code/kinds.py, line 3 It reads what rules are asked." in said
    assert "test_<kinds> tests/test_kinds.py, line 7 nobody has said" in said


@pytest.mark.parametrize("failing", [4, 50])
def test_faults_of_one_test_are_told_up_to_a_number(failing: int) -> None:
    cases = "".join(
        f'<testcase classname="tests.test_rules" name="test_notice[{n}]"><failure message="no"/></testcase>'
        for n in range(failing)
    )
    found = matrix(sources(attested(WRITTEN), f"<testsuites>{cases}</testsuites>".encode())[0])
    (test,) = found.pages[0].parts[0].proofs["notice"].tests
    assert (len(test.faults), test.more) == ((4, 0) if failing == 4 else (5, 45))
    assert test.told == f"{failing} failed"
