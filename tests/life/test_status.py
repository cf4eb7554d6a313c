"""drafting status: the state, what is next in Working Days, what is missing; day by day through one life."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.life.roots import drafting, toy_root
from toolkit.conformance.working_days import LAST_KNOWN_YEAR, UnknownCalendarError
from toolkit.consult.folder import read_folder
from toolkit.consult.progress import Directed, Later, State, next_step, state_on
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
ID = "2020-03-toys"
"""Published on 3 March 2020; closes 31 March; conclusions 21 April; window from 28 April to 28 May."""
RESPONSE = """\
respondent: Acme Toys
organisation: Energy supplier
received: 2020-03-20 10:00
channel: e-mail
answers:
  - {question: redesignation, stance: Object, text: Too soon.}
"""


@pytest.fixture(scope="module")
def _begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = toy_root(tmp_path_factory.mktemp("begun"))
    begun = drafting(
        root, "new", "consultation", ID, "--document", "TOY@1.1", "--package", "Toys", "--today", "2020-03-02"
    )
    assert begun.exit_code == 0, begun.output
    return root


@pytest.fixture
def root(_begun: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(_begun, tmp_path / "root"))


STAGE = """\
title: Toys
filename: Toys_issued
classification: Public
documents: [{code: TOY, version: 1.1, consulted: 1.1}]
enclosures: [direction]
"""


def write(root: Path, file: str, text: str) -> None:
    path = root / "consultations" / ID / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said(root: Path, today: str, *options: str) -> str:
    done = drafting(root, "status", *options, "--today", today)
    assert done.exit_code == 0, done.output
    return str(done.stdout)


def test_a_draft_says_what_is_still_to_be_written(root: Path) -> None:
    found = said(root, "2020-02-27", ID)
    assert found.startswith(f"{ID}: draft\n  Consultation on Toys\n")
    assert "published on Tuesday 3 March 2020; in three Working Days." in found
    assert "- Change 1 (toy-definitions) has no topic and rationale yet." in found
    assert "- T Q1 does not say yet what it is about." in found
    assert "- change-toy-definitions.md is not written yet." in found


def test_a_draft_says_which_change_is_not_declared(root: Path) -> None:
    file = root / "documents/toy/1.1/01-all.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("about toys", "about good toys"), encoding="utf-8"
    )
    assert "Clause 1.1 of TOY 1.1 was amended, and no declared change covers it." in said(
        root, "2020-02-27", ID
    )


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [
        ("2020-03-02", "draft", "in one Working Day."),
        ("2020-03-03", "open", "closes at 16:00 on Tuesday 31 March 2020; in 20 Working Days."),
        ("2020-03-31", "open", "31 March 2020; today."),
        ("2020-04-01", "closed", "conclusions are due by Tuesday 21 April 2020; in twelve Working Days."),
        ("2020-04-22", "closed", "overdue by one Working Day."),
    ],
)
def test_what_is_next_is_told_in_working_days(root: Path, today: str, state: str, words: str) -> None:
    found = " ".join(said(root, today, ID).split())
    assert found.startswith(f"{ID}: {state} ")
    assert words in found


def test_a_response_counts_from_the_day_it_came_in(root: Path) -> None:
    write(root, "responses/acme.yaml", RESPONSE)
    assert "counted" not in said(root, "2020-03-19", ID)
    assert "One response is counted." in said(root, "2020-03-20", ID)


def test_what_is_missing_before_conclusions(root: Path) -> None:
    assert f"- No response is held: drafting response add {ID} FILE…" in said(root, "2020-04-02", ID)
    write(root, "responses/acme.yaml", RESPONSE)
    found = said(root, "2020-04-02", ID)
    assert "No response is held" not in found
    assert "- T Q2: the objection of acme is under no theme." in found
    assert "- T Q2 has no outcome in analysis.yaml." in found
    assert "- No version that is concluded rests on TOY 1.1." in found
    assert "- There is no conclusions.yaml: drafting new conclusions" in found


def test_analysis_is_seen_and_disagreement_told(root: Path) -> None:
    write(root, "responses/acme.yaml", RESPONSE.replace("Too soon.", "Too soon, themes: [haste]"))
    theme = (
        "{id: haste, question: redesignation, topic: haste, view: asked for time, reply: No., standing: %s}"
    )
    outcome = "outcomes:\n  - {question: redesignation, conclusion: The day stands.}\nthemes:\n  - "
    write(root, "analysis.yaml", outcome + theme % "disagreed" + "\n")
    found = said(root, "2020-04-02", ID)
    assert found.startswith(f"{ID}: analysing") and "Disagreement remains on haste." in found
    assert "under no theme" not in found and "outcome" not in found
    write(root, "analysis.yaml", outcome + theme % "agreed" + "\n")
    assert "Disagreement" not in said(root, "2020-04-02", ID)


def test_errors_in_the_data_are_counted(root: Path) -> None:
    write(root, "responses/acme.yaml", RESPONSE.replace("redesignation", "haste"))
    assert "Its data hold an error" in said(root, "2020-04-02", ID)


def test_from_conclusions_to_effect(root: Path) -> None:
    write(root, "conclusions.yaml", STAGE + "published: 2020-04-20\n")
    assert said(root, "2020-04-19", ID).startswith(f"{ID}: closed")
    found = said(root, "2020-04-20", ID)
    assert found.startswith(f"{ID}: concluded")
    assert (
        "re-designation is proposed from Tuesday 28 April 2020, and not after Thursday 28 May 2020" in found
    )
    assert "- TOY 1.1 is draft in the register, not concluded." in found
    assert "- There is no direction.yaml: drafting direction" in found
    assert "ends on Thursday 28 May 2020, after which a new consultation on the date" in said(
        root, "2020-05-05", ID
    )
    assert "needed, because the one-month window for re-designation ended on Thursday 28 May 2020.\n" in said(
        root, "2020-05-29", ID
    )
    write(
        root,
        "direction.yaml",
        STAGE + "published: 2020-05-05\neffect: 2020-05-10\nsignatory: {office: Toys}\n",
    )
    found = said(root, "2020-05-05", ID)
    assert found.startswith(f"{ID}: directed") and "Sunday 10 May 2020; in two Working Days." in found
    assert "- TOY 1.1 is draft in the register, not designated." in found
    found = said(root, "2020-05-10", ID)
    assert found.startswith(f"{ID}: directed") and "- TOY 1.1 is draft in the register" in found
    register = root / "documents/toy/document.yaml"
    text = register.read_text(encoding="utf-8")
    designated = text.replace('"1.1", status: draft,', '"1.1", status: designated, effective: 2020-05-10,')
    register.write_text(designated, encoding="utf-8")
    assert said(root, "2020-05-09", ID).startswith(f"{ID}: directed")
    found = said(root, "2020-05-10", ID)
    assert found.startswith(f"{ID}: in legal effect") and "Nothing is left to happen." in found
    assert "TOY 1.1 has been in legal effect since Sunday 10 May 2020." in found


def test_a_version_that_rests_on_what_was_concluded_settles_it(root: Path) -> None:
    register = root / "documents/toy/document.yaml"
    later = '  - {version: "2.0", status: designated, effective: 2020-05-20, base: "1.2"}\n'
    rests = register.read_text(encoding="utf-8").replace(
        '"1.2", status: draft, base: "1.0"', '"1.2", status: concluded, base: "1.1"'
    )
    register.write_text(rests + later, encoding="utf-8")
    assert said(root, "2020-05-19", ID).startswith(f"{ID}: closed")
    found = said(root, "2020-05-20", ID)
    assert found.startswith(f"{ID}: in legal effect")
    assert "TOY 1.1 has been in legal effect since Wednesday 20 May 2020, as part of 2.0." in found


def test_a_version_that_takes_the_place_of_the_base_is_told(root: Path) -> None:
    register = root / "documents/toy/document.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(
        text + '  - {version: "2.0", status: designated, effective: 2020-03-03, base: "1.0"}\n',
        encoding="utf-8",
    )
    words = "TOY 2.0, in legal effect since Tuesday 3 March 2020, does not rest on TOY 1.1"
    assert words not in said(root, "2020-03-02", ID)
    assert words in said(root, "2020-03-03", ID)
    assert words in said(root, "2020-06-30", ID)


@pytest.mark.parametrize(
    ("name", "day", "state", "words"),
    [
        ("2018-11-smets1-service", "2019-03-31", "in legal effect", "no later than Sunday 31 March 2019"),
        ("2020-04-device-security-testing", "2020-06-29", "concluded", "ends on Monday 29 June 2020"),
        ("2020-04-device-security-testing", "2020-07-23", "concluded", "a new consultation on the date"),
        ("2020-04-device-security-testing", "2020-07-24", "in legal effect", "as part of 6.0"),
        ("2020-07-early-firmware", "2020-07-24", "open", "TMAD 6.0, in legal effect since Friday 24 July"),
        ("2020-07-early-firmware", "2020-10-01", "concluded", "ends on Sunday 4 October 2020"),
        ("2020-07-early-firmware", "2020-12-21", "in legal effect", "as part of 9.0"),
        ("2020-08-uplift-1.2", "2020-09-04", "closed", "due by Tuesday 22 September 2020; in twelve"),
        ("2020-08-uplift-1.2", "2026-11-20", "closed", "neither responses nor conclusions"),
        ("2021-02-foc-direction", "2021-02-27", "directed", "effect on Sunday 28 February 2021; with no"),
        ("2021-02-foc-direction", "2021-02-28", "in legal effect", "S1SPKI CP 1.0 has been in legal effect"),
    ],
)
def test_the_record_stands_where_its_registers_say(name: str, day: str, state: str, words: str) -> None:
    found = said(ROOT, day, name)
    assert found.startswith(f"{name}: {state}\n") and words in found
    assert "overdue" not in found


def test_nothing_of_the_record_is_overdue_for_ever() -> None:
    found = said(ROOT, "2026-11-20")
    assert "overdue" not in found and found.count(": in legal effect\n") == 5


def test_a_direction_alone_is_told_too(root: Path) -> None:
    folder = root / "consultations" / "2021-02-direction"
    folder.mkdir()
    (folder / "direction.yaml").write_text(
        f"{STAGE}published: 2021-02\neffect: 2021-02-28\nsignatory: {{office: Toys}}\n", encoding="utf-8"
    )
    found = said(root, "2021-02-26", "2021-02-direction")
    assert found.startswith("2021-02-direction: directed\n  Toys\n")
    assert "Sunday 28 February 2021; with no Working Day between." in found
    assert [line for line in said(root, "2021-02-26").splitlines() if line.startswith("202")] == [
        f"{ID}: closed", "2021-02-direction: directed",
    ]  # fmt: skip


def test_the_same_as_data(root: Path) -> None:
    data = json.loads(said(root, "2020-03-03", "--format", "json"))
    assert (data["schema"], data["today"]) == ("drafting-toolkit/status/1", "2020-03-03")
    (one,) = data["consultations"]
    assert (one["id"], one["state"]) == (ID, "open")
    assert one["next"] == {"what": "the consultation closes", "day": "2020-03-31", "working_days": 20}


def test_past_the_known_years_it_refuses(root: Path) -> None:
    done = drafting(root, "status", "--on", f"{LAST_KNOWN_YEAR + 1}-01-05")
    assert done.exit_code == 2
    assert f"Working Days in {LAST_KNOWN_YEAR + 1} cannot be told" in " ".join(done.stderr.split())
    settled = drafting(ROOT, "status", "2021-02-foc-direction", "--on", f"{LAST_KNOWN_YEAR + 1}-01-05")
    assert settled.exit_code == 2


def test_what_is_wrong_is_told(root: Path) -> None:
    done = drafting(root, "status", "2020-03-toy")
    assert done.exit_code == 2 and f"Did you mean {ID}?" in done.stderr
    write(root, "consultation.yaml", "issuer: Ofgem\n")
    done = drafting(root, "status", "--today", "2020-03-03")
    assert done.exit_code == 1 and "issuer" in done.stderr
    shutil.rmtree(root / "consultations")
    done = drafting(root, "status")
    assert done.exit_code == 0 and "Begin one" in done.stdout


def test_what_is_dated_later_has_not_happened(root: Path) -> None:
    folder, _ = read_folder(Folder(root), ID)
    assert folder is not None
    later = Later(True, date(2020, 4, 20), (Directed(date(2020, 5, 5), date(2020, 5, 10)),))
    states = [state_on(date(2020, month, 20), folder.consultation, later) for month in (2, 3, 4, 5)]
    assert states == [State.DRAFT, State.OPEN, State.CONCLUDED, State.DIRECTED]
    with pytest.raises(UnknownCalendarError):
        next_step(date(LAST_KNOWN_YEAR + 1, 1, 4), folder.consultation, State.ANALYSING, later)
