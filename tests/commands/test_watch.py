"""drafting check --watch: what counts as a change, when it is read, and a real run that is interrupted."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.commands import watching
from toolkit.commands.check_watch import told
from toolkit.commands.watching import PAUSE, Change, Seen, changed, snapshot, watch
from toolkit.library.library import Library, Records, read_library
from toolkit.source.files import Files

ROOT = Path(__file__).parents[2]
REGISTER = "code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
GOOD = "## 1 Notices {#notices}\n\n- 1.1 {#first} The DCC shall act.\n"
BAD = GOOD.replace("act.", "act as Clause 9.1 says.")
PART = "documents/demo/1/01.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """One draft in which nothing is found."""
    (tmp_path / PART).parent.mkdir(parents=True)
    (tmp_path / "documents/demo/document.yaml").write_text(REGISTER, "utf-8")
    (tmp_path / PART).write_text(GOOD, "utf-8")
    return tmp_path


# -- what is a change ---------------------------------------------------------------------------------


def test_changed_tells_new_gone_and_changed_in_order() -> None:
    one, other = Seen(1, 1, 1), Seen(1, 2, 2)
    assert changed({}, {}) == () == changed({"a": one}, {"a": one})
    assert changed({"c": one, "b": one, "d": one}, {"a": one, "c": other, "d": one}) == (
        Change("a", "is new"),
        Change("b", "is gone"),
        Change("c", "changed"),
    )


def test_a_checkout_of_many_files_is_told_in_few_lines() -> None:
    many = tuple(Change(f"documents/{number}", "changed") for number in range(9))
    assert told(many[:1]) == "documents/0 changed."
    assert told(many).splitlines()[4:] == ["documents/4 changed.", "So have 4 more files."]
    assert told(many[:6]).endswith("So has 1 more file.")


def test_snapshot_sees_sources_and_not_what_editors_leave(root: Path) -> None:
    before = snapshot(root)
    assert set(before) == {"documents/demo/document.yaml", PART}
    for name in (".01.md.swp", "01.md~", "#01.md#"):
        (root / PART).with_name(name).write_text("left by an editor", "utf-8")
    (root / "notes.md").write_text("elsewhere", "utf-8")
    assert snapshot(root) == before
    (root / "consultations/a").mkdir(parents=True)
    (root / "consultations/a/consultation.yaml").write_text("id: a\n", "utf-8")
    assert changed(before, snapshot(root)) == (Change("consultations/a/consultation.yaml", "is new"),)


def test_snapshot_of_nothing_and_of_links_that_lead_nowhere_or_round(tmp_path: Path) -> None:
    assert snapshot(tmp_path) == {}
    (tmp_path / "documents").mkdir()
    assert snapshot(tmp_path) == {}
    (tmp_path / "documents/nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "documents/round").symlink_to(tmp_path / "documents", target_is_directory=True)
    assert snapshot(tmp_path) == {}


def test_a_save_of_the_same_size_and_new_permissions_are_changes(root: Path) -> None:
    file = root / PART
    before = snapshot(root)
    os.utime(file, ns=(0, before[PART].modified + 1))
    saved = snapshot(root)
    assert changed(before, saved) == (Change(PART, "changed"),)
    time.sleep(0.02)
    file.chmod(0o600)
    assert changed(saved, snapshot(root)) == (Change(PART, "changed"),)


# -- the loop -----------------------------------------------------------------------------------------


class Desk:
    """A clock that only sleeping moves on, and a drafter who does one step of a script at each sleep."""

    def __init__(self, *steps: Callable[[], object] | None) -> None:
        self.now = 0.0
        self.steps = list(steps)

    def sleep(self, seconds: float) -> None:
        if not self.steps:
            raise KeyboardInterrupt
        self.now += seconds
        step = self.steps.pop(0)
        if step:
            step()

    def checks(self, root: Path) -> list[tuple[float, str, str]]:
        """When was checked, why, and what the part held then."""
        found: list[tuple[float, str, str]] = []

        def check(changes: tuple[Change, ...]) -> None:
            text = (root / PART).read_text("utf-8") if (root / PART).exists() else "—"
            found.append((round(self.now / PAUSE), " ".join(map(" ".join, changes)), text))

        with pytest.raises(KeyboardInterrupt):
            watch(root, check, self.sleep, lambda: self.now)
        return found


def test_checks_at_once_and_then_only_after_a_save(root: Path) -> None:
    desk = Desk(None, None, lambda: (root / PART).write_text(BAD, "utf-8"), None, None, None)
    assert desk.checks(root) == [(0, "", GOOD), (4, f"{PART} changed", BAD)]


def test_a_save_in_progress_is_not_read(root: Path) -> None:
    file = root / PART
    desk = Desk(
        lambda: file.write_text("", "utf-8"),
        lambda: file.write_text(BAD[:20], "utf-8"),
        lambda: file.write_text(BAD, "utf-8"),
        None,
        None,
    )
    assert desk.checks(root)[1:] == [(4, f"{PART} changed", BAD)]


def test_what_is_undone_before_it_is_read_is_no_change(root: Path) -> None:
    file = root / "documents/demo/1/4913"
    assert len(Desk(file.touch, file.unlink, None, None).checks(root)) == 1


def test_files_that_never_lie_still_are_read_all_the_same(root: Path) -> None:
    sizes = iter(range(1, 99))

    def write() -> None:
        (root / PART).write_text("x" * next(sizes), "utf-8")

    checks = Desk(*[write] * 24).checks(root)
    assert [when for when, _, _ in checks[:2]] == [0, pytest.approx(watching.PATIENCE / PAUSE + 1, abs=1)]


def test_a_save_during_the_check_is_checked_after_it(root: Path) -> None:
    desk, seen = Desk(None, None, None), list[str]()

    def check(changes: tuple[Change, ...]) -> None:
        seen.append((root / PART).read_text("utf-8"))
        if not changes:
            (root / PART).write_text(BAD, "utf-8")

    with pytest.raises(KeyboardInterrupt):
        watch(root, check, desk.sleep, lambda: desk.now)
    assert seen == [GOOD, BAD]


# -- the command --------------------------------------------------------------------------------------


def drafting(root: Path, *arguments: str) -> Result:
    arguments = ("--root", str(root), "check", "--watch", *arguments)
    return CliRunner().invoke(group, arguments, prog_name="drafting")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the command sleep at a desk with these steps, two more pauses after each."""

    def use(*steps: Callable[[], object]) -> None:
        desk = Desk(*(step for one in steps for step in (one, None, None)))
        kept = watching.watch

        def at_desk(root: Path, check: Callable[[tuple[Change, ...]], None]) -> None:
            kept(root, check, desk.sleep, lambda: desk.now)

        monkeypatch.setattr("toolkit.commands.check_watch.watch", at_desk)

    return use


