"""The schema, the response times and the tables of the DUIS do not drift apart."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from xml.etree import ElementTree

import pytest
from message_samples import (
    ESME,
    xml,
)
from rule_tables import library

from toolkit.conformance.duis import request as request_module
from toolkit.conformance.duis.message import request_message
from toolkit.conformance.duis.message_checks import ITEMS
from toolkit.conformance.duis.request import SRV_OF
from toolkit.conformance.duis.response_time import Mode, response_time
from toolkit.conformance.duis.tables import COMMAND_VARIANTS, HEADER_ITEMS, RESPONSE_TIMES, rows
from toolkit.conformance.duis.targets import valid_target
from toolkit.conformance.ruling import Outcome
from toolkit.conformance.vocabulary import Cohort, DeviceType, Generation, UserRole

XS = "{http://www.w3.org/2001/XMLSchema}"


def schema_items() -> dict[str, list[str]]:
    """From the name of a complex type to the elements in it."""
    text = files(request_module.__package__).joinpath("illustrative.xsd").read_text("utf-8")
    root = ElementTree.fromstring(text)
    return {
        one.get("name", ""): [element.get("name", "") for element in one.iter(f"{XS}element")]
        for one in root.iter(f"{XS}complexType")
    }


@pytest.mark.verifies("DUIS", "mandatory-items")
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


@pytest.mark.verifies("DUIS", "table-valid-targets")
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


FILE = "documents/duis/3.1U/03-messages.md"


@pytest.mark.verifies("DUIS", "table-valid-targets")
@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "| 11.1 | Update Firmware | ESME | Yes | Yes |",
            "| 11.1 | Update Firmware | ESME | Yes | Perhaps |",
            "“Perhaps”",
        ),
        ("{#table-valid-targets}", "{#table-of-targets}", "has no table table-valid-targets"),
        ("| Device Type | SMETS2+ | IOC |", "| Device Type | SMETS2+ | First |", "has no column “IOC”"),
    ],
)
def test_a_table_that_has_lost_its_sense_is_refused(old: str, new: str, says: str) -> None:
    """Law that cannot be read is never read as a permission."""
    text = library().files.read(FILE).decode("utf-8")
    assert old in text
    changed = library().with_files({FILE: text.replace(old, new).encode("utf-8")})
    ruling = valid_target("11.1", DeviceType.ESME, Cohort.IOC, "3.1U", sources=changed)
    assert ruling.outcome is Outcome.REFUSED
    assert says in ruling.reason


@pytest.mark.verifies("S1SR", "target-table")
@pytest.mark.parametrize(("s1sr", "duis"), [("4.0", "3.1"), ("4.4", "3.1U")])
def test_the_s1sr_allows_the_same_targets(s1sr: str, duis: str) -> None:
    """Table 8.3 of the S1SR against Table 3.2 of the DUIS and Table 16.1 of the SRPD."""
    compared = 0
    for row in rows(library().load(f"S1SR@{s1sr}"), "table-8-3", "Service Reference Variant", "CH", "PPMID"):
        srv = row["Service Reference Variant"].split()[0]
        for name in ("ESME", "GSME", "CH", "PPMID") if srv in SRV_OF.values() else ():
            for cohort in Cohort:
                allowed = row[name].startswith("Allowed") and (
                    " for " not in row[name] or cohort.value in row[name]
                )
                device_type = DeviceType("CHF" if name == "CH" else name)
                ruling = valid_target(srv, device_type, cohort, duis, sources=library())
                assert (ruling.outcome is Outcome.MET) is allowed, (srv, name, cohort)
                compared += 1
    assert compared == 64
