"""show, diff, check and render as their users call them."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group

ROOT = Path(__file__).parents[2]


def drafting(*arguments: str, root: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], prog_name="drafting")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    return tmp_path


def test_show_prints_one_clause_with_its_limbs() -> None:
    result = drafting("show", "TMAD@6.1U:3.25")
    assert result.exit_code == 0
    lines = [line for line in result.output.splitlines() if line.strip()]
    assert lines[0].startswith("3.25    ")
    assert [line.split()[0] for line in lines if line.strip().startswith("(")] == [
        "(a)",
        "(b)",
        "(i)",
        "(ii)",
    ]
    assert "3.24" not in result.output


@pytest.mark.parametrize("name", ["TMAD@6.0#expiry", "TMAD@6.0:Table 16.9", "S1SR@4.4:Annex A", "TMAD"])
def test_show_takes_every_kind_of_name(name: str) -> None:
    result = drafting("show", name)
    assert result.exit_code == 0
    assert len(result.output) > 80


def test_show_marks_what_changed() -> None:
    result = drafting("show", "TMAD@6.1U:3.3", "--against", "6.0")
    assert "[-which-]" in result.output.replace("{-which-}", "[-which-]")
    assert "{+that+}" in result.output


def test_show_says_what_there_is_instead() -> None:
    result = drafting("show", "TMAD@6.1U:3.99")
    assert result.exit_code == 2
    assert "has no clause 3.99" in result.output


def test_diff_as_text_and_as_data() -> None:
    text = drafting("diff", "TMAD@6.0", "6.1U")
    assert text.exit_code == 1
    assert "Clause 3.24: inserted" in text.output
    data = json.loads(drafting("diff", "TMAD@6.0", "TMAD@6.1U", "--format", "json").output)
    assert (data["old"], data["new"]) == ("TMAD@6.0", "TMAD@6.1U")
    assert "Clause 3.24" in {row["label"] for row in data["summary"]}


def test_diff_of_a_version_and_itself_is_empty() -> None:
    result = drafting("diff", "TMAD@6.0", "6.0")
    assert result.exit_code == 0


def test_diff_goes_in_both_directions_and_across_lines() -> None:
    assert drafting("diff", "TMAD@6.1U", "6.0").exit_code == 1
    assert drafting("diff", "DUIS@3.0", "DUIS@3.1").exit_code == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
def test_the_shipped_documents_are_clean(form: str) -> None:
    result = drafting("check", "--format", form)
    assert result.exit_code == 0, result.output


def test_check_points_at_the_words(root: Path) -> None:
    file = root / "documents" / "tmad" / "6.1U" / "04-migration.md"
    lines = file.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if "Clause 4.24" in line)
    column = lines[number - 1].index("Clause 4.24") + 1
    file.write_text("\n".join(lines).replace("Clause 4.24", "Clause 4.99", 1) + "\n", "utf-8")
    data = json.loads(drafting("check", "TMAD@6.1U", "--format", "json", root=root).output)
    (found,) = [one for one in data["findings"] if one["name"] == "unresolved-citation"]
    assert (found["file"], found["line"], found["column"]) == (
        "documents/tmad/6.1U/04-migration.md", number, column,
    )  # fmt: skip
    text = drafting("check", "TMAD@6.1U", root=root)
    assert text.exit_code == 1
    assert "^^^^" in text.output


def test_check_of_a_folder_without_documents_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    result = drafting("check", root=tmp_path)
    assert result.exit_code == 2
    assert "nothing to check" in result.output


def test_check_of_one_version_tells_of_a_broken_register(root: Path) -> None:
    (root / "documents" / "tmad" / "document.yaml").write_text("code: [\n", "utf-8")
    result = drafting("check", "TMAD@6.1U", root=root)
    assert result.exit_code == 1
    assert "yaml-syntax" in result.output


def test_render_writes_every_format(tmp_path: Path) -> None:
    formats = ("html", "pdf", "docx", "md", "json")
    result = drafting("render", "SRPD@3.1U", "-f", ",".join(formats), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"SRPD-3.1U-clean.{one}" for one in formats
    )


def test_render_marks_against_another_version_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        out = tmp_path / name
        result = drafting("render", "SRPD@3.1U", "--against", "3.0", "-f", "html,docx,pdf", "-o", str(out))
        assert result.exit_code == 0, result.output
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert set(made[0]) == {f"SRPD-3.1U-against-3.0.{one}" for one in ("html", "docx", "pdf")}
    assert made[0] == made[1]


def test_render_refuses_what_it_cannot_do(tmp_path: Path) -> None:
    wrong = drafting("render", "SRPD", "-f", "html,odt", "-o", str(tmp_path))
    assert wrong.exit_code == 2
    assert "odt is no format" in wrong.output
    marked = drafting("render", "SRPD@3.1U", "--against", "3.0", "-f", "md", "-o", str(tmp_path))
    assert marked.exit_code == 2
    assert "hold no marking" in marked.output


def test_a_pack_is_of_a_stage_that_there_is_data_for(tmp_path: Path) -> None:
    result = drafting("pack", "2021-02-foc-direction", "--stage", "conclusions", "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "has no data for the stage conclusions; it has: direction." in result.output
    assert not (tmp_path / "out").exists()


def test_a_stage_whose_texts_are_not_written_names_the_first(root: Path, tmp_path: Path) -> None:
    name = "2020-04-device-security-testing"
    shutil.copytree(ROOT / "consultations", root / "consultations")
    (root / "consultations" / name / "executive-summary.md").unlink()
    result = drafting("pack", name, "--stage", "consultation", "-o", str(tmp_path / "out"), root=root)
    assert result.exit_code == 1
    assert f"consultations/{name}/executive-summary.md:1:1: error P131" in result.output
    assert "This text is missing, and a paper prints it: write it." in result.output
    assert not (tmp_path / "out").exists()


def test_pack_names_the_nearest_consultation(tmp_path: Path) -> None:
    result = drafting("pack", "2020-08-uplift-1.3", "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "Did you mean 2020-08-uplift-1.2?" in result.output
