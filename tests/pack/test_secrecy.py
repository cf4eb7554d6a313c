"""A pack that would give something confidential away is not built, whichever way it got there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from overlay import ROOT, TEMPLATES, edited, library
from sabotage import PLACES

from toolkit.consult.disclosure import Disclosure, disclosure
from toolkit.consult.published import Secret
from toolkit.consult.stage import StageKind
from toolkit.pack.build import build
from toolkit.pack.plan import Output, Plan
from toolkit.pack.secrecy import LeakError, leaks
from toolkit.pack.stages import plan_pack

APRIL, UPLIFT = "2020-04-device-security-testing", "2020-08-uplift-1.2"
WORDS = "Marker007Zebra says in confidence that its meters fail in frost"
HIDDEN = disclosure((Secret(WORDS, "the answer to frost", "responses/ash.yaml"),), ())


@pytest.mark.parametrize("place", PLACES)
def test_no_place_of_an_output_is_overlooked(place: str) -> None:
    name, data = PLACES[place](WORDS)
    (leak,) = leaks(((name, data),), HIDDEN)
    assert (leak.file, leak.secret.file) == (name, "responses/ash.yaml")
    assert "Zebra" not in str(leak) or place == "name of a file"
    other, clean = PLACES[place]("Some other words that are free to be said in public")
    assert not list(leaks(((other, clean),), HIDDEN))


def _bytes(data: bytes, _: object) -> bytes:
    return data


def _plan(data: bytes, name: str = "paper.html", hidden: Disclosure = HIDDEN) -> Plan:
    output = Output(name, "Paper", "Papers", "HTML", partial(_bytes, data))
    return Plan("toy", "Toy", (), (), (output,), hidden=hidden)


def test_what_leaks_is_not_put_in_place_and_what_was_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "pack"
    build(_plan(b"<p>As it was</p>"), out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(LeakError, match=r"^paper\.html gives away .* responses/ash\.yaml") as caught:
        build(_plan(f"<p>{WORDS}</p>".encode()), out)
    assert "Zebra" not in str(caught.value)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_the_manifest_is_looked_through_too(tmp_path: Path) -> None:
    plan = _plan(b"words")
    leaking = Output("paper.html", WORDS, "Papers", "HTML", partial(_bytes, b"words"))
    with pytest.raises(LeakError, match=r"^manifest\.json gives away"):
        build(Plan("toy", "Toy", (), (), (leaking,), hidden=plan.hidden), tmp_path / "pack")


SENTENCE = "We have 41,000 such meters in our portfolio."
"""What Brackenfield Power says in confidence; the rest of its answer is public."""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("conclusions/analysis.md", "This section takes", f"{SENTENCE} This section takes"),
        ("conclusions/next-steps.md", "\n", "\n\nWE HAVE\n41,000 *such* meters, in our portfolio\n\n"),
        ("conclusions.yaml", "  - content: In", f"  - content: {SENTENCE[:-1]}, in"),
        ("analysis.yaml", "The objections were", f"{SENTENCE} The objections were"),
        ("analysis.yaml", "and fix forward", "and fix forward for Idris Calloway"),
        ("conclusions/notice.md", "\n", "\n\nAsk industry@brackenfield.example.\n"),
    ],
)
def test_a_source_that_gives_something_away_is_told_at_its_line(file: str, old: str, new: str) -> None:
    changed = edited(f"{APRIL}/{file}", (old, new))
    plan, found = plan_pack(library(changed), APRIL, StageKind.CONCLUSIONS, TEMPLATES)
    assert plan is None
    (one,) = [one for one in found if one.severity == "error"]
    assert (one.code, one.discreet) == ("P150", True)
    assert one.place.file == f"consultations/{APRIL}/{file}"
    text = str(changed[one.place.file]).splitlines()
    if file != "analysis.yaml":  # its themes are known by their first line
        start, end = new.strip().split("\n")[0][:8], (one.place.end_line, one.place.end_column)
        assert end > (one.place.line, one.place.column)
        assert start.split()[0] in text[one.place.line - 1]
    assert "brackenfield-power.yaml" in one.message and "meters" not in one.message + one.hint


@pytest.mark.parametrize("file", ["introduction.md", "consultation.yaml"])
def test_a_consultation_that_quotes_what_came_in_on_it_is_stopped(file: str) -> None:
    """A pack of an earlier stage is built again when responses are there."""
    where = f"consultations/{UPLIFT}/{file}"
    answer = {f"consultations/{UPLIFT}/responses/ash.yaml": _ash(UPLIFT)}
    text = (ROOT / where).read_text(encoding="utf-8")
    said = "our ash trees fall on every second meter in a storm"
    leaking = (
        text.replace("rationale: >-\n", f"rationale: >-\n      {said}\n", 1)
        if file.endswith("yaml")
        else f"{text}\n{said}\n"
    )
    plan, found = plan_pack(library({**answer, where: leaking}), UPLIFT, StageKind.CONSULTATION, TEMPLATES)
    assert (plan, [one.code for one in found]) == (None, ["P150"])
    plan, found = plan_pack(library(answer), UPLIFT, StageKind.CONSULTATION, TEMPLATES)
    assert plan is not None and plan.hidden.runs, found


def _ash(name: str, text: str = "Our ash trees fall on every second meter in a storm.") -> str:
    question = library({}).files.read(f"consultations/{name}/consultation.yaml").decode()
    first = question.partition("questions:\n  - id: ")[2].partition("\n")[0]
    return (
        "respondent: Ash Holdings\norganisation: Energy supplier\nreceived: 2020-09-01 10:00\n"
        f"channel: e-mail\nconfidential: true\nanswers:\n  - question: {first}\n    text: {text}\n"
    )


def test_what_is_confidential_in_one_consultation_is_in_no_pack_of_another() -> None:
    answer = {f"consultations/{UPLIFT}/responses/ash.yaml": _ash(UPLIFT)}
    said = "Our ash trees fall on every second meter in a storm, and Ash Holdings was met."
    leaking = edited(f"{APRIL}/conclusions/analysis.md", ("This section takes", f"{said} This section takes"))
    _, found = plan_pack(library({**answer, **leaking}), APRIL, StageKind.CONCLUSIONS, TEMPLATES)
    (one,) = [one for one in found if one.severity == "error"]
    assert one.code == "P150" and f"{UPLIFT}/responses/ash.yaml" in one.message
    # who answered one consultation is no secret of another
    line = str(leaking[one.place.file]).splitlines()[one.place.line - 1]
    assert line[one.place.column - 1 : one.place.end_column - 1] == said.partition(",")[0]


def test_a_response_that_quotes_the_consultation_keeps_no_quotation_secret() -> None:
    text = (ROOT / f"consultations/{UPLIFT}/introduction.md").read_text(encoding="utf-8")
    quoted = next(line for line in text.splitlines() if len(line.split()) > 12 and "{{" not in line)[:90]
    for words, builds in ((f"You say “{quoted}”.", True), (f"You say {quoted}.", False)):
        answer = {f"consultations/{UPLIFT}/responses/ash.yaml": _ash(UPLIFT, f"|-\n      {words}")}
        plan, found = plan_pack(library(answer), UPLIFT, StageKind.CONSULTATION, TEMPLATES)
        assert (plan is not None) == builds, found


def test_a_response_that_cannot_be_read_stops_every_pack() -> None:
    """Nobody knows what is confidential in it."""
    broken = {f"consultations/{APRIL}/responses/ash.yaml": "respondent: [\n"}
    plan, found = plan_pack(library(broken), UPLIFT, StageKind.CONSULTATION, TEMPLATES)
    assert plan is None
    assert [(one.code, one.place.file) for one in found] == [("P153", next(iter(broken)))]
