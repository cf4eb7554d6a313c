"""What drafting check costs as a code grows: CPU seconds and memory; cold, again, and after one edit.

    python tests/benchmarks/bench_check.py [--sizes 1000 5000 20000]

Prints figures and ratios; it passes or fails nothing, because machines differ.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic_code import write_code

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed toolkit is compiled already


def measure(*arguments: str) -> tuple[float, int]:
    """CPU seconds and peak memory in MB of one run of the toolkit, its children included."""
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, env=ENVIRONMENT,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"drafting {' '.join(arguments)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def touch(root: Path) -> None:
    """Change one word in one clause."""
    file = sorted(root.glob("documents/*/1.0/003-*.md"))[0]
    file.write_text(
        file.read_text("utf-8").replace(" shall, ", " shall,  ", 1).replace("record", "log", 1), "utf-8"
    )


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    options = parser.parse_args()
    heads = ("clauses", "cold s", "MB", "again s", "edit s", "µs a clause", "growth")
    print("".join(f"{head:>12}" for head in heads))
    measure("check", "--help")  # compiles what is not yet compiled
    first = 0.0
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_code(root, max(2, size // 400), size)
            cold, memory = measure("--root", folder, "check", "--format", "json")
            again, _ = measure("--root", folder, "check", "--format", "json")
            touch(root)
            edited, _ = measure("--root", folder, "check", "--format", "json")
        each = cold / size * 1e6
        first = first or each
        figures = (
            f"{cold:.2f}",
            memory,
            f"{again:.2f}",
            f"{edited:.2f}",
            f"{each:.0f}",
            f"{each / first:.2f}",
        )
        print(f"{size:>12}" + "".join(f"{figure:>12}" for figure in figures))


if __name__ == "__main__":
    main()