def test_every_finding_is_shown_each_time(root: Path, script: Callable[..., None]) -> None:
    file = root / PART
    script(
        lambda: file.write_text(BAD, "utf-8"),
        lambda: file.write_text(f"{BAD}- 1.2 {{#second}} The DCC shall act as Clause 9.2 says.\n", "utf-8"),
        lambda: file.write_text(GOOD, "utf-8"),
    )
    result = drafting(root)
    rounds = result.stdout.split(f"\n{PART} changed.\n")
    assert result.exit_code == 0
    assert [one.count(" C101 ") for one in rounds] == [0, 1, 2, 0]
    assert rounds[0] == rounds[3] == "No findings in 1 version.\n"
    assert result.stderr.count("Ctrl-C ends it.") == 1


def test_findings_at_the_last_check_are_no_failure(root: Path, script: Callable[..., None]) -> None:
    script()
    (root / PART).write_text(BAD, "utf-8")
    result = drafting(root)
    assert " C101 " in result.stdout and result.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("DEMO@2",), "DEMO has no version “2”"),
        (("NOPE",), "There is no document “NOPE”"),
        (("DEMO@1:1.1",), "is a clause"),
        (("--select", "unresolved-citatoin"), "Is unresolved-citation meant?"),
        (("--baseline", "no-such-file"), "There is no baseline to read at no-such-file"),
        (("--baseline", __file__), "is no baseline"),
    ],
)
def test_what_no_save_mends_is_wrong_use_at_once(
    root: Path, script: Callable[..., None], arguments: tuple[str, ...], words: str
) -> None:
    script()
    result = drafting(root, *arguments)
    assert result.exit_code == 2 and words in result.stderr and "Ctrl-C" not in result.stderr


