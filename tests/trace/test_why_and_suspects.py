"""What is known of one clause; and what a change of the law means for the code."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from small_root import CODE, TESTS, TEXT, change, drafting, junit

from tests.check.case import Tree
from toolkit.cite.context import Catalogue
from toolkit.cli import group
from toolkit.library.library import read_library
from toolkit.trace.cited_by import cited_by

ROOT = Path(__file__).parents[2]
WHO = ("--who", "A. Drafter", "--why", "Read with its tests.", "--date", "2020-08-06")


def test_why_tells_everything(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    change(root, CODE, "return 5", "return 6")
    (root / "junit.xml").write_bytes(junit("test_notice"))
    told = drafting(root, "why", "DEMO:1.1", "--results", str(root / "junit.xml")).output
    words, _, known = told.partition("DEMO@2:1.1 ")
    assert "not less than 5 Working Days" in " ".join(words.split())
    assert (
        known
        == f"""\
(DEMO#notice) is failing: test_notice failed: no
  cited by  none
  code      {CODE}::notice, lines 3 to 4, since 1
              attested against 2 by A. Drafter on 2020-08-06: Read with its tests.
              suspect: the code was changed since it was attested
  tests     {TESTS}::test_notice, line 3: 1 failed
              test_notice failed: no
"""
    )


def test_why_prints_the_words_that_changed(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    change(root, "documents/demo/document.yaml", '"2", status: draft, base: "1"', '"2", status: draft')
    (root / "documents/demo/1/01.md").write_bytes((root / TEXT).read_bytes())
    change(root, TEXT, "5 Working", "6 Working")
    told = drafting(root, "why", "DEMO#notice").output
    assert "give notice not less than [-5-] {+6+} Working Days before" in told


def test_why_of_no_clause_is_wrong_use(root: Path) -> None:
    told = drafting(root, "why", "DEMO:9.9")
    assert told.exit_code == 2 and "no clause of the versions traced" in told.output


def test_who_cites_a_clause_and_its_limbs() -> None:
    register = b"code: DEMO\ntitle: Demo\nversions:\n  - {version: '1', status: draft}\n"
    text = b"""\
## 1 Notices {#notices}

- 1.1 {#one} A notice under Clause 1.2 or Clause 1.3.
- 1.2 {#two} A notice shall:
  - (a) {#limb} be in writing, as paragraph (b) below says; and
  - (b) {#other} be sent.
- 1.3 {#three} Clause 1.2(b) applies.
"""
    library = read_library(Tree({"documents/demo/document.yaml": register, "documents/demo/1/1.md": text}))
    loaded = library.load("DEMO@1")
    catalogue = Catalogue.of(library)
    assert cited_by(catalogue, [loaded], loaded, "two") == ("DEMO@1:1.1", "DEMO@1:1.3")
    assert cited_by(catalogue, [loaded], loaded, "other") == ("DEMO@1:1.2(a)", "DEMO@1:1.3")
    assert cited_by(catalogue, [loaded], loaded, "one") == ()


def test_suspects_since_a_version(root: Path) -> None:
    assert (
        drafting(root, "suspects", "--since", "DEMO@1").output
        == f"""\
DEMO@2:1.1 (DEMO#notice): … give notice not less than [-15-] {{+5+}} Working Days before the date.
  code  {CODE}::notice, lines 3 to 4
  test  {TESTS}::test_notice, line 3

DEMO@2:1.2 (DEMO#manner): not in DEMO@1
  code  {CODE}::manner, lines 6 to 8
  test  {TESTS}::test_manner, line 7

DEMO@2:1.2(a) (DEMO#in-writing): not in DEMO@1
  code  {CODE}::manner, lines 6 to 8
"""
    )
    assert "No clause that code carries out" in drafting(root, "suspects", "--since", "DEMO@2").output


def test_what_uplift_1_2_means_for_the_rules_of_the_tmad() -> None:
    done = CliRunner().invoke(group, ["--root", str(ROOT), "suspects", "--since", "TMAD@6.0"])
    named = [line.split("::")[-1].split(",")[0] for line in done.output.splitlines() if line.startswith("  ")]
    assert {"match_mprn", "disclose_pins", "test_mprn_match"} <= set(named)
    assert "firmware_notice" not in named
