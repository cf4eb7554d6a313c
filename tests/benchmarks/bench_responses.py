"""How long it takes to take in many responses, and to tell what they say.

    python tests/benchmarks/bench_responses.py [--responses 1000]

Prints seconds of processor time: for filled Word forms, one file each; for the same as rows of one CSV file;
for reading all of them back; and for the table in each format.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "responses")]
CONSULTATION = "2020-08-uplift-1.2"
STANCES = ("Support", "Support, with comments", "No view", "Object", "Object in part")
KINDS = ("Energy supplier", "Network operator", "Service provider", "Other")
COMMENT = "We have considered the proposal with care. " * 30


def values(number: int) -> dict[str, str | bool]:
    filled: dict[str, str | bool] = {
        "respondent.organisation": f"Organisation {number}",
        "respondent.type": KINDS[number % len(KINDS)],
        "respondent.email": f"someone@organisation-{number}.example",
    }
    for question in range(1, 5):
        filled[f"u1-2-q{question}.stance"] = STANCES[(number + question) % len(STANCES)]
        filled[f"u1-2-q{question}.comments"] = f"{COMMENT}{number}"
    return filled


def root() -> Path:
    folder = Path(tempfile.mkdtemp())
    for name in ("documents", "consultations"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def drafting(folder: Path, *arguments: str) -> float:
    """Run a command; the seconds of processor time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "toolkit", "--root", str(folder), "response", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=1000)
    count = parser.parse_args().responses
    folder = root()
    at = ("--received", "2020-09-03 15:20")
    try:
        drafting(folder, "template", CONSULTATION, "-o", str(folder / "out"))
        forms = word_forms(folder, count)
        print(f"{count} Word forms: {drafting(folder, 'add', CONSULTATION, *forms, *at):.1f} s")
        print(f"{count} again, all there already: {drafting(folder, 'add', CONSULTATION, *forms, *at):.1f} s")
        for format_ in ("html", "xlsx", "csv"):
            told = drafting(folder, "table", CONSULTATION, "-f", format_, "-o", str(folder / "out"))
            print(f"the table of {count} as {format_}: {told:.1f} s")
        shutil.rmtree(folder / "consultations" / CONSULTATION / "responses")
        table = csv_table(folder, count)
        print(f"{count} rows of a CSV file: {drafting(folder, 'add', CONSULTATION, table, *at):.1f} s")
    finally:
        shutil.rmtree(folder)


def word_forms(folder: Path, count: int) -> list[str]:
    from filled import fill

    form = (folder / "out" / "response-template.docx").read_bytes()
    paths = [folder / "out" / f"form-{number}.docx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(fill(form, values(number)))
    return [str(path) for path in paths]


def csv_table(folder: Path, count: int) -> str:
    import csv

    path = folder / "survey.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(values(0))
        writer.writerows(values(number).values() for number in range(count))
    return str(path)


if __name__ == "__main__":
    main()
