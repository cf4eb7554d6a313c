"""drafting attest writes what was asked for, or nothing; check and trace never write attestations."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import Result
from small_root import ATTESTED, CODE, TEXT, change, drafting

WHO = ("--who", "A. Drafter", "--why", "Read with its tests.", "--date", "2020-08-06")


def lines(root: Path) -> list[str]:
    return (root / ATTESTED).read_text(encoding="utf-8").splitlines()[1:]


def trace(root: Path) -> Result:
    return drafting(root, "trace", "--results", str(root / "junit.xml"), "--today", "2020-08-06")


def test_all_then_nothing_more(root: Path) -> None:
    assert trace(root).exit_code == 1
    assert not (root / ATTESTED).exists()
    assert drafting(root, "attest", "--all", *WHO).exit_code == 0
    assert [line.split("\t")[0] for line in lines(root)] == ["in-writing", "manner", "notice", "withdrawn"]
    before = (root / ATTESTED).read_bytes()
    assert trace(root).exit_code == 0, trace(root).output
    assert "Nothing to write" in drafting(root, "attest", "--all", *WHO).output
    drafting(root, "check")
    assert (root / ATTESTED).read_bytes() == before


def test_a_register_that_cannot_be_read_is_told_and_no_link_for_it(root: Path) -> None:
    change(root, "documents/demo/document.yaml", '"2", status: draft', '"2", status: drafted')
    told = trace(root)
    assert told.exit_code == 1
    assert "documents/demo/document.yaml:" in told.output and "drafted" in told.output
    assert "T111" not in told.output


@pytest.mark.parametrize("name", ["DEMO#notice", "DEMO:1.1", "demo@2:1.1"])
def test_one_clause_by_any_name(root: Path, name: str) -> None:
    assert drafting(root, "attest", name, *WHO).exit_code == 0
    assert [line.split("\t")[:2] for line in lines(root)] == [["notice", f"{CODE}::notice"]]


def test_one_function(root: Path) -> None:
    drafting(root, "attest", "--all", "--code", f"{CODE}::manner", *WHO)
    assert [line.split("\t")[0] for line in lines(root)] == ["in-writing", "manner"]


def test_only_what_changed_gets_a_new_line(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    before = lines(root)
    change(root, TEXT, "5 Working", "6 Working")
    told = trace(root)
    assert told.exit_code == 1 and "T121" in told.output
    done = drafting(root, "attest", "DEMO#notice", "--who", "B. Reader", "--why", "Six.")
    assert done.exit_code == 0, done.output
    assert [new.split("\t")[7] for new, old in zip(lines(root), before, strict=True) if new != old] == [
        "B. Reader"
    ]
    assert trace(root).exit_code == 0


def test_editorial_is_for_words_only(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    change(root, TEXT, "notice not", "notice, not")
    assert drafting(root, "attest", "DEMO#notice", "--editorial", *WHO).exit_code == 0
    assert [line.split("\t")[8] for line in lines(root)] == ["full", "full", "editorial", "full"]
    change(root, CODE, "return 5", "return 6")
    before = (root / ATTESTED).read_bytes()
    refused = drafting(root, "attest", "DEMO#notice", "--editorial", *WHO)
    assert refused.exit_code == 2 and "was changed since it was attested" in refused.output
    assert (root / ATTESTED).read_bytes() == before


def test_editorial_is_not_for_what_was_never_attested(root: Path) -> None:
    refused = drafting(root, "attest", "DEMO#notice", "--editorial", *WHO)
    assert refused.exit_code == 2 and "never attested" in refused.output
    assert not (root / ATTESTED).exists()


def test_what_is_gone_is_removed_when_asked(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    change(root, CODE, '@implements("DEMO", "notice", since="1")\n', "")
    change(root, "documents/demo/evidence.yaml", "  notice: {needs: [code, test]}\n", "")
    assert "T123" in trace(root).output
    assert "removed   DEMO#notice" in drafting(root, "attest", "--remove-gone").output
    assert [line.split("\t")[0] for line in lines(root)] == ["in-writing", "manner", "withdrawn"]


def test_a_renamed_function_takes_the_place_of_its_old_name(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    change(root, CODE, "def notice()", "def period()")
    told = drafting(root, "attest", "DEMO#notice", *WHO)
    assert f"removed   DEMO#notice  {CODE}::notice" in told.output
    assert trace(root).exit_code == 0


REFUSED = {
    "nothing asked": ((), "Name clauses"),
    "clauses and all": (("DEMO#notice", "--all"), "Name clauses"),
    "nobody": (("--all", "--why", "x"), "--who"),
    "no reason": (("--all", "--who", "x", "--why", " "), "--why"),
    "all editorial": (("--all", "--editorial", *WHO), "each"),
    "a clause that is not there": (("DEMO#notice", "DEMO#notise", *WHO), "no clause of the versions"),
    "a clause without code": (
        ("DEMO:1.3", *WHO),
        "no clause of the versions that are traced|nothing to attest",
    ),
    "code without a clause": (("--all", "--code", "code/rules.py::nobody", *WHO), "says of no clause"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_wrong_use_writes_nothing(root: Path, arguments: tuple[str, ...], told: str) -> None:
    refused = drafting(root, "attest", *arguments)
    assert refused.exit_code == 2
    assert any(one in refused.output for one in told.split("|"))
    assert not (root / ATTESTED).exists()


def test_a_file_with_a_line_that_cannot_be_read_is_not_written_over(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    damaged = (root / ATTESTED).read_bytes() + b"<<<<<<< HEAD\n"
    (root / ATTESTED).write_bytes(damaged)
    change(root, TEXT, "5 Working", "6 Working")
    refused = drafting(root, "attest", "DEMO#notice", *WHO)
    assert refused.exit_code == 2 and "lose a line" in refused.output
    assert (root / ATTESTED).read_bytes() == damaged


def test_the_wording_attested_is_found_in_the_history_of_git(root: Path) -> None:
    drafting(root, "attest", "--all", *WHO)
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "Attested"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], cwd=root, check=True
        )
    change(root, TEXT, "5 Working", "6 Working")
    assert "less than [-5-] {+6+} Working Days before" in trace(root).output


def test_no_settings_are_told(root: Path) -> None:
    (root / "trace.yaml").unlink()
    told = trace(root)
    assert told.exit_code == 2 and "There is no trace.yaml" in told.output
