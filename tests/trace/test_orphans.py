"""Code, tests and examples that belong to no clause: what is one, what is none, and the reasons given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_root import CODE, PROJECT, TESTS, TEXT, change, drafting, sources

from tests.check.case import Tree
from toolkit.check.store import NoStore, kept
from toolkit.trace.gather import gather
from toolkit.trace.orphan import OrphanKind
from toolkit.trace.orphans import find_orphans
from toolkit.trace.project import Project
from toolkit.trace.tracing import trace

LINK = "from toolkit.conformance.link import implements\n"
MARK = "import pytest\n"
ROOT = Path(__file__).parents[2]


def told(files: dict[str, str], project: Project = PROJECT) -> list[tuple[str, str, int]]:
    """The code, name and line of every finding about an orphan."""
    tree = Tree({path: text.encode() for path, text in files.items()})
    links, _ = gather(tree, (*project.code, *project.tests), NoStore())
    orphans, wrong = find_orphans(tree, project, links, NoStore())
    assert len([one for one in orphans if not one.reason]) == len(
        [one for one in wrong if one.code != "T164"]
    )
    return [(one.code, one.message.partition(" ")[0], one.place.line) for one in wrong]


CLAIM = '@implements("DEMO", "notice", since="1")\n'
ALONE = {
    "a function": ("def f(): ...\n", [("T161", "f", 1)]),
    "one that is async": ("async def f(): ...\n", [("T161", "f", 1)]),
    "a rule": ("def f() -> Ruling[None]: ...\n", [("T163", "f", 1)]),
    "a rule by a dotted type": ("def f() -> ruling.Ruling: ...\n", [("T163", "f", 1)]),
    "a decorated rule": ("@rule(LAW)\ndef f() -> Ruling[None]: ...\n", [("T163", "f", 2)]),
    "a private function": ("def _f(): ...\n", []),
    "a class": ("class C:\n    def f(self): ...\n", []),
    "a function in a function": ("def _f():\n    def g(): ...\n", []),
    "words that look like one": ('"""\ndef f(): ...\n"""\n', []),
    "what cannot be read": ("def f(: ...\n", []),
    "one that is linked": (f"{LINK}{CLAIM}def f(): ...\n", []),
    "one of two": (f"{LINK}{CLAIM}def f(): ...\ndef g(): ...\n", [("T161", "g", 4)]),
    "one that a linked one calls": (f"{LINK}{CLAIM}def f(): return g()\ndef g(): ...\n", []),
    "one that is called by way of another": (
        f"{LINK}{CLAIM}def f(): return _g()\ndef _g(): return h()\ndef h(): ...\n", [],
    ),
    "one that stands in a table that a linked one reads": (
        f"{LINK}def g(): ...\nTABLE: dict = {{1: g}}\n{CLAIM}def f(): return TABLE[1]()\n", [],
    ),
    "one that a linked class calls": (
        f"{LINK}{CLAIM}class C:\n    def f(self): return g()\ndef g(): ...\n", [],
    ),
    "one that a linked method calls": (
        f"{LINK}class C:\n    {CLAIM}    def f(self): return g()\ndef g(): ...\n", [],
    ),
    "one that calls a linked one": (f"{LINK}{CLAIM}def f(): ...\ndef g(): return f()\n", [("T161", "g", 4)]),
    "two that call each other": (
        "def f(): return g()\ndef g(): return f()\n", [("T161", "f", 1), ("T161", "g", 2)],
    ),
    "a whole file by a comment": ("# clause: implements DEMO 1.1\n\ndef f(): ...\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALONE.values(), ids=ALONE)
def test_code(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert told({CODE: text}) == expected


def test_what_a_linked_function_uses_of_other_modules_is_no_orphan() -> None:
    files = {
        "code/a.py": f"{LINK}from . import b\nfrom code.c import g as x\n{CLAIM}def f(): return b.h(), x()\n",
        "code/b.py": "def h(): ...\ndef left(): ...\n",
        "code/c.py": "def g(): ...\n",
    }
    assert told(files) == [("T161", "left", 2)]
    files["code/a.py"] = files["code/a.py"].replace(CLAIM, "")
    assert told(files) == [("T161", "f", 4), ("T161", "h", 1), ("T161", "left", 2), ("T161", "g", 1)]


VERIFIES = '@pytest.mark.verifies("DEMO", "notice")\n'
TESTED = {
    "a test": ("def test_f(): ...\n", [("T162", "test_f", 1)]),
    "one in a class": ("class TestF:\n    def test_f(self): ...\n", [("T162", "TestF.test_f", 2)]),
    "what is no test": ("def check(): ...\n\nclass Sample:\n    def test_f(self): ...\n", []),
    "a test that verifies": (f"{MARK}{VERIFIES}def test_f(): ...\n", []),
    "one of two": (f"{MARK}{VERIFIES}def test_f(): ...\ndef test_g(): ...\n", [("T162", "test_g", 4)]),
    "a row that verifies": (
        f'{MARK}@pytest.mark.parametrize("x", [pytest.param(1, marks={VERIFIES[1:-1]})])\n'
        "def test_f(x): ...\n",
        [],
    ),
    "a class that verifies": (f"{MARK}{VERIFIES}class TestF:\n    def test_f(self): ...\n", []),
    "a module that verifies": (
        f'{MARK}pytestmark = pytest.mark.verifies("DEMO", "notice")\ndef test_f(): ...\n', [],
    ),
    "of one name in two classes": (
        f"{MARK}class TestF:\n    {VERIFIES}    def test_f(self): ...\n"
        "class TestG:\n    def test_f(self): ...\ndef test_g(): ...\n",
        [("T162", "TestG.test_f", 6), ("T162", "test_g", 7)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TESTED.values(), ids=TESTED)
def test_tests(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert told({TESTS: text}) == expected


def test_reasons_are_given_for_one_a_file_or_a_folder_and_are_held_to_what_is_there() -> None:
    files = {CODE: "def f(): ...\ndef g(): ...\n", TESTS: "def test_f(): ...\n"}
    for key, left in (
        (f"{CODE}::f", [("T161", "g"), ("T162", "test_f")]),
        (CODE, [("T162", "test_f")]),
        ("tests", [("T161", "f"), ("T161", "g")]),
        ("code/other.py", [("T161", "f"), ("T161", "g"), ("T162", "test_f"), ("T164", "A")]),
    ):
        project = Project(("code",), ("tests",), without_clause={key: "It is machinery."})
        assert [one[:2] for one in told(files, project)] == left


def test_an_example_of_no_function_is_one() -> None:
    text = "\n  > [!EXAMPLE]\n  > By hand.\n\n- 1.2 {#manner}"
    register = "code: DEMO\ntitle: D\nversions: [{version: '2', status: draft}]\n"
    files = {
        TEXT: f"## 1 N {{#n}}\n\n- 1.1 {{#notice}} It shall.\n{text} It shall.\n",
        "documents/demo/document.yaml": register,
        "documents/demo/evidence.yaml": "default: {needs: none, reason: R}\n",
    }
    changed, _ = sources(files)
    found = trace(changed)
    assert [(one.kind, one.file, one.line) for one in found.orphans] == [(OrphanKind.EXAMPLE, TEXT, 5)]
    assert [one.code for one in found.findings] == ["T142"]


def test_the_command_tells_of_them(root: Path) -> None:
    change(root, CODE, '@implements("DEMO", "withdrawn", since="1")\n', "")
    change(
        root, "trace.yaml", "tests: [tests]\n", "tests: [tests]\nwithout_clause:\n  tests: Of no account.\n"
    )
    done = drafting(root, "trace")
    assert "T161 code-without-clause" in done.output and "whistle names no clause" in done.output
    assert "T164 reason-without-orphan" in done.output
    data = json.loads(drafting(root, "trace", "--format", "json").stdout)
    assert data["orphans"] == [
        {"kind": "code", "file": CODE, "line": 10, "name": "whistle", "reason": ""},
    ]
    change(root, "trace.yaml", "  tests: Of no account.", "  code/rules.py::whistle: It only whistles.")
    done = drafting(root, "trace")
    assert "T161" not in done.output and "T164" not in done.output
    assert "1 other function without a clause, with the reason in trace.yaml." in done.output


def test_what_is_remembered_is_what_is_read(tmp_path: Path) -> None:
    tree = Tree(
        {
            CODE: f"{LINK}{CLAIM}def f(): ...\ndef g() -> Ruling[int]: ...\n".encode(),
            TESTS: b"def test_f(): ...\n",
        }
    )
    links, _ = gather(tree, ("code", "tests"), NoStore())
    path = tmp_path / "cache" / "trace.sqlite"
    with kept(path) as store:
        first = find_orphans(tree, PROJECT, links, store)
    with kept(path) as store:
        assert (
            find_orphans(tree, PROJECT, links, store)
            == first
            == find_orphans(tree, PROJECT, links, NoStore())
        )
    assert len(first[0]) == 2


def test_nothing_shipped_is_without_a_clause_and_without_a_reason() -> None:
    data = json.loads(drafting(ROOT, "trace", "--format", "json").stdout)
    assert len(data["orphans"]) > 50 and all(one["reason"] for one in data["orphans"])
    assert not [one for one in data["findings"] if one["code"].startswith(("T14", "T16"))]
