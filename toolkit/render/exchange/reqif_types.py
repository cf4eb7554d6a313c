"""The types of the ReqIF file: which objects there are, and what is said of each.

Attributes that tools know bear the names of the ReqIF Implementation Guide: ReqIF.ForeignID and others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.trace.verdict import State

from .xhtml import quoted

_TEXT, _XHTML, _STATE = "STRING", "XHTML", "ENUMERATION"
_DATATYPES = {_TEXT: "datatype-text", _XHTML: "datatype-xhtml", _STATE: "datatype-state"}
LONGEST = 100_000
"""Characters of a text that is an attribute; what is longer is cut."""

PROVISION, CODE, TEST, DOCUMENT = "provision", "code", "test", "document"
IMPLEMENTS, VERIFIES = "implements", "verifies"

_TYPES: dict[str, tuple[str, str, dict[str, str]]] = {
    PROVISION: ("SPEC-OBJECT-TYPE", "Provision", {
        "ReqIF.ForeignID": _TEXT, "ReqIF.ChapterName": _TEXT, "ReqIF.Text": _XHTML, "Clause": _TEXT,
        "Label": _TEXT, "Version": _TEXT, "Kind": _TEXT, "State": _STATE, "Reason": _TEXT,
        "Evidence": _TEXT, "Source": _TEXT,
    }),
    CODE: ("SPEC-OBJECT-TYPE", "Code", {"ReqIF.ForeignID": _TEXT, "ReqIF.Name": _TEXT, "Source": _TEXT}),
    TEST: ("SPEC-OBJECT-TYPE", "Test", {
        "ReqIF.ForeignID": _TEXT, "ReqIF.Name": _TEXT, "Source": _TEXT, "Outcome": _TEXT, "Message": _TEXT,
    }),
    IMPLEMENTS: ("SPEC-RELATION-TYPE", "implements", {"Since": _TEXT, "Suspect": _TEXT}),
    VERIFIES: ("SPEC-RELATION-TYPE", "verifies", {}),
    DOCUMENT: ("SPECIFICATION-TYPE", "Document", {"Title": _TEXT, "Version": _TEXT, "Status": _TEXT}),
}  # fmt: skip
"""From each type to its element, its name, and its attributes with what they hold."""


def definitions(day: str) -> Iterator[str]:
    """The data types and the types, all of a day."""
    change = f'LAST-CHANGE="{day}"'
    yield f'<DATATYPES>\n<DATATYPE-DEFINITION-STRING IDENTIFIER="datatype-text" {change} LONG-NAME="Text"'
    yield f' MAX-LENGTH="{LONGEST}"/>\n'
    yield f'<DATATYPE-DEFINITION-XHTML IDENTIFIER="datatype-xhtml" {change} LONG-NAME="XHTML"/>\n'
    yield f'<DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="datatype-state" {change} LONG-NAME="State">'
    yield "<SPECIFIED-VALUES>\n"
    for key, state in enumerate(State):
        yield f'<ENUM-VALUE IDENTIFIER="{_state(state)}" {change} LONG-NAME="{state}"><PROPERTIES>'
        yield f'<EMBEDDED-VALUE KEY="{key}" OTHER-CONTENT=""/></PROPERTIES></ENUM-VALUE>\n'
    yield "</SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION>\n</DATATYPES>\n<SPEC-TYPES>\n"
    for name, (element, shown, attributes) in _TYPES.items():
        yield f'<{element} IDENTIFIER="type-{name}" {change} LONG-NAME="{shown}">'
        if attributes:
            yield "<SPEC-ATTRIBUTES>\n"
            yield from (_attribute(name, one, kind, change) for one, kind in attributes.items())
            yield "</SPEC-ATTRIBUTES>"
        yield f"</{element}>\n"
    yield "</SPEC-TYPES>\n"


def values(of: str, given: Mapping[str, str]) -> str:
    """The values of an object, relation or specification; what is empty is left out."""
    kinds = _TYPES[of][2]
    written = "".join(_value(of, name, kinds[name], value) for name, value in given.items() if value)
    return f"<VALUES>{written}</VALUES>" if written else ""


def type_of(of: str) -> str:
    """The type of an object, relation or specification."""
    element = f"{_TYPES[of][0]}-REF"
    return f"<TYPE><{element}>type-{of}</{element}></TYPE>"


def _attribute(of: str, name: str, kind: str, change: str) -> str:
    element, datatype = f"ATTRIBUTE-DEFINITION-{kind}", f"DATATYPE-DEFINITION-{kind}-REF"
    several = ' MULTI-VALUED="false"' if kind == _STATE else ""
    return (
        f'<{element} IDENTIFIER="{_id(of, name)}" {change} LONG-NAME="{name}"{several}>'
        f"<TYPE><{datatype}>{_DATATYPES[kind]}</{datatype}></TYPE></{element}>\n"
    )


def _value(of: str, name: str, kind: str, value: str) -> str:
    element, reference = f"ATTRIBUTE-VALUE-{kind}", f"ATTRIBUTE-DEFINITION-{kind}-REF"
    definition = f"<DEFINITION><{reference}>{_id(of, name)}</{reference}></DEFINITION>"
    if kind == _TEXT:
        return f"<{element} THE-VALUE={quoted(value[:LONGEST])}>{definition}</{element}>"
    if kind == _XHTML:
        return f"<{element}>{definition}<THE-VALUE>{value}</THE-VALUE></{element}>"
    chosen = f"<VALUES><ENUM-VALUE-REF>{_state(value)}</ENUM-VALUE-REF></VALUES>"
    return f"<{element}>{definition}{chosen}</{element}>"


def _id(of: str, name: str) -> str:
    return f"attribute-{of}-{name}"


def _state(state: str) -> str:
    return f"state-{state.replace(' ', '-')}"
