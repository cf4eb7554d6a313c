"""Which Device may be the target of which Service Request, and who answers for its firmware (R18)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..sources import Sources
from ..vocabulary import Cohort, DeviceType
from .tables import PERMITTED_TARGETS, TARGETS, cited, marked, rows

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

LAW = Law("DUIS", "3.1.4", "valid-targets")
FIRMWARE = ("11.1", "11.2", "11.3")
"""The Service Reference Variants that the SRPD calls Firmware Service Requests."""
_SRV = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\Z", re.ASCII)
_SMETS2 = "SMETS2+"


class Responsible(StrEnum):
    """Who is responsible for testing a Firmware Image (SRPD 16.2(b))."""

    RESPONSIBLE_SUPPLIER = "Responsible Supplier"
    ELECTRICITY_SUPPLIER = "Electricity Supplier"


@dataclass(frozen=True, slots=True)
class Target:
    """What the texts say of a Device as a target."""

    valid_in_duis: bool
    """By Table 3.2 of the DUIS."""
    permitted_in_srpd: bool | None
    """By Table 16.1 of the SRPD; None where the SRPD does not decide."""
    tester: Responsible | None
    """Who answers for testing the firmware that an 11.1 sends; None for any other request."""


@implements("DUIS", "valid-targets", since="3.0")
@implements("DUIS", "valid-target-test", since="3.0")
@implements("DUIS", "table-valid-targets", since="3.0")
@implements("DUIS", "smets1-ppmid-cohorts", since="3.1U")
@implements("DUIS", "update-targets", since="3.0")
@implements("DUIS", "read-targets", since="3.0")
@implements("DUIS", "activate-targets", since="3.0")
@implements("SRPD", "check-firmware-target", since="3.0")
@implements("SRPD", "permitted-targets", since="3.0")
@implements("SRPD", "table-16-1", since="3.0")
@implements("SRPD", "responsible-for-testing", since="3.0")
@implements("SRPD", "s1sp-firmware-target", since="3.0")
@rule(LAW)
def valid_target(
    srv: str, device_type: DeviceType, cohort: Cohort | None, version: str, *, sources: Sources
) -> Ruling[Target]:
    """Whether a Device is a valid target of a Service Request, by the tables of the DUIS and the SRPD.

    srv: the Service Reference Variant, such as 11.1.
    device_type: of the Target Device.
    cohort: of a SMETS1 Device; none for a SMETS2+ Device.
    version: of the DUIS, such as 3.1U; the SRPD is the version to be read with it.
    """
    duis = sources.load(f"DUIS@{version}")
    ground = cited(duis, LAW.id)
    valid = valid_in_duis(duis, srv, device_type, cohort)
    permitted = None
    if cohort is not None and srv in FIRMWARE:
        permitted = permitted_in_srpd(_srpd(sources, duis), srv, device_type, cohort)
    tester = _tester(device_type) if srv == "11.1" and valid and permitted in (None, True) else None
    target = Target(valid, permitted, tester)
    device = f"SMETS1 {device_type.value} of {cohort.value}" if cohort else f"SMETS2+ {device_type.value}"
    if valid and permitted is not False:
        answers = f" The {tester.value} answers for testing its firmware." if tester else ""
        return ground.met(f"{srv} may target a {device}.{answers}", target)
    if not valid:
        return cited(duis, "invalid-target-rejected").not_met(
            f"Table 3.2 does not mark a {device} for {srv}: it is rejected with Response Code E4.", target
        )
    return ground.not_met(f"Table 3.2 of the DUIS allows {srv} for a {device}, and Clauses 6.1(n) and 16.1 "
                          "of the SRPD do not: it is rejected.", target)  # fmt: skip


def _tester(device_type: DeviceType) -> Responsible:
    """The one whose testing the DCC relies on (SRPD 16.2(b))."""
    is_ppmid = device_type is DeviceType.PPMID
    return Responsible.ELECTRICITY_SUPPLIER if is_ppmid else Responsible.RESPONSIBLE_SUPPLIER


def valid_in_duis(duis: Loaded, srv: str, device_type: DeviceType, cohort: Cohort | None) -> bool:
    """Whether Table 3.2 marks a Device; a Device Type that has no row there is not marked."""
    if not _SRV.match(srv):
        raise RefusalError(f"srv: “{srv[:20]}” is no Service Reference Variant: write 11.1.")
    column = cohort.value if cohort else _SMETS2
    found = rows(duis, TARGETS, "Service Reference Variant", "Device Type", column)
    of_srv = [row for row in found if row["Service Reference Variant"] == srv]
    if not of_srv:
        known = ", ".join(dict.fromkeys(row["Service Reference Variant"] for row in found))
        raise RefusalError(f"srv: Table 3.2 of {duis.document.name} does not list {srv}; it lists {known}.")
    cells = [row[column] for row in of_srv if row["Device Type"] == device_type.value]
    place = f"Table 3.2, {srv} {device_type.value}"
    return all(marked(cell, place) for cell in cells) if cells else False


def permitted_in_srpd(srpd: Loaded, srv: str, device_type: DeviceType, cohort: Cohort) -> bool:
    """Whether Table 16.1 of the SRPD lists a SMETS1 Device for a Firmware Service Request."""
    wanted = f"SMETS1 {device_type.value}"
    for row in rows(srpd, PERMITTED_TARGETS, "Service Reference Variant", "Type of Device", "Cohort"):
        if row["Service Reference Variant"].split()[:1] == [srv] and row["Type of Device"] == wanted:
            return cohort.value in [one.strip() for one in row["Cohort"].split(",")]
    return False


def _srpd(sources: Sources, duis: Loaded) -> Loaded:
    found = sources.companion(duis.document, "SRPD")
    if found is None:
        raise RefusalError(f"No version of the SRPD is to be read with {duis.document.name}.")
    return found
