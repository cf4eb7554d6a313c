"""Worked examples beside all versions: headings that name clauses, ranges, and where they count."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from small_root import GREEN, PASSED, TEXT, change, drafting, sources

from tests.check.case import Tree
from toolkit.library.library import Library, read_library
from toolkit.trace.example import Example
from toolkit.trace.example_file import read_example_file
from toolkit.trace.example_run import ExampleError, carry_out
from toolkit.trace.tracing import trace
from toolkit.trace.verdict import State

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[2]
FILE = "documents/tmad/examples/firmware.md"
NOTICE = "toolkit.conformance.tmad.notice.firmware_notice"
HEAD = "> | notice_date | planned_date | ⇒ value.period |\n> |---|---|---|\n"
ROW = "> | 2020-08-03 | 2020-08-24 | {} |\n"
ALLOWED = ("toolkit.conformance",)


def table(days: str, given: str = "") -> str:
    return f"\n> [!EXAMPLE]\n> By `{NOTICE}`.\n>\n{given}>\n{HEAD}{ROW.format(days)}"


def tmad(text: str) -> Library:
    """Versions in the order of the register, three of which carry the clause."""
    register = "code: TMAD\ntitle: T\nversions:\n"
    register += "".join(f"  - {{version: '{one}', status: draft}}\n" for one in ("4.0", "4.1", "6.0", "9.0"))
    files = {"documents/tmad/document.yaml": register, FILE: text}
    for version in ("4.0", "4.1", "6.0", "9.0"):
        name = "other" if version == "9.0" else "notice-firmware"
        files[f"documents/tmad/{version}/01.md"] = f"## 1 N {{#n}}\n\n- 1.1 {{#{name}}} The DCC shall.\n"
    return read_library(Tree({path: content.encode() for path, content in files.items()}))


def read(text: str) -> tuple[Library, tuple[Example, ...], list[tuple[str, int]]]:
    library = tmad(text)
    found, wrong = read_example_file(library, library.registers["TMAD"], FILE)
    return library, found, [(one.code, one.place.line) for one in wrong]


def test_a_heading_names_the_clause_and_the_versions() -> None:
    text = "# Firmware\n\nIn words.\n\n## Before {#notice-firmware to=4.0}\n" + table("15")
    text += "\n## After\n\n### At length {#notice-firmware from=4.1 to=6.0}\n" + table("5") + table("5")
    library, found, wrong = read(text + "\n## Throughout {#other}\n" + table("5"))
    assert wrong == [] and library.diagnostics == ()
    assert [(one.clause, one.versions) for one in found] == [
        ("notice-firmware", ("4.0",)),
        ("notice-firmware", ("4.1", "6.0")),
        ("notice-firmware", ("4.1", "6.0")),
        ("other", ("4.0", "4.1", "6.0", "9.0")),
    ]
    assert [one.place.line for one in found] == [7, 19, 27, 37]
    assert all(one.rows[0].line == one.place.line + 6 for one in found)


WRONG = {
    "under no heading": (table("5"), [("T141", 2)]),
    "under a heading without an id": (f"## Firmware\n{table('5')}", [("T141", 3)]),
    "a version there is not": (f"## F {{#notice-firmware from=4.2}}\n{table('5')}", [("T113", 1)]),
    "a range that cannot be read": (f"## F {{#notice-firmware since=4.0}}\n{table('5')}", [("T113", 1)]),
    "no function, and the next table is read": (
        f"## F {{#notice-firmware}}\n\n> [!EXAMPLE]\n> In words.\n{table('5')}", [("T142", 3)],
    ),
    "an example that runs into words": (f"## F {{#notice-firmware}}\n{table('5')}words\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_file(text: str, expected: list[tuple[str, int]]) -> None:
    assert read(text)[2] == expected


def run(text: str) -> None:
    library, found, wrong = read(text)
    assert wrong == []
    for example in found:
        for row in example.rows:
            carry_out(example, row, ALLOWED, library)


def test_a_row_without_a_version_holds_in_each() -> None:
    run("## F {#notice-firmware to=4.0}\n" + table("15"))
    run("## F {#notice-firmware from=4.1}\n" + table("5"))
    with pytest.raises(
        ExampleError, match=r"TMAD@4\.0#notice-firmware, .* says value.period “5”, the code gave “15”"
    ):
        run("## F {#notice-firmware}\n" + table("5"))
    run("## F {#notice-firmware}\n" + table("5", "> - version: 6.0\n"))


def test_a_clause_that_no_version_of_the_range_carries_is_no_pass() -> None:
    with pytest.raises(ExampleError, match=r"No version of TMAD from 9\.0 has the id notice-firmware"):
        run("## F {#notice-firmware from=9.0}\n" + table("5"))


def test_what_every_row_gives_stands_before_the_table_and_a_cell_gives_otherwise() -> None:
    given = "> - change: configuration\n> - planned_date: 2020-08-01\n"
    _, (example,), _ = read("## F {#notice-firmware}\n" + table("5", given))
    assert dict(example.rows[0].given) == {
        "change": "configuration", "planned_date": "2020-08-24", "notice_date": "2020-08-03",
    }  # fmt: skip


OWN = """\
from enum import StrEnum
from toolkit.conformance.law import Law
from toolkit.conformance.link import implements
from toolkit.conformance.rule import rule
from toolkit.conformance.ruling import Ruling

