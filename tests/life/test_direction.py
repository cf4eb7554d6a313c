"""drafting direction: some of the declared changes inside the window, whole or not at all."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.consult.consult_toys import OLD
from tests.life.roots import NEW, drafting, files, toy_root
from tests.pack.overlay import words as paper_words
from toolkit.commands.direction import letter_day
from toolkit.compare.compare import compare
from toolkit.consult.comparing import compared
from toolkit.consult.folder import read_folder
from toolkit.consult.part_direction import direct
from toolkit.consult.stage import StageKind
from toolkit.library.library import Library, read_library
from toolkit.model.document import Status
from toolkit.model.passage import legal_passages
from toolkit.pack.prepare_stage import prepare_stage
from toolkit.render.templates import Templates
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
ID = "2020-03-toys"
EFFECT = "2020-05-05"
"""In the window that opens on 30 April 2020."""


@pytest.fixture(scope="module")
def _begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A consultation whose change 1 is in Clause 1 and whose change 2 is in Clause 2."""
    return consulting(tmp_path_factory.mktemp("begun"), NEW.replace("about toys", "about good toys"))


@pytest.fixture
def root(_begun: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(_begun, tmp_path / "root"))


def consulting(root: Path, new: str) -> Path:
    toy_root(root, new)
    begun = drafting(
        root, "new", "consultation", ID, "--document", "TOY@1.1", "--package", "Toys",
        "--today", "2020-03-02", "--redesignation", "2020-04-30",
    )  # fmt: skip
    assert begun.exit_code == 0, begun.output
    return root


def directed(root: Path, *options: str) -> str:
    done = drafting(root, "direction", ID, *options)
    assert done.exit_code == 0, done.output
    return str(done.stdout)


def words(library: Library, name: str) -> str:
    return "\n".join(f"{one.label.text} {one.plain}" for one in legal_passages(library.load(name).document))


def test_a_part_becomes_a_version_of_its_own(root: Path) -> None:
    said = directed(root, "--changes", "1", "--effect", EFFECT)
    assert "TOY@1.1-2020-05-05  change 1, marked against 1.0; made from TOY@1.1" in said
    assert "until Saturday 30 May 2020:\n  2  … (Clause 2 of the TOY" in said
    library = read_library(Folder(root))
    assert not library.diagnostics
    found = words(library, "TOY@1.1-2020-05-05")
    assert "good toys" in found and "quite safe" not in found and "2.3A" not in found
    assert library.version("TOY@1.1-2020-05-05")[1].base == "1.0"
    part, base = library.load("TOY@1.1-2020-05-05"), library.load("TOY@1.0")
    assert [change.label for change in compare(base.document, part.document).changes] == ["Clause 1.1"]
    assert (root / "documents/toy/1.1-2020-05-05/annex-a-motos.csv").read_bytes() == (
        root / "documents/toy/1.0/annex-a-motos.csv"
    ).read_bytes()


