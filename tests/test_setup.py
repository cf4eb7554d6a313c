"""The set-up: the locks, the start script, and how soon the help is there."""

import re
import resource
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_locks_are_hashed_and_hold_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    requirements = [line for line in text.splitlines() if "==" in line]
    assert len(requirements) > 20
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize(("name", "extra"), [(LOCKS[0], ""), (LOCKS[1], "test")])
def test_locks_name_everything_that_is_declared(name: str, extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]
    locked = {
        line.split("==")[0].lower() for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line
    }
    wanted = {re.split(r"[<>=\[ ]", one)[0].lower() for one in declared}
    assert wanted <= locked


def test_the_start_script_is_plain_sh() -> None:
    script = ROOT / "drafting"
    assert script.read_text("utf-8").startswith("#!/bin/sh\n")
    assert script.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(script)], check=True)


def test_the_start_script_needs_a_recent_python(tmp_path: Path) -> None:
    """With no Python 3.11 on the path it says so and leaves nothing behind."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "readlink", "dirname", "cmp", "mkdir", "cat", "rm", "printf", "sleep"):
        found = subprocess.run(["sh", "-c", f"command -v {name}"], capture_output=True, text=True, check=True)
        if found.stdout.startswith("/"):
            (tools / name).symlink_to(found.stdout.strip())
    venv = tmp_path / "venv"
    done = subprocess.run(
        [str(tools / "sh"), str(ROOT / "drafting"), "list"],
        env={"PATH": str(tools), "DRAFTING_VENV": str(venv)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Python 3.11 or later is needed" in done.stderr
    assert not venv.exists()


def cpu_seconds(*arguments: str) -> float:
    """The least CPU time of five runs, children's user and system time together."""
    least = float("inf")
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def test_help_costs_little_more_than_click() -> None:
    click = cpu_seconds("-c", "import click")
    assert cpu_seconds("-m", "toolkit", "--help") < 2.5 * click
