"""evidence.yaml says what a clause needs; what is wrong in it is told at its line."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.trace.evidence import CODE_AND_TEST, Need
from toolkit.trace.evidence_file import read_evidence

FILE = "documents/tmad/evidence.yaml"
GOOD = b"""\
default: {needs: none, reason: A procedure between people.}
clauses:
  expiry: {needs: [code, test]}
  notice: {needs: example}
  scope: {review: {by: A. Reviewer, on: 2020-08-01, until: 2021-08-01}}
  later: {needs: code, waived: {until: 2020-12-31, reason: With the next release.}}
"""


def test_each_kind() -> None:
    rules, wrong = read_evidence(GOOD, FILE)
    assert wrong == ()
    assert rules.default.procedural and rules.default.reason == "A procedure between people."
    assert rules.clauses["expiry"] == CODE_AND_TEST
    assert rules.clauses["notice"].needs == {Need.EXAMPLE}
    scope = rules.clauses["scope"]
    assert scope.needs == {Need.REVIEW} and scope.review and scope.review.until == date(2021, 8, 1)
    later = rules.clauses["later"]
    assert later.waiver and later.waiver.reason == "With the next release."
    assert (later.place.file, later.place.line) == (FILE, 6)


def test_without_a_default_code_and_test_are_needed() -> None:
    assert read_evidence(b"clauses: {}\n", FILE)[0].default == CODE_AND_TEST


WRONG = {
    "none without a reason": ("default: {needs: none}", "why nothing is needed"),
    "an unknown need": ("default: {needs: [code, luck]}", "luck"),
    "a review that counts no day": (
        "default: {review: {by: A, on: 2020-08-01, until: 2020-08-01}}", "until a day after it",
    ),
    "a review of nobody": ("default: {needs: review}", "by whom"),
    "no such day": ("default: {needs: code, waived: {until: 2020-02-30, reason: x}}", "no such day"),
    "an unknown key": ("default: {needs: code, nedes: test}", "nedes"),
    "a clause twice": ("clauses:\n  a: {needs: code}\n  a: {needs: test}", "a"),
    "not YAML": ("default: {needs: [code", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told(text: str, told: str) -> None:
    rules, wrong = read_evidence(text.encode(), FILE)
    assert rules.default == CODE_AND_TEST
    assert wrong and wrong[0].place.file == FILE and wrong[0].place.line >= 1
    assert told in f"{wrong[0].message} {wrong[0].hint}"
