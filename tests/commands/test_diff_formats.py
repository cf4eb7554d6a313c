"""drafting diff as instructions, as a table and with two bases; render with declared changes; wrong use."""

from __future__ import annotations

import csv
import io
import json
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from toolkit.cli import group
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.data import from_data
from toolkit.library.library import read_library
from toolkit.model.passage import passages
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
UPLIFT = "2020-08-uplift-1.2"


def drafting(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(ROOT), *arguments], prog_name="drafting")


def diff(*arguments: str) -> str:
    result = drafting("diff", *arguments)
    assert result.exit_code == 1, result.output
    return result.output


def test_instructions_for_people() -> None:
    text = diff("TMAD@6.0", "6.1U", "--format", "instructions")
    assert "2.  In Clause 3.3, for “which” substitute “that”." in text
    assert "3.  After Clause 3.23 insert—" in text
    assert "“3.24 Where the GroupID" in text


def test_instructions_as_markdown() -> None:
    text = diff("DUIS@3.0", "3.1", "--format", "instructions-md")
    assert text.startswith("## Amendments to DUIS 3.0 that make it DUIS 3.1\n")
    assert "    > “2.6.4 Where an Anomaly Detection Threshold is exceeded" in text
    assert "| Clause 2.6.4 | Clause 2.6.5 |" in text


def test_instructions_for_programs_make_the_new_version() -> None:
    data = json.loads(diff("S1SR@4.3", "4.4", "--format", "instructions-json"))
    library = read_library(Folder(ROOT))
    old, new = (library.load(f"S1SR@{version}").document for version in ("4.3", "4.4"))
    assert carry_out(from_data(data), old) == passages(new)


def test_a_table_names_the_declared_change() -> None:
    text = diff("TMAD@6.0", "6.1U", "--format", "csv", "--consultation", UPLIFT)
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["No.", "Clause", "What changed", "Kind", "Declared change"]
    assert rows[4][1] == "Clause 3.24"
    assert rows[4][3:] == ["inserted", "Uplift 1.2, change 1: MPRN leading zeros"]
    assert rows[3][2] == "for “which” substitute “that”"
    assert all(row[4].startswith("Uplift 1.2, change ") for row in rows)


def test_the_table_fits_the_terminal() -> None:
    text = diff("TMAD@6.0", "6.1U", "--format", "table", "--consultation", UPLIFT)
    assert max(map(len, text.splitlines())) <= 120
    assert text.splitlines()[0].split() == ["No.", "Clause", "What", "changed", "Kind", "Declared", "change"]


@pytest.mark.parametrize("form", ["text", "table", "csv", "json"])
def test_two_bases_tell_what_was_consulted_on(form: str) -> None:
    text = diff("S1SR@4.0", "4.4", "--consulted", "4.3", "--format", form)
    plain = " ".join(text.split())
    assert "made after consultation" in plain
    assert "consulted on" in plain.replace("made after consultation", "")


def test_two_bases_as_data_are_of_the_published_schema() -> None:
    options = ["--consulted", "4.4", "--consultation", UPLIFT]
    data = json.loads(diff("S1SR@4.0", "4.3", "--format", "json", *options))
    schema = json.loads((resources.files("toolkit.compare") / "changes-1.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(data)
    assert data["consulted"] == "S1SR@4.4"
    stages = {line["label"]: line["stage"] for line in data["summary"]}
    assert stages["Clause 9.8a"] == "consulted on"
    assert stages["Annex A, rows “D047” to “D052”"] == "consulted on, altered since"
    dropped = {line["label"]: line for line in data["dropped"]}
    assert dropped["Clause 8.6a"]["stage"] == "consulted on, not made"
    assert dropped["Clause 8.6a"]["declared"]


def test_what_was_consulted_on_and_not_made_is_told_last() -> None:
    text = diff("S1SR@4.0", "4.3", "--consulted", "4.4")
    head, _, rest = text.partition("Changes that S1SR@4.4 made and S1SR@4.3 does not:")
    assert head
    assert "- Clause 8.6a: inserted" in rest


def test_a_marked_copy_tells_the_stage_and_the_declared_change(tmp_path: Path) -> None:
    done = drafting(
        "render", "S1SR@4.4", "--against", "4.0", "--consulted", "4.4", "--consultation", UPLIFT,
        "-f", "html", "-o", str(tmp_path),
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    page = (tmp_path / "S1SR-4.4-against-4.0.html").read_text(encoding="utf-8")
    assert "Uplift 1.2, change " in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["diff", "TMAD@6.0", "6.1U", "--consultation", "2020-08-uplift-1.3"], "Did you mean 2020-08-uplift"),
        (["diff", "DUIS@3.0", "3.1", "--consultation", UPLIFT], "does not consult on DUIS 3.1"),
        (["diff", "TMAD@6.0", "6.1U", "--consulted", "9.9"], "9.9"),
        (["diff", "TMAD@6.0", "6.1U", "--format", "instructions", "--consulted", "6.0"], "go with --format"),
        (["render", "TMAD@6.1U", "--consulted", "6.0"], "--against"),
        (["render", "TMAD@6.1U", "--consultation", UPLIFT], "--against"),
        (["render", "TMAD@6.1U", "--against", "6.0", "--consultation", "x"], "There is no consultation"),
        (["render", "DUIS@3.1", "--against", "3.0", "--consultation", UPLIFT], "Give one of these"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_words(arguments: list[str], words: str) -> None:
    result = drafting(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_two_files_have_no_consultation() -> None:
    case = ROOT / "tests/instructions/cases/words"
    files = [str(case / "old.md"), str(case / "new.md")]
    assert "In Clause 4.29, for “15” substitute “5”." in diff(*files, "--format", "instructions")
    result = drafting("diff", *files, "--consulted", "6.0")
    assert result.exit_code == 2
    assert "for versions, not for files" in result.output
