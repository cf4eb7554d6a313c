"""Nothing confidential is in any pack nor in what any command says: markers everywhere, sought in every byte.

Every field of every response that may be confidential holds a marker; then all packs are built, and every
command that can print something of a consultation is run. An oracle of its own (looking.py) looks for the
markers; files of its own (sabotage.py) show that it finds them wherever they are.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner
from looking import found
from sabotage import PLACES

from toolkit.cli import group
from toolkit.consult.published import FOR_GOVERNMENT, UNNAMED
from toolkit.consult.stage import StageKind
from toolkit.consult.stage_folder import folder_names, stages_of
from toolkit.library.library import Library, read_library
from toolkit.pack.build import Result, build
from toolkit.pack.consultation import PAPERS
from toolkit.pack.plan import Plan
from toolkit.pack.stages import plan_pack
from toolkit.render.templates import Templates
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
STEM = "quzzixvampyre"
"""Every marker begins with it, and nothing else in the world does."""
JULY, UPLIFT, SMETS1 = "2020-07-early-firmware", "2020-08-uplift-1.2", "2018-11-smets1-service"
TEMPLATES = Templates.of(ROOT / "templates")


def _marked_responses(folder: Path, number: Iterator[int]) -> dict[str, list[str]]:
    """Put a marker into every field that is confidential; from the file of each response to its markers."""
    given: dict[str, list[str]] = {}
    for turn, file in enumerate(sorted(folder.glob("*.yaml"))):
        markers: list[str] = []

        def marker(markers: list[str] = markers) -> str:
            markers.append(f"{STEM}{next(number):03}")
            return markers[-1]

        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        whole = turn % 3 == 0
        name = f"{marker()}.yaml" if whole else file.name
        _mark(data, marker, whole)
        file.unlink()
        (folder / name).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        given[name] = markers
    return given


def _mark(data: dict[str, Any], marker: Any, whole: bool) -> None:
    data["contact"] = f"{marker()} Person, {marker()}@{STEM}.example"
    data["outside"] = f"Written in the margin: {marker()}."
    data["original"] = f"received/{marker()}.docx"
    if whole:
        data["confidential"] = "yes"
        data["respondent"] = f"{marker()} Holdings"
    general = data.setdefault("general", {"text": ""})
    for turn, answer in enumerate((*data["answers"], general)):
        answer["text"] = f"Our {marker()} is known to nobody."
        answer["reason"] = f"Because of {marker()}."
        answer["confidentiality"] = "part" if turn % 2 == 0 else "whole"
        if turn % 2 == 0:
            answer["redacted"] = f"What {marker()} says." if whole else "What anybody may read."
        else:
            answer.pop("redacted", None)


def _answers(folder: Path) -> None:
    """Two responses to a consultation that has none yet."""
    questions = re.findall(
        r"^  - id: (.+)$", (folder / "consultation.yaml").read_text().partition("questions:")[2], re.M
    )
    answers = [{"question": one, "stance": "Support", "text": "We agree."} for one in questions[:3]]
    (folder / "responses").mkdir()
    for name in ("ash", "oak"):
        data = {
            "respondent": name.title(), "organisation": "Energy supplier", "received": "2020-09-01 10:00",
            "channel": "e-mail", "answers": answers,
        }  # fmt: skip
        (folder / "responses" / f"{name}.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a marker in every confidential field of every response."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("documents", "consultations", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    _answers(folder / "consultations" / UPLIFT)
    number = count(1)
    given = {
        one.name: _marked_responses(one / "responses", number)
        for one in sorted((folder / "consultations").iterdir())
        if (one / "responses").is_dir()
    }
    (folder / "markers.json").write_text(json.dumps(given))
    return folder


def _markers(root: Path, consultation: str) -> dict[str, list[str]]:
    return json.loads((root / "markers.json").read_text())[consultation]  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return read_library(Folder(root))


STAGES = tuple((name, kind) for name in folder_names(Folder(ROOT)) for kind in stages_of(Folder(ROOT), name))


def _plan(library: Library, name: str, kind: StageKind, for_government: bool = False) -> Plan:
    plan, diagnostics = plan_pack(library, name, kind, TEMPLATES, for_government)
    assert plan is not None, diagnostics
    return plan


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("place", PLACES)
def test_the_oracle_finds_what_is_put_anywhere(place: str) -> None:
    name, data = PLACES[place](f"{STEM}007 is what they call it in their own house")
    assert found(name, data, [STEM]) == {STEM}
    other, clean = PLACES[place]("These are words that anybody may read in any place")
    assert found(other, clean, [STEM]) == set()


def test_every_field_that_may_be_confidential_has_a_marker(root: Path) -> None:
    """Of the shape of a response, all save those that are counted; a new field has to be thought of here."""
    from toolkit.consult.response_shape import AnswerShape, ResponseShape

    counted = {"organisation", "received", "channel", "confidential", "replaces", "accepted_late"}
    folder = root / "consultations" / JULY / "responses"
    name, markers = next(iter(_markers(root, JULY).items()))
    data = yaml.load((folder / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    marked = {key for key, value in data.items() if STEM in str(value)}
    assert set(ResponseShape.model_fields) == counted | marked
    answers = {key for answer in data["answers"] for key, value in answer.items() if STEM in str(value)}
    assert set(AnswerShape.model_fields) == answers | {"question", "stance", "themes", "confidentiality"}
    assert len(set(markers)) == len(markers) > 10


@pytest.mark.parametrize(("name", "kind"), STAGES, ids=lambda one: str(one))
def test_no_pack_holds_a_marker(library: Library, tmp_path: Path, name: str, kind: StageKind) -> None:
    """Papers in every format, documents as pages: these are made of one value in every format."""
    plan, diagnostics = plan_pack(library, name, kind, TEMPLATES)
    assert plan is not None, diagnostics
    assert any(STEM in run for run in plan.hidden.runs)
    chosen = tuple(one for one in plan.outputs if one.group == PAPERS or one.format in {"HTML", "CSV"})
    # without the guard of the build, which would stop it
    result = build(replace(plan, outputs=chosen, hidden=type(plan.hidden)()), tmp_path / "pack")
    assert not result.failures and len(result.made) == len(chosen) + 1
    files = _files(tmp_path / "pack")
    assert {one for one, data in files.items() if found(one, data, [STEM])} == set()
    assert all(FOR_GOVERNMENT.encode() not in data for data in files.values())


def test_every_file_of_a_pack_in_every_format(root: Path, tmp_path: Path) -> None:
    done = _run(root, "pack", JULY, "-o", str(tmp_path / "pack"))
    assert done.exit_code == 0 and STEM not in done.output.casefold()
    files = _files(tmp_path / "pack")
    assert {one.rpartition(".")[2] for one in files} == {"html", "pdf", "docx", "json"}
    assert {one for one, data in files.items() if found(one, data, [STEM])} == set()
    assert UNNAMED in next(data for one, data in files.items() if one.endswith("issued.html")).decode()


def _run(root: Path, *arguments: str) -> Any:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], prog_name="drafting")


SPEAKING = [
    ("status",),
    ("status", "--format", "json"),
    ("response", "table", JULY),
    ("response", "table", UPLIFT),
    ("direction", UPLIFT, "--dry-run", "--effect", "2020-10-05"),
]


@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_no_command_says_a_marker(root: Path, arguments: tuple[str, ...]) -> None:
    done = _run(root, *arguments)
    assert not done.exception or isinstance(done.exception, SystemExit), done.exception
    assert done.output.strip()
    assert found("output.txt", done.output.encode(), [STEM]) == set()


WRITING = [
    *(("response", "table", one, "-f", "html,xlsx,csv,svg") for one in (JULY, UPLIFT, SMETS1)),
    ("response", "template", UPLIFT),
]


@pytest.mark.parametrize("arguments", WRITING, ids=lambda one: " ".join(one[:3]))
def test_no_command_writes_a_marker(root: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = _run(root, *arguments, "-o", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    files = _files(tmp_path / "out")
    assert len(files) > 2
    assert {one for one, data in files.items() if found(one, data, [STEM])} == set()


@pytest.fixture(scope="module")
def government(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of a pack for the Government, in its own folder."""
    out = tmp_path_factory.mktemp("government") / "out"
    done = _run(root, "pack", JULY, "--for-government", "-o", str(out))
    assert done.exit_code == 0, done.output
    return _files(out)


