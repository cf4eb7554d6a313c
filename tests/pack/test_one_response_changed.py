"""Rebuilding a real pack after one thing changed makes anew what rests on it, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from overlay import ROOT, TEMPLATES, edited, library

from toolkit.check.store import NoStore, Store, kept
from toolkit.cli import group
from toolkit.commands.pack import CACHE
from toolkit.consult.stage import StageKind
from toolkit.pack.build import build
from toolkit.pack.remembered import in_full
from toolkit.pack.stages import PLANNERS, plan_pack
from toolkit.render.templates import Templates, own_folder

NOVEMBER, APRIL = "2018-11-smets1-service", "2020-04-device-security-testing"
DUNMERE = f"{APRIL}/responses/dunmere-networks.yaml"
BRACKENFIELD = f"{APRIL}/responses/brackenfield-power.yaml"
CENTRICA = f"{NOVEMBER}/responses/centrica.yaml"
REPORT = {f"CON_DST&NP_conclusion_issued.{suffix}" for suffix in ("html", "pdf", "docx")}
RESPONSE = {f"SMETS1_Service_Government_response.{suffix}" for suffix in ("html", "pdf", "docx")}


def rebuilt(
    out: Path, name: str, changed: dict[str, str | None], store: Store, templates: Templates = TEMPLATES
) -> set[str]:
    """Build the conclusions of a consultation into a folder; the files that were made anew."""
    plan, found = PLANNERS[StageKind.CONCLUSIONS](library(changed), name, templates)
    assert plan is not None, found
    result = build(plan, out, store=store)
    assert not result.failures
    return {one.output.file for one in result.made if not one.as_it_was}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two packs as they are, each with what is remembered of it."""
    root = tmp_path_factory.mktemp("packs")
    for name, size in ((NOVEMBER, 13), (APRIL, 19)):
        with kept(root / f"{name}.sqlite") as store:
            assert len(rebuilt(root / name, name, {}, store)) >= size
    return root


def after(whole: Path, tmp_path: Path, changed: dict[str, str | None], templates: Templates) -> set[str]:
    """What is made anew of a pack that was built before something changed; the copy is left in tmp_path."""
    path = next(iter(changed), f"consultations/{NOVEMBER}/")
    name = path.split("/")[1]
    shutil.copytree(whole / name, tmp_path / name)
    shutil.copy(whole / f"{name}.sqlite", tmp_path)
    with kept(tmp_path / f"{name}.sqlite") as store:
        return rebuilt(tmp_path / name, name, changed, store, templates)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("file", "old", "new", "anew"),
    [
        (DUNMERE, "stance: No view", "stance: Support", REPORT),
        (DUNMERE, "A matter for suppliers.", "A matter for suppliers alone.", set()),
        (DUNMERE, "respondent: Dunmere", "respondent: Dunmore", REPORT),
        (DUNMERE, "contact: Code Management", "contact: The code team", set()),
        (BRACKENFIELD, "We have 41,000 such meters", "We have 43,000 such meters", set()),
        (CENTRICA, "stance: Support", "stance: No view", RESPONSE),
    ],
    ids=[
        "stance",
        "words of no paper",
        "name",
        "contact",
        "confidential words",
        "stance to the department",
    ],
)
def test_a_response_makes_anew_the_report_on_it(
    whole: Path, tmp_path: Path, file: str, old: str, new: str, anew: set[str]
) -> None:
    assert after(whole, tmp_path, edited(file, (old, new)), TEMPLATES) - {"index.html"} == anew
    name = file.partition("/")[0]
    before, now = tree(whole / name), tree(tmp_path / name)
    assert {file for file in now if now[file] != before.get(file)} - {"index.html"} == {
        *anew, "manifest.json"
    }  # fmt: skip


def test_what_is_rebuilt_is_what_a_fresh_build_gives(whole: Path, tmp_path: Path) -> None:
    changed = edited(CENTRICA, ("stance: Support", "stance: Object"))
    assert after(whole, tmp_path, changed, TEMPLATES) >= RESPONSE
    rebuilt(tmp_path / "fresh", NOVEMBER, changed, NoStore())
    assert tree(tmp_path / "fresh") == tree(tmp_path / NOVEMBER)


@pytest.mark.parametrize(
    ("template", "suffix", "of"),
    [
        ("print.css", "pdf", ("SMETS1", "covering")),
        ("paper.html.j2", "html", ("SMETS1", "covering")),
        ("document.typ", "pdf", ("annex",)),
        ("changes.css", "html", ("annex-b",)),
    ],
)
def test_a_template_makes_anew_what_it_prints(
    whole: Path, tmp_path: Path, template: str, suffix: str, of: tuple[str, ...]
) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    comment = {"css": "\n/* ours */\n", "j2": "\n{# ours #}", "typ": "\n// ours\n"}[
        template.rpartition(".")[2]
    ]
    text = (own_folder() / template).read_text("utf-8")
    (own / template).write_text(f"{text}{comment}", "utf-8")
    anew = after(whole, tmp_path, {}, Templates.of(own))
    every = {path.name for path in (whole / NOVEMBER).iterdir()}
    assert anew == {file for file in every if file.endswith(f".{suffix}") and file.startswith(of)}


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    for name in ("documents", "consultations"):
        shutil.copytree(ROOT / name, tmp_path / name)

    def packed() -> str:
        asked = ["--root", str(tmp_path), "pack", NOVEMBER, "-j", "1"]
        result = CliRunner().invoke(group, asked, prog_name="drafting")
        assert result.exit_code == 0, result.output
        return next(line for line in result.output.splitlines() if " files, " in line)

    out = tmp_path / "build" / NOVEMBER
    assert packed().endswith(f" MB, in {out}")
    assert packed().endswith(f" MB, in {out}: 0 made anew, 13 as they were")
    response = tmp_path / "consultations" / CENTRICA
    response.write_text(response.read_text("utf-8").replace("stance: Support", "stance: No view", 1), "utf-8")
    assert packed().endswith(": 3 made anew, 10 as they were")
    (tmp_path / CACHE).unlink()
    assert packed().endswith(": 12 made anew, 1 as it was")


def test_a_copy_for_government_is_never_taken_for_a_public_one() -> None:
    public, government = (
        plan_pack(library({}), APRIL, StageKind.CONCLUSIONS, TEMPLATES, for_government)[0]
        for for_government in (False, True)
    )
    assert public is not None and government is not None
    known = {in_full(one.make) for one in public.outputs}
    assert len(known) == len(public.outputs) < len(government.outputs)
    assert not [one.file for one in government.outputs if in_full(one.make) in known]
