"""The numbers in the code are those in the words of every version that is held."""

from __future__ import annotations

import re
from datetime import date

import pytest
from rule_tables import library

from toolkit.conformance.law import last_day_of_tmad
from toolkit.conformance.s1sr.default_pin import DEFAULT_PIN
from toolkit.conformance.s1sr.price_scalar import WANTED
from toolkit.conformance.tmad import engineering_pin, mprn, notice, security_testing, supplier_change
from toolkit.library.load import Loaded
from toolkit.model.block import Clause, Definition, Paragraph


def held(code: str, clause: str) -> list[tuple[str, str]]:
    """Each version that is held and has a clause, with the words of the clause."""
    found = []
    for loaded in library().everything():
        if loaded.document.register.code == code:
            words = _words(loaded, clause)
            if words:
                found.append((loaded.document.version.name, words))
    assert found
    return found


def _words(loaded: Loaded, clause: str) -> str:
    found: Clause | Definition | None = loaded.index.clauses.get(clause) or loaded.index.definitions.get(
        clause
    )
    blocks = found.blocks if found else ()
    return " ".join(block.text.plain for block in blocks if isinstance(block, Paragraph))


def number(pattern: str, words: str) -> int:
    found = re.search(pattern, words)
    assert found, words
    return int(found[1])


@pytest.mark.verifies("TMAD", "notice-firmware")
@pytest.mark.parametrize("clause", ["notice-firmware", "notice-configuration"])
def test_notice_of_firmware(clause: str) -> None:
    for version, words in held("TMAD", clause):
        assert notice.FIRMWARE_PERIOD.value(version) == number(r"not less than (\d+) Working Days", words)
        assert notice.AGREEMENT_COUNTS.value(version) is (
            "has agreed with that Responsible Supplier" in words
        )


@pytest.mark.verifies("TMAD", "notice-migration")
def test_notice_of_migration() -> None:
    for version, words in held("TMAD", "notice-migration"):
        assert number(r"not less than (\d+) Working Days", words) == notice.MIGRATION_PERIOD
        assert notice.AGREEMENT_COUNTS.value(version) is (
            "has agreed with that Responsible Supplier" in words
        )


@pytest.mark.verifies("TMAD", "change-of-supplier-window")
def test_the_window_before_a_change_of_supplier() -> None:
    for version, words in held("TMAD", "change-of-supplier-window"):
        assert supplier_change.PERIOD.value(version) == number(r"within (\d+) days", words)


@pytest.mark.verifies("TMAD", "expiry")
def test_the_last_day_of_the_tmad() -> None:
    for version, words in held("TMAD", "expiry"):
        assert last_day_of_tmad(version) == date(number(r"31 December (\d{4})", words), 12, 31)


@pytest.mark.verifies("TMAD", "engineering-menu-pin")
def test_the_period_for_altered_pins() -> None:
    for _, words in held("TMAD", "pin-to-installer"):
        assert number(r"within (\d+) Working Days", words) == engineering_pin.PERIOD


@pytest.mark.verifies("TMAD", "mprn-leading-zeros")
def test_the_groups_whose_leading_zeros_are_ignored() -> None:
    for _, words in held("TMAD", "mprn-leading-zeros"):
        assert tuple(re.findall("“([A-Z]{2})”", words)) == mprn.ZEROS_IGNORED


@pytest.mark.verifies("TMAD", "completion-report")
def test_the_period_for_a_completion_report() -> None:
    for _, words in held("TMAD", "completion-report"):
        assert number(r"Within (\d+) Working Days", words) == security_testing.REPORT_PERIOD


@pytest.mark.verifies("S1SR", "def-default-pin")
@pytest.mark.verifies("S1SR", "foc-prices")
def test_the_default_pin_and_the_price_scalar() -> None:
    for _, words in held("S1SR", "def-default-pin"):
        assert words.endswith(f"of {DEFAULT_PIN};")
    for _, words in held("S1SR", "price-scalar"):
        assert f"is {WANTED}," in words
