"""drafting render --trace: the clean page with a margin that tells what carries each clause out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.test_matrix_command import written
from tests.trace.small_root import GREEN, PASSED, drafting, junit

PAGE = "DEMO-2-clean.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path, GREEN, PASSED)


def rendered(root: Path, name: str, *options: str) -> str:
    out = root / "out"
    done = drafting(root, "render", name, "-o", str(out), "--trace", "--today", "2020-08-06", *options)
    assert done.exit_code == 0, done.output
    return next(out.iterdir()).read_text(encoding="utf-8")


def test_states_follow_from_the_results(root: Path) -> None:
    for results, state in ((PASSED, "passing"), (junit("test_notice"), "failing")):
        (root / "junit.xml").write_bytes(results)
        page = rendered(root, "DEMO@2", "--results", str(root / "junit.xml"), "--matrix", "../trace/")
        note = page[page.index('id="notice"') :].partition("</p>")[0]
        assert f'class="aid carried is-{state}" href="../trace/DEMO.html#notice"' in note


def test_another_version_than_the_one_traced_is_told_of_too(root: Path) -> None:
    page = rendered(root, "DEMO@1", "--results", str(root / "junit.xml"))
    assert 'class="aid carried is-passing" href="#withdrawn"' in page
    assert 'class="aid carried is-suspect" href="#notice"' in page  # 15 days were not attested


def test_the_same_trace_gives_the_same_bytes(root: Path) -> None:
    assert rendered(root, "DEMO@2") == rendered(root, "DEMO@2")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--trace", "--against", "1"), "--trace is for clean copies as HTML"),
        (("--trace", "-f", "md"), "--trace is for clean copies as HTML"),
        (("--matrix", "trace"), "go with --trace"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(root: Path, options: tuple[str, ...], said: str) -> None:
    done = drafting(root, "render", "DEMO@2", "-o", str(root / "out"), *options)
    assert done.exit_code == 2 and said in done.output


def test_a_document_that_nothing_names_has_no_margin(root: Path) -> None:
    for file in ("code/rules.py", "tests/test_rules.py"):
        (root / file).write_text("", encoding="utf-8")
    for file in ("evidence.yaml", "attestations.tsv"):
        (root / "documents/demo" / file).unlink()
    done = drafting(root, "render", "DEMO@2", "-o", str(root / "out"), "--trace")
    assert done.exit_code == 2 and "names a clause of DEMO" in done.output
