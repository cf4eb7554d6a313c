"""The forms of a report: what each must escape, and what each must hold even where nothing was found."""

import json
from dataclasses import replace
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import junitparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.check.case import Tree
from tests.check.sarif_schema import FORMATS, assert_is_sarif
from toolkit.check.catalogue import RULES
from toolkit.check.outcome import SetAside, Why
from toolkit.check.report import as_json, github, junit, sarif, text
from toolkit.check.report.form import FORMS
from toolkit.check.report.plain import clean
from toolkit.check.report.sources import Sources
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import NOWHERE, Place
from toolkit.model.source_edit import SourceEdit

FILE = "documents/demo/1.1/01-text.md"
LINE = "- 1.1 {#notice} The DCC shall give notice in accordance with Clause 9.9."
SOURCES = Sources(Tree({FILE: f"## 1 Notices\n\n{LINE}\n".encode()}), {"documents/demo/1.1": "DEMO@1.1"})
FOUND = Diagnostic(
    "C101", "unresolved-citation", Severity.ERROR, Place(FILE, 3, 62, 3, 72),
    "Clause 9.9 does not exist.", "Mend the label.", "DEMO@1.1:1.1",
)  # fmt: skip
REGISTER = Diagnostic(
    "L108",
    "unlocked-designated-text",
    Severity.WARNING,
    Place("documents/demo/document.yaml", 4, 5),
    "Not locked.",
)
ODD = '50 % of: <b>, & "x"\r\n\x1b[31m\x00 \ud800 ￿ ]]>'

odd_names = st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1)
files = st.one_of(
    st.sampled_from(
        ["", FILE, "odd %, : name.md", "C:\\a\\b.md", "a b/CON .md", "a:b.md", "//x/y.md", "ä/[1] {2}#?.md"]
    ),
    odd_names.map("documents/demo/1.1/{}.md".format),
)
starts = st.builds(Place, files, st.integers(1, 4), st.integers(1, 90))
places = st.one_of(
    starts,
    st.builds(
        lambda start, lines, columns: replace(
            start, end_line=start.line + lines, end_column=start.column + columns
        ),
        starts, st.integers(0, 2), st.integers(0, 60),
    ),
)  # fmt: skip
anything = st.builds(
    Diagnostic,
    st.sampled_from(["C101", "S034", "L108"]),
    st.sampled_from([rule.name for rule in RULES]),
    st.sampled_from(list(Severity)),
    places, st.text(), st.text(), st.sampled_from(["", "DEMO@1.1:1.1"]),
    fix=st.lists(st.builds(SourceEdit, places, st.text(), st.text()), max_size=2).map(tuple),
)  # fmt: skip


@pytest.mark.parametrize("write", FORMS.values(), ids=FORMS)
@settings(deadline=None)
@given(findings=st.lists(anything, max_size=4))
def test_no_finding_breaks_a_form(write, findings: list[Diagnostic]) -> None:
    written = write(findings, SOURCES)
    assert written == write(findings, SOURCES)
    written.encode("utf-8")


def test_text_underlines_the_place() -> None:
    written = text.write([FOUND], SOURCES)
    assert written == (
        f"{FILE}:3:62: error C101 unresolved-citation [DEMO@1.1:1.1]\n"
        "  Clause 9.9 does not exist.\n"
        f"  3 | {LINE}\n"
        f"    | {' ' * LINE.index('Clause 9.9')}^^^^^^^^^^\n"
        "  hint: Mend the label.\n\n"
        "1 finding (1 error) in 1 version.\n"
    )


def test_text_sums_up_what_is_clean() -> None:
    assert text.write([], SOURCES) == "No findings in 1 version.\n"


def test_colour_is_asked_for_and_says_nothing_of_its_own() -> None:
    plain, coloured = text.write([FOUND], SOURCES), text.write([FOUND], SOURCES, colour=True)
    assert "\x1b" not in plain and "\x1b[31m" in coloured
    stripped = coloured
    for ink in ("1", "31", "0"):
        stripped = stripped.replace(f"\x1b[{ink}m", "")
    assert stripped == plain


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs", "Cc"]), max_size=400),
       st.integers(0, 400), st.integers(0, 60))  # fmt: skip
def test_an_excerpt_shows_the_place_and_is_not_wide(line: str, start: int, length: int) -> None:
    shown, mark = text.excerpt(line, start, start + length)
    assert len(shown) <= text.WIDTH + 2
    assert set(mark) <= {" ", "^"} and "^" in mark


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 500 + " Clause 9.9 " + "y" * 500
    shown, mark = text.excerpt(line, 501, 511)
    assert shown[mark.index("^") : len(mark)] == "Clause 9.9"
    assert shown.startswith("…") and shown.endswith("…")


