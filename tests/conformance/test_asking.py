"""Whatever a rule is asked with, it answers with a ruling, and never passes what it cannot know."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import library

from toolkit.conformance.asking import UnknownInputError, ask_json, ask_text
from toolkit.conformance.catalogue import RULES, SOURCES, Rule, find, near
from toolkit.conformance.rule import inputs
from toolkit.conformance.ruling import Outcome, Provision, Ruling
from toolkit.conformance.tmad.mprn import match_mprn

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.number)


@EACH
def test_nothing_at_all_is_refused(rule: Rule) -> None:
    ruling = ask_text(rule, {}, library())
    assert ruling.outcome is Outcome.REFUSED
    assert ruling.value is None
    assert "is missing" in ruling.reason
    assert ruling.clause.document == rule.law.document


@EACH
def test_none_and_things_of_another_kind_are_refused(rule: Rule) -> None:
    names = [name for name in inputs(rule.function) if name != SOURCES]
    for wrong in (None, object(), 1.5, [], {}):
        given_values: dict[str, Any] = dict.fromkeys(names, wrong)
        if rule.reads_sources:
            given_values[SOURCES] = library()
        ruling = rule.function(**given_values)
        assert ruling.outcome is Outcome.REFUSED, (rule.number, wrong)
        assert ruling.reason.startswith(f"{names[0]}: ")
        assert ("it is missing" in ruling.reason) is (wrong is None)


def test_arguments_by_place_are_checked_as_those_by_name_are() -> None:
    wrong: Any = None
    assert match_mprn("1", "1", "AA").outcome is Outcome.MET
    for arguments in ((wrong, "1", "AA"), ("1", wrong, "AA"), ("1", "1", wrong), ("1", "1", 5)):
        assert match_mprn(*arguments).outcome is Outcome.REFUSED
    assert match_mprn("1", "1", group_id="AA").outcome is Outcome.MET
    assert match_mprn("1", "1", group_id=wrong).reason.startswith("group_id: it is missing")
    assert match_mprn("1", "1", "AA", version=wrong).reason.startswith("version: it is missing")


@EACH
def test_sources_that_are_none_are_refused(rule: Rule) -> None:
    if rule.reads_sources:
        wrong: Any = None
        values = {
            one.name: one.kind.read("11.1") if one.kind.words == "text" else None for one in rule.inputs
        }
        assert rule.function(**values, sources=wrong).outcome is Outcome.REFUSED


WORDS = (
    "|none|yes|2020-08-06|31 December 2021|6.0|6.1U|11.0|4.4|3.1U|0|-1|99|AA|IOC|FOC"
    "|Dormant|on|off|DCC|ESME|PPMID|11.1|CPA certificate|9999-12-31|0001-01-01|999999999999"
    '|[]|{}|[1]|[{"a": 1}]|16 s|£1.50|\x00|\ud800'
)
TEXTS = st.text(max_size=12) | st.sampled_from(WORDS.split("|"))


@EACH
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_texts_get_a_ruling(rule: Rule, data: st.DataObject) -> None:
    given_texts = {one.name: data.draw(TEXTS) for one in rule.inputs}
    _is_ruling(ask_text(rule, given_texts, library()))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 10**12)
    | st.sampled_from(["", "none", "2020-08-06", "6.0", "IOC"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@EACH
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_json_gets_a_ruling(rule: Rule, data: st.DataObject) -> None:
    _is_ruling(ask_json(rule, {one.name: data.draw(JSON) for one in rule.inputs}, library()))


def _is_ruling(ruling: Ruling[Any]) -> None:
    assert ruling.reason.endswith((".", "?"))
    assert ruling.clause.document
    assert len(ruling.reason) < 2000
    if ruling.outcome is Outcome.REFUSED:
        assert ruling.value is None


def test_an_input_that_there_is_not() -> None:
    rule = find("R4")
    assert rule is not None
    with pytest.raises(UnknownInputError, match=r"R4 has no input “notice”\. Its inputs are notice_date"):
        ask_text(rule, {"notice": "2020-08-06"})


def test_rules_are_found_by_number_and_name() -> None:
    assert find("r4") is find("firmware-notice") is find("firmware_notice")
    assert find("R99") is None
    assert near("firmware-notise")[0] == "firmware-notice"


def test_a_ruling_is_neither_true_nor_false() -> None:
    rule = find("R1")
    assert rule is not None
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(ask_text(rule, {}))


def test_a_provision_in_words() -> None:
    assert str(Provision("TMAD", "4.29(b)", "notice-firmware", "6.0")) == "TMAD 4.29(b) (6.0)"
    assert str(Provision("SEC", "H5.8")) == "SEC H5.8"
    assert str(Provision("Live Services Criteria", "")) == "Live Services Criteria"
