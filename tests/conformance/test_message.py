"""R18 on messages: the four requests, each check, and everything that an outsider might send instead."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import library

from toolkit.conformance.duis import request as request_module
from toolkit.conformance.duis.message import Checked, request_message
from toolkit.conformance.duis.message_checks import ITEMS, TargetDevice
from toolkit.conformance.duis.request import MOST_BYTES, NAMESPACE, SRV_OF, FormatError, read_request
from toolkit.conformance.duis.response_time import Mode, response_time
from toolkit.conformance.duis.tables import COMMAND_VARIANTS, HEADER_ITEMS, RESPONSE_TIMES, rows
from toolkit.conformance.ruling import Outcome, Ruling
from toolkit.conformance.vocabulary import Cohort, DeviceType, Generation, UserRole
from toolkit.model.block import Code
from toolkit.model.index import walk

DEVICE, OTHER = "00-DB-12-34-56-78-90-A0", "00-DB-12-34-56-78-90-A1"
ESME = TargetDevice(DEVICE, DeviceType.ESME, Cohort.IOC, "AE-110")
PPMID = TargetDevice(DEVICE, DeviceType.PPMID, Cohort.IOC, "AP-130")
IMAGE = b"firmware" * 100
HASH = hashlib.sha256(IMAGE).hexdigest()
RECEIVED = datetime(2020, 9, 1, 10, 0, tzinfo=UTC)
BODIES = {
    "2.2": "<TopUpDevice><Utrn>07351948206473915528</Utrn></TopUpDevice>",
    "11.1": (
        f"<UpdateFirmware><FirmwareVersion>01.04.02</FirmwareVersion><FirmwareImage>{base64.b64encode(IMAGE).decode()}"
        f"</FirmwareImage><FirmwareHash>{HASH}</FirmwareHash><DeviceList><DeviceId>{DEVICE}</DeviceId></DeviceList>"
        "</UpdateFirmware>"
    ),
    "11.2": "<ReadFirmwareVersion/>",
    "11.3": (
        f"<ActivateFirmware><FirmwareVersion>01.04.02</FirmwareVersion><FirmwareHash>{HASH}</FirmwareHash>"
        "</ActivateFirmware>"
    ),
}
VARIANTS = {"2.2": 1, "11.1": 1, "11.2": 1, "11.3": 6}


def xml(srv: str, interface: str = "3.1", variant: int | None = None) -> str:
    return (
        f'<Request xmlns="{NAMESPACE}" schemaVersion="{interface}"><Header>'
        f"<RequestId>90-B3-D5-1F-30-01-00-02:{DEVICE}:1042</RequestId>"
        f"<CommandVariant>{VARIANTS[srv] if variant is None else variant}</CommandVariant>"
        f"<ServiceReference>{srv}</ServiceReference><ServiceReferenceVariant>{srv}</ServiceReferenceVariant>"
        f"</Header><Body>{BODIES[srv]}</Body></Request>"
    )


def ask(
    text: str,
    version: str = "3.1U",
    *targets: TargetDevice,
    role: UserRole = UserRole.IMPORT_SUPPLIER,
    received: datetime | None = RECEIVED,
) -> Ruling[Checked]:
    return request_message(
        text.encode("utf-8"), role, targets or (ESME,), version, received=received, sources=library()
    )


def code(ruling: Ruling[Checked]) -> str:
    assert ruling.value is not None, ruling.reason
    assert (ruling.outcome is Outcome.MET) == (ruling.value.code == "I99")
    return ruling.value.code


# -- requests that pass ---------------------------------------------------------------------------


@pytest.mark.verifies("DUIS", "checks-on-receipt")
@pytest.mark.parametrize("srv", sorted(BODIES))
@pytest.mark.parametrize("version", ["3.1", "3.1U"])
def test_each_request_passes(srv: str, version: str) -> None:
    ruling = ask(xml(srv), version)
    assert code(ruling) == "I99", ruling.reason
    assert ruling.value is not None and ruling.value.accepted == (DEVICE,)


@pytest.mark.parametrize("version", ["3.0", "3.0U", "3.1", "3.1U"])
def test_the_example_in_the_duis_passes(version: str) -> None:
    document = library().load(f"DUIS@{version}").document
    (example,) = [block.source for block, _ in walk(document.blocks) if isinstance(block, Code)]
    assert code(ask(example, version)) == "I99"


def test_a_signature_and_comments_are_passed_over() -> None:
    signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature></Request>'
    text = xml("2.2").replace("</Request>", signature).replace("<Body>", "<!-- a remark --><Body>")
    assert code(ask('<?xml version="1.0" encoding="UTF-8"?>\n' + text)) == "I99"
    assert code(ask("\ufeff" + text)) == "I99"


@pytest.mark.verifies("DUIS", "smets1-ppmid-cohorts")
@pytest.mark.parametrize(
    ("srv", "version", "interface", "cohort", "expected"),
    [
        *((srv, "3.1", "3.1", Cohort.IOC, "E4") for srv in ("11.1", "11.2", "11.3")),
        *((srv, "3.1U", "3.1", Cohort.IOC, "I99") for srv in ("11.1", "11.2", "11.3")),
        ("11.2", "3.0U", "3.0", Cohort.MOC_SECURE, "I99"),
        ("11.3", "3.1U", "3.1", Cohort.MOC_MDS, "I99"),
        *((srv, "3.1U", "3.1", Cohort.FOC, "E4") for srv in ("11.1", "11.2", "11.3")),
        ("2.2", "3.1U", "3.1", Cohort.IOC, "E4"),
    ],
)
def test_ppmid(srv: str, version: str, interface: str, cohort: Cohort, expected: str) -> None:
    assert code(ask(xml(srv, interface), version, replace(PPMID, cohort=cohort))) == expected


# -- each check -----------------------------------------------------------------------------------


def swap(old: str, new: str) -> Callable[[str], str]:
    def changed(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return changed


SECOND = swap("</DeviceId>", f"</DeviceId><DeviceId>{OTHER}</DeviceId>")


@pytest.mark.verifies("DUIS", "mandatory-items")
@pytest.mark.verifies("DUIS", "topup-validation")
@pytest.mark.verifies("DUIS", "update-errors")
@pytest.mark.verifies("DUIS", "read-errors")
@pytest.mark.verifies("DUIS", "activate-errors")
@pytest.mark.parametrize(
    ("srv", "change", "expected", "clause"),
    [
        ("2.2", swap("07351948206473915528", "0735194820647391552"), "E9", "3.4.4(a)"),
        ("2.2", swap("07351948206473915528", "073519482064739155280"), "E9", "3.4.4(a)"),
        ("2.2", swap("07351948206473915528", "0735194820647391552X"), "E9", "3.4.4(a)"),
        ("2.2", swap("<Utrn>07351948206473915528</Utrn>", ""), "E7", "3.3.2"),
        ("2.2", swap('schemaVersion="3.1"', ""), "E15", "2.10.3(c)"),
        ("2.2", swap('schemaVersion="3.1"', 'schemaVersion="2.0"'), "E15", "2.10.3(c)"),
        ("2.2", swap("<CommandVariant>1<", "<CommandVariant>2<"), "E9", "3.2.4"),
        ("2.2", swap("<CommandVariant>1<", "<CommandVariant>6<"), "E9", "3.2.4"),
        ("2.2", swap("<CommandVariant>1<", "<CommandVariant>7<"), "E9", "3.2.4"),
        ("2.2", swap("<ServiceReference>2.2<", "<ServiceReference>2.1<"), "E9", "3.2.1"),
        ("2.2", swap("<ServiceReference>2.2<", "<ServiceReference>2<"), "I99", "2.6.1"),
        ("11.1", swap(f"<FirmwareHash>{HASH}</FirmwareHash>", ""), "E7", "3.3.2"),
        ("11.1", swap(HASH, "0" * 64), "E11", "3.5.7"),
        ("11.1", swap(HASH, HASH.upper()), "I99", "2.6.1"),
        ("11.1", swap(HASH, HASH[:-1]), "E9", "3.5.4"),
        ("11.1", swap("01.04.02", "1.04.02"), "E9", "3.5.4"),
        ("11.1", swap("<CommandVariant>1<", "<CommandVariant>6<"), "E9", "3.2.4"),
        ("11.1", swap(f"<DeviceId>{DEVICE}</DeviceId>", f"<DeviceId>{DEVICE}</DeviceId>" * 2), "E9", "3.2.5"),
        (
            "11.2",
            swap("<ReadFirmwareVersion/>", "<ReadFirmwareVersion>x</ReadFirmwareVersion>"),
            "E7",
            "2.6.1(a)",
        ),
        ("11.3", swap("<CommandVariant>6<", "<CommandVariant>1<"), "E9", "3.2.4"),
        ("11.3", swap("<CommandVariant>6<", "<CommandVariant>4<"), "E9", "3.2.4"),
        ("11.3", swap("01.04.02", "01.04.021"), "E9", "3.7.4"),
        (
            "11.3",
            swap("ActivateFirmware><FirmwareVersion>01.04.02</FirmwareVersion>", "ActivateFirmware>"),
            "E7",
            "3.3.2",
        ),
    ],
)
def test_a_check_that_fails(srv: str, change: Callable[[str], str], expected: str, clause: str) -> None:
    ruling = ask(change(xml(srv)))
    assert (code(ruling), ruling.clause.label) == (expected, clause), ruling.reason


@pytest.mark.verifies("DUIS", "send-only-if-eligible")
@pytest.mark.parametrize(
    ("srv", "role", "expected"),
    [
        ("11.2", UserRole.GAS_TRANSPORTER, "I99"),
        ("11.1", UserRole.GAS_TRANSPORTER, "E2"),
        ("11.3", UserRole.OTHER_USER, "E2"),
        ("2.2", UserRole.GAS_SUPPLIER, "I99"),
    ],
)
def test_the_role_of_the_sender(srv: str, role: UserRole, expected: str) -> None:
    assert code(ask(xml(srv), role=role)) == expected


@pytest.mark.verifies("DUIS", "activate-critical")
def test_a_command_variant_is_for_a_generation() -> None:
    smets2 = replace(ESME, cohort=None)
    assert code(ask(xml("11.3", variant=4), "3.1U", smets2)) == "I99"
    assert code(ask(xml("11.3", variant=5), "3.1U", smets2)) == "E9"  # that of a Signed Pre-Command
    assert code(ask(xml("11.3", variant=6), "3.1U", smets2)) == "E9"
    assert code(ask(xml("2.2", variant=2), "3.1U", smets2)) == "I99"


def test_the_order_of_the_checks() -> None:
    """The first check that fails gives the code: role before target, target before value."""
    bad_value = swap("07351948206473915528", "1")(xml("2.2"))
    assert code(ask(bad_value, "3.1U", PPMID, role=UserRole.OTHER_USER)) == "E2"
    assert code(ask(bad_value, "3.1U", PPMID)) == "E4"
    assert code(ask(bad_value)) == "E9"


@pytest.mark.verifies("DUIS", "update-partial")
def test_some_targets_of_an_update_may_fail() -> None:
    foc = TargetDevice(OTHER, DeviceType.PPMID, Cohort.FOC, "AP-130")
    ruling = ask(SECOND(xml("11.1")), "3.1U", PPMID, foc)
    assert ruling.value == Checked("W1", "11.1", (DEVICE,), (OTHER,))
    assert (ruling.outcome, ruling.clause.label) == (Outcome.NOT_MET, "3.5.10")
    assert code(ask(SECOND(xml("11.1")), "3.1U", replace(PPMID, cohort=Cohort.FOC), foc)) == "E4"


@pytest.mark.verifies("DUIS", "update-number-of-devices")
def test_an_update_is_for_one_device_model() -> None:
    second = replace(ESME, device_id=OTHER)
    assert code(ask(SECOND(xml("11.1")), "3.1U", ESME, second)) == "I99"
    assert code(ask(SECOND(xml("11.1")), "3.1U", ESME, replace(second, device_model="AE-120"))) == "E9"


@pytest.mark.verifies("DUIS", "update-number-of-devices")
@pytest.mark.parametrize(("version", "interface", "most"), [("3.0", "3.0", 10_000), ("3.1", "3.1", 50_000)])
def test_how_many_devices_an_update_may_list(version: str, interface: str, most: int) -> None:
    text = xml("11.1", interface)
    if interface == "3.0":  # which knows no such Data Item
        text = swap(f"<FirmwareHash>{HASH}</FirmwareHash>", "")(text)
    for count, expected in ((most - 1, "I99"), (most, "I99"), (most + 1, "E9")):
        ids = [
            f"00-DB-12-34-56-{number >> 16:02X}-{number >> 8 & 255:02X}-{number & 255:02X}"
            for number in range(count)
        ]
        listed = "".join(f"<DeviceId>{one}</DeviceId>" for one in ids)
        ruling = ask(
            swap(f"<DeviceId>{DEVICE}</DeviceId>", listed)(text), version,
            *(TargetDevice(one, DeviceType.ESME, Cohort.IOC, "AE-110") for one in ids),
        )  # fmt: skip
        assert code(ruling) == expected, ruling.reason


def test_a_hash_is_unknown_to_3_0() -> None:
    ruling = ask(xml("11.1", "3.0"), "3.0")
    assert code(ruling) == "E7"
    assert "no Data Item FirmwareHash" in ruling.reason


@pytest.mark.parametrize(("size", "expected"), [(749_999, "I99"), (750_000, "I99"), (750_001, "E9")])
def test_how_large_an_image_may_be(size: int, expected: str) -> None:
    image = b"x" * size
    text = xml("11.1").replace(base64.b64encode(IMAGE).decode(), base64.b64encode(image).decode())
    assert code(ask(text.replace(HASH, hashlib.sha256(image).hexdigest()))) == expected


@pytest.mark.verifies("DUIS", "future-dated-item")
@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(0), "E9"),
        (timedelta(seconds=1), "I99"),
        (timedelta(days=30), "I99"),
        (timedelta(days=30, seconds=1), "E9"),
        (timedelta(days=-1), "E9"),
    ],
)
def test_a_future_dated_request(later: timedelta, expected: str) -> None:
    when = (RECEIVED + later).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = swap("</Utrn>", f"</Utrn><ExecutionDateTime>{when}</ExecutionDateTime>")(xml("2.2"))
    assert code(ask(text)) == expected
    assert ask(text, received=None).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("text", "version", "targets", "says"),
    [
        ("", "3.1", (ESME,), "it is empty"),
        (xml("2.2"), "3.1", (replace(ESME, device_id=OTHER),), "is missing"),
        (xml("2.2"), "3.1", (ESME, ESME), "twice"),
        (xml("2.2", "3.0"), "3.1", (ESME,), "states Interface Version 3.0"),
        (xml("2.2"), "4.0", (ESME,), "not here"),
        (xml("2.2"), "3.9", (ESME,), "no version"),
    ],
)
def test_what_cannot_be_judged_is_refused(text: str, version: str, targets: Any, says: str) -> None:
    ruling = ask(text, version, *targets)
    assert ruling.outcome is Outcome.REFUSED
    assert says in ruling.reason


# -- what an outsider might send ------------------------------------------------------------------

BOMB = "<!DOCTYPE Request [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
OUTSIDE = '<!DOCTYPE Request SYSTEM "http://example.com/evil.dtd">'


@pytest.mark.verifies("DUIS", "xml-exclusions")
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


def test_the_reader_opens_no_file(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    text = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    with pytest.raises(FormatError) as caught:
        read_request(text.encode())
    assert "secret" not in str(caught.value).replace("<!DOCTYPE", "")
    with pytest.raises(FormatError):  # even if the words were not looked for first
        read_request(text.replace("<!DOCTYPE", "<!doctype").encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_format_error(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_request(data)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(BODIES)), st.integers(0, 900), st.binary(max_size=3))
def test_a_damaged_message_never_raises_anything_else(srv: str, at: int, bytes_in: bytes) -> None:
    data = xml(srv).encode()
    damaged = data[:at] + bytes_in + data[at + len(bytes_in) :]
    ruling = request_message(damaged, UserRole.IMPORT_SUPPLIER, (ESME,), "3.1U", sources=library())
    assert ruling.outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED)
    if damaged == data:
        assert ruling.outcome is Outcome.MET


# -- law and schema do not drift ------------------------------------------------------------------

XS = "{http://www.w3.org/2001/XMLSchema}"


def schema_items() -> dict[str, list[str]]:
    """From the name of a complex type to the elements in it."""
    text = files(request_module.__package__).joinpath("illustrative.xsd").read_text("utf-8")
    root = ElementTree.fromstring(text)
    return {
        one.get("name", ""): [element.get("name", "") for element in one.iter(f"{XS}element")]
        for one in root.iter(f"{XS}complexType")
    }


@pytest.mark.parametrize("version", ["3.0", "3.0U", "3.1", "3.1U"])
def test_the_schema_has_the_data_items_of_the_tables(version: str) -> None:
    loaded = library().load(f"DUIS@{version}")
    items = schema_items()
    assert items["Header"] == [row["Data Item"] for row in rows(loaded, HEADER_ITEMS, "Data Item")]
    for name, srv in SRV_OF.items():
        if srv in ITEMS:
            told = [row["Data Item"] for row in rows(loaded, ITEMS[srv], "Data Item")]
            known = [one for one in items[name] if one in told]
            assert known == told
            assert set(items[name]) - set(told) <= ({"FirmwareHash"} if version.startswith("3.0") else set())
    assert sorted(SRV_OF) == sorted(items["Body"])


@pytest.mark.verifies("DUIS", "table-target-response-times")
@pytest.mark.parametrize("version", ["3.0", "3.0U", "3.1", "3.1U"])
def test_response_times_are_those_of_the_table(version: str) -> None:
    heads = ("Service Reference Variant", "Generation", "Mode", "Target Response Time", "WAN Time counted")
    for row in rows(library().load(f"DUIS@{version}"), RESPONSE_TIMES, *heads):
        ruling = response_time(
            row[heads[0]], Generation(row[heads[1]]), Mode(row[heads[2]]), timedelta(seconds=1), timedelta(0)
        )
        assert ruling.value is not None
        number, unit = row[heads[3]].split()
        assert ruling.value.limit == timedelta(**{unit: int(number)})
        assert ruling.value.wan_counted is (row[heads[4]] == "Yes")


def test_a_table_without_its_columns_is_refused() -> None:
    file = "documents/duis/3.1U/03-messages.md"
    data = library().files.read(file).decode("utf-8")
    changed = library().with_files(
        {file: data.replace("| SMETS1 | SMETS2+ |", "| First | Second |").encode()}
    )
    loaded = changed.load("DUIS@3.1U")
    ruling = request_message(
        xml("2.2").encode(), UserRole.IMPORT_SUPPLIER, (ESME,), "3.1U", received=None, sources=changed
    )
    assert COMMAND_VARIANTS in loaded.index.tables
    assert ruling.outcome is Outcome.REFUSED
    assert "no column “SMETS1”" in ruling.reason
