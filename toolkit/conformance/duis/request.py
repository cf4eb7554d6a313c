"""A Service Request of the illustrative DUIS, read from XML; the one module here that knows XML.

A message comes from outside. It is bounded in size and depth, may hold no document type, no entity and no
processing instruction, must be UTF-8, and nothing in it makes the reader open a file or the network.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..link import implements

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:example:duis:illustrative"
MOST_BYTES = 10_000_000
"""A Message has no more than 10 megabytes (DUIS 2.4.4)."""
DEEPEST = 24
"""The requests need 4 levels; an XML Signature about 8."""
MOST_ELEMENTS = 200_000
"""Four times what the longest list of Target Devices needs."""
_CHUNK = 1 << 16

SRV_OF = {
    "TopUpDevice": "2.2",
    "UpdateFirmware": "11.1",
    "ReadFirmwareVersion": "11.2",
    "ActivateFirmware": "11.3",
}
"""From the element of the body to the Service Reference Variant for which the schema provides it."""


class FormatError(ValueError):
    """A message that is not one of the schema's; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a Service Request says."""

    schema_version: str
    """Empty where none is stated."""
    originator: str
    """The User ID."""
    target: str
    """The Device ID in the Request ID; the DCC's identifier where the body lists the Target Devices."""
    counter: int
    command_variant: int
    service_reference: str
    srv: str
    items: tuple[tuple[str, str], ...]
    """Each Data Item of the body with its text, in order; without DeviceList and FirmwareImage."""
    image: bytes | None
    """The Firmware Image, decoded; None where there is none."""
    devices: tuple[str, ...] | None
    """The Device IDs of DeviceList, in capitals; None where there is no such list."""
    execution: datetime | None
    """When a Future-Dated Service is to be carried out, in UTC."""

    def item(self, name: str) -> str | None:
        """The text of a Data Item, or None."""
        return dict(self.items).get(name)


@implements("DUIS", "schema-validity", since="3.0")
@implements("DUIS", "xml-exclusions", since="3.0")
@implements("DUIS", "message-size", since="3.0")
@implements("DUIS", "date-and-time", since="3.0")
def read_request(data: bytes) -> Request:
    """Read a Service Request; FormatError where it is not one of the four, or is hostile."""
    _check_bytes(data)
    root = _parse(data)
    _check_shape(root)
    return _request(root)


def _check_shape(root: etree._Element) -> None:
    from lxml import etree

    try:
        _schema().assertValid(root)
    except etree.DocumentInvalid as error:
        raise FormatError(f"{str(error).replace(f'{{{NAMESPACE}}}', '')[:300]}.") from None


def _check_bytes(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise FormatError(f"it has {len(data):,} bytes, and a Message no more than {MOST_BYTES:,}.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"byte {error.start + 1} is not UTF-8.") from None
    for word in (b"<!DOCTYPE", b"<!ENTITY", b"<?xml-stylesheet"):
        if word in data:
            raise FormatError(f"it holds {word.decode()}, which no Message may.")


def _parse(data: bytes) -> etree._Element:
    """The tree, read piece by piece so that what is too deep or too much is never built whole."""
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end", "pi"), resolve_entities=False, load_dtd=False, no_network=True,
        dtd_validation=False, huge_tree=False, remove_comments=True, encoding="utf-8",
    )  # fmt: skip
    depth = elements = 0
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            depth, elements = _bounded(parser, depth, elements)
        root = parser.close()
        _bounded(parser, depth, elements)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"it is not well-formed XML: {error.msg}.") from None
    return root


def _bounded(parser: etree.XMLPullParser, depth: int, elements: int) -> tuple[int, int]:
    """How deep the reader now stands and how much it has read; FormatError where that is too much."""
    for event, _ in parser.read_events():
        if event == "pi":
            raise FormatError("it holds a processing instruction, which no Message may.")
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            raise FormatError(f"it nests deeper than {DEEPEST} or has over {MOST_ELEMENTS:,} elements.")
    return depth, elements


@cache
def _schema() -> etree.XMLSchema:
    from lxml import etree

    text = files(__package__).joinpath("illustrative.xsd").read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.XMLSchema(etree.fromstring(text, parser))


def _request(root: etree._Element) -> Request:
    header, body = root[0], root[1][0]
    values = {_name(child): _text(child) for child in header}
    originator, target, counter = values["RequestId"].split(":")
    srv = values["ServiceReferenceVariant"]
    if SRV_OF[_name(body)] != srv:
        raise FormatError(f"its body is {_name(body)}, and its Service Reference Variant is {srv}.")
    items = {_name(child): child for child in body}
    image, devices = items.get("FirmwareImage"), items.get("DeviceList")
    return Request(
        root.get("schemaVersion", ""),
        originator.upper(),
        target.upper(),
        int(counter),
        _number(values["CommandVariant"]),
        values["ServiceReference"],
        srv,
        tuple((name, _text(child)) for name, child in items.items() if child not in (image, devices)),
        None if image is None else _decoded(image),
        None if devices is None else tuple(_devices(devices)),
        _moment(items["ExecutionDateTime"]) if "ExecutionDateTime" in items else None,
    )


def _decoded(image: etree._Element) -> bytes:
    """A binary value; the schema passes over what is no base 64, and this does not."""
    try:
        return base64.b64decode("".join((image.text or "").split()), validate=True)
    except ValueError:
        raise FormatError("its FirmwareImage is not base 64.") from None


def _moment(element: etree._Element) -> datetime:
    """A date and time; the schema also takes 24:00:00 and the year 0, which are none here."""
    try:
        return datetime.fromisoformat(_text(element))
    except ValueError:
        raise FormatError(f"its ExecutionDateTime, {_text(element)}, is no date and time.") from None


def _number(text: str) -> int:
    if len(text) > 9:
        raise FormatError("its CommandVariant has more than 9 digits.")
    return int(text)


def _devices(listed: etree._Element) -> Iterator[str]:
    return (_text(child).upper() for child in listed)


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(f"{{{NAMESPACE}}}")


def _text(element: etree._Element) -> str:
    """The words of an element as the schema sees a token: white space is single spaces."""
    return " ".join((element.text or "").split())
