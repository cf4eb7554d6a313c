"""A small root: each provision has its verdict, and each fault one finding where it was made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_root import (
    ATTESTED,
    CODE,
    EVIDENCE,
    FILES,
    GREEN,
    TESTS,
    TEXT,
    junit,
    sources,
    traced,
)

from toolkit.trace.report import as_text
from toolkit.trace.tracing import Traced, trace
from toolkit.trace.verdict import State


def told(found: Traced) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.file, one.place.line) for one in found.findings]


def states(found: Traced) -> dict[str, State]:
    return {f"{one.version}#{one.clause}": one.state for one in found.verdicts}


def test_all_is_well() -> None:
    found = traced({})
    assert told(found) == []
    assert states(found) == {
        "2#notice": State.PASSING,
        "2#manner": State.PASSING,
        "2#in-writing": State.PASSING,
        "2#thanks": State.PROCEDURAL,
        "1#withdrawn": State.PASSING,
    }


def test_what_shares_its_clauses_label_is_called_by_its_id() -> None:
    """Definitions and tables: three lines that begin TMAD@6.1U:2.1 cannot be told apart."""
    found = traced({})
    clause = found.verdicts[0]
    definition = replace(clause, clause="def-notice", number="", kind="definition")
    table = replace(clause, clause="table-of-notices", number="Table 1.1", kind="table")
    lines = as_text(replace(found, verdicts=(clause, definition, table)), ()).splitlines()
    named = [line.split()[1] for line in lines[:3]]
    assert named == ["DEMO@2:1.1", "DEMO@2#def-notice", "DEMO@2#table-of-notices"]


def test_without_results_nothing_is_passing_and_nothing_is_missed() -> None:
    found = traced({}, results=None)
    assert told(found) == []
    assert set(states(found).values()) == {State.NOT_RUN, State.PROCEDURAL}


def test_nothing_is_attested_at_first() -> None:
    found = trace(sources(FILES)[0])
    assert told(found) == [("T122", CODE, 3), ("T122", CODE, 6), ("T122", CODE, 7), ("T122", CODE, 10)]


FAULTS = {
    "a clause reworded": ({TEXT: ("5 Working", "6 Working")}, [("T121", TEXT, 3)]),
    "a limb reworded, and with it the clause": ({TEXT: ("be given in", "be sent in")}, [("T121", TEXT, 5)]),
    "the clause around a limb reworded": ({TEXT: ("A notice shall", "A notice must")}, [("T121", TEXT, 4)]),
    "a limb without code reworded": ({TEXT: ("sent to the", "given to the")}, [("T121", TEXT, 4)]),
    "a clause without code reworded": ({TEXT: ("thank everybody", "thank nobody")}, []),
    "code changed": ({CODE: ("return 5", "return 6")}, [("T121", CODE, 3)]),
    "code of two links changed": (
        {CODE: ('return "in writing"', 'return "by voice"')}, [("T121", CODE, 6), ("T121", CODE, 7)],
    ),
    "code laid out anew": (
        {CODE: ("def notice(): return 5", 'def notice():\n    """Five."""\n    return  5')},
        [],
    ),
    "since another version": ({CODE: ('"notice", since="1"', '"notice", since="2"')}, [("T121", CODE, 3)]),
    "since no version": ({CODE: ('"notice", since="1"', '"notice", since="9"')}, [("T113", CODE, 3)]),
    "a clause that is not there": ({CODE: ('"notice"', '"notise"')}, [("T112", CODE, 3)]),
    "another clause instead": ({CODE: ('"notice"', '"thanks"')}, [("T122", CODE, 3)]),
    "a document that is not there": ({CODE: ('"DEMO", "notice"', '"DEMI", "notice"')}, [("T111", CODE, 3)]),
    "the function gone": (
        {CODE: ('@implements("DEMO", "notice", since="1")\ndef notice(): return 5\n', "")},
        [("T123", ATTESTED, 4)],
    ),
    "one mark of two gone": (
        {CODE: ('@implements("DEMO", "in-writing", since="2")\n', "")}, [("T123", ATTESTED, 2)],
    ),
    "the function renamed": ({CODE: ("def notice()", "def period()")}, [("T122", CODE, 3)]),
    "code of what only another version has, changed": (
        {CODE: ('return "whistle"', 'return "sing"')}, [("T121", CODE, 10)],
    ),
    "a test of a clause that is not there": ({TESTS: ('"manner"', '"maner"')}, [("T112", TESTS, 7)]),
    "a test without its mark": (
        {TESTS: ('@pytest.mark.verifies("DEMO", "manner")\n', "")},
        [("T132", TEXT, 4)],
    ),
    "evidence for nothing": ({EVIDENCE: ("  manner:", "  maner:")}, [("T134", EVIDENCE, 4)]),
    "evidence that cannot be read, and no clause lacks what nobody knows": (
        {EVIDENCE: ("{needs: [code, test]}", "{needs: [code, tests]}"),
         TESTS: ('@pytest.mark.verifies("DEMO", "manner")\n', "")},
        [],  # what reads it tells of it
    ),
    "more evidence wanted": (
        {EVIDENCE: ("manner: {needs: [code, test]}", "manner: {needs: [code, test, example]}")},
        [("T132", TEXT, 4)],
    ),
    "a duty that needs proof": (
        {EVIDENCE: ("  notice:", "  thanks: {needs: code}\n  notice:")},
        [("T132", TEXT, 7)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), FAULTS.values(), ids=FAULTS)
def test_one_finding_a_fault_where_it_was_made(
    changes: dict[str, tuple[str, str]], expected: list[tuple[str, str, int]]
) -> None:
    assert told(traced(changes)) == expected


RESULTS = {
    "one failed that verifies two clauses": (junit("test_notice"), [("T131", TESTS, 3)]),
    "two failed": (junit("test_notice", "test_manner"), [("T131", TESTS, 3), ("T131", TESTS, 7)]),
    "one skipped": (junit(skipped="test_manner"), [("T132", TESTS, 7)]),
    "one not run": (junit(without="test_manner"), [("T132", TESTS, 7)]),
}


@pytest.mark.parametrize(("results", "expected"), RESULTS.values(), ids=RESULTS)
def test_one_finding_a_test(results: bytes, expected: list[tuple[str, str, int]]) -> None:
    found = traced({}, results)
    assert sorted(told(found)) == expected


def test_a_failed_test_names_every_clause_that_it_verifies() -> None:
    (one,) = traced({}, junit("test_notice")).findings
    assert one.message == "test_notice failed: no. It verifies DEMO@2:1.1, DEMO@1:1.2."


def test_a_suspect_link_prints_the_words_that_changed() -> None:
    """What was attested is found among the versions held, whichever it is."""
    files = dict(GREEN)
    old = trace(sources({**FILES, TEXT: FILES[TEXT].replace("5 Working", "15 Working")})[0]).verdicts
    before = next(one.fingerprint for one in old if one.clause == "notice")
    now = next(one.fingerprint for one in trace(sources(files)[0]).verdicts if one.clause == "notice")
    files[ATTESTED] = files[ATTESTED].replace(now, before)
    (one,) = trace(sources(files)[0]).findings
    assert "not less than [-15-] {+5+} Working Days before" in " ".join(one.message.split())
    assert one.hint.endswith("drafting attest DEMO#notice.")


def test_a_wording_that_nothing_holds_is_said_to_be_lost() -> None:
    (one,) = traced({TEXT: ("5 Working", "6 Working")}).findings
    assert one.message.endswith("the wording that was attested is no longer held.")


def test_a_limb_reworded_names_the_clause_around_it_too() -> None:
    (one,) = traced({TEXT: ("be given in", "be sent in")}).findings
    assert one.hint.endswith("drafting attest DEMO#in-writing DEMO#manner.")


def test_fingerprints_made_by_another_rule_are_not_called_a_change() -> None:
    """The byte in front says by which rule; what cannot be compared is not said to be reworded."""
    line = next(one for one in GREEN[ATTESTED].splitlines() if one.startswith("notice\t"))
    for number in (2, 3):
        cells = line.split("\t")
        cells[number] = "0" + cells[number].removeprefix("1")
        (one,) = traced({ATTESTED: (line, "\t".join(cells))}).findings
        assert (one.code, one.place.file, one.place.line) == ("T121", CODE, 3)
        assert one.message.endswith("made by another rule than today's, and cannot be compared.")
