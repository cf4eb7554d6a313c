"""Results are read from JUnit XML of any maker; hostile files give no result and a reason."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import laws
from toolkit.trace.results import LARGEST, Outcome, read_results

GOOD = b"""<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest">
  <testcase classname="tests.test_tmad" name="test_passes"/>
  <testcase classname="tests.test_tmad.TestGate" name="test_fails[AA]">
    <properties><property name="verifies" value="TMAD#expiry"/><property name="verifies" value="SEC#x"/>
      <property name="other" value="TMAD#no"/></properties>
    <failure message="assert 1 == 2&#10;more">trace</failure></testcase>
  <testcase classname="tests.test_tmad" name="test_breaks"><error>in\n  the text</error></testcase>
  <testcase classname="tests.test_tmad" name="test_skipped"><skipped message="no browser"/></testcase>
  <testcase classname="tests.test_tmad" name="test_torn"><skipped/><error message="teardown"/></testcase>
</testsuite></testsuites>"""


def test_each_outcome() -> None:
    results, wrong = read_results(GOOD, "junit.xml")
    assert wrong == ()
    assert [(one.name, one.outcome, one.message, one.verifies) for one in results] == [
        ("test_passes", Outcome.PASSED, "", ()),
        ("test_fails[AA]", Outcome.FAILED, "assert 1 == 2 more", (("TMAD", "expiry"), ("SEC", "x"))),
        ("test_breaks", Outcome.FAILED, "in the text", ()),
        ("test_skipped", Outcome.SKIPPED, "no browser", ()),
        ("test_torn", Outcome.FAILED, "teardown", ()),
    ]
    assert results[1].test == ("tests.test_tmad.TestGate", "test_fails")


BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<testsuites><testcase name="&b;"/></testsuites>"""
FILE = (
    b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><testsuites><testcase name="&f;"/></testsuites>'
)
WRONG = {
    "nothing": (b"", "not XML"),
    "cut off": (GOOD[:300], "not XML"),
    "not XML": (b"ok 1 - test_passes", "not XML"),
    "entities in entities": (BOMB, "document type"),
    "an entity that is a file": (FILE, "document type"),
    "another document type": (b"<!DOCTYPE html><html/>", "document type"),
    "another root": (b"<coverage/>", "<coverage>"),
    "not the encoding that it says": (b'<?xml version="1.0" encoding="utf-8"?><testsuites>\xff', "not XML"),
    "an encoding that there is not": (b'<?xml version="1.0" encoding="klingon"?><testsuites/>', "not XML"),
}


@pytest.mark.parametrize(("data", "told"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_gives_nothing(data: bytes, told: str) -> None:
    results, (wrong,) = read_results(data, "junit.xml")
    assert results == ()
    assert (wrong.code, wrong.place.file) == ("T151", "junit.xml")
    assert told in wrong.message


def test_a_file_that_is_too_large_is_not_read() -> None:
    class Large(bytes):
        def __len__(self) -> int:
            return LARGEST + 1

    assert "larger than" in read_results(Large(GOOD), "junit.xml")[1][0].message


@laws
@given(st.binary(max_size=200), st.integers(0, len(GOOD)))
@example(b":", 252)  # a name without a prefix before its colon
def test_any_bytes_are_survived(data: bytes, at: int) -> None:
    read_results(data, "junit.xml")
    read_results(GOOD[:at] + data + GOOD[at:], "junit.xml")


def test_deep_nesting_is_survived() -> None:
    read_results(
        b"<testsuites>" + b"<testsuite>" * 100_000 + b"</testsuite>" * 100_000 + b"</testsuites>", "x"
    )
