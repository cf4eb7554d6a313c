"""Tests say in JUnit XML which clauses they verify, in one process and in several."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.trace.results import Outcome, read_results

pytest_plugins = ["pytester"]
PLUGIN = ("-p", "toolkit.trace.pytest_plugin", "--strict-markers", "-p", "no:cacheprovider")

MODULE = """
    import pytest

    pytestmark = pytest.mark.verifies("SEC", "whole-module")

    @pytest.mark.verifies("TMAD", "expiry")
    @pytest.mark.verifies(document="TMAD", clause="notice-firmware")
    def test_two_clauses(): ...

    @pytest.mark.parametrize("group", [
        pytest.param("AA", marks=pytest.mark.verifies("TMAD", "mprn-leading-zeros")),
        "DA",
    ])
    def test_rows(group):
        assert group == "DA"

    class TestGate:
        @pytest.mark.skip(reason="needs a browser")
        def test_method(self): ...
"""


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["one process", "xdist"])
def test_properties_reach_the_results(
    pytester: pytest.Pytester, workers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    pytester.makepyfile(test_gate=MODULE)
    pytester.runpytest_subprocess(*PLUGIN, "--junitxml", "results.xml", *workers)
    results, wrong = read_results((pytester.path / "results.xml").read_bytes(), "results.xml")
    assert wrong == ()
    module = ("SEC", "whole-module")
    assert {(one.module, one.name): (one.outcome, set(one.verifies)) for one in results} == {
        ("test_gate", "test_two_clauses"): (
            Outcome.PASSED, {("TMAD", "expiry"), ("TMAD", "notice-firmware"), module},
        ),
        ("test_gate", "test_rows[AA]"): (Outcome.FAILED, {("TMAD", "mprn-leading-zeros"), module}),
        ("test_gate", "test_rows[DA]"): (Outcome.PASSED, {module}),
        ("test_gate.TestGate", "test_method"): (Outcome.SKIPPED, {module}),
    }  # fmt: skip


@pytest.mark.parametrize("mark", ['"TMAD"', "", '"TMAD", 3.24', '"TMAD", "a", "b"'])
def test_a_mark_that_names_no_clause_stops_the_run(pytester: pytest.Pytester, mark: str) -> None:
    pytester.makepyfile(f"import pytest\n@pytest.mark.verifies({mark})\ndef test_it(): ...\n")
    done = pytester.runpytest_inprocess(*PLUGIN)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*test_it: verifies takes a document and the id of a clause*"])


def test_worked_examples_run_without_the_other_tests() -> None:
    """As CONTRIBUTING says: tests documents -k ID. Nothing under tests/ is loaded then."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "documents", "-k", "expiry"]
    done = subprocess.run(
        command,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_the_project_activates_it(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("toolkit.trace.pytest_plugin")
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert '"toolkit.trace.pytest_plugin" = "toolkit.trace.pytest_plugin"' in text
