"""Worked examples are read from the source, run as tests row by row, and count for their clause."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_root import GREEN, PASSED, TEXT, sources

from tests.check.case import Tree
from toolkit.library.library import Library, read_library
from toolkit.trace.example import Example
from toolkit.trace.example_faults import example_faults
from toolkit.trace.example_reading import read_examples
from toolkit.trace.example_run import ExampleError, carry_out
from toolkit.trace.results import read_results
from toolkit.trace.tracing import trace
from toolkit.trace.verdict import State

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[2]
R1 = "toolkit.conformance.tmad.mprn.match_mprn"
HEAD = "| smso_mprn | registered_mprn | group_id | ⇒ outcome | ⇒ says |\n|---|---|---|---|---|\n"
MET = "| 0007654321 | 7654321 | AA | met | leading zeros |\n"
WRONG = "| 0007654321 | 7654321 | DA | met | |\n"
ALLOWED = ("toolkit.conformance",)


def text(example: str) -> str:
    quoted = "".join(f"  > {line}".rstrip() + "\n" for line in ["[!EXAMPLE]", *example.splitlines()])
    return f"## 1 Numbers {{#numbers}}\n\n- 1.1 {{#match}} The DCC shall match them.\n\n{quoted}"


def demo(example: str) -> Library:
    register = b"code: DEMO\ntitle: Demo\nversions:\n  - {version: '1', status: draft}\n"
    files = {"documents/demo/document.yaml": register, "documents/demo/1/1.md": text(example).encode()}
    return read_library(Tree(files))


def read(example: str) -> tuple[tuple[Example, ...], list[tuple[str, int]]]:
    found, wrong = read_examples(demo(example).load("DEMO@1"))
    return found, [(one.code, one.place.line) for one in wrong]


def test_a_table_is_read_with_the_line_of_each_row() -> None:
    (example,), wrong = read(f"By `{R1}`:\n\n{HEAD}{MET}{WRONG}")
    assert wrong == []
    assert (example.document, example.versions, example.clause) == ("DEMO", ("1",), "match")
    assert example.function == R1
    assert [row.line for row in example.rows] == [10, 11]
    assert example.rows[0].given == (
        ("smso_mprn", "0007654321"), ("registered_mprn", "7654321"), ("group_id", "AA"),
    )  # fmt: skip
    assert example.rows[0].expected == (("outcome", "met"), ("says", "leading zeros"))
    assert example.rows[1].expected == (("outcome", "met"),)


FAULTY = {
    "no function": (f"By hand:\n\n{HEAD}{MET}", [("T142", 5)]),
    "no table": (f"By `{R1}`.", [("T141", 5)]),
    "no rows": (f"By `{R1}`:\n\n{HEAD}", [("T141", 5)]),
    "nothing expected of any row": (f"By `{R1}`:\n\n| a |\n|---|\n| 1 |", [("T141", 5)]),
    "nothing expected of one row": (f"By `{R1}`:\n\n{HEAD}{MET}| 1 | 2 | AA | | |", [("T141", 11)]),
    "a cell too many": (f"By `{R1}`:\n\n{HEAD}| 1 | 2 | AA | met | | |\n{MET}", [("T141", 10)]),
    "a row twice": (f"By `{R1}`:\n\n{HEAD}{MET}{MET}", [("T143", 11)]),
    "rows that contradict": (
        f"By `{R1}`:\n\n{HEAD}{MET}{MET.replace('| met', '| not met')}", [("T144", 11)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("example", "expected"), FAULTY.values(), ids=FAULTY)
def test_what_is_wrong_with_a_table(example: str, expected: list[tuple[str, int]]) -> None:
    assert read(example)[1] == expected


def run(example: str) -> None:
    (found,), _ = read(example)
    for row in found.rows:
        carry_out(found, row, ALLOWED, demo(example))


def test_a_right_row_passes_and_a_wrong_one_says_what_each_says() -> None:
    run(f"By `{R1}`:\n\n{HEAD}{MET}")
    with pytest.raises(ExampleError) as told:
        run(f"By `{R1}`:\n\n{HEAD}{WRONG}")
    assert str(told.value).startswith(
        "DEMO@1#match, asked with smso_mprn 0007654321, registered_mprn 7654321, group_id DA: the example "
        "says outcome “met”, the code gave “not met” (Not identical in every digit"
    )


NOT_RUN = {
    "not allowed": (f"By `os.path.join`:\n\n{HEAD}{MET}", "allows functions of toolkit.conformance only"),
    "allowed only by its beginning": (f"By `toolkit.conformance_other.f`:\n\n{HEAD}{MET}", "is not run"),
    "elsewhere, as it is imported here": (
        f"By `toolkit.conformance.catalogue.inputs`:\n\n{HEAD}{MET}",
        "is no rule: a function marked @rule",
    ),
    "a rule by another name": (
        f"By `toolkit.conformance.catalogue.mprn.match_mprn`:\n\n{HEAD}{MET}",
        "There is no function",
    ),
    "not there": (f"By `{R1}s`:\n\n{HEAD}{MET}", "There is no function"),
    "no rule": (f"By `toolkit.conformance.data.parse_json`:\n\n{HEAD}{MET}", "is no rule"),
    "an answer that there is none of": (
        f"By `{R1}`:\n\n{HEAD.replace('⇒ says', '⇒ value.why').replace('outcome', 'outcom')}{MET}",
        "A ruling has no “outcom”; here there is outcome, value, reason",
    ),
    "no such input": (f"By `{R1}`:\n\n{HEAD.replace('group_id', 'group')}{MET}", "has no input “group”"),
}


@pytest.mark.parametrize(("example", "told"), NOT_RUN.values(), ids=NOT_RUN)
def test_what_cannot_be_carried_out_fails(example: str, told: str) -> None:
    with pytest.raises(ExampleError, match=told):
        run(example)


def faults(example: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in example_faults(read(example)[0], ALLOWED)]


NOTICE = "toolkit.conformance.tmad.notice.firmware_notice"
DATES = "| 2020-08-03 | 2020-08-10 | 6.0 |"


def test_what_is_wrong_as_the_function_sees_it() -> None:
    assert faults(f"By `{R1}`:\n\n{HEAD}{MET}") == []
    assert [code for code, _ in faults(f"By `{R1}s`:\n\n{HEAD}{MET}")] == ["T142"]
    assert faults(f"By `{R1}`:\n\n{HEAD.replace('group_id', 'group')}{MET}") == [
        ("T141", f"{R1} has no input “group”.")
    ]


def test_an_answer_without_its_arrow_is_told_what_it_lacks() -> None:
    table = f"By `{R1}`:\n\n{HEAD.replace('⇒ outcome', 'outcome').replace('| says', '| ⇒ says')}{MET}"
    (wrong,) = example_faults(read(table)[0], ALLOWED)
    assert (wrong.message, wrong.hint) == (
        f"{R1} has no input “outcome”.", "Write ⇒ outcome over what is to be answered.",
    )  # fmt: skip


def test_values_of_an_enumeration_that_no_row_asks_with() -> None:
    head = "| notice_date | planned_date | version | change | ⇒ outcome |\n|---|---|---|---|---|\n"
    one = f"By `{NOTICE}`:\n\n{head}{DATES} firmware | met |\n"
    assert faults(one) == [("T145", f"No row asks {NOTICE} with change configuration.")]
    assert faults(f"{one}{DATES} configuration | met |\n") == []


def test_pytest_runs_each_row_and_the_trace_reads_what_came_of_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    example = "".join(
        f"  > {line}".rstrip() + "\n"
        for line in ["[!EXAMPLE]", f"By `{R1}`:", "", *(HEAD + MET + WRONG).splitlines()]
    )
    files = {**GREEN, "trace.yaml": "code: [code]\ntests: [tests]\n"}
    files[TEXT] = files[TEXT].replace("- 1.2 {#manner}", f"\n{example}\n- 1.2 {{#manner}}")
    for path, content in files.items():
        (pytester.path / path).parent.mkdir(parents=True, exist_ok=True)
        (pytester.path / path).write_text(content, encoding="utf-8")
    options = ("-p", "toolkit.trace.pytest_plugin", "-p", "no:cacheprovider", "--junitxml", "junit.xml")
    done = pytester.runpytest_subprocess(*options, "documents")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines([f"{TEXT}:11: DEMO@2#notice, asked with*"])
    results = (pytester.path / "junit.xml").read_bytes()
    assert [one.verifies for one in read_results(results, "x")[0]] == [(("DEMO", "notice"),)] * 2
    both = PASSED.replace(
        b"</testsuites>", results[results.index(b"<testcase") : results.index(b"</testsuite>")]
    )
    found = trace(sources(files, both + b"</testsuites>")[0])
    assert [(one.code, one.place.file, one.place.line) for one in found.findings] == [("T131", TEXT, 5)]
    (notice,) = (one for one in found.verdicts if one.clause == "notice")
    assert notice.state is State.FAILING and notice.examples == (f"{TEXT}::notice",)
    missing = trace(sources(files)[0])
    assert [(one.code, one.place.line) for one in missing.findings] == [("T132", 5)]
