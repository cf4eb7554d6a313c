"""drafting run as a conformance tester calls it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group

ROOT = Path(__file__).parents[2]


def drafting(*arguments: str, text_in: str | bytes | None = None) -> Result:
    return CliRunner().invoke(group, ["--root", str(ROOT), *arguments], prog_name="drafting", input=text_in)


def run_r4(planned: str, *more: str) -> Result:
    settings = ["notice_date=2020-08-03", f"planned_date={planned}", "version=6.0"]
    return drafting("run", "R4", *(word for one in settings for word in ("--set", one)), *more)


def test_a_rule_that_is_met() -> None:
    result = run_r4("2020-08-10")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "R4 firmware-notice: met",
        "  why      5 Working Days (the period in the Clause) from 3 August 2020 end on 10 August 2020; "
        "10 August 2020 is not before that day.",
        "  clause   TMAD 4.29(b) (6.0), in force",
        "  value    earliest: 2020-08-10",
        "           period: 5",
        "           basis: the period in the Clause",
    ]


@pytest.mark.parametrize(("planned", "outcome"), [("2020-08-09", "not met"), ("soon", "refused")])
def test_a_rule_that_is_not_met_or_refused(planned: str, outcome: str) -> None:
    result = run_r4(planned)
    assert result.exit_code == 1
    assert result.output.startswith(f"R4 firmware-notice: {outcome}\n")


def test_a_ruling_as_json() -> None:
    result = run_r4("2020-08-09", "--format", "json")
    assert result.exit_code == 1
    data = json.loads(result.output)
    assert data["clause"] == {
        "document": "TMAD",
        "label": "4.29(b)",
        "id": "notice-firmware",
        "version": "6.0",
    }
    assert (data["rule"], data["name"], data["passes"]) == ("R4", "firmware-notice", False)
    assert (data["outcome"], data["standing"]) == ("not met", "in force")
    assert data["value"] == {"earliest": "2020-08-10", "period": 5, "basis": "the period in the Clause"}


def test_a_refusal_does_not_say_where_a_clause_stands() -> None:
    data = json.loads(run_r4("soon", "--format", "json").output)
    assert (data["outcome"], data["standing"], data["clause"]["version"]) == ("refused", None, "")


def test_inputs_from_json(tmp_path: Path) -> None:
    file = tmp_path / "queue.json"
    queue = [{"installation": name, "dormant": name == "D"} for name in "aDb"]
    file.write_text(json.dumps({"queue": queue, "daily_capacity": 2}), "utf-8")
    result = drafting("run", "dormant-first", "--json", str(file))
    assert result.exit_code == 0
    assert "R6 dormant-first: decided" in result.output
    assert result.output.splitlines()[3:] == [
        "  value    days:",
        "             - - D",
        "               - a",
        "             - - b",
        "           short: yes",
    ]
    assert drafting("run", "R6", "--json", "-", text_in=file.read_bytes()).output == result.output


def test_a_message_from_a_file(tmp_path: Path) -> None:
    shown = drafting("show", "DUIS@3.1U:3.4.9").output
    xml = shown[shown.index("<Request") : shown.index("</Request>") + 10]
    file = tmp_path / "request.xml"
    file.write_text(xml, "utf-8")
    target = {
        "device_id": "00-DB-12-34-56-78-90-A0",
        "device_type": "ESME",
        "cohort": "IOC",
        "device_model": "AE-110",
    }
    arguments = [
        "run",
        "R18-message",
        "--set",
        f"message=@{file}",
        "--set",
        f"targets={json.dumps([target])}",
    ]
    result = drafting(*arguments, "--set", "role=Import Supplier", "--set", "version=3.1U")
    assert result.exit_code == 0, result.output
    assert "code: I99" in result.output
    file.write_bytes(b"\xff\xfe" + xml.encode("utf-16-le"))
    result = drafting(*arguments, "--set", "role=Import Supplier", "--set", "version=3.1U")
    assert (result.exit_code, "code: E7" in result.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run"], "Usage: drafting run"),
        (["run", "R99"], "There is no rule “R99”."),
        (["run", "firmware-notise"], "Did you mean firmware-notice"),
        (["run", "R4", "--set", "notice=2020-08-03"], "R4 has no input “notice”"),
        (["run", "R4", "--set", "notice_date"], "write NAME=VALUE"),
        (["run", "R3", "--set", "pin=1234", "--set", "pin=1235"], "pin: it is given twice"),
        (["run", "R4", "R5"], "go with --csv"),
        (["run", "R4", "-o", "x.csv"], "go with --csv"),
        (["run", "R4", "--json", "missing.json"], "missing.json"),
        (["run", "R4", "--csv", "missing.csv"], "missing.csv"),
        (["run", "R4", "--set", "version=@missing.txt"], "missing.txt"),
        (["run", "R4", "--csv", "x.csv", "--format", "json"], "goes without"),
    ],
)
def test_wrong_use(arguments: list[str], says: str) -> None:
    result = drafting(*arguments)
    assert result.exit_code == 2
    assert says in result.output


@pytest.mark.parametrize("content", ["", "[]", "{", '{"pin": "1234", "pin": "1235"}', "\xff"])
def test_json_that_is_no_object_is_wrong_use(content: str) -> None:
    assert drafting("run", "R3", "--json", "-", text_in=content.encode("latin-1")).exit_code == 2


def test_list_and_help() -> None:
    listed = drafting("run", "--list")
    assert listed.exit_code == 0
    lines = listed.output.splitlines()
    assert lines[0].startswith("R1 ") and "[TMAD 3.24]" in lines[0]
    assert {line.split()[0].split("-")[0] for line in lines} == {f"R{number}" for number in range(1, 32)}
    as_json = json.loads(drafting("run", "--list", "--format", "json").output)
    assert len(as_json["rules"]) == len(lines)
    explained = drafting("run", "R12", "--help").output
    assert "Rests on TMAD 4.49." in explained
    assert "Debt: A debt that is recovered through the meter." in explained
    told = " ".join(explained.split())
    assert "before: What was read from the meter immediately before and immediately after. A record" in told
    assert "version (default: 6.0): The name of a version" in told
    assert "The value lists every difference" in told
    assert drafting("run", "--help").output.startswith("Usage: drafting run")


# -- many rows ------------------------------------------------------------------------------------

HEAD = "installation,smso_mprn,registered_mprn,group_id,migration_date,cos_date"
GOOD = "I1,0007654321,7654321,AA,2021-03-01,none"


VERSIONS = ("--set", "R1.version=6.1U", "--set", "version=11.0")


def rows(text: str | bytes, *more: str) -> tuple[Result, list[dict[str, str]]]:
    runner = CliRunner()
    arguments = ["--root", str(ROOT), "run", "R1", "R8", "--csv", "-", *VERSIONS, *more]
    result = runner.invoke(group, arguments, prog_name="drafting", input=text)
    return result, list(csv.DictReader(io.StringIO(result.stdout)))


def test_each_row_is_answered() -> None:
    result, answered = rows(f"{HEAD}\n{GOOD}\n")
    assert result.exit_code == 0
    assert result.stderr == "1 rows: 1 pass every rule, 0 do not, 0 bad.\n"
    (row,) = answered
    assert row["installation"] == "I1"
    assert (row["R1 outcome"], row["R8 outcome"]) == ("met", "met")
    assert (row["R1 clause"], row["R8 clause"]) == ("TMAD 3.24 (6.1U)", "TMAD 4.33 (11.0)")
    assert json.loads(row["R8 value"]) == {"first_allowed": "2021-03-01", "period": 9}


def test_a_row_that_does_not_pass() -> None:
    result, answered = rows(f"{HEAD}\n{GOOD}\nI2,1,2,AA,2021-03-01,none\n")
    assert result.exit_code == 1
    assert [row["R1 outcome"] for row in answered] == ["met", "not met"]
    assert "1 pass every rule, 1 do not, 0 bad" in result.stderr


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("I2,7654321,7654321,AA,31/02/2021,none", "line 3: R8: migration_date"),
        ("I2,7654321,7654321,AA,2021-03-01,", "line 3: R8: cos_date: it is missing"),
        ("I2,765432X,7654321,AA,2021-03-01,none", "line 3: R1: smso_mprn"),
        ("I2,7654321,7654321,AA,2021-03-01", "line 3: it has 5 cells, and the first line has 6"),
        ("I2,7654321,7654321,AA,2021-03-01,none,more", "line 3: it has 7 cells"),
        ('I2,"7654321"x,7654321,AA,2021-03-01,none', "line 3: this is not a row of a CSV file"),
        ("I\xff2,7654321,7654321,AA,2021-03-01,none", "line 3: it is not UTF-8"),
    ],
)
def test_a_bad_row_is_reported_by_its_line_and_the_rest_is_done(bad: str, says: str) -> None:
    text = f"{HEAD}\n{GOOD}\n{bad}\n{GOOD}\n\n{GOOD}\n".encode("latin-1")
    result, answered = rows(text)
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(answered) == 4
    assert [row["R8 outcome"] for row in (answered[0], answered[2], answered[3])] == ["met"] * 3
    assert "4 rows: 3 pass every rule, 0 do not, 1 bad" in result.stderr


def test_lines_are_counted_where_a_cell_holds_several() -> None:
    text = f'{HEAD}\n"I\n1",7654321,7654321,AA,2021-03-01,none\nI2,x,7654321,AA,2021-03-01,none\n'
    result, answered = rows(text)
    assert "line 4: R1: smso_mprn" in result.stderr
    assert answered[0]["installation"] == "I\n1"


def test_a_quotation_mark_that_is_never_closed_costs_one_row() -> None:
    bad = 'I2,"7654321,7654321,AA,2021-03-01,none'
    result, answered = rows(f"{HEAD}\n{GOOD}\n{bad}\n" + f"{GOOD}\n" * 200)
    assert "line 3: this is not a row of a CSV file" in result.stderr
    assert "202 rows: 201 pass every rule, 0 do not, 1 bad" in result.stderr
    assert len(answered) == 202


def test_an_open_mark_does_not_hide_that_of_a_later_row() -> None:
    bad = 'I2,"7654321,7654321,AA,2021-03-01,none'
    result, _ = rows(f"{HEAD}\n{bad}\n{GOOD}\n{bad}\n{GOOD}\n")
    assert "line 2: this is not" in result.stderr
    assert "line 4: this is not" in result.stderr
    assert "4 rows: 2 pass every rule, 0 do not, 2 bad" in result.stderr


def test_a_column_for_one_rule_alone() -> None:
    text = f"{HEAD},R8.version\n{GOOD},6.0\n"
    result, (row,) = rows(text)
    assert result.exit_code == 0
    assert (row["R1 clause"], row["R8 clause"]) == ("TMAD 3.24 (6.1U)", "TMAD 4.33 (6.0)")


@pytest.mark.parametrize(
    ("text", "more", "says"),
    [
        ("", (), "names no columns"),
        (f"{HEAD.replace('group_id', 'group')}\n{GOOD}\n", (), "R1 needs a column group_id"),
        (f"{HEAD},group_id\n{GOOD},AA\n", (), "The column group_id stands twice"),
        (f"{HEAD}\n{GOOD}\n", ("--set", "notice_date=2020-08-03"), "No rule that was asked has an input"),
        (f"{HEAD}\n{GOOD}\n", ("--set", "R8.cohort=IOC"), "No rule that was asked has an input"),
        (f"{HEAD}\n{GOOD}\n", ("--set", "group_id=AA"), "group_id is a column, and given for every row"),
    ],
)
def test_columns_that_will_not_do_are_wrong_use(text: str, more: tuple[str, ...], says: str) -> None:
    result, _ = rows(text, *more)
    assert result.exit_code == 2
    assert says in result.stderr


def test_answers_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    source, answers = tmp_path / "list.csv", tmp_path / "answers.csv"
    source.write_text(f"\ufeff{HEAD}\r\n{GOOD}\r\n", "utf-8")
    arguments = ("run", "R1", "--csv", str(source), "-o", str(answers))
    assert drafting(*arguments).exit_code == 0
    first = answers.read_bytes()
    assert first.count(b"\n") == 2 and b"R1 outcome" in first
    assert drafting(*arguments).exit_code == 0
    assert answers.read_bytes() == first
    source.write_text("installation\nI1\n", "utf-8")
    assert drafting(*arguments).exit_code == 2
    assert answers.read_bytes() == first
    assert sorted(one.name for one in tmp_path.iterdir()) == ["answers.csv", "list.csv"]


def test_many_bad_rows_are_told_once_they_are_enough() -> None:
    result, answered = rows(f"{HEAD}\n" + f"{GOOD.replace('AA', 'a')}\n" * 120)
    assert len(answered) == 120
    assert result.stderr.count("group_id") == 50
    assert "and 70 more bad rows" in result.stderr


def test_rules_that_read_the_law_need_the_documents(tmp_path: Path) -> None:
    asked = ["run", "R18", "--set", "srv=11.1", "--set", "device_type=ESME", "--set", "cohort=IOC"]
    result = CliRunner().invoke(group, ["--root", str(tmp_path), *asked, "--set", "version=3.1"])
    assert result.exit_code == 2
    assert "holds no folder documents/" in result.stderr
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    result = CliRunner().invoke(group, ["--root", str(tmp_path), *asked, "--set", "version=3.1"])
    assert result.exit_code == 0
