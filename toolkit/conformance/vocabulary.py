"""The words that several rules share, each a closed list: Cohorts, Device Types, roles, statuses."""

from __future__ import annotations

from enum import StrEnum


class Cohort(StrEnum):
    """The capability release that brought a SMETS1 Device into the DCC's service."""

    IOC = "IOC"
    MOC_MDS = "MOC (MDS)"
    MOC_SECURE = "MOC (Secure)"
    FOC = "FOC"


class DeviceType(StrEnum):
    """The kind to which a Device belongs."""

    ESME = "ESME"
    GSME = "GSME"
    CHF = "CHF"
    GPF = "GPF"
    PPMID = "PPMID"
    HCALCS = "HCALCS"
    IHD = "IHD"


class MeterStatus(StrEnum):
    """Whether the Responsible Supplier has an arrangement with a SMETS1 SMSO for a meter."""

    DORMANT = "Dormant"
    ACTIVE = "Active"


class UserRole(StrEnum):
    """The capacity in which a User sends a Service Request."""

    IMPORT_SUPPLIER = "Import Supplier"
    GAS_SUPPLIER = "Gas Supplier"
    ELECTRICITY_DISTRIBUTOR = "Electricity Distributor"
    GAS_TRANSPORTER = "Gas Transporter"
    EXPORT_SUPPLIER = "Export Supplier"
    REGISTERED_SUPPLIER_AGENT = "Registered Supplier Agent"
    OTHER_USER = "Other User"


class Generation(StrEnum):
    """Which technical specifications a Device follows."""

    SMETS1 = "SMETS1"
    SMETS2 = "SMETS2+"


def joined(items: tuple[str, ...], word: str = "and") -> str:
    """Items as a sentence lists them: a, b and c."""
    return f" {word} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 day, 2 days."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
