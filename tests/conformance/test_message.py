"""R18 on messages: the four requests, and each check that they have to pass."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from message_samples import (
    BODIES,
    DEVICE,
    ESME,
    HASH,
    IMAGE,
    OTHER,
    PPMID,
    RECEIVED,
    SECOND,
    ask,
    code,
    swap,
    xml,
)
from rule_tables import library

from toolkit.conformance.duis.message import Checked
from toolkit.conformance.duis.message_checks import TargetDevice
from toolkit.conformance.ruling import Outcome
from toolkit.conformance.vocabulary import Cohort, DeviceType, UserRole
from toolkit.model.block import Code
from toolkit.model.index import walk


@pytest.mark.verifies("DUIS", "checks-on-receipt")
@pytest.mark.parametrize("srv", sorted(BODIES))
@pytest.mark.parametrize("version", ["3.1", "3.1U"])
def test_each_request_passes(srv: str, version: str) -> None:
    ruling = ask(xml(srv), version)
    assert code(ruling) == "I99", ruling.reason
    assert ruling.value is not None and ruling.value.accepted == (DEVICE,)


@pytest.mark.verifies("DUIS", "checks-on-receipt")
@pytest.mark.parametrize("version", ["3.0", "3.0U", "3.1", "3.1U"])
def test_the_example_in_the_duis_passes(version: str) -> None:
    document = library().load(f"DUIS@{version}").document
    (example,) = [block.source for block, _ in walk(document.blocks) if isinstance(block, Code)]
    assert code(ask(example, version)) == "I99"


@pytest.mark.verifies("DUIS", "checks-on-receipt")
def test_a_signature_and_comments_are_passed_over() -> None:
    signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature></Request>'
    text = xml("2.2").replace("</Request>", signature).replace("<Body>", "<!-- a remark --><Body>")
    assert code(ask('<?xml version="1.0" encoding="UTF-8"?>\n' + text)) == "I99"
    assert code(ask("\ufeff" + text)) == "I99"


@pytest.mark.verifies("DUIS", "invalid-target-rejected")
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


@pytest.mark.verifies("DUIS", "interface-version-used")
@pytest.mark.verifies("DUIS", "command-variants")
@pytest.mark.verifies("DUIS", "request-header")
@pytest.mark.verifies("DUIS", "device-list")
@pytest.mark.verifies("DUIS", "topup-items")
@pytest.mark.verifies("DUIS", "update-items")
@pytest.mark.verifies("DUIS", "activate-items")
@pytest.mark.verifies("DUIS", "update-hash-check")
@pytest.mark.verifies("DUIS", "topup-errors")
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


@pytest.mark.verifies("DUIS", "checks-failed")
@pytest.mark.verifies("SRPD", "check-order")
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


@pytest.mark.verifies("DUIS", "checks-on-receipt")
def test_a_hash_is_unknown_to_3_0() -> None:
    ruling = ask(xml("11.1", "3.0"), "3.0")
    assert code(ruling) == "E7"
    assert "no Data Item FirmwareHash" in ruling.reason


@pytest.mark.verifies("DUIS", "update-errors")
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


@pytest.mark.verifies("DUIS", "checks-on-receipt")
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
