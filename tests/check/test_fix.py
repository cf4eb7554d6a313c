"""Mending: seeded faults go back to what was there, nothing else changes, and twice is once."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.case import Tree
from toolkit.check.fix import fix
from toolkit.check.rules import singular_keyword, stale_citation, sub_level_spelling, term_case
from toolkit.check.run import check
from toolkit.library.library import Library, read_library
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit
from toolkit.source.edits import unified_diff
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
DRAFTS = ("TMAD@6.1U", "S1SR@4.4", "SRPD@3.1U", "DUIS@3.1U")
RULES = (singular_keyword.RULE, sub_level_spelling.RULE, stale_citation.RULE, term_case.RULE)
DEMO = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"


def found_in(*names: str) -> Callable[[Library], tuple[Diagnostic, ...]]:
    return lambda library: check(library, names, RULES)


def demo(text: str, status: bytes = b"draft") -> Library:
    content = {
        "documents/demo/document.yaml": DEMO.replace(b"draft", status),
        "documents/demo/1/01.md": text.encode(),
    }
    return read_library(Tree(content))


def fixed(text: str) -> str:
    """The text as mended; the same where nothing is."""
    return fix(demo(text), found_in()).new.get("documents/demo/1/01.md", text.encode()).decode()


# -- seeded into the shipped drafts -----------------------------------------------------------------


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


SEEDS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "case of two words": (r"(?<=\d )Working Days?(?=[ ,.;])", _lower),
    "one capital": (r"(?<=a )Firmware Image(?= )", lambda found: found[0].replace("I", "i")),
    "longer terms": (r"(?<=the )(?:Responsible Supplier|Smart Metering Inventory)(?= )", _lower),
    "plural keyword": (r"Clauses(?= \d[\d.]*(?:\([a-z]\))? and \d)", lambda found: "Clause"),
    "section": (r"Sections(?= [A-Z]\d+\S* and [A-Z]\d)", lambda found: "Section"),
    "spacing": (r"(?<=Clause )\d+\.\d+\([a-z]\)(?=[ ,.;])", lambda found: found[0].replace("(", " (")),
    "deep spacing": (
        r"(?<=Clause )\d+\.\d+\([a-z]\)\([ivx]+\)(?:\([A-Z]\))?", lambda found: found[0].replace("(", " ("),
    ),
}  # fmt: skip


def seeded(library: Library, kind: str, most: int) -> dict[str, bytes]:
    """The drafts with faults of one kind, one in a line, `most` in all at most."""
    pattern, spoilt = SEEDS[kind]
    random = Random(kind)
    files = {
        part.file: library.files.read(part.file).decode().split("\n")
        for name in DRAFTS for part in library.load(name).document.parts if part.file.endswith(".md")
    }  # fmt: skip
    places = [(file, at) for file, lines in files.items() for at, line in enumerate(lines)
              if re.search(pattern, line) and not line.startswith(("#", ">"))]  # fmt: skip
    for file, at in random.sample(places, min(most, len(places))):
        files[file][at] = re.sub(pattern, spoilt, files[file][at], count=1)
    new = {file: "\n".join(lines).encode() for file, lines in files.items()}
    return {file: data for file, data in new.items() if data != library.files.read(file)}


@pytest.fixture(scope="module")
def shipped() -> Library:
    return read_library(Folder(ROOT))


@pytest.mark.parametrize("kind", SEEDS)
def test_seeded_faults_go_back_to_what_was_there(shipped: Library, kind: str) -> None:
    spoilt = seeded(shipped, kind, 12)
    assert spoilt, "nothing to seed into: choose other words"
    library = shipped.with_files(spoilt)
    result = fix(library, found_in(*DRAFTS))
    wrong = [
        (before, after)
        for file in spoilt
        for before, after in zip(
            shipped.files.read(file).split(b"\n"),
            result.new.get(file, spoilt[file]).split(b"\n"),
            strict=True,
        )
        if before != after
    ]
    assert not wrong
    assert set(result.new) == set(spoilt)
    again = fix(library.with_files(result.new), found_in(*DRAFTS))
    assert not again.new and not again.mended


def test_the_documents_need_no_mending(shipped: Library) -> None:
    assert not fix(shipped, found_in()).new


# -- small texts ------------------------------------------------------------------------------------

TEXT = """\
## 1 One {#one}

