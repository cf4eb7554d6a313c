"""The conversion table: how people write dates, money, periods and lists, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.data import as_data, parse_json
from toolkit.conformance.kind import kind_of, read_json, read_text
from toolkit.conformance.quantity import Days, Pence, WorkingDays
from toolkit.conformance.ruling import RefusalError
from toolkit.conformance.vocabulary import Cohort


@dataclass(frozen=True, slots=True)
class Debt:
    """A record."""

    name: str
    amount: Pence
    until: date | None = None


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (date, "2020-08-06", date(2020, 8, 6)),
        (date, "6 August 2020", date(2020, 8, 6)),
        (date, "29 february 2020", date(2020, 2, 29)),
        (datetime, "2020-09-01T10:00:00Z", datetime(2020, 9, 1, 10, tzinfo=UTC)),
        (bool, "yes", True),
        (bool, "FALSE", False),
        (int, "-5", -5),
        (Pence, "150", 150),
        (Pence, "150p", 150),
        (Pence, "150 pence", 150),
        (Pence, "£1.50", 150),
        (Pence, "£1", 100),
        (Pence, "-£0.01", -1),
        (WorkingDays, "15", 15),
        (WorkingDays, "15 Working Days", 15),
        (WorkingDays, "1 working day", 1),
        (WorkingDays, "15 WD", 15),
        (Days, "9 days", 9),
        (timedelta, "16 s", timedelta(seconds=16)),
        (timedelta, "1.5 seconds", timedelta(seconds=1.5)),
        (timedelta, "30 min", timedelta(minutes=30)),
        (timedelta, "24 hours", timedelta(days=1)),
        (timedelta, "5 days", timedelta(days=5)),
        (Decimal, "0.15432", Decimal("0.15432")),
        (Decimal, "-£2", Decimal(-2)),
        (Cohort, "moc (mds)", Cohort.MOC_MDS),
        (date | None, "none", None),
        (tuple[date, ...], "2020-08-06; 2020-08-07", (date(2020, 8, 6), date(2020, 8, 7))),
        (tuple[str, ...], "none", ()),
        (tuple[str, ...], '["a; b", "c"]', ("a; b", "c")),
        (Debt, '{"name": "fuel", "amount": 5}', Debt("fuel", Pence(5))),
        (Debt, "name: fuel, oil and gas, amount: £5", Debt("fuel, oil and gas", Pence(500))),
        (Debt, "until: none, amount: 5, name: fuel", Debt("fuel", Pence(5))),
        (
            tuple[Debt, ...],
            "name: a, amount: 1; name: b, amount: 2",
            (Debt("a", Pence(1)), Debt("b", Pence(2))),
        ),
        (tuple[tuple[str, ...], ...], "a, b; c", (("a", "b"), ("c",))),
        (tuple[Debt, ...], '[{"name": "fuel", "amount": "£5", "until": null}]', (Debt("fuel", Pence(500)),)),
    ],
)
def test_what_people_write(annotation: Any, text: str, value: Any) -> None:
    assert read_text(annotation, f"  {text} ") == value
    assert kind_of(annotation).fits(value)


@pytest.mark.parametrize(
    ("annotation", "text", "says"),
    [
        (date, "", "missing"),
        (date, " ", "missing"),
        (date, "06/08/2020", "such as 2020-08-06"),
        (date, "2020-8-6", "such as"),
        (date, "2020-02-30", "no day of the calendar"),
        (date, "31 June 2020", "no day of the calendar"),
        (date, "6 Augst 2020", "no day of the calendar"),
        (date, "20200806", "such as"),
        (datetime, "2020-09-01T10:00:00", "in UTC"),
        (datetime, "2020-09-01T25:00:00Z", "no time of day"),
        (bool, "maybe", "neither yes nor no"),
        (bool, "1", "neither yes nor no"),
        (int, "5.0", "whole number"),
        (int, "1_000", "whole number"),
        (int, "٣", "whole number"),
        (int, "9" * 31, "whole number"),
        (Pence, "1.50", "amount of money"),
        (Pence, "£1.5", "amount of money"),
        (Pence, "$1.50", "amount of money"),
        (WorkingDays, "15 days", "Working Days"),
        (Days, "15 Working Days", "number of days"),
        (timedelta, "16", "with its unit"),
        (timedelta, "-16 s", "with its unit"),
        (Decimal, "1e5", "a number"),
        (Decimal, "NaN", "a number"),
        (Decimal, "1,5", "a number"),
        (Cohort, "MOC", "one of: IOC"),
        (date | None, "null", "Where there is none, write none"),
        (tuple[int, ...], "1;;2", "whole number"),
        (tuple[int, ...], "[1, 2", "cannot be read as JSON"),
        (tuple[int, ...], "[1, null]", "item 2"),
        (Debt, "fuel", "as in name: …"),
        (Debt, "fuel, amount: 5", "as in name: …"),
        (Debt, "name: fuel, name: gas, amount: 5", "as in name: …"),
        (Debt, "name: fuel", "wants amount"),
        (Debt, "name: fuel, amount: much", "amount: “much”"),
        (Debt, "name: , amount: 5", "name: it is missing"),
        (tuple[Debt, ...], "name: a, amount: 1;; name: b, amount: 2", "as in name: …"),
        (Debt, "[]", "not an object"),
        (Debt, '{"name": "fuel"}', "wants amount"),
        (Debt, '{"name": "fuel", "amount": 5, "rate": 1}', "has no rate"),
        (Debt, '{"name": "fuel", "amount": true}', "amount:"),
        (Debt, '{"name": null, "amount": 5}', "name:"),
        (Debt, '{"name": "a", "name": "b", "amount": 5}', "stands twice"),
        (tuple[Decimal, ...], "[NaN]", "no number"),
        (tuple[int, ...], "[" * 100_000, "cannot be read as JSON"),
    ],
)
def test_what_is_refused(annotation: Any, text: str, says: str) -> None:
    with pytest.raises(RefusalError) as caught:
        read_text(annotation, text)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (date, datetime(2020, 8, 6)),
        (int, True),
        (int, 5.0),
        (str, 5),
        (str, None),
        (bool, 1),
        (Decimal, 0.5),
        (tuple[int, ...], [1]),
        (tuple[int, ...], (1, "2")),
        (Cohort, "IOC"),
        (Debt, Debt("fuel", "5")),  # type: ignore[arg-type]
        (date | None, ""),
    ],
)
def test_what_a_rule_does_not_take(annotation: Any, value: Any) -> None:
    assert not kind_of(annotation).fits(value)


@pytest.mark.parametrize(
    ("annotation", "data"),
    [
        (str, 1234),
        (date, 2020),
        (bool, "perhaps"),
        (int, 5.5),
        (Pence, None),
        (tuple[str, ...], "a"),
        (Decimal, [1]),
    ],
)
def test_json_of_another_kind_is_refused(annotation: Any, data: Any) -> None:
    with pytest.raises(RefusalError):
        read_json(annotation, data)


def test_fractions_in_json_are_exact() -> None:
    assert read_json(Decimal, parse_json("0.1")) == Decimal("0.1")
    assert read_json(Decimal, parse_json("1e-05")) == Decimal("0.00001")


def test_a_type_that_no_rule_takes() -> None:
    with pytest.raises(TypeError, match="rules take no values"):
        kind_of(set[str])


VALUES: dict[Any, st.SearchStrategy[Any]] = {
    date: st.dates(),
    int: st.integers(-(10**29), 10**29),
    bool: st.booleans(),
    str: st.text(min_size=1).filter(lambda text: text == text.strip()),
    Decimal: st.decimals(-(10**9), 10**9, places=6),
    timedelta: st.integers(0, 10**14).map(lambda number: timedelta(microseconds=number)),
    Cohort: st.sampled_from(Cohort),
    tuple[date, ...]: st.lists(st.dates(), max_size=4).map(tuple),
    date | None: st.none() | st.dates(),
    Debt: st.builds(Debt, st.text(), st.integers(-9, 9), st.none() | st.dates()),
}


@pytest.mark.parametrize("annotation", VALUES, ids=str)
def test_what_is_written_as_data_is_read_back(annotation: Any) -> None:
    @given(VALUES[annotation])
    def law(value: Any) -> None:
        assert kind_of(annotation).fits(value)
        stripped = (
            value if not isinstance(value, Debt) else Debt(value.name.strip(), value.amount, value.until)
        )
        assert read_json(annotation, as_data(value)) == stripped

    law()


@given(st.text(max_size=30))
def test_any_text_is_a_value_or_a_refusal(text: str) -> None:
    for annotation in (
        date,
        int,
        bool,
        Pence,
        WorkingDays,
        timedelta,
        Decimal,
        Cohort,
        tuple[date, ...],
        Debt,
    ):
        try:
            value = read_text(annotation, text)
        except RefusalError:
            continue
        assert kind_of(annotation).fits(value)
