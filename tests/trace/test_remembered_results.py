"""What is remembered of results is what reading them gives; only the last ones of a file are kept."""

import json
from typing import Any

import pytest

from tests.kept import Kept
from toolkit.trace.remembered_results import remembered_results
from toolkit.trace.results import read_results

ONE = b"""<testsuites><testcase classname="a.b" name="t[x]"><properties>
<property name="verifies" value="DEMO#one"/><property name="verifies" value="DEMO#two"/></properties>
</testcase>
<testcase classname="a.b" name="u"><failure message="no \xe2\x80\x93 not this"/></testcase>
<testcase classname="a.b" name="v"><skipped message="later"/></testcase></testsuites>"""
OTHER = ONE.replace(b'name="u"', b'name="w"')


def test_again_and_after_another_run() -> None:
    store = Kept()
    for data in (ONE, ONE, OTHER, OTHER, ONE):
        assert remembered_results(data, "junit.xml", store) == read_results(data, "junit.xml")
    assert store.written == 3
    assert len(store.records) == 1


def test_two_files_of_the_same_results() -> None:
    store = Kept()
    for file in ("one.xml", "other.xml", "one.xml"):
        assert remembered_results(ONE, file, store) == read_results(ONE, file)


def test_what_is_wrong_is_told_each_time() -> None:
    store = Kept()
    for _ in range(2):
        results, wrong = remembered_results(b"<testsuites>", "junit.xml", store)
        assert not results
        assert [one.code for one in wrong] == ["T151"]
    assert not store.records


@pytest.mark.parametrize("record", [[], 1, {"a": 1}, ["", [1]], [1, 2, 3]], ids=str)
def test_a_record_that_is_none_of_ours(record: Any) -> None:
    store = Kept()
    remembered_results(ONE, "junit.xml", store)
    (key,) = store.records
    store.records[key] = json.dumps(record)
    assert remembered_results(ONE, "junit.xml", store) == read_results(ONE, "junit.xml")


@pytest.mark.parametrize(
    "row", [[], 1, ["a", "b", "unknown", "", []], ["a", "b", "passed", "", [[1]]]], ids=str
)
def test_rows_that_are_none_of_ours(row: Any) -> None:
    store = Kept()
    remembered_results(ONE, "junit.xml", store)
    (key,) = store.records
    store.records[key] = json.dumps([json.loads(store.records[key])[0], [row]])
    assert remembered_results(ONE, "junit.xml", store) == read_results(ONE, "junit.xml")