def test_the_government_sees_the_responses_whole(root: Path, government: dict[str, bytes]) -> None:
    names = {one for one in government if one.startswith("responses-for-government")}
    assert {one.rpartition(".")[2] for one in names} == {"html", "pdf", "docx", "xlsx"}
    given = _markers(root, JULY)
    for name in names:
        there = found(name, government[name], [one for several in given.values() for one in several])
        folder = root / "consultations" / JULY / "responses"
        for file, markers in given.items():
            data = yaml.load((folder / file).read_text(encoding="utf-8"), yaml.BaseLoader)
            said = [
                data["respondent"],
                data["outside"],
                *(one["text"] + one["reason"] for one in data["answers"]),
            ]
            wanted = {one for one in markers if any(one in text for text in said)}
            assert wanted <= there, (name, wanted - there)
            # whom to ask and what the file is called is nobody's to read
            assert not {one for one in markers if one in data["contact"] + data["original"]} & there
    others = set(government) - names
    assert {one for one in others if found(one, government[one], [STEM])} == set()


def test_every_page_for_the_government_is_marked(government: dict[str, bytes]) -> None:
    for name, data in government.items():
        marks = MARKED[name.rpartition(".")[2]](data)
        assert marks and all(marks), name


def _marked_pages(data: bytes) -> list[bool]:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    return [FOR_GOVERNMENT in page for page in pages]


