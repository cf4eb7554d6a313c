"""The public SARIF 2.1.0 schema, to hold reports against; sarif/README.md tells where it comes from."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker

FORMATS = FormatChecker(["uri", "uri-reference"])
_SCHEMA = Path(__file__).with_name("sarif") / "sarif-schema-2.1.0.json"
_VALIDATOR = Draft7Validator(json.loads(_SCHEMA.read_text("utf-8")), format_checker=FORMATS)


def assert_is_sarif(log: Any) -> None:
    """Fail where a log is none by the schema, or says a URI that is none."""
    faults = [f"{error.json_path}: {error.message[:200]}" for error in _VALIDATOR.iter_errors(log)]
    assert not faults, faults