def test_wide_characters_keep_the_mark_in_place() -> None:
    _, mark = text.excerpt("法律 Clause 9.9", 3, 13)
    assert mark == " " * 5 + "^" * 10


def test_json_has_the_agreed_shape() -> None:
    assert json.loads(as_json.write([FOUND, replace(REGISTER, place=NOWHERE)], SOURCES)) == {
        "schema": "drafting-toolkit/findings/1",
        "findings": [
            {"code": "C101", "name": "unresolved-citation", "severity": "error", "file": FILE, "line": 3,
             "column": 62, "end_line": 3, "end_column": 72, "clause": "DEMO@1.1:1.1",
             "message": "Clause 9.9 does not exist.", "hint": "Mend the label."},
            {"code": "L108", "name": "unlocked-designated-text", "severity": "warning", "file": "", "line": 1,
             "column": 1, "end_line": 1, "end_column": 1, "clause": "", "message": "Not locked.", "hint": ""},
        ],
        "set_aside": [],
    }  # fmt: skip


@settings(deadline=None)
@given(st.lists(anything, max_size=4))
def test_sarif_is_sarif(findings: list[Diagnostic]) -> None:
    log = json.loads(sarif.write(findings, SOURCES))
    assert_is_sarif(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules][: len(RULES)] == [rule.code for rule in RULES]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_schema_is_looked_at() -> None:
    """The formats too: without the package that knows URIs they would go unseen."""
    assert not FORMATS.conforms("a b", "uri-reference") and not FORMATS.conforms("a", "uri")
    log = json.loads(sarif.write([FOUND], SOURCES))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(AssertionError, match="fatal"):
        assert_is_sarif(log)


@given(files.filter(bool))
@example("documents/a b/ä%.md")
@example("C:/a.md")
@example("a:b.md")
def test_sarif_paths_are_relative_uris(file: str) -> None:
    log = json.loads(sarif.write([replace(FOUND, place=Place(file, 1, 1))], SOURCES))
    artifact = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(artifact["uri"]) == clean(file)
    parts = urlsplit(artifact["uri"])
    assert not (parts.scheme or parts.query or parts.fragment)


def test_sarif_counts_characters_and_says_so() -> None:
    """A character beyond the first 65,536 is one column, not two as in UTF-16."""
    line = "- 1.1 {#notice} 𝐀𝐁 as Clause 9.9 says."
    found = replace(FOUND, place=Place(FILE, 3, line.index("Clause") + 1, 3, line.index(" says") + 1))
    run = json.loads(sarif.write([found], SOURCES))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Clause 9.9"


def test_github_escapes_what_would_end_a_property() -> None:
    odd = replace(FOUND, place=Place("a,b:c%.md", 3, 62, 3, 72), message="50 %\r\nmore: yes, more")
    assert github.write([odd], SOURCES) == (
        "::error file=a%2Cb%3Ac%25.md,line=3,col=62,endLine=3,endColumn=72,title=C101 unresolved-citation::"
        "DEMO@1.1:1.1: 50 %25%0D%0Amore: yes, more%0AMend the label.\n"
    )
    assert github.write([], SOURCES) == ""


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """Command, properties and message of a workflow command, taken apart and unescaped as GitHub does."""
    head, message = line.removeprefix("::").split("::", 1)
    command, _, listed = head.partition(" ")
    properties = dict(one.split("=", 1) for one in listed.split(",") if one)
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(escape, character) for key, value in properties.items()}
        if character not in ":,":  # those stand in a message as they are
            message = message.replace(escape, character)
    return command, properties, message


@settings(deadline=None)
@given(st.lists(anything, max_size=6))
@example([replace(FOUND, message="100%25 %0A :: ,\r\n::error::", hint="%3A", place=Place("a%2C,::b=.md"))])
def test_github_reads_what_was_meant(findings: list[Diagnostic]) -> None:
    lines = github.write(findings, SOURCES).split("\n")
    assert lines.pop() == "" and len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        command, properties, message = as_the_runner_reads(line)
        assert command in ("error", "warning", "notice")
        assert properties.get("file", "") == shown(finding.place.file)
        assert properties["title"] == f"{finding.code} {finding.name}"
        assert shown(finding.message) in message and message.endswith(shown(finding.hint))


def shown(words: str) -> str:
    """Words as a report shows them; line breaks are escaped before, and so are kept."""
    return "".join(one if one in "\r\n" else clean(one) for one in words)


