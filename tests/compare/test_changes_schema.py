"""The published schema of changes as data: real output is of it, and it lets nothing else through."""

from __future__ import annotations

import copy
import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from tests.compare.edit_scripts import edited_pairs
from tests.compare.reading import CASES, read
from tests.compare.test_compare_laws import Pair
from tests.strategies import laws
from toolkit.compare.compare import compare, compare_versions
from toolkit.compare.data import SCHEMA, as_json
from toolkit.library.library import read_library
from toolkit.source.files import Folder

SCHEMA_TEXT = (resources.files("toolkit.compare") / "changes-1.json").read_text(encoding="utf-8")
CHECK = jsonschema.Draft202012Validator(json.loads(SCHEMA_TEXT))


def test_the_schema_is_one_and_names_the_output() -> None:
    jsonschema.Draft202012Validator.check_schema(CHECK.schema)
    assert CHECK.schema["properties"]["schema"]["const"] == SCHEMA


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_output_of_the_cases_is_of_the_schema(case: str) -> None:
    CHECK.validate(as_json(compare(read(CASES / case / "old.md"), read(CASES / case / "new.md"))))


@pytest.mark.parametrize(("old", "new"), [("TMAD@6.0", "TMAD@6.1U"), ("DUIS@3.0", "DUIS@3.1")])
def test_output_of_the_shipped_documents_is_of_the_schema(old: str, new: str) -> None:
    library = read_library(Folder(Path(__file__).parents[2]))
    CHECK.validate(as_json(compare_versions(library, library.load(old), library.load(new))))


@laws
@given(edited_pairs())
def test_output_of_anything_is_of_the_schema(pair: Pair) -> None:
    CHECK.validate(as_json(compare(*pair)))


def data() -> dict[str, Any]:
    folder = CASES / "table-column-inserted"
    return as_json(compare(read(folder / "old.md"), read(folder / "new.md")))


def test_what_is_not_of_the_schema_does_not_pass() -> None:
    for break_it in (
        lambda found: found.pop("schema"),
        lambda found: found.update(more=1),
        lambda found: found["changes"][0].pop("columns"),
        lambda found: found["changes"][0].update(kind="lost"),
        lambda found: found["changes"][1]["old"].update(at=-1),
        lambda found: found["changes"][1]["edits"][1][0].update(op="delete"),
        lambda found: found["summary"][0].update(number=0),
    ):
        broken = copy.deepcopy(data())
        break_it(broken)
        assert not CHECK.is_valid(broken)
