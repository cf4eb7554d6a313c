"""Messages for the four requests, and what the Inventory says of their Target Devices."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

from rule_tables import library

from toolkit.conformance.duis.message import Checked, request_message
from toolkit.conformance.duis.message_checks import TargetDevice
from toolkit.conformance.duis.request import NAMESPACE
from toolkit.conformance.ruling import Outcome, Ruling
from toolkit.conformance.vocabulary import Cohort, DeviceType, UserRole

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


def swap(old: str, new: str) -> Callable[[str], str]:
    def changed(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return changed


SECOND = swap("</DeviceId>", f"</DeviceId><DeviceId>{OTHER}</DeviceId>")
