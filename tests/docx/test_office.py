"""LibreOffice, as a second opinion: it accepts and rejects the same texts as the oracle does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.docx.agreement import written
from tests.docx.build import view
from tests.docx.cases import CASES
from tests.docx.marked_views import marked_views
from tests.docx.oracle import lines, reading
from tests.sample_view import marked_sample
from toolkit.render.view import View

PYTHON = "/usr/bin/python3"
"""LibreOffice's own bindings are installed for the system's Python only."""


def missing() -> str:
    """What is not installed, in words; empty where nothing is missing."""
    if not which("soffice"):
        return "LibreOffice is not installed (apt-get install libreoffice-writer-nogui)"
    found = (
        Path(PYTHON).exists()
        and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0
    )
    return "" if found else "the UNO bindings are not installed (apt-get install python3-uno)"


def random_views(number: int) -> list[View]:
    """Some random marked copies, the same ones every time."""
    found: list[View] = []

    @seed(7)
    @settings(max_examples=number, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(marked_views())
    def collect(shown: View) -> None:
        found.append(shown)

    collect()
    return found


def exported(folder: Path, files: list[bytes]) -> list[dict[str, list[str]]]:
    """The lines of each file once LibreOffice has accepted, and once it has rejected, everything."""
    jobs = []
    for number, data in enumerate(files):
        (folder / f"{number}.docx").write_bytes(data)
        jobs += [f"{number}.new:accept:{number}.docx", f"{number}.old:reject:{number}.docx"]
    script = Path(__file__).with_name("office.py")
    subprocess.run([PYTHON, str(script), str(folder), *jobs], check=True, timeout=300)
    return [
        {side: _lines(folder / f"{number}.{side}") for side in ("new", "old")} for number in range(len(files))
    ]


def _lines(path: Path) -> list[str]:
    return [line.rstrip() for line in path.read_text("utf-8-sig").split("\n") if line.strip()]


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_the_same_texts(tmp_path: Path) -> None:
    reason = missing()
    if reason and os.environ.get("CI") != "true":
        pytest.skip(reason)
    assert not reason
    views = {**{name: view(case) for name, case in CASES.items()}, "the sample": marked_sample()}
    views.update({f"random {number}": shown for number, shown in enumerate(random_views(40))})
    files = {name: written(shown) for name, shown in views.items()}
    for (name, data), said in zip(files.items(), exported(tmp_path, list(files.values())), strict=True):
        for side in ("new", "old"):
            assert said[side] == lines(reading(data, side)), (name, side)
