"""The responses that are held give exactly the tallies and themes of the public record."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.consult.folder import read_folder
from toolkit.consult.response_folder import ResponseFolder, read_responses
from toolkit.consult.sentences import stance_sentence
from toolkit.consult.stance import Organisation
from toolkit.consult.tally import tally
from toolkit.source.files import Folder

SMETS1, SECURITY, FIRMWARE = (
    "2018-11-smets1-service",
    "2020-04-device-security-testing",
    "2020-07-early-firmware",
)


def held(name: str) -> ResponseFolder:
    files = Folder(Path(__file__).parents[2])
    folder, found = read_folder(files, name)
    assert folder is not None and not found
    responses, found = read_responses(files, folder.consultation)
    assert not found, found
    return responses


@pytest.mark.parametrize(("name", "count"), [(SMETS1, 11), (SECURITY, 7), (FIRMWARE, 4)])
def test_how_many_responded(name: str, count: int) -> None:
    assert len(held(name).counted) == count


def test_who_responded_to_the_consultation_of_2018() -> None:
    kinds: dict[str, set[str]] = {}
    for one in held(SMETS1).counted:
        kinds.setdefault(one.organisation, set()).add(one.respondent)
    assert kinds == {
        Organisation.SUPPLIER: {
            "Centrica", "EDF Energy", "E.ON", "First Utility", "Npower", "Scottish Power", "SSE",
        },
        Organisation.NETWORK_OPERATOR: {"Electricity North West"},
        Organisation.OTHER: {"Citizens Advice", "DCC", "Energy UK"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "question", "answered", "agreed", "disagreed", "neither"),
    [
        (SMETS1, "enrolment-eligibility", 9, 6, 1, 2),
        (SMETS1, "early-enrolment", 10, 6, 1, 3),
        (SMETS1, "wan-services", 9, 6, 1, 2),
        (SMETS1, "product-assurance", 9, 8, 0, 1),
        (SMETS1, "other-changes", 9, 7, 0, 2),
        (SMETS1, "redesignation", 9, 9, 0, 0),
        (SECURITY, "device-security-testing", 7, 2, 2, 3),
        (SECURITY, "notice-periods", 7, 3, 3, 1),
        (SECURITY, "redesignation", 7, 3, 3, 1),
        (FIRMWARE, "early-firmware", 4, 3, 1, 0),
        (FIRMWARE, "redesignation", 4, 3, 1, 0),
    ],
)
def test_what_they_said(
    name: str, question: str, answered: int, agreed: int, disagreed: int, neither: int
) -> None:
    counts = tally(held(name).counted, question)
    assert (counts.answered, counts.agreed, counts.disagreed, counts.neither) == (
        answered, agreed, disagreed, neither,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "question", "themes", "disagreed"),
    [
        (
            SECURITY,
            "device-security-testing",
            {
                "supplier-obligations": 1, "scoping-document": 3, "next-steps": 2, "fix-forward": 1,
                "licence-obligation": 1, "firmware-cost": 1, "time-to-procure": 1, "device-availability": 2,
            },
            {"supplier-obligations", "scoping-document", "next-steps", "fix-forward"},
        ),
        (SECURITY, "notice-periods", {"by-agreement": 3, "ten-working-days": 2}, set()),
        (SECURITY, "redesignation", {"substance": 3}, set()),
        (FIRMWARE, "early-firmware", {"priority": 1, "dcc-and-smso": 1, "substantive-equivalence": 1}, set()),
        (FIRMWARE, "redesignation", {"resolved-with-first": 1}, set()),
    ],
)  # fmt: skip
def test_the_themes_they_raised(
    name: str, question: str, themes: dict[str, int], disagreed: set[str]
) -> None:
    responses = held(name)
    assert tally(responses.counted, question).themes == themes
    standing = {one.id for one in responses.analysis.about(question) if one.standing == "disagreed"}
    assert standing == disagreed


def test_next_steps_are_a_part_of_the_scoping_document() -> None:
    parts = held(SECURITY).analysis.parts("scoping-document")
    assert [one.id for one in parts] == ["next-steps"]


def test_two_supporters_of_early_firmware_raise_points() -> None:
    counts = tally(held(FIRMWARE).counted, "early-firmware")
    assert [(stance, n) for (stance, _), n in counts.stances.items() if stance == "Support, with comments"]
    raised = [one for one in held(FIRMWARE).counted if one.answers[0].stance == "Support, with comments"]
    assert [one.answers[0].themes for one in raised] == [("priority",), ("dcc-and-smso",)]


def test_the_sentence_of_the_record() -> None:
    assert stance_sentence(tally(held(SECURITY).counted, "notice-periods")) == (
        "Three respondents supported the proposal; one did not express a view; and three objected to "
        "elements of it."
    )


@pytest.mark.parametrize("name", [SMETS1, SECURITY, FIRMWARE])
def test_every_question_has_its_outcome(name: str) -> None:
    files = Folder(Path(__file__).parents[2])
    folder, _ = read_folder(files, name)
    assert folder is not None
    analysis = held(name).analysis
    assert all(analysis.outcome(question.id) for question in folder.consultation.questions)
