"""The files of a folder: what leads outside it, leads in a circle or leads nowhere is not read."""

import os
from pathlib import Path

import pytest

from toolkit.source.files import Folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("not ours")
    (tmp_path / "outside-too").mkdir()
    root = tmp_path / "root"
    (root / "documents").mkdir(parents=True)
    (root / "documents" / "one.md").write_text("ours")
    (root / ".hidden").write_text("")
    return root


def test_names_and_folders(root: Path) -> None:
    files = Folder(root)
    assert files.folders("") == ("documents",)
    assert files.names("") == ()
    assert files.names("documents") == ("one.md",)
    assert files.names("documents/one.md") == files.folders("nowhere") == ()
    assert files.read("documents/one.md") == b"ours"


@pytest.mark.parametrize(
    "path", ["../outside/secret.md", "documents/../../outside/secret.md", "link.md", "folder/secret.md"]
)
def test_nothing_outside_is_read(root: Path, path: str) -> None:
    (root / "link.md").symlink_to(root.parent / "outside" / "secret.md")
    (root / "folder").symlink_to(root.parent / "outside")
    with pytest.raises(PermissionError, match="outside the root"):
        Folder(root).read(path)


def test_a_folder_whose_name_begins_as_the_roots_is_outside(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root-too").mkdir()
    (tmp_path / "root-too" / "secret.md").write_text("")
    with pytest.raises(PermissionError, match="outside the root"):
        Folder(tmp_path / "root").read("../root-too/secret.md")


def test_links_inside_are_followed(root: Path) -> None:
    (root / "again.md").symlink_to(root / "documents" / "one.md")
    (root / "texts").symlink_to(root / "documents")
    files = Folder(root)
    assert files.names("") == ("again.md",)
    assert files.folders("") == ("documents", "texts")
    assert files.read("again.md") == files.read("texts/one.md") == b"ours"


def test_a_root_that_is_a_link(root: Path) -> None:
    (root.parent / "way").symlink_to(root)
    assert Folder(root.parent / "way").read("documents/one.md") == b"ours"


def test_links_that_lead_nowhere_or_in_a_circle(root: Path) -> None:
    (root / "circle.md").symlink_to(root / "circle.md")
    (root / "lost.md").symlink_to(root / "gone.md")
    files = Folder(root)
    assert files.names("") == ()
    assert files.folders("") == ("documents",)
    for name in ("circle.md", "lost.md", "documents", "gone/one.md"):
        with pytest.raises(OSError):
            files.read(name)


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are no bytes")
def test_names_that_are_no_utf8(root: Path) -> None:
    (root / os.fsdecode(b"\xff.md")).write_text("odd")
    assert Folder(root).read(Folder(root).names("")[0]) == b"odd"