def test_a_register_that_cannot_be_read_is_waited_for(root: Path, script: Callable[..., None]) -> None:
    register = root / "documents/demo/document.yaml"
    register.write_bytes(b"code: [")
    script(lambda: register.write_text(REGISTER, "utf-8"))
    result = drafting(root, "DEMO@1")
    assert result.exit_code == 0 and result.stdout.endswith("\nNo findings in 1 version.\n")


def test_folders_moved_away_and_back_are_survived(root: Path, script: Callable[..., None]) -> None:
    folder, aside = root / "documents", root / "aside"
    version, renamed = root / "documents/demo/1", root / "documents/demo/2"
    script(
        lambda: folder.rename(aside),
        lambda: aside.rename(folder),
        lambda: version.rename(renamed),
        lambda: renamed.rename(version),
    )
    result = drafting(root, "DEMO@1")
    assert result.exit_code == 0
    assert "documents/ holds no document" in result.stderr
    assert " L106 " in result.stdout and result.stdout.endswith("No findings in 1 version.\n")


def test_a_broken_register_and_an_empty_folder_are_survived(root: Path, script: Callable[..., None]) -> None:
    register = root / "documents/demo/document.yaml"
    script(
        lambda: register.write_bytes(b"code: [\xff"),
        register.unlink,
        lambda: register.write_text(REGISTER, "utf-8"),
    )
    result = drafting(root, "DEMO@1")
    assert result.exit_code == 0
    first, broken, gone, mended = result.stdout.split("\ndocuments/demo/document.yaml ")
    assert first == "No findings in 1 version.\n" == mended.removeprefix("is new.\n")
    assert "document.yaml:1" in broken and gone == "is gone.\n"
    assert "documents/ holds no document" in result.stderr


def test_a_file_that_vanishes_while_it_is_read_is_survived(
    root: Path, script: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    script(lambda: (root / "documents/demo/document.yaml").touch(), lambda: (root / PART).touch())
    failures = iter((False, True))

    def read(files: Files, *records: Records | None) -> Library:
        if next(failures, False):
            raise FileNotFoundError(2, "No such file or directory", "documents/demo/document.yaml")
        return read_library(files, *records)

    monkeypatch.setattr("toolkit.commands.session.read_library", read)
    result = drafting(root)
    assert result.exit_code == 0 and result.stdout.count("No findings in 1 version.") == 2
    assert "document.yaml: No such file or directory." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--fix"], "--fix"),
        (["--diff"], "--diff"),
        (["--write-baseline", "known.json"], "--write-baseline"),
        (["--format", "json"], "--format json"),
        (["--fix", "--format", "sarif"], "--fix or --format sarif"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(root: Path, arguments: list[str], named: str) -> None:
    result = drafting(root, *arguments)
    assert result.exit_code == 2 and not result.stdout
    assert f"--watch does not go together with {named}: " in result.stderr
    assert not (root / "known.json").exists()


def test_no_documents_at_all_is_wrong_use(tmp_path: Path) -> None:
    assert drafting(tmp_path).exit_code == 2


# -- a real run ---------------------------------------------------------------------------------------


@pytest.fixture
def run(root: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", "--root", str(root), "check", "--watch"],
        cwd=ROOT, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # a run in the background of a shell ignores SIGINT, and would hand that down
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def pour(stream: IO[str], lines: Queue[str]) -> None:
    for line in stream:
        lines.put(line)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send to one process")
def test_a_run_that_is_edited_and_interrupted(root: Path, run: subprocess.Popen[str]) -> None:
    lines: Queue[str] = Queue()
    assert run.stdout is not None
    Thread(target=pour, args=(run.stdout, lines), daemon=True).start()

    def until(words: str) -> str:
        text, deadline = "", time.monotonic() + 8
        while words not in text:
            try:
                text += lines.get(timeout=max(0, deadline - time.monotonic()))
            except Empty:
                pytest.fail(f"“{words}” was not printed, but: {text}")
        return text

    until("No findings in 1 version.")
    (root / PART).write_text(BAD, "utf-8")
    again = until("in 1 version")
    assert f"{PART} changed." in again and " C101 " in again
    run.send_signal(signal.SIGINT)
    assert run.wait(5) == 0
    assert run.stderr is not None
    assert run.stderr.read() == "Watching documents/ and consultations/. Ctrl-C ends it.\n"
