"""What building the packs costs: cold, again unchanged, and after one response changed.

    python tests/benchmarks/bench_packs.py [--packs ID …] [--jobs N]

Every stage that a consultation has data for is built in a copy of the project. Prints for each seconds of
processor time with all processes, seconds by the clock, the peak memory of the largest process, how many
files were made, and what part of the cold processor time it took. It passes or fails nothing, because
machines differ.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed toolkit is compiled already

HEADS = ("cold", "again", "one response changed")

_FILES = re.compile(r"^(\d+) files, .*?(?:: (\d+) made anew, \d+ as \w+ \w+)?$", re.MULTILINE)
_STANCE = re.compile(r"stance: (?P<old>.*)")


class Run(NamedTuple):
    """One build."""

    cpu: float
    """Seconds, of all processes."""
    wall: float
    memory: int
    """MB, of the largest process."""
    files: int
    anew: int
    """How many of the files were made anew."""

    def told(self, cold: Run) -> str:
        """As columns, with the part of the cold processor time."""
        return (
            f"{self.cpu:8.2f}{self.wall:7.2f}{self.memory:6}{self.anew:5}/{self.files:<3}"
            f"{self.cpu / cold.cpu:7.0%}"
        )


def build(root: Path, name: str, stage: str, jobs: int) -> Run | None:
    """Build one stage of a pack, in a folder of its own; None where its data cannot be built."""
    out = root / "build" / f"{name}-{stage}"
    arguments = ("pack", name, "--stage", stage, "-o", str(out), "-j", str(jobs))
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "toolkit", "--root", str(root), *arguments],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, env=ENVIRONMENT,
        )  # fmt: skip
        told = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        wrong = errors.read()
    found = _FILES.search(told)
    if "Nothing was built" in wrong:
        return None
    if process.returncode or not found:
        raise SystemExit(f"drafting {' '.join(arguments)} ended with {process.returncode}: {wrong}")
    files = int(found[1])
    cpu = usage.ru_utime + usage.ru_stime
    return Run(cpu, time.monotonic() - begun, usage.ru_maxrss // 1024, files, int(found[2] or files))


def change_response(root: Path, name: str) -> bool:
    """Change the first stance of the first response; False where there is none."""
    for file in sorted((root / "consultations" / name / "responses").glob("*.yaml")):
        text = file.read_text("utf-8")
        if found := _STANCE.search(text):
            new = "Support" if found["old"] == "No view" else "No view"
            file.write_text(f"{text[: found.start('old')]}{new}{text[found.end('old') :]}", "utf-8")
            return True
    return False


def stages(root: Path, name: str) -> tuple[str, ...]:
    """The stages that a consultation has data for."""
    from toolkit.consult.stage_folder import stages_of
    from toolkit.source.files import Folder

    return tuple(str(kind) for kind in stages_of(Folder(root), name))


def packs(root: Path) -> list[str]:
    """Every folder of a consultation."""
    return sorted(path.name for path in (root / "consultations").iterdir() if path.is_dir())


def measured(root: Path, name: str, jobs: int) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Each stage of a pack with its builds: cold, again, and after a response changed, where there is one."""
    names = stages(root, name)
    cold = {stage: run for stage in names if (run := build(root, name, stage, jobs))}
    again = {stage: run for stage in cold if (run := build(root, name, stage, jobs))}
    after = {}
    if change_response(root, name):
        after = {stage: run for stage in again if (run := build(root, name, stage, jobs))}
    for stage in names:
        yield stage, tuple(runs[stage] for runs in (cold, again, after) if stage in runs)


def main() -> None:
    """Measure each pack and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", nargs="+", metavar="ID", default=packs(ROOT))
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4))
    options = parser.parse_args()
    columns = f"{'CPU s':>8}{'s':>7}{'MB':>6}{'anew':>9}{'cold':>7}"
    print(f"{'':46}{''.join(f'  {head:^37}' for head in HEADS)}".rstrip())
    print(f"{'pack and stage':46}{f'  {columns}' * len(HEADS)}")
    total = [0.0] * len(HEADS)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("documents", "consultations", "templates"):
            shutil.copytree(ROOT / name, root / name)
        for name in options.packs:
            for stage, runs in measured(root, name, options.jobs):
                told = "".join(f"  {run.told(runs[0])}" for run in runs) or "  cannot be built"
                print(f"{f'{name} {stage}':46}{told}", flush=True)
                for at, run in enumerate(runs):
                    total[at] += run.cpu
    summary = (f"{head} {cpu:.1f}" for head, cpu in zip(HEADS, total, strict=True))
    print(f"\nall packs, CPU s: {', '.join(summary)}")


if __name__ == "__main__":
    main()
