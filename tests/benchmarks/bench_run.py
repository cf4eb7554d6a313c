"""What drafting run --csv costs: a migration list through R1, R4, R5, R8 and R9; CPU seconds and memory.

    python tests/benchmarks/bench_run.py [--rows 1000 10000 100000]

Prints figures and growth; it passes or fails nothing, because machines differ.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULES = ("R1", "R4", "R5", "R8", "R9")
HEAD = (
    "installation", "smso_mprn", "registered_mprn", "group_id", "R4.notice_date", "R4.planned_date",
    "notice_date", "planned_date", "migration_date", "cos_date", "cohort", "status", "switch", "actor",
)  # fmt: skip


def rows(count: int, seed: int = 1) -> list[tuple[str, ...]]:
    """A migration list: most rows in order, one in five hundred with something that cannot be read."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        notice = date(2020, 8, 3) + timedelta(days=chance.randrange(300))
        planned = notice + timedelta(days=chance.randrange(5, 60))
        mprn = str(chance.randrange(10**6, 10**10))
        change = str(planned + timedelta(days=chance.randrange(40))) if chance.random() < 0.1 else "none"
        named = f"I{number:07}", mprn.zfill(10), mprn, chance.choice(("AA", "BA", "CA", "DA", "EA"))
        firmware = str(notice), str(planned) if chance.random() > 0.002 else "31/02/2021"
        moved = str(notice), str(planned), str(planned), change
        cohort = chance.choice(("IOC", "MOC (MDS)", "MOC (Secure)", "FOC"))
        status, switch = chance.choice(("Dormant", "Active")), chance.choice(("on", "off", "off", "off"))
        made.append((*named, *firmware, *moved, cohort, status, switch, "DCC"))
    return made


def write_list(path: Path, count: int) -> None:
    """Write a migration list."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEAD)
        writer.writerows(rows(count))


def measure(source: Path, answers: Path) -> tuple[float, int]:
    """CPU seconds and peak memory in MB of one run of the toolkit."""
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", "run", *RULES, "--csv", str(source), "-o", str(answers),
         "--set", "version=11.0", "--set", "R1.version=6.1U"],
        stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"drafting run ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options = parser.parse_args()
    print("".join(f"{head:>14}" for head in ("rows", "CPU s", "MB", "µs a row", "rows answered")))
    with tempfile.TemporaryDirectory() as folder:
        for count in options.rows:
            source, answers = Path(folder) / "list.csv", Path(folder) / "answers.csv"
            write_list(source, count)
            cpu, memory = measure(source, answers)
            with answers.open(encoding="utf-8") as stream:
                answered = sum(1 for _ in csv.reader(stream)) - 1
            print(f"{count:>14,}{cpu:>14.2f}{memory:>14}{cpu / count * 1e6:>14.1f}{answered:>14,}")


if __name__ == "__main__":
    main()