def _marked_page(data: bytes) -> list[bool]:
    text = data.decode()
    return [f'<p class="marking" role="note">{FOR_GOVERNMENT}</p>' in text, "@top-left" in text]


def _marked_sections(data: bytes) -> list[bool]:
    """Each section has a header that is marked; one with a first page of its own, another."""
    with ZipFile(BytesIO(data)) as file:
        document = file.read("word/document.xml").decode()
        related = file.read("word/_rels/document.xml.rels").decode()
        targets = {
            re.search(r'Id="([^"]+)"', one)[1]: re.search(r'Target="([^"]+)"', one)[1]  # type: ignore[index]
            for one in re.findall(r"<Relationship [^>]*>", related)
        }
        marks = []
        for section in re.findall(r"<w:sectPr.*?</w:sectPr>", document, re.S):
            kinds = {"default"} | ({"first"} if "<w:titlePg" in section else set())
            heads = dict(re.findall(r'<w:headerReference w:type="(\w+)" r:id="(\w+)"/>', section))
            words = [file.read(f"word/{targets[heads[kind]]}").decode() for kind in kinds & set(heads)]
            marks.append(set(heads) == kinds and all(FOR_GOVERNMENT in one for one in words))
        return marks


def _marked_sheets(data: bytes) -> list[bool]:
    with ZipFile(BytesIO(data)) as file:
        sheets = [one for one in file.namelist() if one.startswith("xl/worksheets/sheet")]
        heads = [re.search(r"<oddHeader>(.*?)</oddHeader>", file.read(one).decode()) for one in sheets]
        return [head is not None and FOR_GOVERNMENT in head[1] for head in heads]


def _marked_rows(data: bytes) -> list[bool]:
    return [FOR_GOVERNMENT in line for line in data.decode().splitlines()[1:]]


MARKED = {
    "pdf": _marked_pages,
    "html": _marked_page,
    "docx": _marked_sections,
    "xlsx": _marked_sheets,
    "csv": _marked_rows,
    "json": lambda data: [json.loads(data)["handling"] == FOR_GOVERNMENT],
}


def test_the_rows_of_a_matrix_are_marked(library: Library, tmp_path: Path) -> None:
    plan = _plan(library, UPLIFT, StageKind.CONSULTATION, for_government=True)
    chosen = tuple(one for one in plan.outputs if one.format == "CSV")
    assert chosen
    for one in chosen:
        assert all(_marked_rows(one.make(TEMPLATES)))
    assert any(one.file.startswith("responses-for-government") for one in plan.outputs)


def test_a_copy_for_the_government_shares_no_folder_with_a_public_pack(
    library: Library, tmp_path: Path
) -> None:
    plan = _plan(library, UPLIFT, StageKind.CONSULTATION)
    small = replace(plan, outputs=plan.outputs[:1], index=None)
    for first, then in ((False, True), (True, False)):
        out = tmp_path / str(first)
        build(replace(small, marking=FOR_GOVERNMENT if first else ""), out)
        before = _files(out)
        with pytest.raises(Exception, match="name another folder"):
            build(replace(small, marking=FOR_GOVERNMENT if then else ""), out)
        assert _files(out) == before


@pytest.mark.parametrize(
    ("name", "says"),
    [(UPLIFT, "holds no response"), ("2021-02-foc-direction", "A direction tells nothing of responses")],
)
def test_without_responses_there_is_nothing_for_the_government_alone(name: str, says: str) -> None:
    done = _run(ROOT, "pack", name, "--for-government")
    assert (done.exit_code, says in done.output) == (2, True), done.output


def test_a_copy_for_the_government_has_a_folder_of_its_own(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from toolkit.commands import pack as command

    asked: list[Path] = []
    monkeypatch.setattr(command, "build", lambda _, out, *__: asked.append(out) or Result(out, (), ()))
    for more in ((), ("--for-government",)):
        _run(root, "pack", JULY, *more)
    assert [out.name for out in asked] == [JULY, f"{JULY}-for-government"]
