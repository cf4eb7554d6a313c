from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

import pytest

from toolkit.pack.build import build
from toolkit.pack.manifest import MANIFEST
from toolkit.pack.plan import Input, Made, Output, Plan, PlannedVersion, digest
from toolkit.pack.stage import PackError
from toolkit.render.templates import Templates


class BoundaryError(Exception):
    """Cannot be sent between processes: it needs two arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def _words(text: str, templates: Templates) -> bytes:
    return text.encode()


def _fails(error: Exception, templates: Templates | None = None) -> bytes:
    raise error


def _boundary(templates: Templates) -> bytes:
    raise BoundaryError("no ", "ink")


def _index(made: tuple[Made, ...]) -> bytes:
    return " ".join(one.output.file for one in made).encode()


def _output(name: str, text: str = "words") -> Output:
    return Output(name, f"Title of {name}", "Attachment 1", "HTML", partial(_words, text))


def _broken(name: str, error: Exception | None = None) -> Output:
    make = partial(_fails, error) if error else _boundary
    return Output(name, f"Title of {name}", "Attachment 1", "HTML", make)


def _plan(*outputs: Output, index: bool = True) -> Plan:
    version = PlannedVersion("TOY", "2.0", "1.0", "Annex A", 3)
    inputs = (Input.of("b.md", b"b"), Input.of("a.md", b"a"))
    return Plan("toy-pack", "Toy pack", inputs, (version,), outputs, _index if index else None)


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_everything_is_written_and_listed(tmp_path: Path) -> None:
    result = build(_plan(_output("a.html"), _output("b.html", "other")), tmp_path / "deep" / "out")
    files = _tree(tmp_path / "deep" / "out")
    assert sorted(files) == ["a.html", "b.html", "index.html", MANIFEST]
    assert files["index.html"] == b"a.html b.html"
    assert result.failures == ()
    content = json.loads(files[MANIFEST])
    assert content["schema"] == "drafting-pack/1"
    assert content["versions"] == [
        {"document": "TOY", "version": "2.0", "against": "1.0", "annex": "Annex A", "attachment": 3}
    ]
    assert [one["file"] for one in content["inputs"]] == ["a.md", "b.md"]
    for one in content["outputs"]:
        assert one["sha256"] == digest(files[one["file"]])
        assert one["bytes"] == len(files[one["file"]])


def test_nothing_else_is_left_beside_the_pack(tmp_path: Path) -> None:
    build(_plan(_output("a.html"), _broken("b.html")), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not [name for name in _tree(tmp_path / "out") if name.endswith(".part")]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_failure_is_named_and_the_rest_kept(tmp_path: Path, workers: int) -> None:
    plan = _plan(_output("a.html"), _broken("b.html"), _output("c.html"))
    result = build(plan, tmp_path / "out", workers=workers)
    assert sorted(_tree(tmp_path / "out")) == ["a.html", "c.html", "index.html", MANIFEST]
    ((file, reason),) = result.failures
    assert file == "b.html"
    assert "no ink" in reason
    listed = json.loads((tmp_path / "out" / MANIFEST).read_bytes())
    assert listed["failures"] == [{"file": "b.html", "reason": reason}]


def test_errors_that_are_not_ours_name_their_kind(tmp_path: Path) -> None:
    plan = _plan(_broken("a.html", KeyError("x")), _broken("b.html", PackError("is full")))
    reasons = [failure.reason for failure in build(plan, tmp_path / "out").failures]
    assert reasons == ["KeyError: 'x'", "is full"]


def test_a_failing_index_is_a_failure_like_any_other(tmp_path: Path) -> None:
    plan = Plan("toy", "Toy", (), (), (_output("a.html"),), lambda made: _fails(ValueError("no index")))
    result = build(plan, tmp_path / "out")
    assert [failure.file for failure in result.failures] == ["index.html"]
    assert sorted(_tree(tmp_path / "out")) == ["a.html", MANIFEST]


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    plan = _plan(*(_output(f"{name}.html", name) for name in "abcdef"))
    build(plan, tmp_path / "one")
    build(plan, tmp_path / "two", workers=3)
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")


def test_a_rebuild_replaces_what_it_made_and_removes_what_is_no_longer_made(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(_plan(_output("a.html"), _output("b.html")), out)
    (out / "notes.txt").write_text("mine")
    build(_plan(_output("a.html", "new"), _broken("c.html")), out)
    files = _tree(out)
    assert sorted(files) == ["a.html", "index.html", MANIFEST, "notes.txt"]
    assert files["a.html"] == b"new"
    assert files["notes.txt"] == b"mine"


def test_an_old_output_is_not_kept_where_its_rebuild_fails(tmp_path: Path) -> None:
    build(_plan(_output("a.html"), _output("b.html")), tmp_path / "out")
    build(_plan(_output("a.html"), _broken("b.html")), tmp_path / "out")
    assert "b.html" not in _tree(tmp_path / "out")


@pytest.mark.parametrize("name", ["a.html", "index.html"])
def test_a_file_of_somebody_else_is_never_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(PackError, match=name):
        build(_plan(_output("a.html")), tmp_path)
    assert _tree(tmp_path) == {name: b"mine"}


@pytest.mark.parametrize("content", ["{}", "not json", '{"schema": "other"}', "[]"])
def test_a_manifest_of_something_else_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(PackError, match="not the manifest of a pack"):
        build(_plan(_output("a.html")), tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(PackError, match="is a file"):
        build(_plan(_output("a.html")), tmp_path / "out")


def test_an_interrupted_build_leaves_the_earlier_pack_whole(tmp_path: Path) -> None:
    build(_plan(_output("a.html")), tmp_path / "out")
    before = _tree(tmp_path)

    def interrupt(done: int, total: int, file: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(_plan(_output("a.html", "new"), _output("b.html")), tmp_path / "out", interrupt)
    assert _tree(tmp_path) == before


def test_what_a_killed_build_left_behind_is_removed(tmp_path: Path) -> None:
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    left = tmp_path / f".out.building-{gone}"
    left.mkdir()
    (left / "a.html.part").write_text("half")
    at_work = tmp_path / f".out.building-{os.getppid()}"
    at_work.mkdir()
    build(_plan(_output("a.html")), tmp_path / "out")
    assert not left.exists()
    assert at_work.exists()


def test_progress_is_told_after_each_output(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    plan = _plan(_output("a.html"), _broken("b.html"), _output("c.html"))
    build(plan, tmp_path / "out", lambda *step: told.append(step))
    assert told == [(1, 3, "a.html"), (2, 3, "b.html"), (3, 3, "c.html")]
