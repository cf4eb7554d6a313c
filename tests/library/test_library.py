"""Names, points in time, companions and locks, on the shipped documents and on small ones."""

import shutil
import subprocess
from pathlib import Path

import pytest

from toolkit.library.digest import digest_of
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library, read_library
from toolkit.library.name import read_name
from toolkit.source.files import Folder, GitError, GitRevision

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Library:
    return read_library(Folder(ROOT))


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("TMAD", "6.1U"),
        ("tmad", "6.1U"),
        ("TMAD@6.0", "6.0"),
        ("TMAD@6.1u", "6.1U"),
        ("TMAD@2020-08-01", "6.0"),
        ("TMAD@2020-07-24", "6.0"),
        ("DUIS@3.0", "3.0"),
        ("S1SR@2020-12-03", "4.0"),
    ],
)
def test_names_of_versions(shipped: Library, name: str, version: str) -> None:
    assert shipped.version(name)[1].name == version


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("TMDA", "Did you mean TMAD?"),
        ("ZZZZ", "There are DUIS, IEDP, S1SPKI CP, S1SR, SEC, SRPD, TMAD."),
        ("TMAD@6.1", "Did you mean TMAD@6.1U"),
        ("TMAD@", "names no version"),
        ("@6.0", "names no version"),
        ("TMAD@2020-13-01", "no day of the calendar"),
        ("TMAD@2018-01-01", "The first day that the register knows of is 2019-02-14."),
        ("DUIS@2020-08-01", "Name one: DUIS@3.0 or DUIS@3.1."),
        ("TMAD@1.0", "its text is not here"),
    ],
)
def test_wrong_names_say_what_would_be_right(shipped: Library, name: str, words: str) -> None:
    with pytest.raises(LibraryError, match=words.replace("?", r"\?").replace(".", r"\.")):
        shipped.load(name)


def test_the_names_of_the_command_line() -> None:
    whole = read_name("TMAD@6.0:3.24")
    assert (whole.code, whole.version, whole.label) == ("TMAD", "6.0", "3.24")
    assert read_name("TMAD@6.0#expiry").id == "expiry"
    assert read_name("TMAD:3.24").label == "3.24"
    git = read_name("TMAD@6.1U@git:feature/x:3.24")
    assert (git.version, git.revision, git.label) == ("6.1U", "feature/x", "3.24")
    assert read_name("TMAD@git:HEAD~1").revision == "HEAD~1"
    assert read_name("TMAD@2020-08-01").dated


def test_a_clause_by_label_by_id_or_not_at_all(shipped: Library) -> None:
    loaded = shipped.load("TMAD@6.1U")
    by_label = shipped.clause(loaded, read_name("TMAD@6.1U:3.24"))
    assert by_label is shipped.clause(loaded, read_name(f"TMAD@6.1U#{by_label.id}"))
    with pytest.raises(LibraryError, match=r"declared \[Not reproduced\]"):
        shipped.clause(loaded, read_name("TMAD@6.1U:3.9"))
    with pytest.raises(LibraryError, match="has no clause 99"):
        shipped.clause(loaded, read_name("TMAD@6.1U:99"))


def test_companions_are_of_the_same_time(shipped: Library) -> None:
    draft = shipped.load("TMAD@6.1U").document
    in_force = shipped.load("TMAD@6.0").document
    assert shipped.companion(draft, "S1SR").document.version.name == "4.4"  # type: ignore[union-attr]
    assert shipped.companion(in_force, "S1SR").document.version.name == "4.0"  # type: ignore[union-attr]
    assert shipped.companion(draft, "TMAD").document.version.name == "6.1U"  # type: ignore[union-attr]
    assert shipped.companion(draft, "UISS") is None


def test_the_shipped_register_is_right_and_locked(shipped: Library) -> None:
    assert shipped.diagnostics == ()
    held = list(shipped.everything())
    assert {one.document.name for one in held} == {
        "TMAD@4.0", "TMAD@4.1-consulted", "TMAD@4.1", "TMAD@5.1", "TMAD@5.2", "TMAD@6.0", "TMAD@6.1U",
        "TMAD@7.0", "TMAD@2020-11", "TMAD@9.0", "TMAD@10.0", "TMAD@11.0",
        "S1SR@4.0", "S1SR@4.3", "S1SR@4.4", "S1SR@6.0", "S1SR@7.0", "S1SPKI CP@1.0",
        "SRPD@3.0", "SRPD@3.1U", "DUIS@3.0", "DUIS@3.1", "DUIS@3.0U", "DUIS@3.1U",
        "IEDP@2018-11", "IEDP@2018-11-consulted", "IEDP@2019-01",
            "SEC@2018-11", "SEC@2018-11-consulted", "SEC@2019-01",
    }  # fmt: skip
    assert [str(one) for loaded in held for one in loaded.diagnostics] == []


