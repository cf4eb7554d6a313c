"""The shipped documents tell the history of the public record: what changed when, what was law on a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from toolkit.compare.compare import compare
from toolkit.library.library import Library, read_library
from toolkit.library.load import Loaded
from toolkit.library.timeline import in_effect
from toolkit.model.block import Definition
from toolkit.model.passage import NOT_LEGAL_TEXT, Kind, passages
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]


@cache
def library() -> Library:
    return read_library(Folder(ROOT))


def load(name: str) -> Loaded:
    return library().load(name)


# -- what was in legal effect when ------------------------------------------------------------------

DAYS = [
    ("TMAD", date(2019, 2, 13), []),
    ("TMAD", date(2019, 2, 14), ["1.0"]),
    ("TMAD", date(2020, 5, 5), ["1.0"]),
    ("TMAD", date(2020, 5, 6), ["4.0"]),
    ("TMAD", date(2020, 7, 24), ["6.0"]),
    ("TMAD", date(2020, 12, 21), ["9.0"]),
    ("TMAD", date(2021, 2, 27), ["9.0"]),
    ("TMAD", date(2021, 2, 28), ["11.0"]),
    ("S1SR", date(2019, 7, 28), ["1.0"]),
    ("S1SR", date(2020, 7, 24), ["4.0"]),
    ("S1SR", date(2020, 12, 3), ["4.0"]),
    ("S1SR", date(2020, 12, 4), ["6.0"]),
    ("S1SR", date(2021, 2, 28), ["7.0"]),
    ("SRPD", date(2020, 5, 6), ["3.0"]),
    ("DUIS", date(2020, 8, 6), ["3.0", "3.1"]),
    ("IEDP", date(2019, 1, 20), ["2018-11"]),
    ("IEDP", date(2019, 1, 21), ["2019-01"]),
    ("SEC", date(2019, 1, 21), ["2018-11"]),
    ("SEC", date(2019, 3, 31), ["2019-01"]),
    ("S1SPKI CP", date(2021, 2, 27), []),
    ("S1SPKI CP", date(2021, 2, 28), ["1.0"]),
]


@pytest.mark.parametrize(("code", "day", "versions"), DAYS, ids=lambda value: str(value))
def test_what_was_in_legal_effect(code: str, day: date, versions: list[str]) -> None:
    assert [one.name for one in in_effect(library().register(code), day)] == versions


# -- what changed between two versions ----------------------------------------------------------------

TESTING = "SMETS1 Device Security Testing"
SECURITY_TESTING = f"Completion Report; Scope and Timetable Document; Security Finding; {TESTING}"

CHANGES = {
    "TMAD 4.0 4.1-consulted": f"1.2; 4.29; 4.30; 17; 18.1; 18.7; {SECURITY_TESTING}",
    "TMAD 4.0 4.1": f"1.2; 4.29; 4.30; 17; 18.1; 18.7; {SECURITY_TESTING}",
    "TMAD 4.1-consulted 4.1": f"4.29; 4.30; 17.1; 17.2; 17.3; 17.4; 17.6; 17.12; {TESTING}",
    "TMAD 4.1 5.1": "4.1; 4.3; B1; B7",
    "TMAD 5.1 5.2": "4.26",
    "TMAD 5.1 6.0": "4.31; 17.2",
    "TMAD 5.2 7.0": "4.26; 4.31; 17.2",
    "TMAD 6.0 7.0": "4.26",
    "TMAD 7.0 2020-11": "4.32A",
    "TMAD 7.0 9.0": "1.5",
    "TMAD 9.0 10.0": "",
    "TMAD 10.0 11.0": "1.6; 4.22A; 4.33; 6.3; 6.5; 15.9; B1; B8; Table 16.9; Table 16.10; "
    "Profile Data Switch; S1SPKI Certificate",
    "S1SR 6.0 7.0": "9.6a; 9.8b; 18.22; 18.22a; 18.22c; Annex A",
    "IEDP 2018-11 2019-01": "1.2; 1.4; 5; 6.5; 7.1; 7.5; 8.5; 8.6; Notifying User; SMETS1 Entry",
    "SEC 2018-11-consulted 2019-01": "F2.7A; F2.10A; G7.21; H5.8; H14.31; H14.36A; I1.12; I1.13; L3.18; X9; "
    "Communications Provider; SMETS1 Service Request",
}


@pytest.mark.parametrize("pair", CHANGES)
def test_what_changed(pair: str) -> None:
    """By numbered clause, definition, table or annex: just these changed."""
    code, old, new = pair.rsplit(" ", 2)
    assert changed(load(f"{code}@{old}"), load(f"{code}@{new}")) == {*filter(None, CHANGES[pair].split("; "))}


def changed(old: Loaded, new: Loaded) -> set[str]:
    found: set[str] = set()
    for change in compare(old.document, new.document).changes:
        passage = change.new or change.old
        assert passage is not None
        if passage.kind not in NOT_LEGAL_TEXT and passage.kind not in (Kind.GAP, Kind.CROSSHEADING):
            found.add(unit(new if change.new else old, passage.owner))
    return {one for one in found if "." not in one or one.partition(".")[0] not in found}  # 17 is all of 17


def unit(loaded: Loaded, owner: str) -> str:
    """The numbered clause, definition, table or annex that an id stands in."""
    index = loaded.index
    at = owner
    while at:
        if at in index.definitions:
            block = index.definitions[at]
            assert isinstance(block, Definition)
            return block.term.plain
        if at in index.tables and index.tables[at].label:
            return index.tables[at].label
        if at in index.clauses and not index.clauses[at].label.own.startswith("("):
            return index.clauses[at].label.text
        if at not in index.parents or not index.parents[at]:
            break
        at = index.parents[at]
    return next((one.label for one in loaded.document.register.annexes if one.id == at), at)


# -- what stands where --------------------------------------------------------------------------------

SINCE_7 = "7.0 2020-11 9.0 10.0 11.0"
SINCE_4_1 = f"4.1 5.1 5.2 6.0 6.1U {SINCE_7}"

STANDS_IN = {
    "TMAD 3.24": "6.1U",
    "TMAD 3.25": "6.1U",
    "TMAD 4.22A": "11.0",
    "TMAD 4.32A": "2020-11",
    "TMAD 4.26(a)(ii)": f"5.2 {SINCE_7}",
    "TMAD 17.12": f"4.1-consulted {SINCE_4_1}",
    "TMAD 4.1(b)(ii)": f"5.1 5.2 6.0 6.1U {SINCE_7}",
    "S1SR 9.8a": "4.3 4.4 6.0 7.0",
    "S1SR 18.5(gg)": "4.0 4.3 4.4 6.0 7.0",
    "S1SR 8.6a": "4.4",
    "SEC F2.10A": "2018-11-consulted 2019-01",
    "SEC G7.21(j)": "2019-01",
    "SEC X9": "2018-11 2019-01",
}


@pytest.mark.parametrize("clause", STANDS_IN)
def test_a_clause_stands_in_the_versions_that_have_it(clause: str) -> None:
    code, label = clause.rsplit(" ", 1)
    register = library().register(code)
    having = [
        one.name
        for one in register.versions
        if one.held and label in library().of(register, one).index.labels
    ]
    assert having == STANDS_IN[clause].split()


SAYS = [
    ("TMAD", "1.5", "31 December 2020", "4.0 4.1-consulted 4.1 5.1 5.2 6.0 6.1U 7.0 2020-11"),
    ("TMAD", "1.5", "31 December 2021", "9.0 10.0 11.0"),
    ("TMAD", "1.6(b)", "Party or person", "11.0"),
    ("TMAD", "4.29(b)", "not less than 15 Working Days", "4.0 4.1-consulted"),
    ("TMAD", "4.29(b)", "not less than 5 Working Days", SINCE_4_1),
    ("TMAD", "4.29(a)", "agreed with that Responsible Supplier", SINCE_4_1),
    ("TMAD", "4.33", "within 2 days", "4.0 4.1-consulted 4.1 5.1 5.2 6.0 6.1U 7.0 2020-11 9.0 10.0"),
    ("TMAD", "4.33", "within 9 days", "11.0"),
    ("TMAD", "17.1", "Clause 16.1", "4.1-consulted"),
    ("TMAD", "17.12", "copy to the Secretary of State", SINCE_4_1),
    ("SEC", "F2.10A(a)(iii)", "first added", "2019-01"),
    ("SEC", "L3.18", "Section L3.17", "2019-01"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "label", "words", "versions"), SAYS)
def test_what_a_clause_says_in_each_version(code: str, label: str, words: str, versions: str) -> None:
    register = library().register(code)
    saying = []
    for version in register.versions:
        if version.held:
            loaded = library().of(register, version)
            clause = loaded.index.labels.get(label)
            texts = (one.plain for one in passages(loaded.document) if clause and one.owner == clause.id)
            saying += [version.name] if any(words in text for text in texts) else []
    assert saying == versions.split()


def test_what_was_left_as_it_was() -> None:
    """The answer to the consultations on FOC: these stay as they are."""
    for code, old, new, labels in (
        ("S1SR", "6.0", "7.0", ("18.5(gg)", "18.6(b)")),
        ("TMAD", "10.0", "11.0", ("4.49",)),
    ):
        both = load(f"{code}@{old}"), load(f"{code}@{new}")
        for label in labels:
            before, after = (words(one, label) for one in both)
            assert before == after != []


def words(loaded: Loaded, label: str) -> list[str]:
    top = loaded.index.labels[label].id
    within = {top} | {one for one in loaded.index.clauses if top in ancestors(loaded, one)}
    return [one.plain for one in passages(loaded.document) if one.owner in within]


def ancestors(loaded: Loaded, id_: str) -> list[str]:
    return [one.id for one in loaded.index.ancestors(id_)]