def test_the_rest_makes_the_draft(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    said = directed(root, "--changes", "2", "--effect", "2020-05-29")
    assert "Change 2 of Toys, beside change 1 that an earlier direction made" in said
    assert "TOY@1.1-2020-05-29  change 2, marked against 1.1-2020-05-05; made from TOY@1.1" in said
    assert "Left for" not in said and f"consultations/{ID}-2020-05-29 holds the letter" in said
    library = read_library(Folder(root))
    assert not library.diagnostics
    assert words(library, "TOY@1.1-2020-05-29") == words(library, "TOY@1.1")
    _, rest = library.version("TOY@1.1-2020-05-29")
    assert (rest.base, rest.part_of, rest.status) == ("1.1-2020-05-05", "1.1", Status.CONCLUDED)
    done = drafting(root, "direction", ID, "--effect", "2020-05-30")
    assert done.exit_code == 2 and f"Every change of {ID} is directed already." in done.stderr


def test_both_packs_build_and_each_is_marked_against_what_was_law(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    designate(root, "1.1-2020-05-05", EFFECT)
    directed(root, "--effect", "2020-05-29")
    first, second = letter(root, ID), letter(root, f"{ID}-2020-05-29")
    assert "TOY 1.1-2020-05-05, change-marked against 1.0" in first
    assert "TOY 1.1-2020-05-29, change-marked against 1.1-2020-05-05" in second
    assert "It brings into effect change 1 (" in first and "left for a later direction" in first
    assert "left for a later direction" not in second
    assert "from 3 to 31 March 2020" in first and "Toys" in first
    for found in (first, second):
        assert "[XX]" not in found and "[DD MMM YYYY]" not in found


def test_a_change_is_directed_once(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    directed(root, "--changes", "2", "--effect", "2020-05-29")
    later = root / "consultations" / f"{ID}-2020-05-29" / "direction.yaml"
    both = "changes: [toy-definitions, toy-introduction]"
    text = later.read_text(encoding="utf-8")
    later.write_text(text.replace("changes: [toy-definitions]", both), encoding="utf-8")
    done = drafting(root, "pack", f"{ID}-2020-05-29")
    assert done.exit_code == 1 and "P105" in done.stderr
    assert (
        f"consultations/{ID}/direction.yaml, with effect from Tuesday 5 May 2020, makes change 1"
        in " ".join(done.stderr.split())
    )
    assert "changes: [toy-definition" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("changes: [toy-introduction]", "changes: [toy-intro]", "declares no change “toy-intro”"),
        ("published: 2020-05-04", "published: 2020-05-06", "The letter is of Wednesday 6 May 2020"),
        ("published: 2020-05-04", "published: 2020-03-31", "closed on Tuesday 31 March 2020"),
        ("effect: 2020-05-05", "effect: 2020-06-05", "outside the window"),
        ('consulted: "1.1"', 'consulted: "1.2"', "is not what was consulted on"),
        ("signatory:", "consultation: 2020-03-toy\nsignatory:", "lies in the folder of 2020-03-toys"),
    ],
)
def test_what_is_wrong_with_a_direction_has_its_place(root: Path, old: str, new: str, words: str) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    file = root / "consultations" / ID / "direction.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    done = drafting(root, "pack", ID)
    assert done.exit_code == 1 and words in " ".join(done.stderr.split())
    assert f"consultations/{ID}/direction.yaml:" in done.stderr


def test_a_direction_that_is_made_on_nothing_is_told(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    directed(root, "--effect", "2020-05-29")
    file = root / "consultations" / f"{ID}-2020-05-29" / "direction.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"consultation: {ID}", "consultation: 2020-03-toy"), encoding="utf-8")
    done = drafting(root, "pack", f"{ID}-2020-05-29")
    assert done.exit_code == 1 and f"Did you mean {ID}?" in done.stderr and "direction.yaml:3:" in done.stderr


def test_status_tells_what_is_directed_and_what_is_left(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    found = status(root, "2020-05-04")
    assert found.startswith(f"{ID}: directed in part") and "takes effect on Tuesday 5 May 2020" in found
    designate(root, "1.1-2020-05-05", EFFECT)
    found = status(root, "2020-05-05")
    assert "the one-month window for re-designation with change 2 ends on Saturday 30 May 2020" in found
    assert "TOY 1.1-2020-05-05 has been in legal effect since Tuesday 5 May 2020." in found
    directed(root, "--effect", "2020-05-29")
    assert status(root, "2020-05-28").startswith(f"{ID}: directed\n")
    designate(root, "1.1-2020-05-29", "2020-05-29")
    found = status(root, "2020-05-29")
    assert found.startswith(f"{ID}: in legal effect\n") and "Missing" not in found


def test_what_is_left_too_late_needs_a_new_consultation(root: Path) -> None:
    directed(root, "--changes", "1", "--effect", EFFECT)
    designate(root, "1.1-2020-05-05", EFFECT)
    assert "a new consultation on the date is needed" in status(root, "2020-06-01")


def designate(root: Path, version: str, day: str) -> None:
    register = root / "documents/toy/document.yaml"
    text = register.read_text(encoding="utf-8")
    old = f'{{version: "{version}", status: concluded,'
    assert old in text
    register.write_text(
        text.replace(old, f'{{version: "{version}", status: designated, effective: {day},'), encoding="utf-8"
    )


def letter(root: Path, name: str) -> str:
    library = read_library(Folder(root))
    prepared, found = prepare_stage(library, name, StageKind.DIRECTION, Templates.of(root / "templates"))
    assert prepared is not None, [f"{one.place} {one.message}" for one in found]
    return paper_words(prepared.papers["direction-letter"])


def status(root: Path, day: str) -> str:
    done = drafting(root, "status", ID, "--on", day)
    assert done.exit_code == 0, done.output
    return str(done.stdout)


def test_changes_may_be_named_by_id(root: Path) -> None:
    said = directed(root, "--changes", "toy-definitions", "--effect", EFFECT, "--dry-run")
    assert said.startswith("Change 2 of Toys, with effect from Tuesday 5 May 2020:")


@pytest.mark.parametrize("day", ["2020-04-29", "2020-05-31"])
def test_outside_the_window_a_new_consultation_is_needed(root: Path, day: str) -> None:
    before = files(root)
    done = drafting(root, "direction", ID, "--changes", "1", "--effect", day)
    assert done.exit_code == 2
    said = " ".join(done.stderr.split())
    assert (
        "from Thursday 30 April 2020 to Saturday 30 May 2020: a new consultation on the date is needed"
        in said
    )
    assert files(root) == before


@pytest.mark.parametrize("day", ["2020-04-30", "2020-05-30"])
def test_both_ends_of_the_window_are_in_it(root: Path, day: str) -> None:
    directed(root, "--changes", "1", "--effect", day, "--dry-run")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--changes", "3"), "declares no change 3. There are 1 (toy-introduction), 2 (toy-definitions)."),
        (("--changes", ","), "Say which changes"),
        (("--changes", "1,x"), "declares no change x"),
        (("--changes", "1", "--effect", "in May"), "does not match the format"),
    ],
)
def test_what_is_wrong_is_told(root: Path, options: tuple[str, ...], words: str) -> None:
    before = files(root)
    done = drafting(root, "direction", ID, "--effect", EFFECT, *options)
    assert done.exit_code == 2 and words in " ".join(done.stderr.split())
    assert files(root) == before


def test_what_rests_on_a_change_that_is_left_out_is_refused(tmp_path: Path) -> None:
    new = NEW.replace("This document is about toys.", "This document is about toys, as Clause 2.3A says.")
    before = files(consulting(tmp_path, new))
    done = drafting(tmp_path, "direction", ID, "--changes", "1", "--effect", EFFECT)
    assert done.exit_code == 1 and "Nothing was written." in done.stderr
    assert "P127" in done.stderr and "2.3A" in done.stderr and "What is left out is needed" in done.stderr
    assert files(tmp_path) == before


def test_what_cannot_be_told_apart_is_refused_with_its_clause(tmp_path: Path) -> None:
    new = OLD.replace("about toys", "about good toys").replace("be safe", "be quite safe")
    root = consulting(tmp_path, new)
    data = root / "consultations" / ID / "consultation.yaml"
    both = data.read_text(encoding="utf-8").replace('- "2.3"', '- "2.3"\n        - "1.1"')
    data.write_text(both, encoding="utf-8")
    done = drafting(root, "direction", ID, "--changes", "1", "--effect", EFFECT)
    assert done.exit_code == 1
    assert "P124" in done.stderr and "Clause 1.1 of TOY@1.1 belongs to the changes 1 and 2" in done.stderr


def test_nothing_is_written_twice_or_by_halves(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(root)

    def fails(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("toolkit.commands.write_direction.save_all", fails)
        done = drafting(root, "direction", ID, "--changes", "1", "--effect", EFFECT)
    assert done.exit_code == 2 and "No space left" in done.stderr
    assert files(root) == before
    directed(root, "--changes", "1", "--effect", EFFECT)
    once = files(root)
    done = drafting(root, "direction", ID, "--changes", "1", "--effect", EFFECT)
    assert done.exit_code == 2 and "An earlier direction has made change 1 already." in done.stderr
    assert files(root) == once


def test_a_number_that_is_left_open_is_told(tmp_path: Path) -> None:
    new = NEW.replace("about toys", "about good toys").replace(
        "- 2.4 to", "- 2.3B {#light} A toy is light.\n- 2.4 to"
    )
    root = consulting(tmp_path, new)
    data = root / "consultations" / ID / "consultation.yaml"
    text = data.read_text(encoding="utf-8")
    swapped = text.replace("        - 1.1\n", '        - "1.1"\n').replace("        - 2.3A\n", "")
    data.write_text(
        swapped.replace('        - "1.1"\n', '        - "1.1"\n        - 2.3A\n'), encoding="utf-8"
    )
    done = drafting(root, "direction", ID, "--changes", "2", "--effect", EFFECT)
    assert done.exit_code == 0, done.output
    assert "skipped-number" in done.stderr and "2.3B follows 2.3" in done.stderr


def test_a_part_of_the_record_is_read_with_the_other_parts() -> None:
    """PPMID firmware alone: TMAD stays as it was, and four drafts come into effect in part."""
    library = read_library(Folder(ROOT))
    folder, _ = read_folder(library.files, "2020-08-uplift-1.2")
    assert folder is not None
    consultation = folder.consultation
    comparisons, found = compared(library, consultation)
    made, wrong = direct(library, consultation, comparisons, {3}, date(2020, 10, 5))
    assert not found and not wrong
    named = {one.draft: one for one in made}
    parts = {f"{draft}-2020-10-05" for draft in ("S1SR@4.4", "DUIS@3.1U", "DUIS@3.0U", "SRPD@3.1U")}
    assert {one.name for one in made if one.name} == parts
    assert named["TMAD@6.1U"].name == ""
    for one in (one for one in made if one.name):
        before = library.version(one.draft)[1].read_with
        expected = tuple((named[each].name or "TMAD@6.0") if each in named else each for each in before)
        assert one.read_with == expected
    assert any(parts & set(one.read_with) for one in made)


@pytest.mark.parametrize(
    ("effect", "today", "day"),
    [
        ("2020-05-05", "2020-04-22", "2020-04-22"),
        (None, "2020-04-22", "2020-04-22"),
        ("2020-05-05", "2020-04-01", "2020-04-21"),  # before what it answers was published
        (None, "2020-04-20", "2020-04-21"),
        ("2020-05-05", "2021-01-01", "2020-05-04"),
    ],
)
def test_the_letter_follows_what_it_answers_and_precedes_its_effect(
    effect: str | None, today: str, day: str
) -> None:
    made = letter_day(
        None, date.fromisoformat(effect) if effect else None, date(2020, 4, 20), date.fromisoformat(today)
    )
    assert made == date.fromisoformat(day)
    assert letter_day(datetime(2020, 4, 30), None, date(2020, 4, 20), date(2020, 4, 1)) == date(2020, 4, 30)
