"""The pages of the matrix grow as their clauses and links do, and no faster."""

from __future__ import annotations

from functools import cache

from tests.matrix.sample_matrix import matrix
from tests.trace.small_root import CODE, EVIDENCE, FILES, OLD, TESTS, TEXT, sources
from toolkit.render.matrix.page import matrix_page
from toolkit.render.templates import Templates

BODY = "".join(f"    step_{number}()\n" for number in range(300))


@cache
def size(clauses: int, above: int = 1, failing: int = 1) -> int:
    """Bytes of a page: one long function carries all clauses out, others the chapter; rows of a test fail."""
    marks = "\n".join(f'@implements("DEMO", "c-{number}")' for number in range(clauses))
    chapter = "\n".join(f'@implements("DEMO", "chapter")\ndef f{number}(): ...\n' for number in range(above))
    verifies = "\n".join(f'@pytest.mark.verifies("DEMO", "c-{number}")' for number in range(clauses))
    files = {
        **FILES,
        TEXT: "## 1 Chapter {#chapter}\n\n"
        + "".join(f"- 1.{number + 1} {{#c-{number}}} The DCC shall act.\n" for number in range(clauses)),
        OLD: "## 1 Chapter {#chapter}\n",
        CODE: f"from toolkit.conformance.link import implements\n\n{chapter}\n{marks}\ndef act():\n{BODY}",
        TESTS: f"import pytest\n\n{verifies}\ndef test_act(): ...\n",
        EVIDENCE: "default: {needs: [code, test]}\n",
    }
    rows = "".join(
        f'<testcase classname="tests.test_rules" name="test_act[{number}]"><failure message="no"/></testcase>'
        for number in range(failing)
    )
    read = sources(files, f"<testsuites>{rows}</testsuites>".encode())[0]
    return len(matrix_page(matrix(read).pages[0], Templates.of()))


def test_twice_the_clauses_and_links_are_twice_the_bytes() -> None:
    first, second = size(100) - size(50), size(200) - size(100)
    assert 1.9 < second / first < 2.1
    assert first < 50 * 3_000


def test_the_source_of_a_function_is_not_copied_for_each_clause() -> None:
    assert size(100) - size(50) < 50 * len(BODY)


def test_what_carries_a_chapter_out_is_not_told_again_at_each_of_its_clauses() -> None:
    few, many = (size(clauses, 20) - size(clauses) for clauses in (10, 100))
    assert many < few * 1.2


def test_faults_of_a_test_are_not_all_told_again_at_each_clause() -> None:
    assert size(100, failing=500) - size(100, failing=20) < 100 * 50
