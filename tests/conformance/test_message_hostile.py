"""R18 on messages: everything that an outsider might send instead of a request."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from message_samples import (
    BODIES,
    ESME,
    IMAGE,
    code,
    swap,
    xml,
)
from rule_tables import library

from toolkit.conformance.duis.message import request_message
from toolkit.conformance.duis.request import MOST_BYTES, NAMESPACE, FormatError, read_request
from toolkit.conformance.ruling import Outcome
from toolkit.conformance.vocabulary import UserRole

BOMB = "<!DOCTYPE Request [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
OUTSIDE = '<!DOCTYPE Request SYSTEM "http://example.com/evil.dtd">'


@pytest.mark.verifies("SRPD", "check-format")
@pytest.mark.verifies("DUIS", "xml-exclusions")
@pytest.mark.verifies("DUIS", "schema-validity")
@pytest.mark.verifies("DUIS", "message-size")
@pytest.mark.verifies("DUIS", "date-and-time")
@pytest.mark.parametrize(
    ("message", "says"),
    [
        pytest.param(b"not XML at all", "not well-formed", id="no XML"),
        pytest.param(b"<Request", "not well-formed", id="cut short"),
        pytest.param(b"<a/>", "No matching global declaration", id="another element"),
        pytest.param(
            xml("2.2").replace(NAMESPACE, "urn:other").encode(), "No matching", id="another namespace"
        ),
        pytest.param((BOMB + xml("2.2")).encode(), "<!DOCTYPE", id="entities that grow"),
        pytest.param((OUTSIDE + xml("2.2")).encode(), "<!DOCTYPE", id="a document type from the network"),
        pytest.param(
            swap("</Request>", "&x;</Request>")(xml("2.2")).encode(), "not well-formed", id="an entity"
        ),
        pytest.param(
            swap("<Body>", "<?php x?><Body>")(xml("2.2")).encode(), "processing instr", id="an instruction"
        ),
        pytest.param(
            ("<?x y?>" + xml("2.2")).encode(), "processing instruction", id="an instruction before it"
        ),
        pytest.param(xml("2.2").encode("utf-16"), "not UTF-8", id="UTF-16"),
        pytest.param(xml("2.2").encode("utf-16-le"), "not well-formed", id="UTF-16 without a mark"),
        pytest.param(b"\xff" + xml("2.2").encode(), "byte 1 is not UTF-8", id="a byte that is not UTF-8"),
        pytest.param(b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', "not UTF-8", id="Latin-1"),
        pytest.param(
            swap("Variant>1<", f"Variant>{'1' * 5000}<")(xml("2.2")).encode(),
            "CommandVariant",
            id="a huge number",
        ),
        *(
            pytest.param(
                swap("</Utrn>", f"</Utrn><ExecutionDateTime>{when}</ExecutionDateTime>")(xml("2.2")).encode(),
                "ExecutionDateTime",
                id=f"no such time {when}",
            )
            for when in ("2020-09-01T24:00:00Z", "0000-01-01T00:00:00Z", "2020-09-01T10:00:60Z")
        ),
        pytest.param(b"<a>" * 30 + b"</a>" * 30, "nests deeper", id="deep"),
        pytest.param(b"<a>" + b"<b/>" * 200_000 + b"</a>", "over 200,000 elements", id="many elements"),
        pytest.param(b"<a>" + b" " * MOST_BYTES + b"</a>", "no more than 10,000,000", id="too large"),
        pytest.param(
            swap("</Header>", "</Header><Extra/>")(xml("2.2")).encode(), "Extra", id="an element too many"
        ),
        pytest.param(swap("<Header>", '<Header a="1">')(xml("2.2")).encode(), "attribute", id="an attribute"),
        pytest.param(swap(":1042", ":")(xml("2.2")).encode(), "RequestId", id="a Request ID cut short"),
        pytest.param(
            swap("Variant>1<", "Variant>-1<")(xml("2.2")).encode(), "CommandVariant", id="below nothing"
        ),
        pytest.param(
            swap("<TopUpDevice>", "<TopUp>")(xml("2.2")).encode(), "not well-formed", id="crossed tags"
        ),
        pytest.param(
            swap("Variant>2.2<", "Variant>11.2<")(xml("2.2")).encode(),
            "its body is TopUpDevice",
            id="another body",
        ),
        pytest.param(
            swap("</Utrn>", "</Utrn><ExecutionDateTime>2020-09-01T10:00:00+01:00</ExecutionDateTime>")(
                xml("2.2")
            ).encode(),
            "ExecutionDateTime",
            id="a time that is not UTC",
        ),
        pytest.param(
            swap("</Utrn>", "</Utrn><ExecutionDateTime>2020-02-30T10:00:00Z</ExecutionDateTime>")(
                xml("2.2")
            ).encode(),
            "ExecutionDateTime",
            id="a day there is not",
        ),
        pytest.param(
            swap(">" + base64.b64encode(IMAGE).decode(), ">%%%")(xml("11.1")).encode(),
            "FirmwareImage",
            id="no base 64",
        ),
    ],
)
def test_hostile_and_malformed_messages_have_the_wrong_format(message: bytes, says: str) -> None:
    ruling = request_message(message, UserRole.IMPORT_SUPPLIER, (ESME,), "3.1U", sources=library())
    assert code(ruling) == "E7"
    assert says in ruling.reason
    assert len(ruling.reason) < 500


@pytest.mark.verifies("SRPD", "check-format")
def test_the_reader_opens_no_file(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    text = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    with pytest.raises(FormatError) as caught:
        read_request(text.encode())
    assert "secret" not in str(caught.value).replace("<!DOCTYPE", "")
    with pytest.raises(FormatError):  # even if the words were not looked for first
        read_request(text.replace("<!DOCTYPE", "<!doctype").encode())


@pytest.mark.verifies("SRPD", "check-format")
@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_format_error(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_request(data)


@pytest.mark.verifies("SRPD", "check-format")
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(BODIES)), st.integers(0, 900), st.binary(max_size=3))
def test_a_damaged_message_never_raises_anything_else(srv: str, at: int, bytes_in: bytes) -> None:
    data = xml(srv).encode()
    damaged = data[:at] + bytes_in + data[at + len(bytes_in) :]
    ruling = request_message(damaged, UserRole.IMPORT_SUPPLIER, (ESME,), "3.1U", sources=library())
    assert ruling.outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED)
    if damaged == data:
        assert ruling.outcome is Outcome.MET