LAW = Law("DEMO", "1.1", "notice", since="1")

class Sent(StrEnum):
    POST = "post"
    EMAIL = "email"

@implements("DEMO", "notice", since="1")
@rule(LAW)
def notice(days: int, sent: Sent) -> Ruling[None]:
    return LAW.ground().judged(days >= 5, f"{days} by {sent.value}")
"""
TABLE = """\
## Notice {#notice}

> [!EXAMPLE]
> By `rules_of_ours.notice`:
>
> | days | sent | ⇒ outcome |
> |------|------|-----------|
> | 4    | post | not met   |
> | 5    | post | met       |
> | 5    |
> | five | post | refused   |

> [!EXAMPLE]
> By nobody.

## Another table of the same file {#manner}

> [!EXAMPLE]
> By `rules_of_ours.notice`:
>
> | days | sent  | ⇒ outcome |
> |------|-------|-----------|
> | 4    | email | met       |
"""
RULE = "toolkit.conformance.tmad.mprn.match_mprn"
ABOUT = "documents/demo/examples/notice.md"


def test_rules_of_other_packages_and_one_fault_that_stops_no_other(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}:{pytester.path}")
    settings = "code: [code]\ntests: [tests]\nexamples: [rules_of_ours]\n"
    for path, content in {**GREEN, "trace.yaml": settings, ABOUT: TABLE, "rules_of_ours.py": OWN}.items():
        (pytester.path / path).parent.mkdir(parents=True, exist_ok=True)
        (pytester.path / path).write_text(content, encoding="utf-8")
    options = ("-p", "toolkit.trace.pytest_plugin", "-p", "no:cacheprovider", "--junitxml", "junit.xml")
    done = pytester.runpytest_subprocess(*options, "documents")
    done.assert_outcomes(passed=3, failed=3)
    done.stdout.fnmatch_lines(
        [
            f"{ABOUT}:23: DEMO@2#manner, asked with days 4, sent email: the example says outcome*",
            f"{ABOUT}:10:1: The row expects nothing, or has not 3 cells as the head of the table has.*",
            f"{ABOUT}:13:1: The worked example names no function.*",
        ]
    )


def test_the_trace_counts_them_and_tells_each_fault_once() -> None:
    cases = '<testcase classname="documents.demo.examples.notice.md" name="notice[line-9]"/>'
    results = PASSED.replace(b"</testsuites>", f"{cases}</testsuites>".encode())
    found = trace(sources({**GREEN, ABOUT: TABLE}, results)[0])
    told = sorted((one.code, one.place.file, one.place.line) for one in found.findings)
    assert told == [("T141", ABOUT, 10), ("T142", ABOUT, 3), ("T142", ABOUT, 13), ("T142", ABOUT, 18)]
    notice, manner = found.verdicts[0], found.verdicts[1]
    assert notice.examples == (f"{ABOUT}::notice",)
    assert (notice.state, manner.state) == (State.PASSING, State.NOT_RUN)


def test_a_table_for_other_versions_proves_nothing_of_this_one() -> None:
    needs = {
        **GREEN,
        "documents/demo/evidence.yaml": "clauses: {notice: {needs: example}}\n",
    }
    here = TABLE.replace("{#notice}", "{#notice from=2}")
    before = TABLE.replace("{#notice}", "{#notice to=1}")
    for text, state in ((here, State.NOT_RUN), (before, State.UNVERIFIED)):
        found = trace(sources({**needs, ABOUT: text})[0])
        assert next(one for one in found.verdicts if one.clause == "notice").state is state


EXAMPLE = """
  > [!EXAMPLE]
  > By `toolkit.conformance.tmad.mprn.match_mprn`:
  >
  > | smso_mprn | ⇒ outcome |
  > |-----------|-----------|
  > | 1         | refused   |

