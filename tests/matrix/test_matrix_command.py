"""drafting trace -f html: the pages are written, and the exit status is that of every trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.sample_matrix import RESULTS, WRITTEN
from tests.trace.small_root import GREEN, PASSED, drafting

TRACE = "code: [code]\ntests: [tests]\n"


def written(folder: Path, files: dict[str, str], results: bytes) -> Path:
    for path, text in {**files, "trace.yaml": TRACE}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "junit.xml").write_bytes(results)
    return folder


@pytest.mark.parametrize(("files", "results", "status"), [(GREEN, PASSED, 0), (WRITTEN, RESULTS, 1)])
def test_a_page_a_document_and_an_index(
    tmp_path: Path, files: dict[str, str], results: bytes, status: int
) -> None:
    root, out = written(tmp_path / "root", files, results), tmp_path / "out" / "trace"
    asked = ("trace", "--results", str(root / "junit.xml"), "--today", "2020-08-06", "-f", "html", "-o")
    done = drafting(root, *asked, str(out))
    assert done.exit_code == status and done.output.startswith(f"{out / 'index.html'}\n")
    assert ("error" in done.output) == bool(status)
    assert sorted(path.name for path in out.iterdir()) == ["DEMO.html", "index.html"]
    again = tmp_path / "again"
    drafting(root, *asked, str(again))
    for name in ("DEMO.html", "index.html"):
        assert (out / name).read_bytes() == (again / name).read_bytes()


def test_pages_have_a_folder_of_their_own(tmp_path: Path) -> None:
    root = written(tmp_path, GREEN, PASSED)
    done = drafting(root, "trace", "-f", "html")
    assert done.output.startswith(f"{root / 'build' / 'trace' / 'index.html'}\n")


@pytest.mark.parametrize(
    "options", [("-o", "out"), ("-f", "json", "-o", "out"), ("-f", "reqif", "-o", "out")]
)
def test_nothing_else_takes_a_folder(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = drafting(written(tmp_path, GREEN, PASSED), "trace", *options)
    form = options[1] if len(options) > 2 else "text"
    assert done.exit_code == 2 and f"drafting trace -f {form} > FILE, without -o" in done.output


def test_a_document_called_index_does_not_take_the_index_s_place(tmp_path: Path) -> None:
    files = {path: text.replace("DEMO", "INDEX") for path, text in GREEN.items()}
    out = tmp_path / "out"
    drafting(written(tmp_path, files, PASSED), "trace", "-f", "html", "-o", str(out))
    assert sorted(path.name for path in out.iterdir()) == ["INDEX_.html", "index.html"]
