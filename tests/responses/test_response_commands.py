"""drafting response from end to end, on a copy of the shipped consultation of Uplift 1.2."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filled import fill

from toolkit.cli import group
from toolkit.commands import response_add
from toolkit.library import save

ROOT = Path(__file__).parents[2]
ID = "2020-08-uplift-1.2"
SECURITY = "2020-04-device-security-testing"
AT = ["--received", "2020-09-03 15:20"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("documents", "consultations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "consultations" / ID / "responses", ignore_errors=True)
    return tmp_path


def run(root: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), "response", *map(str, arguments)])


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def survey(folder: Path, *rows: str, name: str = "survey.csv") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("\n".join(("organisation,U1.2 Q1,U1.2 Q1 comments", *rows)) + "\n", encoding="utf-8")
    return path


def test_from_the_template_to_the_table(root: Path) -> None:
    done = run(root, "template", ID, "-o", root / "out")
    assert done.exit_code == 0, done.output
    form = (root / "out" / "response-template.docx").read_bytes()
    assert sorted(path.suffix for path in (root / "out").iterdir()) == [".csv", ".docx", ".yaml"]
    (root / "out" / "alder.docx").write_bytes(
        fill(
            form,
            {
                "respondent.organisation": "Alder Energy", "respondent.type": "Energy supplier",
                "u1-2-q1.stance": "Support, with comments", "u1-2-q1.comments": "Within ten days, please.",
                "u1-2-q2.stance": "Object", "u1-2-q2.comments": "SECRET", "u1-2-q2.confidential": True,
            },
            beside="A word more.",
        )
    )  # fmt: skip
    done = run(root, "add", ID, root / "out" / "alder.docx", *AT)
    assert done.exit_code == 0, done.output
    assert "alder.docx: added as alder-energy. Words were typed outside the fields" in done.output
    written = (root / "consultations" / ID / "responses" / "alder-energy.yaml").read_text()
    assert "outside: A word more." in written  # and nothing of the form's own words
    again = run(root, "add", ID, root / "out" / "alder.docx", *AT)
    assert again.exit_code == 0 and "already there" in again.output
    shown = run(root, "table", ID)
    assert shown.exit_code == 0, shown.output
    assert "Alder Energy: Support, with comments\n     Within ten days, please." in shown.output
    assert "SECRET" not in shown.output and "Alder Energy: Object [Confidential]" in shown.output
    whole = run(root, "table", ID, "--for-government")
    assert "SECRET" in whole.output and "not for publication" in whole.output


def test_the_table_as_files(root: Path) -> None:
    done = run(root, "table", SECURITY, "-f", "html,xlsx,csv,svg", "-o", root / "out")
    assert done.exit_code == 0, done.output
    assert sorted(tree(root / "out")) == [
        "responses-answers.csv", "responses-chart.svg", "responses-stances.csv", "responses-themes.csv",
        "responses.html", "responses.xlsx",
    ]  # fmt: skip
    assert b"41,000" not in b"".join(tree(root / "out").values())
    first = tree(root / "out")
    run(root, "table", SECURITY, "-f", "html,xlsx,csv,svg", "-o", root / "out")
    assert tree(root / "out") == first
    done = run(root, "table", SECURITY, "-f", "csv", "-o", root / "whole", "--for-government")
    assert b"41,000" in tree(root / "whole")["responses-for-government-answers.csv"]


def test_nothing_is_written_from_responses_that_contradict_the_analysis(root: Path) -> None:
    file = root / "consultations" / SECURITY / "responses" / "alder-energy.yaml"
    file.write_text(file.read_text().replace("next-steps", "next-stops"))
    done = run(root, "table", SECURITY, "-f", "html", "-o", root / "out")
    assert done.exit_code == 1 and not (root / "out").exists()
    assert "alder-energy.yaml:7:15" in done.output and "next-stops" in done.output


def test_every_file_has_its_own_outcome_and_one_refusal_is_told_by_the_status(root: Path) -> None:
    inbox = root / "inbox"
    good = survey(inbox, "Alder,Support,", "Birch,Object,No.")
    bad = survey(inbox, "Cedar,Support,", "Dogwood,Maybe,", name="bad.csv")
    (inbox / "letter.pdf").write_bytes(b"%PDF")
    done = run(root, "add", ID, good, bad, inbox / "letter.pdf", inbox / "lost.docx", *AT)
    assert done.exit_code == 1
    assert "bad.csv, row 2: held back" in done.output and "bad.csv, row 3: refused" in done.output
    assert "lost.docx: refused. It cannot be read" in done.output
    assert "In all: 2 added; 1 held back; 3 refused." in done.output
    there = sorted(tree(root / "consultations" / ID / "responses"))
    assert [name for name in there if name.endswith(".yaml")] == ["alder.yaml", "birch.yaml"]
    assert len([name for name in there if name.startswith("received/")]) == 1


def test_a_large_file_is_refused_before_it_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(response_add, "LARGEST_PACKAGE", 10)
    done = run(root, "add", ID, survey(root / "inbox", "Alder,Support,"), *AT)
    assert done.exit_code == 1 and "too large" in done.output


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_failure_half_way_leaves_nothing_half_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    calls = 0
    staged = save._staged

    def failing(path: Path, data: bytes) -> Path:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(28, "No space left on device")
        return staged(path, data)

    monkeypatch.setattr(save, "_staged", failing)
    file = survey(root / "inbox", "Alder,Support,", "Birch,Object,")
    done = run(root, "add", ID, file, *AT)
    assert done.exit_code == 1 and "No space left on device" in done.output
    assert tree(root / "consultations" / ID / "responses") == {}
    monkeypatch.undo()
    done = run(root, "add", ID, file, *AT)
    assert done.exit_code == 0, done.output
    assert len(tree(root / "consultations" / ID / "responses")) == 3


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_what_was_put_in_place_is_taken_back_where_the_rest_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    calls = 0
    replace = Path.replace

    def failing(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(PermissionError):
        save.save_new({tmp_path / name: b"x" for name in ("a", "b", "c")})
    assert tree(tmp_path) == {}


def test_late_and_revised(root: Path) -> None:
    run(root, "add", ID, survey(root / "inbox", "Alder,Support,"), *AT)
    late = ["--received", "2020-09-03 16:01"]
    done = run(root, "add", ID, survey(root / "inbox", "Birch,Object,"), *late)
    assert done.exit_code == 0 and "added, late as birch" in done.output and "not counted" in done.output
    shown = run(root, "table", ID)
    assert "1 counted" in shown.output and "P146" in shown.output
    done = run(root, "add", ID, survey(root / "inbox", "Cedar,Object,"), *late, "--accept-late")
    assert "It is counted all the same" in done.output
    revised = survey(root / "inbox", "Alder,Object,")
    done = run(root, "add", ID, revised, "--received", "2020-09-03 15:40")
    assert "added, revised as alder-2." in done.output and "takes the place of alder." in done.output
    shown = run(root, "table", ID)
    assert "2 counted" in shown.output and "Both respondents objected to the proposal." in shown.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "2020-08-uplift", "x.csv"), "Did you mean 2020-08-uplift-1.2?"),
        (("add", ID, "x.csv", "--received", "yesterday"), "does not match"),
        (("add", ID, "x.csv", "--channel", "fax"), "fax"),
        (("add", ID, "x.csv", "--column", "Firm"), "HEADING=FIELD"),
        (("add", ID, "x.csv", "--column", "Firm=firm"), "there is no field firm"),
        (("table", ID, "-f", "docx"), "There is no format docx"),
        (("table",), "Say which consultation"),
        (("template", "nothing"), "There is no consultation"),
    ],
)
def test_wrong_use_is_told(root: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(root, *arguments)
    assert done.exit_code == 2
    assert words in done.output