def test_junit_has_a_case_for_each_version_and_rule() -> None:
    for findings in ([], [FOUND, REGISTER]):
        suites = {
            suite.get("name"): suite for suite in ElementTree.fromstring(junit.write(findings, SOURCES))
        }
        assert set(suites) == {"documents", "DEMO@1.1"}
        names = [case.get("name") for case in suites["DEMO@1.1"]]
        assert names == ["reading", *(rule.name for rule in RULES)]
        assert [suite.get("failures") for suite in suites.values()] == (
            ["1", "1"] if findings else ["0", "0"]
        )


@settings(deadline=None)
@given(st.lists(anything, max_size=4))
def test_junit_is_read_as_continuous_integration_reads_it(findings: list[Diagnostic]) -> None:
    top = junitparser.JUnitXml.fromstring(junit.write(findings, SOURCES).encode())
    suites = list(top)
    assert [suite.name for suite in suites] == ["documents", "DEMO@1.1"]
    for suite in suites:
        failing = [case for case in suite if case.result]
        said = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert said == (suite.tests, suite.failures, suite.errors, suite.skipped)
        assert len(failing) == suite.failures
        assert all(isinstance(case.result[0], junitparser.Failure) for case in failing)
    weighty = [one for one in findings if one.severity is not Severity.NOTE]
    assert any(suite.failures for suite in suites) == bool(weighty)


def test_junit_says_where_and_survives_odd_words() -> None:
    written = junit.write([replace(FOUND, message=ODD), replace(FOUND, severity=Severity.NOTE)], SOURCES)
    top = ElementTree.fromstring(written)
    failure, note = top.find(".//failure"), top.find(".//system-out")
    assert failure is not None and note is not None
    assert f"{FILE}:3:62: error C101" in (failure.text or "")
    assert '50 % of: <b>, & "x"' in (failure.text or "")


# -- what is set aside ------------------------------------------------------------------------------

COMMENT = Place(FILE, 1, 1, 1, 40)
ALLOWED = SetAside(
    replace(FOUND, message="Clause 9.8 is none."), Why.ALLOWED, "as <agreed> & signed", COMMENT
)
KNOWN = SetAside(replace(FOUND, code="L108", name="unlocked-designated-text"), Why.KNOWN)
asides = st.builds(
    SetAside, anything, st.sampled_from(Why), st.just(ODD), st.sampled_from([NOWHERE, COMMENT])
)


@settings(deadline=None)
@given(st.lists(anything, max_size=3), st.lists(asides, max_size=3))
def test_what_is_set_aside_breaks_no_form(findings: list[Diagnostic], aside: list[SetAside]) -> None:
    log = json.loads(sarif.write(findings, SOURCES, aside))
    assert_is_sarif(log)
    results = log["runs"][0]["results"]
    assert len(results) == len(findings) + len(aside)
    assert len({"suppressions" in result for result in results}) <= 1, "all results have the list, or none"
    ElementTree.fromstring(junit.write(findings, SOURCES, aside))
    assert github.write(findings, SOURCES, aside) == github.write(findings, SOURCES)
    assert len(json.loads(as_json.write(findings, SOURCES, aside))["set_aside"]) == len(aside)
    text.write(findings, SOURCES, aside)


def test_sarif_says_why_a_result_is_suppressed() -> None:
    log = json.loads(sarif.write([FOUND], SOURCES, [ALLOWED, KNOWN]))
    live, allowed, known = log["runs"][0]["results"]
    assert live["suppressions"] == []
    (inside,) = allowed["suppressions"]
    assert inside["kind"] == "inSource" and inside["justification"] == "as <agreed> & signed"
    assert inside["location"]["physicalLocation"]["region"]["startLine"] == 1
    assert known["suppressions"] == [{"kind": "external", "justification": "It is in the baseline."}]
    assert "suppressions" not in json.loads(sarif.write([FOUND], SOURCES))["runs"][0]["results"][0]


def test_a_case_with_nothing_but_what_is_set_aside_passes() -> None:
    top = ElementTree.fromstring(junit.write([], SOURCES, [ALLOWED, KNOWN]))
    assert {suite.get("failures") for suite in top} == {"0"} and top.find(".//failure") is None
    output = [one.text or "" for one in top.findall(".//system-out")]
    assert any(
        "allowed (as <agreed> & signed)" in words and "Clause 9.8 is none." in words for words in output
    )
    assert any(words.startswith("in the baseline: ") for words in output)


def test_the_summary_tells_what_is_set_aside() -> None:
    words = text.write([], SOURCES, [ALLOWED, KNOWN, ALLOWED])
    assert words == "No findings in 1 version; besides, 2 allowed, 1 in the baseline.\n"
