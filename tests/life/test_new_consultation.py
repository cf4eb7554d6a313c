"""drafting new consultation: what it writes builds at once; what cannot be built is not written."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.life.roots import drafting, files, toy_root
from toolkit.cli import group
from toolkit.conformance.working_days import LAST_KNOWN_YEAR, UnknownCalendarError, working_days_between
from toolkit.consult.folder import read_folder
from toolkit.consult.proposed_dates import propose_dates
from toolkit.consult.skeleton import proposed_reference
from toolkit.library.library import read_library
from toolkit.model.paper import Paper
from toolkit.pack.prepare import Prepared, prepare
from toolkit.render.templates import Templates
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
DRAFTS = ("--document", "TOY@1.1")
OPTIONS = (*DRAFTS, "--package", "Toys 1.1", "--today", "2020-03-02")
ID = "2020-03-toys"


def begun(root: Path, *options: str) -> Prepared:
    done = drafting(root, "new", "consultation", ID, *(options or OPTIONS))
    assert done.exit_code == 0, done.output
    prepared, found = prepare(read_library(Folder(root)), ID, Templates.of(root / "templates"))
    assert prepared is not None and not found, found
    return prepared


def test_a_pack_builds_at_once(tmp_path: Path) -> None:
    begun(toy_root(tmp_path))
    done = drafting(tmp_path, "pack", ID, "-j", "1")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "build" / ID / "T1_1_Consultation_issued.html").is_file()


def test_changes_questions_and_dates_are_drafted(tmp_path: Path) -> None:
    consultation = begun(toy_root(tmp_path)).folder.consultation
    (change,) = consultation.changes
    assert [one.name for one in change.provisions] == ["2.3", "2.3A"]
    assert [one.label for one in consultation.questions] == ["T1.1 Q1", "T1.1 Q2"]
    assert consultation.questions[0].changes == (change.id,)
    timetable = consultation.timetable
    assert timetable.published.day == date(2020, 3, 3)
    assert timetable.working_days_open == 20
    assert consultation.title == "Consultation on Toys 1.1"


def test_options_win_over_what_is_proposed(tmp_path: Path) -> None:
    options = (
        "--issuer", "BEIS", "--title", "Toys: a consultation", "--reference", "TOYS yes",
        "--published", "2020-03-09", "--closes", "2020-04-03",
        "--conclusions", "2020-04-24", "--redesignation", "2020-05-03",
    )  # fmt: skip
    consultation = drafting_with_warning(toy_root(tmp_path), options)
    assert consultation.issuer.code == "BEIS"
    assert (consultation.title, consultation.reference) == ("Toys: a consultation", "TOYS yes")
    timetable = consultation.timetable
    assert (timetable.closes.day, timetable.closing_time.hour) == (date(2020, 4, 3), 16)
    assert timetable.redesignation.day == date(2020, 5, 3)


def drafting_with_warning(root: Path, options: tuple[str, ...]):  # type: ignore[no-untyped-def]
    """A Sunday as an effect date is told, and allowed."""
    done = drafting(root, "new", "consultation", ID, *OPTIONS, *options)
    assert done.exit_code == 0 and "Sunday 3 May 2020 is not a Working Day" in done.stderr
    folder, _ = read_folder(Folder(root), ID)
    assert folder is not None
    return folder.consultation


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--closes", "2020-03-01"), 1, "is not after published"),
        (("--closes", "2020-04-10"), 1, "Friday 10 April 2020 is not a Working Day"),
        (("--published", f"{LAST_KNOWN_YEAR + 1}-03-02"), 2, "Give dates in those years"),
        (("--today", f"{LAST_KNOWN_YEAR}-12-20"), 2, f"Working Days in {LAST_KNOWN_YEAR + 1} cannot be told"),
        (("--document", "TOY@1.2"), 2, "TOY@1.2 reads the same as TOY@1.0"),
        (("--document", "TOY@1.0"), 2, "TOY@1.0 is designated"),
        (("--document", "TOY@1.1"), 2, "TOY@1.1 is named twice"),
        (("--document", "TAY@1.1"), 2, "Did you mean TOY?"),
        (("--document", "TOY@1.1@git:HEAD"), 2, "git revision"),
        (("--closes", "in May"), 2, "does not match the formats"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, options: tuple[str, ...], status: int, words: str
) -> None:
    before = files(toy_root(tmp_path))
    done = drafting(tmp_path, "new", "consultation", ID, *OPTIONS, *options)
    assert done.exit_code == status and words in " ".join(done.stderr.split())
    assert files(tmp_path) == before
    assert not list(tmp_path.glob("consultations/*"))


@pytest.mark.parametrize("name", ["Toys", "../toys", "2020 03", "a--b", ".hidden", "x" * 61])
def test_an_id_is_the_name_of_a_folder(tmp_path: Path, name: str) -> None:
    done = drafting(toy_root(tmp_path), "new", "consultation", name, *OPTIONS)
    assert done.exit_code == 2 and "Use small letters" in done.stderr


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    begun(toy_root(tmp_path))
    before = files(tmp_path)
    done = drafting(tmp_path, "new", "consultation", ID, *OPTIONS)
    assert done.exit_code == 2 and f"consultations/{ID} is there already" in done.stderr
    assert files(tmp_path) == before


@pytest.mark.parametrize(("options", "words"), [(("--package", "Toys"), "--document"), (DRAFTS, "--package")])
def test_what_is_missing_is_asked_for_by_its_option(
    tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    done = drafting(toy_root(tmp_path), "new", "consultation", ID, *options)
    assert done.exit_code == 2 and words in done.stderr


def test_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.commands.new_consultation._on_a_terminal", lambda: True)
    arguments = ["--root", str(toy_root(tmp_path)), "new", "consultation", ID, "--today", "2020-03-02"]
    done = CliRunner().invoke(group, arguments, input="TOY@1.1\nToys: 1.1\nBEIS\n\nTOY\n")
    assert done.exit_code == 0, done.output
    folder, _ = read_folder(Folder(tmp_path), ID)
    assert folder is not None
    consultation = folder.consultation
    assert (consultation.package, consultation.issuer.code) == ("Toys: 1.1", "BEIS")
    assert (consultation.title, consultation.reference) == ("Consultation on Toys: 1.1", "TOY")


def test_editors_are_led_to_the_schema_where_there_is_one(tmp_path: Path) -> None:
    begun(toy_root(tmp_path / "without"))
    begun(_with_schema(toy_root(tmp_path / "with")))
    data = [
        (tmp_path / one / "consultations" / ID / "consultation.yaml").read_text(encoding="utf-8")
        for one in ("without", "with")
    ]
    comment = "# yaml-language-server: $schema=../../docs/schemas/consultation.json\n"
    assert data[1] == comment + data[0]


def _with_schema(root: Path) -> Path:
    shutil.copytree(ROOT / "docs" / "schemas", root / "docs" / "schemas")
    return root


def test_every_draft_of_the_record_can_be_consulted_on_again(tmp_path: Path) -> None:
    for folder in ("documents", "docs/schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    drafts = ("TMAD@6.1U", "S1SR@4.4", "DUIS@3.1U", "DUIS@3.0U", "SRPD@3.1U")
    documents = [part for draft in drafts for part in ("--document", draft)]
    prepared = begun(tmp_path, *documents, "--package", "Uplift 1.2")
    assert prepared.folder.consultation.timetable.published.day == date(2020, 8, 6), "as the register says"
    assert _words(prepared.papers["consultation"]).count("Do you agree") == len(prepared.facts.questions)


def _words(paper: Paper) -> str:
    from toolkit.model.paper import plain

    return "\n".join(map(plain, paper.inlines()))


@pytest.mark.parametrize(
    ("package", "reference"),
    [("Uplift 1.2", "U1.2"), ("Early firmware", "EF"), ("R2", "R2"), ("…", "…"), ("Release 2.0.", "R2.0")],
)
def test_references_are_proposed(package: str, reference: str) -> None:
    assert proposed_reference(package) == reference


def test_dates_are_proposed_in_working_days() -> None:
    dates = propose_dates(date(2020, 12, 1))
    assert dates.closes == datetime(2021, 1, 4, 16), "over Christmas, Boxing Day and New Year"
    assert working_days_between(dates.published, dates.closes.date()) == 20
    with pytest.raises(UnknownCalendarError):
        propose_dates(date(LAST_KNOWN_YEAR, 12, 1))