"""


@pytest.mark.parametrize("against", [(), ("--against", "1")], ids=["clean", "change-marked"])
def test_no_byte_of_a_copy_tells_of_an_example(root: Path, against: tuple[str, ...]) -> None:
    def copies() -> dict[str, bytes]:
        arguments = ("render", "DEMO@2", *against, "-f", "html,docx", "-o", str(root / "copies"))
        assert drafting(root, *arguments).exit_code == 0
        return {one.name: one.read_bytes() for one in (root / "copies").iterdir()}

    without = copies()
    fingerprints = [one.fingerprint for one in trace(sources(GREEN)[0]).verdicts]
    change(root, TEXT, "- 1.2 {#manner}", f"{EXAMPLE}- 1.2 {{#manner}}")
    assert copies() == without and len(without) == 2
    changed = {**GREEN, TEXT: (root / TEXT).read_text(encoding="utf-8")}
    assert [one.fingerprint for one in trace(sources(changed)[0]).verdicts] == fingerprints


def test_a_check_tells_where_a_table_is_wrong_and_runs_none(root: Path) -> None:
    (root / ABOUT).parent.mkdir()
    (root / ABOUT).write_text(TABLE, encoding="utf-8")
    change(root, TEXT, "- 1.2 {#manner}", f"{EXAMPLE.replace('smso_mprn', 'mprn')}- 1.2 {{#manner}}")

    def found(*arguments: str) -> list[tuple[str, str, int, int]]:
        done = drafting(root, "check", "--format", "json", *arguments)
        told = json.loads(done.stdout)["findings"]
        return [
            (one["code"], one["file"], one["line"], one["column"])
            for one in told
            if one["code"].startswith("T") or arguments
        ]

    beside = [("T142", ABOUT, 3, 1), ("T141", ABOUT, 10, 1), ("T142", ABOUT, 13, 1), ("T142", ABOUT, 18, 1)]
    assert found() == [("T141", TEXT, 5, 3), *beside]
    assert found("--select", "T142") == [one for one in beside if one[0] == "T142"]
    assert found("--select", "example-malformed") == [("T141", TEXT, 5, 3), beside[1]]
    assert found("DEMO@1", "--select", "T") == beside
    assert "rules_of_ours" not in sys.modules


def test_each_table_is_told_of_by_its_own_rows() -> None:
    """Two tables under one heading, with two rows each; the last row of the second fails, or did not run."""
    table = f"\n> [!EXAMPLE]\n> By `{RULE}`:\n>\n> | smso_mprn | ⇒ outcome |\n> |---|---|\n"
    text = f"## Notice {{#notice}}\n{table}> | 1 | refused |\n> | 2 | refused |\n{table}> | 3 | refused |\n"
    module = "documents.demo.examples.notice.md"

    def told(*outcomes: tuple[int, str]) -> list[tuple[str, int]]:
        cases = "".join(
            f'<testcase classname="{module}" name="notice[line-{line}]">{outcome}</testcase>'
            for line, outcome in outcomes
        )
        results = PASSED.replace(b"</testsuites>", f"{cases}</testsuites>".encode())
        found = trace(sources({**GREEN, ABOUT: text}, results)[0])
        return [(one.code, one.place.line) for one in found.findings]

    assert told((8, ""), (9, ""), (16, "")) == []
    assert told((8, ""), (9, ""), (16, '<failure message="no"/>')) == [("T131", 11)]
    assert told((8, ""), (9, "")) == [("T132", 11)]
