"""The whole check: what it takes in, in which order it tells it, and that nothing makes it fall over."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.case import Tree
from toolkit.check.catalogue import RULES
from toolkit.check.report import text
from toolkit.check.report.sources import Sources
from toolkit.check.run import check
from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
REGISTER = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"


def demo(*files: str | bytes, register: bytes = REGISTER, **others: bytes) -> Library:
    """A library with one document, DEMO 1, of these files."""
    content = {"documents/demo/document.yaml": register}
    for number, file in enumerate(files):
        data = file.encode("utf-8", "surrogatepass") if isinstance(file, str) else file
        content[f"documents/demo/1/{number:02}.md"] = data
    content |= {f"documents/{name}/document.yaml": data for name, data in others.items()}
    return read_library(Tree(content))


def test_the_documents_are_clean() -> None:
    library = read_library(Folder(ROOT))
    found = [one for one in check(library) if one.name != "unlocked-designated-text"]
    assert not found, text.write(found, Sources.of(library))


def test_findings_of_the_reader_come_with_their_clause() -> None:
    library = demo(
        "## 1 One {#one}\n\n- 1.1 {#a} Word.\n- 1.3 {#b} Word.\n\n  Closing.\t\n- 1.3 {#b} Word.\n"
    )
    assert [(one.name, one.place.line, one.clause) for one in check(library)] == [
        ("skipped-number", 4, "DEMO@1:1.3"),
        ("tab", 6, "DEMO@1:1.3"),
        ("duplicate-label", 7, "DEMO@1:1.3"),
        ("duplicate-id", 7, "DEMO@1:1.3"),
    ]


def test_findings_come_once_and_in_order() -> None:
    library = demo("## 1 One {#one}\n\n- 1.1 {#a} Clause 9 and Clause 8.\n", "## 2 Two {#two}\n\nClause 7.\n")
    found = check(library, ["DEMO@1", "DEMO", "demo@1"])
    assert found == check(library, ["DEMO@1"])
    assert [(one.place.file[-5:], one.message[:8]) for one in found] == [
        ("00.md", "Clause 9"),
        ("00.md", "Clause 8"),
        ("01.md", "Clause 7"),
    ]


def test_named_versions_bring_what_concerns_them() -> None:
    other = REGISTER.replace(b"DEMO", b"OTHER").replace(b"draft", b"draft, base: '0'")
    corrupt = b"code: [TORN\n"
    library = demo("## 1 One {#one}\n", other=other, torn=corrupt)
    files = {one.place.file for one in check(library, ["DEMO"])}
    assert files == {"documents/torn/document.yaml"}
    assert "documents/other/document.yaml" in {one.place.file for one in check(library)}


def test_what_is_not_there_is_said_by_name() -> None:
    with pytest.raises(LibraryError, match="DEMO"):
        check(demo("## 1 One {#one}\n"), ["DMO@1"])


def test_a_check_without_rules_only_reads() -> None:
    library = demo("## 1 One {#one}\n\n- 1.1 {#a} Clause 9.\n")
    assert check(library, rules=()) == ()
    assert [one.code for one in check(library)] == ["C101"]


def test_a_root_without_documents_is_clean() -> None:
    assert check(read_library(Tree({}))) == ()


TABLE = "Table 1 {#table-1}: Title\n\n| A | B |\n| --- | --- |\n| Clause 9 | x |\n"
CLAUSES = ["## 1 Notices {#notices}\n\n", "- 1.1 {#notice} ", "  - (a) {#a} ", "- 1.2 to 1.9 [Not used]\n"]
CITATIONS = ["Clause 1.1(a)", "Clauses 1 to 9", "this Clause", "Section N6.4 (Disagreement) of the SEC"]
TERMS = ["  Working Day (WD) {#def-wd}\n  : means ", "Working Day", "working days", TABLE, "[TBC]"]
ASIDES = ["> [!NOTE]\n> x\n", "<!-- x -->\n", "```\nx\n```\n", "*x*"]
MARKS = ["“", "”", "(", ")", " and ", ". ", "\n\n"]
fragments = st.sampled_from([*CLAUSES, *CITATIONS, *TERMS, *ASIDES, *MARKS])


@settings(deadline=None)
@given(st.lists(st.one_of(fragments, st.text(max_size=8)), max_size=30))
def test_nothing_makes_a_check_fall_over(pieces: list[str]) -> None:
    library = demo("".join(pieces))
    found = check(library)
    assert all(one.message and one.name for one in found)
    text.write(found, Sources.of(library))


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00\x01", b"", b"\xef\xbb\xbf## 1 A\r\n", b"- " * 20_000])
def test_bad_files_are_findings(data: bytes) -> None:
    check(demo(data))


def rulebook(clauses: int, ids: str) -> str:
    """One clause and its paragraph after the other, no two with the same words."""
    heading = "## {n} Notice {n} {{#notice-{n}}}\n\n"
    clause = "- {n}.1 {{#{ids}-{n}}} The User shall give notice {n} as Clause {n} asks.\n\n"
    return "".join((heading + clause).format(n=n, ids=ids) for n in range(1, clauses + 1))


def based(clauses: int) -> Library:
    register = REGISTER.replace(b"draft}", b"draft}\n  - {version: '2', status: draft, base: '1'}")
    content = {
        "documents/demo/document.yaml": register,
        "documents/demo/1/01.md": rulebook(clauses, "old").encode(),
        "documents/demo/2/01.md": rulebook(clauses, "new").encode(),
    }
    return read_library(Tree(content))


def cost(clauses: int) -> float:
    """CPU seconds to check a version in which every id was lost: what costs most to find."""
    library = based(clauses)
    start = process_time()
    assert len(check(library, ["DEMO@2"])) == clauses
    return process_time() - start


def test_cost_grows_with_the_text_and_no_faster() -> None:
    small = min(cost(300) for _ in range(3))
    assert cost(2400) < 8 * 3 * small, (
        "8 times the text may take 8 times as long, and three times that on a bad day"
    )


def test_rules_work_lazily() -> None:
    """Rules that do not look at citations do not pay for them."""
    lost = tuple(rule for rule in RULES if rule.name == "lost-id")
    library = based(50)
    assert len(check(library, ["DEMO@2"], lost)) == 50


@pytest.mark.parametrize("listed", [False, True])
def test_a_statute_that_was_named_before_is_not_looked_for_here(listed: bool) -> None:
    content = {
        "documents/demo/document.yaml": REGISTER.replace(b"versions:", b"numbering: cfr\nversions:"),
        "documents/demo/1/01.md": (
            "## 478.11 Licences {#licences}\n\nSee this too, § 478.99 of this part, § 555.1 of this title, "
            "and section 925(d), which bars it.\n"
        ).encode(),
    }
    if listed:
        content["documents/_external/act.yaml"] = b"code: ACT\ntitle: Gun Act 1968\nkeyword: section\n"
    found = [one.place.column for one in check(read_library(Tree(content))) if one.code.startswith("C")]
    assert found == ([15, 65] if listed else [15]), "§ 478.99; and, where statutes are listed, section 925(d)"


def test_without_inventories_only_a_name_that_is_nearly_known_is_wrong() -> None:
    library = demo("## 1 One {#one}\n\nClause 3 of the DEMMO and section 5 of the Grid Code 1990 apply.\n")
    assert [one.name for one in check(library)] == ["wrong-document"]


def test_a_draft_may_hold_placeholders() -> None:
    assert check(demo("## 1 Expiry {#expiry}\n\n- 1.1 {#end} This document ends on [DD MMM YYYY].\n")) == ()


def test_each_rule_that_waits_for_citations_shares_them() -> None:
    library = demo("## 1 One {#one}\n\n- 1.1 {#a} Clause 9.\n")
    subject = Subject(Catalogue.of(library), library.load("DEMO@1"))
    assert subject.lines is subject.lines
    assert [citation.problem for _, citation in subject.faults] == ["no-such-provision"]
