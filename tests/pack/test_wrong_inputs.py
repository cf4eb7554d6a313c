"""Whatever is wrong in the files of a consultation is told where it stands, and what is right instead."""

from __future__ import annotations

import re

import pytest
from overlay import ROOT, edited, stage

from toolkit.consult.stage import StageKind

APRIL, FOC = "2020-04-device-security-testing", "2021-02-foc-direction"
CASES = [
    ("consultation.yaml", "issuer: DCC", "issuer: Ofgem", "It must be 'DCC' or 'BEIS'"),
    ("consultation.yaml", "timetable:", "timetabel:", "“timetabel” is not a key"),
    ("consultation.yaml", "  published: 2020-04-28", "  published: 2020-04-31", "There is no such day"),
    ("consultation.yaml", "package: ", "package: [", "This is not YAML"),
    ("consultation.yaml", "title: Consultation on", 'title: "" #', "It must not be empty"),
    ("responses/alder-energy.yaml", "stance: Object\n", "stance: Objects\n", "It must be 'Support'"),
    ("responses/alder-energy.yaml", "question: notice-periods", "question: notice", "no question “notice”"),
    ("responses/alder-energy.yaml", "themes: [substance]", "themes: substance", "Write a list"),
    ("responses/alder-energy.yaml", "themes: [substance]", "themes: [subst]", "No theme is called “subst”"),
    ("responses/alder-energy.yaml", "received: 2020-05-15", "received: 15 May", "Write a date and a time"),
    ("analysis.yaml", "standing: disagreed", "standing: open", "It must be 'agreed', 'disagreed' or 'noted'"),
    ("analysis.yaml", "id: supplier-obligations", "id: Suppliers", "Use small letters and digits"),
    ("analysis.yaml", "  - question: redesignation\n", "  - question: redesign\n", "no question “redesign”"),
    ("analysis.yaml", "The objections were", "{{ nobody }} were", "There is no value called “nobody”"),
    ("conclusions.yaml", 'version: "4.1"', 'version: "4.7"', "has no version 4.7"),
    ("conclusions.yaml", "consulted: 4.1-consulted", "consulted: 5.2", "is not what was consulted on"),
    ("conclusions.yaml", "appendix: AL", "appendix: AM", "is said to be SEC Appendix AM"),
    ("conclusions.yaml", 'in-effect: "4.0"', 'in-effect: "1.0"', "is said to have been in legal effect"),
    ("conclusions.yaml", "  - direction\n", "  - directions\n", "It must be 'direction' or 'paper'"),
    ("conclusions.yaml", 'TMAD: ["17.12"]', 'TMAD: ["17.99"]', "has clause 17.99"),
    ("conclusions.yaml", "filename: CON", "filename: ../CON", "Use letters, digits and . _ - only"),
    ("conclusions/next-steps.md", "We ask", "{{ nobody }} ask", "There is no value called “nobody”"),
    ("direction.yaml", "effect: 2021-02-28", "effect: soon", "Write a date as"),
    ("direction.yaml", "responses: 5, support: 5", "responses: -5", "It must be 0 or more"),
    ("direction.yaml", "effect: 2021-02-28", "effect: 2021-02-28\nchanges: []", "It must not be empty"),
    ("direction.yaml", "effect: 2021-02-28", "effect: 2021-02-28\nchanges: [a]", "not of which consultation"),
    ("direction.yaml", "effect: 2021-02-28", "effect: 2021-02-28\nconsultation: 2020-04", "holds no"),
    ("direction.yaml", "published: 2021-02", "published: 2021-03", "The letter is of March 2021"),
    ("direction/decision.md", "Having", "{{ nobody }}", "There is no value called “nobody”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "words"), CASES, ids=[f"{one[0]}-{one[2][:30]}" for one in CASES]
)
def test_what_is_wrong_is_told_where_it_stands(file: str, old: str, new: str, words: str) -> None:
    name, kind = (
        (FOC, StageKind.DIRECTION) if file.startswith("direction") else (APRIL, StageKind.CONCLUSIONS)
    )
    changed = edited(f"{name}/{file}", (old, new))
    ready, found = stage(name, kind, changed)
    assert ready is None
    errors = [one for one in found if one.severity == "error"]
    told = [one for one in errors if words in f"{one.message} {one.hint}"]
    assert told, [f"{one.place} {one.message}" for one in errors]
    place = told[0].place
    assert place.file == f"consultations/{name}/{file}" and place.line >= 1 and place.column >= 1
    text = (changed[place.file] or "").splitlines()
    first = next(number for number, line in enumerate(text, 1) if new.split("\n")[0] in line)
    assert abs(place.line - first) <= 2, f"{place} is not near line {first}"
    assert not re.search(r"String should|Tuple should|Input should", f"{told[0].message}")


def test_themes_are_not_missed_where_they_cannot_be_read() -> None:
    _, found = stage(
        APRIL, StageKind.CONCLUSIONS, edited(f"{APRIL}/analysis.yaml", ("standing: disagreed", "standing: x"))
    )
    assert [one.code for one in found if one.severity == "error"] == ["S045"]


def test_a_question_without_an_outcome_is_told() -> None:
    text = (ROOT / "consultations" / APRIL / "analysis.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - question: redesignation\n"), text.index("\nthemes:")
    _, found = stage(APRIL, StageKind.CONCLUSIONS, edited(f"{APRIL}/analysis.yaml", (text[start:end], "")))
    (one,) = [one for one in found if one.severity == "error"]
    assert one.code == "P154" and one.place.file.endswith("analysis.yaml")
    assert "redesignation" in one.message
