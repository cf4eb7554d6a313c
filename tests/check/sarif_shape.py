"""The part of the public SARIF 2.1.0 schema that a report of findings can break, as a JSON schema."""

from typing import Any


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _list(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 1}
_INDEX = {"type": "integer", "minimum": -1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = _object(["text"], text=_TEXT, markdown=_TEXT)
_RULE = _object(
    ["id"],
    id=_TEXT,
    name=_TEXT,
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    help=_MESSAGE,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_object([], enabled={"type": "boolean"}, level=_LEVEL),
)
_DRIVER = _object(
    ["name"], name=_TEXT, version=_TEXT, semanticVersion=_TEXT, rules=_list(_RULE, uniqueItems=True)
)
_ARTIFACT = _object([], uri={"type": "string", "format": "uri-reference"}, uriBaseId=_TEXT, index=_INDEX)
_REGION = _object([], startLine=_COUNT, startColumn=_COUNT, endLine=_COUNT, endColumn=_COUNT)
_LOCATION = _object(
    [],
    physicalLocation=_object(["artifactLocation"], artifactLocation=_ARTIFACT, region=_REGION),
    logicalLocations=_list(_object([], fullyQualifiedName=_TEXT, name=_TEXT), uniqueItems=True),
)
_SUPPRESSION = _object(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=_TEXT,
    location=_LOCATION,
)
_RESULT = _object(
    ["message"],
    ruleId=_TEXT,
    ruleIndex=_INDEX,
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION),
    suppressions=_list(_SUPPRESSION, uniqueItems=True),
)
_RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_list(_RESULT),
)
SARIF = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs=_list(_RUN),
)