- 1.1 {#a} In this document:

  Working Day {#def-wd}
  : means a day; see Clause 1.2 and 1.3.

- 1.2 {#b} Within 5 working days, or 6 Working days, as Clause 1.2 (a) and 1.3
  say, on a working
  day’s end:
  - (a) {#c} *working* days of WORKING DAYS, \\working days & “working days”.
- 1.3 {#d} See Clause 1.1 and 1.2 (a) and the working days’ end.
"""


def test_several_in_one_line_and_over_its_end() -> None:
    assert fixed(TEXT) == (
        TEXT.replace("see Clause 1.2", "see Clauses 1.2")
        .replace("5 working days, or 6 Working days, as Clause 1.2 (a)",
                 "5 Working Days, or 6 Working Days, as Clauses 1.2(a)")
        .replace("a working\n  day’s", "a Working\n  Day’s").replace("*working* days", "*Working* Days")
        .replace("See Clause 1.1 and 1.2 (a) and the working days’",
                 "See Clauses 1.1 and 1.2(a) and the Working Days’")
        .replace("\\working days", "\\Working Days")
    )  # fmt: skip


def test_line_ends_and_marks_stay() -> None:
    odd = "\ufeff" + TEXT.replace("\n", "\r\n").rstrip("\r\n")
    assert fixed(odd) == "\ufeff" + fixed(TEXT).replace("\n", "\r\n").rstrip("\r\n")


@pytest.mark.parametrize("status", [b"designated", b"withdrawn", b"published"])
def test_what_is_no_draft_stays_as_it_is(status: bytes) -> None:
    result = fix(demo(TEXT, status), found_in())
    assert not result.new and not result.mended
    assert any(one.fix for one in result.left)


def test_a_locked_draft_stays_as_it_is() -> None:
    assert not fix(demo(TEXT, b"draft, sha256: " + b"0" * 64), found_in()).new


def test_what_would_change_a_meaning_is_left() -> None:
    """Words that a character reference writes are not there to be replaced."""
    text = TEXT.replace("Within 5 working", "Within 5 w&#111;rking")
    assert "5 w&#111;rking days" in fixed(text) or "5 w&#111;rking Days" in fixed(text)
    assert "6 Working Days" in fixed(text)


def test_a_stale_citation_follows_its_id() -> None:
    base = "## 1 One {#one}\n\n- 1.1 {#a} See Clause 1.2 and 1.3.\n- 1.2 {#b} B.\n- 1.3 {#c} C.\n"
    now = base.replace("- 1.3 ", "- 1.4 ").replace("- 1.2 ", "- 1.3 ").replace("- 1.3 {#c}", "- 1.4 {#c}")
    now = now.replace("- 1.3 {#b}", "- 1.2 {#new} A new one.\n- 1.3 {#b}")
    content = {
        "documents/demo/document.yaml": DEMO + b"  - {version: '2', status: draft, base: '1'}\n",
        "documents/demo/1/01.md": base.encode(),
        "documents/demo/2/01.md": now.encode(),
    }
    result = fix(read_library(Tree(content)), found_in("DEMO@2"))
    assert result.new == {
        "documents/demo/2/01.md": now.replace("Clause 1.2 and 1.3", "Clauses 1.3 and 1.4").encode()
    }


def test_the_diff_is_what_changes() -> None:
    result = fix(demo(TEXT), found_in())
    diff = unified_diff(result.old, result.new)
    assert diff.startswith("--- a/documents/demo/1/01.md\n+++ b/documents/demo/1/01.md\n@@ -3,10 +3,10 @@\n")
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    before = [line[1:] for line in changed if line[0] == "-"]
    after = [line[1:] for line in changed if line[0] == "+"]
    pairs = zip(TEXT.split("\n"), fixed(TEXT).split("\n"), strict=True)
    assert list(zip(before, after, strict=True)) == [pair for pair in pairs if pair[0] != pair[1]]


PIECES = [
    "working day",
    "Working days",
    "working days’",
    "Clause 1.1 and 1.2",
    "Clause 1.1 (a)",
    "§ 1 and 2",
    "Section 1.1 and 1.1 (a)",
    "*",
    "**",
    "\\",
    "&amp;",
    "`",
    " ",
    "\n  ",
    "  ",
    "Days",
    "(a)",
    "and",
]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_fixing_twice_changes_nothing_more(pieces: list[str]) -> None:
    text = "## 1 One {#one}\n\n- 1.1 {#a} X:\n\n  Working Day {#wd}\n  : means a day.\n\n  - (a) {#b} x.\n"
    once = fixed(f"{text}- 1.2 {{#c}} As {' '.join(pieces)}.\n")
    assert fixed(once) == once


# -- edits that a rule must not give ----------------------------------------------------------------

LAW = "## 1 One {#one}\n\n- 1.1 {#a} See Clause 1.2 now.\n- 1.2 {#b} B.\n- 1.3 {#c} C.\n"
FILE = "documents/demo/1/01.md"


def mended_by(*edits: SourceEdit) -> str:
    """LAW after a rule that finds these edits to make, each for itself."""

    def find(library: Library) -> list[Diagnostic]:
        fresh = library.files.read(FILE) == LAW.encode()
        return [
            Diagnostic("C1", "made-up", Severity.ERROR, edit.place, "", fix=(edit,))
            for edit in edits if fresh
        ]  # fmt: skip

    return fix(demo(LAW), find).new.get(FILE, LAW.encode()).decode()


def edit(line: int, old: str, new: str, cites: str = "") -> SourceEdit:
    column = LAW.split("\n")[line - 1].index(old) + 1
    return SourceEdit(Place(FILE, line, column, line, column + len(old)), old, new, cites)


def test_a_citation_is_not_made_to_lead_elsewhere() -> None:
    assert mended_by(edit(3, "1.2", "1.3")) == LAW
    assert mended_by(edit(3, "1.2", "1.3", "b")) == LAW
    assert mended_by(edit(3, "1.2", "1.3", "c")) == LAW.replace("Clause 1.2", "Clause 1.3")
    assert mended_by(edit(3, "See", "See Clause 1.3 and")) == LAW
    assert mended_by(edit(3, "Clause 1.2", "what")) == LAW


def test_what_does_no_harm_is_done_beside_what_would() -> None:
    harmless = edit(5, "C.", "D.")
    assert mended_by(edit(3, "1.2", "1.3"), harmless) == LAW.replace("C.", "D.")
    assert mended_by(edit(5, "C", "E"), harmless) == LAW.replace("C.", "E.")  # the other comes too late


@pytest.mark.parametrize(
    "wrong",
    [
        edit(4, "1.2", "1.9"),
        edit(4, "{#b}", "{#z}"),
        edit(4, "- ", "  "),
        edit(5, "C.", "*C*."),
        edit(5, "C.", "C.\n\nMore."),
        edit(5, "C.", "D.")._replace(old="X."),
        edit(5, "C.", "D.")._replace(place=Place(FILE, 99, 1, 99, 3)),
    ],
)
def test_what_is_no_change_of_words_is_not_made(wrong: SourceEdit) -> None:
    assert mended_by(wrong) == LAW