@pytest.mark.parametrize("change", ["a byte", "a file more", "a file less", "a file renamed"])
def test_a_changed_designated_text_is_found(tmp_path: Path, change: str) -> None:
    shutil.copytree(ROOT / "documents" / "srpd", tmp_path / "documents" / "srpd")
    folder = tmp_path / "documents" / "srpd" / "3.0"
    first = sorted(folder.iterdir())[0]
    match change:
        case "a byte":
            first.write_bytes(first.read_bytes().replace(b"shall", b"shalt", 1))
        case "a file more":
            (folder / "99-more.md").write_bytes(b"")
        case "a file less":
            first.unlink()
        case _:
            first.rename(folder / "00-renamed.md")
    names = [one.name for one in read_library(Folder(tmp_path)).load("SRPD@3.0").diagnostics]
    assert "changed-designated-text" in names


def test_no_two_folders_have_one_digest() -> None:
    assert digest_of([("a", b"bc")]) != digest_of([("ab", b"c")])
    assert digest_of([("a", b""), ("b", b"")]) != digest_of([("a", b"b")])
    assert digest_of([("b", b"2"), ("a", b"1")]) == digest_of([("a", b"1"), ("b", b"2")])


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Author", "-c", "user.email=author@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_git_revision_is_read_as_it_was(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "documents" / "srpd", tmp_path / "inner" / "documents" / "srpd")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    root = tmp_path / "inner"
    file = sorted((root / "documents" / "srpd" / "3.1U").glob("01-*.md"))[0]
    file.write_text(file.read_text("utf-8") + "\nAdded since.\n", encoding="utf-8")
    now = read_library(Folder(root)).load("SRPD@3.1U").document
    then = read_library(GitRevision(root, "HEAD")).load("SRPD@3.1U").document
    assert now.parts[1:] == then.parts[1:]
    assert now.parts[0] != then.parts[0]
    with pytest.raises(GitError):
        read_library(GitRevision(root, "no-such-revision"))
    with pytest.raises(GitError):
        read_library(GitRevision(root, "--help"))


def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "documents" / "srpd", tmp_path / "root" / "documents" / "srpd")
    secret = tmp_path / "secret.md"
    secret.write_text("## 99 Secret\n", encoding="utf-8")
    (tmp_path / "root" / "documents" / "srpd" / "3.1U" / "99-secret.md").symlink_to(secret)
    loaded = read_library(Folder(tmp_path / "root")).load("SRPD@3.1U")
    assert "unreadable-file" in [one.name for one in loaded.diagnostics]
    assert "99" not in loaded.index.labels


@pytest.mark.parametrize("file", ["documents/srpd/document.yaml", "documents/_external/act.yaml"])
def test_a_register_that_is_a_link_outside_is_reported(tmp_path: Path, file: str) -> None:
    shutil.copytree(ROOT / "documents" / "srpd", tmp_path / "root" / "documents" / "srpd")
    (tmp_path / "root" / "documents" / "_external").mkdir()
    (tmp_path / "secret.yaml").write_text("code: SRPD\n", encoding="utf-8")
    (tmp_path / "root" / file).unlink(missing_ok=True)
    (tmp_path / "root" / file).symlink_to(tmp_path / "secret.yaml")
    library = read_library(Folder(tmp_path / "root"))
    (found,) = (one for one in library.diagnostics if one.name == "unreadable-file")
    assert found.place.file == file and "outside the root" in found.message and found.hint
    assert library.unread == ((file,) if file.endswith("document.yaml") else ())


def test_links_in_a_circle_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "loop").symlink_to("loop")
    files = Folder(tmp_path)
    assert files.names("documents") == files.folders("documents") == ()
    with pytest.raises(OSError, match="symbolic links"):
        files.read("documents/loop")
