"""The schemas for editors: what the shapes give, what the shipped files are of, as strict as the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from tests.conftest import Expect
from toolkit.cli import group
from toolkit.commands.schema import FOLDER, KINDS, OUTPUTS, schema_text
from toolkit.consult.shape import ConsultationShape
from toolkit.source.yaml_file import read_yaml, shape

ROOT = Path(__file__).parents[2]
FILES = [(name, path) for name, kind in KINDS.items() for path in sorted(ROOT.glob(kind.files))]
UPLIFT = ROOT / "consultations/2020-08-uplift-1.2/consultation.yaml"


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 6.10 is a number, true a truth value; yes and 2020-08-06 are text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(first))


def check(name: str) -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(json.loads(schema_text(name)), format_checker=checker)


def as_edited(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


@pytest.mark.parametrize("name", (*KINDS, *OUTPUTS))
def test_the_files_are_what_the_shapes_give(name: str, expect: Expect) -> None:
    expect(ROOT / FOLDER / f"{name}.json", schema_text(name))


@pytest.mark.parametrize("name", KINDS)
def test_every_key_is_described(name: str) -> None:
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["description"]
    for key, one in keys(schema):
        described = schema["$defs"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        assert described.get("description"), key
        assert "title" not in one


def keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for inside in (schema, *schema.get("$defs", {}).values()):
        yield from inside.get("properties", {}).items()


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda one: str(one)[-60:])
def test_what_is_shipped_is_of_its_schema(name: str, path: Path) -> None:
    check(name).validate(as_edited(path.read_text(encoding="utf-8")))


def test_there_is_a_file_of_each() -> None:
    assert {name for name, _ in FILES} == set(KINDS)


def test_files_lead_editors_to_the_schema_of_their_kind() -> None:
    led = {}
    for name, path in FILES:
        found = re.search(
            r"^# yaml-language-server: \$schema=(\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        if found:
            led[path] = (path.parent / found[1]).resolve()
            assert led[path] == ROOT / FOLDER / f"{name}.json"
    assert UPLIFT in led


FAULTS = {
    "a key that is unknown": ("issuer: DCC", "issuer: DCC\nauthor: me"),
    "a key that is missing": ("reference: U1.2\n", ""),
    "another issuer": ("issuer: DCC", "issuer: Ofgem"),
    "a date in words": ("published: 2020-08-06", "published: 6 August 2020"),
    "no such day": ("published: 2020-08-06", "published: 2020-02-30"),
    "no time": ("closes: 2020-09-03 16:00", "closes: 2020-09-03"),
    "a name with a space": ("id: mprn-leading-zeros", "id: MPRN zeros"),
    "a provision of two kinds": ("{clause: 3.5.13, versions", "{clause: 3.5.13, table: Table 1, versions"),
    "a provision of no kind": ("{clause: 3.5.13, versions", "{versions"),
    "an unknown attachment": ("attachments: [direction,", "attachments: [letter,"),
    "an empty list": ("      - version: 6.1U\n", "      []\n"),
}
NO_FAULTS = {
    "a label that looks like a number": ('- "3.24"', "- 3.24"),
    "a version that looks like a number": ('version: "4.4"', "version: 4.4"),
    "what may be left out": ("  closes:", "  briefing:\n  closes:"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_editor_and_reader_refuse_the_same(fault: str) -> None:
    assert outcome(*FAULTS[fault]) == (False, False)


@pytest.mark.parametrize("edit", NO_FAULTS)
def test_editor_and_reader_take_the_same(edit: str) -> None:
    assert outcome(*NO_FAULTS[edit]) == (True, True)


def outcome(old: str, new: str) -> tuple[bool, bool]:
    """Whether the schema takes a text, and whether the reader does."""
    text = UPLIFT.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    read, _ = read_yaml(text.encode(), "consultation.yaml")
    assert read is not None
    return check("consultation").is_valid(as_edited(text)), shape(read, ConsultationShape)[0] is not None


def test_held_no_is_a_truth_value_to_editors_too() -> None:
    text = "code: A\ntitle: B\nversions:\n  - {version: 1.0, status: draft, held: no}\n"
    check("document").validate(as_edited(text))
    assert not check("document").is_valid(as_edited(text.replace("held: no", "held: perhaps")))


def test_the_command_prints_lists_writes_and_refuses(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(group, ["schema", "document"]).stdout == schema_text("document")
    assert [line.split()[0] for line in run(group, ["schema"]).stdout.splitlines()] == [*KINDS, *OUTPUTS]
    assert run(group, ["schema", "-o", str(tmp_path / "new")]).exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "new").iterdir()) == sorted((*KINDS, *OUTPUTS))
    wrong = run(group, ["schema", "report"])
    assert (wrong.exit_code, "There are document," in wrong.stderr) == (2, True)
