"""R17: DMVES is read from the sources, and says which behaviours apply to which Device Model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_tables import library

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.s1sr.matrix import read_dmves
from toolkit.conformance.s1sr.price_scalar import price_shown
from toolkit.conformance.s1sr.variations import device_variation, dmves_whole

VERSIONS = ("4.0", "4.3", "4.4", "6.0", "7.0")


@pytest.mark.verifies("S1SR", "dmves-complete")
@pytest.mark.parametrize(
    ("version", "rows", "behaviours"), [("4.0", 46, 26), ("4.3", 52, 29), ("4.4", 53, 29)]
)
def test_dmves_is_whole(version: str, rows: int, behaviours: int) -> None:
    dmves = read_dmves(library(), version)
    assert (len(dmves.rows), len(dmves.behaviours)) == (rows, behaviours)
    assert dmves_whole(version, sources=library()).outcome is Outcome.MET


FILE = "documents/s1sr/4.4/annex-a-dmves.csv"
TEXT = "documents/s1sr/4.4/18-device-specific-behaviours.md"


def with_change(file: str, old: str, new: str) -> Any:
    data = library().files.read(file).decode("utf-8")
    assert data.count(old) >= 1
    return library().with_files({file: data.replace(old, new, 1).encode("utf-8")})


@pytest.mark.verifies("S1SR", "dmves-complete")
@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        pytest.param(
            FILE,
            "2.03.0,–,–,–,–,–,Clause 18.5(bb)",
            "2.03.0,–,–,–,–,–,–",
            "Row D001 names no Clause",
            id="empty row",
        ),
        pytest.param(
            FILE,
            "Clause 18.22a",
            "Clause 18.99",
            "Row D003 names Clause 18.99, which does not exist",
            id="no clause",
        ),
        pytest.param(
            FILE,
            "Clause 18.5(aa)",
            "Clause 18.5",
            "Row D003 names Clause 18.5, which is not device-specific",
            id="too wide",
        ),
        pytest.param(
            FILE, "Clause 18.5(aa)", "Clause 9.10", "which is not device-specific", id="general steps"
        ),
        pytest.param(
            FILE, "D002,", "D001,", "the reference D001 stands there twice", id="a reference used twice"
        ),
        pytest.param(FILE, "KE-520,3.04.0", "KE-510,3.02.1", "has two Rows", id="a model with two rows"),
        pytest.param(
            FILE, "Clause 18.14; Clause 18.14a", "Clause 18.14", "Clause 18.14a has no Row", id="no row"
        ),
        pytest.param(
            TEXT,
            "identified in DMVES against this Clause 18.14 ",
            "of any kind ",
            "names Clause 18.14, which is not",
            id="a clause that no longer leans on DMVES",
        ),
    ],
)
def test_what_is_wrong_with_dmves_is_told(file: str, old: str, new: str, wrong: str) -> None:
    ruling = dmves_whole("4.4", sources=with_change(file, old, new))
    assert ruling.outcome is Outcome.NOT_MET and ruling.value is not None
    assert any(wrong in one for one in ruling.value), ruling.value


@pytest.mark.verifies("S1SR", "annex-a-dmves")
@pytest.mark.verifies("S1SR", "dmves-effect")
@pytest.mark.verifies("S1SR", "dmves-silent")
@pytest.mark.verifies("S1SR", "dmves-later-firmware")
@pytest.mark.parametrize(
    ("manufacturer", "model", "firmware", "version", "row", "labels"),
    [
        pytest.param(
            "Manufacturer A", "AE-110", "1.04.2", "4.4", "D016", "9.4 18.6(b) 9.8", id="at its firmware"
        ),
        pytest.param(
            "Manufacturer A", "AE-110", "1.04.10", "4.4", "D016", "9.4 18.6(b) 9.8", id="10 is after 2"
        ),
        pytest.param("Manufacturer A", "AE-110", "1.04.1", "4.4", "", "", id="before its firmware"),
        pytest.param("Manufacturer Z", "AE-110", "1.04.2", "4.4", "", "", id="another manufacturer"),
        pytest.param("Manufacturer A", "AE-111", "1.04.2", "4.4", "", "", id="another model"),
        pytest.param("Manufacturer P", "PP-725", "2.01.0", "4.4", "D053", "9.11 18.5(ee)", id="new in 4.4"),
        pytest.param("Manufacturer P", "PP-725", "2.01.0", "4.3", "", "", id="not yet in 4.3"),
        pytest.param("Manufacturer A", "AP-130", "1.02.0", "4.3", "D026", "9.11", id="as it was in 4.3"),
        pytest.param(
            "Manufacturer A", "AP-130", "1.02.0", "4.4", "D026", "9.11 18.5(ee)", id="as it is in 4.4"
        ),
    ],
)
def test_device_variation(
    manufacturer: str, model: str, firmware: str, version: str, row: str, labels: str
) -> None:
    ruling = device_variation(manufacturer, model, firmware, version, sources=library())
    assert ruling.outcome is Outcome.DECIDED and ruling.value is not None
    assert ruling.value.row == row
    assert [one.label for one in ruling.value.variations] == labels.split()
    assert all(one.id for one in ruling.value.variations)


@pytest.mark.verifies("S1SR", "dmves-later-firmware")
def test_a_later_row_takes_over() -> None:
    added = with_change(
        FILE, "D018,IOC", "D099,IOC,ESME,Manufacturer A,AE-110,1.06.0,–,Clause 9.8,–,–,–,–\nD018,IOC"
    )
    for firmware, row in (("1.05.9", "D016"), ("1.06.0", "D099"), ("2.0", "D099")):
        ruling = device_variation("Manufacturer A", "AE-110", firmware, "4.4", sources=added)
        assert ruling.value is not None and ruling.value.row == row


@pytest.mark.verifies("S1SR", "dmves-effect")
@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("9.4", Outcome.MET),
        ("Clause 18.6(b)", Outcome.MET),
        ("18.5(gg)", Outcome.NOT_MET),
        ("18.6", Outcome.REFUSED),
        ("9.1", Outcome.REFUSED),
        ("gg", Outcome.REFUSED),
    ],
)
def test_whether_one_clause_applies(clause: str, outcome: Outcome) -> None:
    ruling = device_variation("Manufacturer A", "AE-110", "1.04.2", "4.4", clause=clause, sources=library())
    assert ruling.outcome is outcome


@pytest.mark.verifies("S1SR", "annex-a-dmves")
@pytest.mark.parametrize(
    ("firmware", "version"),
    [("", "4.4"), ("1.04.2b", "4.4"), ("1..4", "4.4"), ("1.04.2", "1.0"), ("1.04.2", "5")],
)
def test_device_variation_refuses(firmware: str, version: str) -> None:
    ruling = device_variation("Manufacturer A", "AE-110", firmware, version, sources=library())
    assert ruling.outcome is Outcome.REFUSED


@pytest.mark.verifies("S1SR", "annex-a-dmves")
def test_a_matrix_with_other_columns_is_refused() -> None:
    ruling = dmves_whole("4.4", sources=with_change(FILE, "Row,Cohort", "Row,Group"))
    assert ruling.outcome is Outcome.REFUSED
    assert "does not begin with the columns" in ruling.reason


@pytest.mark.verifies("S1SR", "annex-a-dmves")
def test_every_shipped_row_is_found_by_its_own_device() -> None:
    for version in VERSIONS:
        for row in read_dmves(library(), version).rows:
            asked = row.manufacturer, row.model, row.firmware, version
            ruling = device_variation(*asked, sources=library())
            assert ruling.value is not None
            assert replace(row, variations=ruling.value.variations) == row
            assert ruling.value.row == row.name


@pytest.mark.verifies("S1SR", "foc-prices")
@given(st.integers(-8, 3), st.decimals(min_value=0, max_value=100, places=7))
def test_what_is_shown_is_the_price_only_at_minus_five(scalar: int, price: Any) -> None:
    ruling = price_shown(scalar, price)
    assert ruling.value is not None
    if ruling.outcome is Outcome.MET:
        assert scalar == -5
        assert ruling.value.shown == price
    elif ruling.value.fits and price:
        assert ruling.value.shown != price
