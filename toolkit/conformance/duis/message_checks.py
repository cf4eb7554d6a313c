"""The single checks of a Service Request message, each against the words of one version of the DUIS."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ..link import implements
from ..ruling import RefusalError
from ..vocabulary import Cohort, DeviceType, UserRole
from .request import Request
from .roles import eligibility
from .tables import COMMAND_VARIANTS, INTERFACE_VERSIONS, marked, rows
from .targets import FIRMWARE, permitted_in_srpd, valid_in_duis

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

ITEMS = {"2.2": "table-topup-items", "11.1": "table-update-items", "11.3": "table-activate-items"}
"""From a Service Reference Variant to the table of its Data Items; 11.2 has none of its own."""
LATEST = timedelta(days=30)
"""How far ahead a Future-Dated Service may lie (DUIS 3.3.3)."""


@dataclass(frozen=True, slots=True)
class TargetDevice:
    """What the Smart Metering Inventory says of a Device."""

    device_id: str
    device_type: DeviceType
    cohort: Cohort | None
    """None for a SMETS2+ Device."""
    device_model: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a check looks at."""

    request: Request
    role: UserRole
    targets: tuple[TargetDevice, ...]
    received: datetime | None
    duis: Loaded
    srpd: Loaded | None


class Failure(NamedTuple):
    """A check that is failed."""

    code: str
    """The Response Code."""
    clause: str
    """The id of the clause."""
    words: str


Check = Callable[[Asked], Iterator[Failure]]


def target_ids(request: Request) -> tuple[str, ...]:
    """The Device IDs of the Target Devices: those listed in the body, or the one in the Request ID."""
    return request.devices if request.devices is not None else (request.target,)


def devices(asked: Asked) -> list[TargetDevice]:
    """What the Inventory says of each Target Device; RefusalError where it is not given, or given twice."""
    known = {one.device_id.upper(): one for one in asked.targets}
    if len(known) < len(asked.targets):
        raise RefusalError("targets: a Device stands there twice.")
    for device_id in target_ids(asked.request):
        if device_id not in known:
            raise RefusalError(f"targets: what the Smart Metering Inventory says of {device_id} is missing.")
    return [known[device_id] for device_id in target_ids(asked.request)]


def invalid(asked: Asked) -> tuple[str, ...]:
    """The Target Devices that are not valid, by Table 3.2 of the DUIS and Table 16.1 of the SRPD."""
    judged: dict[tuple[DeviceType, Cohort | None], bool] = {}
    bad = []
    for device in devices(asked):
        key = device.device_type, device.cohort
        if key not in judged:
            judged[key] = _valid(asked, *key)
        if not judged[key]:
            bad.append(device.device_id.upper())
    return tuple(bad)


def _valid(asked: Asked, device_type: DeviceType, cohort: Cohort | None) -> bool:
    srv = asked.request.srv
    if not valid_in_duis(asked.duis, srv, device_type, cohort):
        return False
    if cohort is None or srv not in FIRMWARE:
        return True
    if asked.srpd is None:
        raise RefusalError(f"No version of the SRPD is to be read with {asked.duis.document.name}.")
    return permitted_in_srpd(asked.srpd, srv, device_type, cohort)


@implements("DUIS", "interface-version-used", since="3.0")
def _interface_version(asked: Asked) -> Iterator[Failure]:
    stated = asked.request.schema_version
    heads = ("Schema version stated", "Service Requests accepted")
    found = {row[heads[0]]: row[heads[1]] for row in rows(asked.duis, INTERFACE_VERSIONS, *heads)}
    if stated not in found or not marked(found[stated], f"Table 2.4, {stated}"):
        code = _words(asked.duis, "version-not-supported", r"“(E\d+)”")
        words = f"it states {'Interface Version ' + stated if stated else 'no Interface Version'}."
        yield Failure(code, "version-not-supported", words)
    elif stated != asked.duis.document.version.line:
        name = asked.duis.document.version.name
        raise RefusalError(
            f"version: the message states Interface Version {stated}, and DUIS {name} is another."
        )


@implements("DUIS", "mandatory-items", since="3.0")
@implements("DUIS", "xml-exclusions", since="3.0")
@implements("DUIS", "topup-items", since="3.0")
@implements("DUIS", "update-items", since="3.0")
@implements("DUIS", "activate-items", since="3.0")
def _data_items(asked: Asked) -> Iterator[Failure]:
    request = asked.request
    here = {name for name, _ in request.items}
    here |= {"FirmwareImage"} if request.image is not None else set()
    here |= {"DeviceList"} if request.devices is not None else set()
    if request.srv not in ITEMS:
        return
    table = rows(asked.duis, ITEMS[request.srv], "Data Item", "Mandatory")
    known = {row["Data Item"]: marked(row["Mandatory"], f"Data Item {row['Data Item']}") for row in table}
    for name, mandatory in known.items():
        if mandatory and name not in here:
            yield Failure("E7", "mandatory-items", f"the Data Item {name} is missing.")
    for name in sorted(here - set(known)):
        words = f"DUIS {asked.duis.document.version.name} has no Data Item {name} for {request.srv}."
        yield Failure("E7", "exclude-unknown-elements", words)


@implements("DUIS", "send-only-if-eligible", since="3.0")
def _role(asked: Asked) -> Iterator[Failure]:
    if asked.role not in eligibility(asked.duis, asked.request.srv).roles:
        words = f"{asked.role.value} is not an Eligible User Role for {asked.request.srv}."
        yield Failure("E2", "send-only-if-eligible", words)


