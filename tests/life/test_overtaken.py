"""A base that was overtaken is an error at every stage, which names both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.life.roots import drafting, toy_root
from toolkit.consult.folder import read_data
from toolkit.consult.scope import check_scope
from toolkit.library.library import read_library
from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
ID = "2020-03-toys"
STAGE = """\
title: Toys
filename: Toys_issued
classification: Public
published: {published}
documents: [{{code: TOY, version: "1.1", consulted: "1.1"}}]
enclosures: [{{clean: TOY@1.1}}, {{marked: TOY@1.1, against: "1.0"}}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    begun = drafting(
        toy_root(tmp_path), "new", "consultation", ID, "--document", "TOY@1.1", "--package", "Toys",
        "--published", "2020-03-03", "--today", "2020-03-02",
    )  # fmt: skip
    assert begun.exit_code == 0, begun.output
    return tmp_path


def register(root: Path, entry: str, concluded: bool = False) -> None:
    file = root / "documents/toy/document.yaml"
    text = file.read_text(encoding="utf-8") + f"  - {entry}\n"
    if concluded:
        text = text.replace('"1.1", status: draft', '"1.1", status: concluded')
    file.write_text(text, encoding="utf-8")


def newer(day: str) -> str:
    return f'{{version: "2.0", status: designated, effective: {day}, base: "1.0", held: no}}'


def told(root: Path, *options: str) -> str:
    done = drafting(root, "pack", ID, *options)
    assert done.exit_code == 1, done.output
    return " ".join(done.stderr.split())


def test_on_the_day_on_which_a_consultation_opens(root: Path) -> None:
    register(root, newer("2020-03-03"))
    found = told(root)
    assert f"consultations/{ID}/consultation.yaml:" in found and "P162" in found
    assert "TOY 1.1 rests on 1.0, but on Tuesday 3 March 2020 TOY 2.0, in effect from 3 March 2020," in found
    assert 'overtaken-by: "2.0"' in found


def test_the_day_after_is_another_matter(root: Path) -> None:
    register(root, newer("2020-03-04"))
    assert drafting(root, "pack", ID, "-j", "1").exit_code == 0


@pytest.mark.parametrize(
    ("day", "said", "words"),
    [
        ("2020-03-03", "2.0", ""),
        ("2020-03-04", "2.0", "when 1.0 was in legal effect"),
        ("2020-03-03", "1.2", "2.0"),
    ],
)
def test_a_consultation_that_went_out_all_the_same_says_so(
    root: Path, day: str, said: str, words: str
) -> None:
    register(root, newer(day))
    file = root / "consultations" / ID / "consultation.yaml"
    text = file.read_text(encoding="utf-8")
    version = '      - version: "1.1"\n'
    assert version in text
    file.write_text(text.replace(version, f'{version}        overtaken-by: "{said}"\n'), encoding="utf-8")
    found = scoped(root, ID)
    assert [one.code for one in found] == (["P162"] if words else [])
    assert all(words in one.message for one in found)


@pytest.mark.parametrize("day", ["2020-04-15", "2020-04-20"])
def test_when_conclusions_are_published(root: Path, day: str) -> None:
    (root / "consultations" / ID / "conclusions.yaml").write_text(
        STAGE.format(published="2020-04-20"), encoding="utf-8"
    )
    register(root, newer(day), concluded=True)
    found = told(root, "--stage", "conclusions")
    assert "conclusions.yaml:" in found and found.count("P162") == 1
    assert "TOY 1.1 rests on 1.0, but on Monday 20 April 2020 TOY 2.0, in effect from" in found


def test_when_a_direction_takes_effect(root: Path) -> None:
    text = STAGE.format(published="2020-05-05") + "effect: 2020-05-10\nsignatory: {office: Toys}\n"
    (root / "consultations" / ID / "direction.yaml").write_text(text, encoding="utf-8")
    register(root, newer("2020-05-09"), concluded=True)
    found = told(root, "--stage", "direction")
    assert "direction.yaml:" in found and found.count("P162") == 1
    assert "TOY 1.1 rests on 1.0, but on Saturday 9 May 2020 TOY 2.0, in effect from 9 May 2020," in found


def test_the_record_says_of_july_2020_what_happened() -> None:
    assert not scoped(ROOT, "2020-07-early-firmware")
    library = read_library(Folder(ROOT))
    consultation, _ = read_data(library.files, "2020-07-early-firmware")
    assert consultation is not None
    assert [draft.overtaken_by for _, draft in consultation.drafts] == ["6.0"]


def scoped(root: Path, name: str) -> tuple[Diagnostic, ...]:
    library = read_library(Folder(root))
    consultation, _ = read_data(library.files, name)
    assert consultation is not None
    return check_scope(consultation, library.registers)


def test_a_part_of_a_version_that_is_law_has_not_overtaken_the_whole(root: Path) -> None:
    register(
        root, '{version: "1.1-a", status: designated, effective: 2020-03-03, base: "1.0", part_of: "1.1"}'
    )
    assert not scoped(root, ID)


def test_a_part_of_nothing_is_told(root: Path) -> None:
    register(root, '{version: "1.1-a", status: draft, base: "1.0", part_of: "9.9", held: no}')
    found = read_library(Folder(root)).diagnostics
    assert [one.code for one in found] == ["L102"] and "a part of 9.9" in found[0].message