@implements("DUIS", "command-variants", since="3.0")
@implements("DUIS", "activate-critical", since="3.0")
def _command_variant(asked: Asked) -> Iterator[Failure]:
    variant, srv = asked.request.command_variant, asked.request.srv
    critical = eligibility(asked.duis, srv).critical
    heads = ("Command Variant", "Message", "Meaning", "SMETS1", "SMETS2+")
    found = {row[heads[0]]: row for row in rows(asked.duis, COMMAND_VARIANTS, *heads)}
    row = found.get(str(variant))
    for one in devices(asked):
        column = "SMETS1" if one.cohort else "SMETS2+"
        begins = "A Critical" if critical else "A Non-Critical"
        if row is None or not (
            row["Message"] == "Service Request"
            and row["Meaning"].startswith(begins)
            and marked(row[column], f"Table 3.4, {variant}")
        ):
            words = f"Command Variant {variant} is not for {srv} of a {column} Device."
            yield Failure("E9", "command-variants", words)
            return


@implements("DUIS", "request-header", since="3.0")
def _reference(asked: Asked) -> Iterator[Failure]:
    group, srv = asked.request.service_reference, asked.request.srv
    if srv != group and not srv.startswith(f"{group}."):
        yield Failure("E9", "request-header", f"{srv} is not of the Service Reference {group}.")


@implements("DUIS", "topup-validation", since="3.0")
def _utrn(asked: Asked) -> Iterator[Failure]:
    utrn = asked.request.item("Utrn")
    if utrn is not None and not re.fullmatch(r"[0-9]{20}", utrn):
        yield Failure("E9", "topup-check-length", "the UTRN does not have 20 digits.")


@implements("DUIS", "update-items", since="3.0")
@implements("DUIS", "activate-items", since="3.0")
def _firmware(asked: Asked) -> Iterator[Failure]:
    version, digest = asked.request.item("FirmwareVersion"), asked.request.item("FirmwareHash")
    table = "update-items" if asked.request.srv == "11.1" else "activate-items"
    if version is not None and len(version) != 8:
        yield Failure("E9", table, "FirmwareVersion does not have 8 characters.")
    if digest is not None and not re.fullmatch(r"[0-9A-Fa-f]{64}", digest):
        yield Failure("E9", table, "FirmwareHash is not 64 hexadecimal digits.")


@implements("DUIS", "device-list", since="3.0")
@implements("DUIS", "update-number-of-devices", since="3.0")
def _device_list(asked: Asked) -> Iterator[Failure]:
    listed = asked.request.devices
    if listed is None:
        return
    clause = "update-number-of-devices"
    most = int(_words(asked.duis, clause, r"more than ([\d,]+) Target").replace(",", ""))
    if len(listed) > most:
        yield Failure("E9", clause, f"it lists {len(listed):,} Target Devices, more than {most:,}.")
    if len(set(listed)) < len(listed):
        yield Failure("E9", "device-list", "a Device ID stands in the list more than once.")
    if len({one.device_model for one in devices(asked)}) > 1:
        yield Failure("E9", clause, "the Target Devices are not of one Device Model.")


@implements("DUIS", "update-items", since="3.0")
@implements("DUIS", "update-hash-check", since="3.1")
def _image(asked: Asked) -> Iterator[Failure]:
    image, digest = asked.request.image, asked.request.item("FirmwareHash")
    if image is None:
        return
    table = rows(asked.duis, ITEMS["11.1"], "Data Item", "Valid values")
    allowed = next((row["Valid values"] for row in table if row["Data Item"] == "FirmwareImage"), "")
    kilobytes = re.search(r"No more than (\d+) kilobytes", allowed)
    if kilobytes is None:
        raise RefusalError(f"{asked.duis.document.name} does not say how large a Firmware Image may be.")
    if len(image) > int(kilobytes[1]) * 1000:
        words = f"the Firmware Image has {len(image):,} bytes, more than {kilobytes[1]} kilobytes."
        yield Failure("E9", "update-items", words)
    if digest is not None and hashlib.sha256(image).hexdigest() != digest.lower():
        words = "FirmwareHash is not the SHA-256 hash of the Firmware Image."
        yield Failure("E11", "update-hash-check", words)


@implements("DUIS", "future-dated-item", since="3.0")
def _execution(asked: Asked) -> Iterator[Failure]:
    when, received = asked.request.execution, asked.received
    if when is None:
        return
    if received is None:
        raise RefusalError(
            "received: it is missing, and the request is for a later time: give a date and time."
        )
    received = received if received.tzinfo else received.replace(tzinfo=UTC)
    if not received < when <= received + LATEST:
        words = f"ExecutionDateTime is not later than the receipt, or is more than {LATEST.days} days later."
        yield Failure("E9", "future-dated-item", words)


def _words(duis: Loaded, clause_id: str, pattern: str) -> str:
    """What a clause says at a place; RefusalError where it does not say it."""
    clause = duis.index.clauses.get(clause_id)
    found = re.search(pattern, clause.words.plain) if clause and clause.words else None
    if found is None:
        raise RefusalError(f"{duis.document.name} has no clause #{clause_id} that says what is needed here.")
    return found[1]


BEFORE_TARGETS: tuple[Check, ...] = (_interface_version, _data_items, _role)
AFTER_TARGETS: tuple[Check, ...] = (
    _command_variant, _reference, _utrn, _firmware, _device_list, _image, _execution,
)  # fmt: skip
"""In the order of Clause 2.6.1: form, sender, then (between the two) targets, then values."""
