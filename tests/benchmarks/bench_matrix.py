"""How the pages of the matrix grow: CPU seconds, peak memory and bytes a link, at 1,000 clauses and more.

    python tests/benchmarks/bench_matrix.py [--clauses 1000 5000 20000] [--browser]

Roots as linked_code.py makes them: half of the clauses linked to code and tests, with results. Each is
traced and written by a process of its own, as `drafting trace -f html` does it, first without anything
remembered and then once more. --browser opens a page of a document with all those clauses in Chromium, and
measures how long it takes to be there, to be filtered by state, and to be searched.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from linked_code import write_linked_code

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 5_000, 20_000)
_RUN = """
import resource, sys
from toolkit.cli import main
sys.argv = ["drafting", *sys.argv[1:]]
try:
    main()
except SystemExit as done:
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    print(f"exit {done.code}; {cpu:.2f} CPU s; {used.ru_maxrss // 1024} MB", file=sys.stderr)
"""


def measured(root: Path, out: Path) -> tuple[float, int]:
    """CPU seconds and peak megabytes of writing the matrix of a root."""
    asked = ("trace", "--results", str(root / "junit.xml"), "-f", "html", "-o", str(out))
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "--root", str(root), *asked],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = re.search(r"exit ([01]); ([\d.]+) CPU s; (\d+) MB", done.stderr)
    if told is None:
        raise RuntimeError(done.stderr[-2000:])
    return float(told[2]), int(told[3])


def links(root: Path) -> int:
    """How many links code and tests declare."""
    files = (path for folder in ("rules", "tests") for path in (root / folder).rglob("*.py"))
    return sum(
        len(re.findall(r"^@(?:implements|pytest\.mark\.verifies)\(", path.read_text("utf-8"), re.M))
        for path in files
    )


def row(folder: Path, clauses: int, documents: int = 0) -> Path:
    """Print a line about one size, and give the folder of its pages."""
    root, out = folder / f"{clauses}-{documents}", folder / f"{clauses}-{documents}-pages"
    write_linked_code(root, clauses, documents=documents)
    cold, memory = measured(root, out)
    warm, _ = measured(root, out)
    count, size = links(root), sum(path.stat().st_size for path in out.iterdir())
    print(
        f"{clauses:>8,} clauses  {count:>7,} links  {cold:>6.2f} CPU s cold  {warm:>6.2f} CPU s again  "
        f"{memory:>5} MB  {size / 1e6:>6.1f} MB of pages  {size / count:>6.0f} bytes a link",
        flush=True,
    )
    return out


_FILTERED = """(change) => new Promise((done) => {
  const begun = performance.now();
  change();
  const handled = performance.now();
  const drawn = () => done([handled - begun, performance.now() - begun]);
  requestAnimationFrame(() => requestAnimationFrame(drawn));
})"""
_CHANGES = {
    "by state": "set('state', 'failing')",
    "only obligations": "document.querySelector('[name=obligations]').click()",
    "first search": "set('find', 'restore the service')",
    "second search": "set('find', 'restore')",
    "all again": "(set('find', ''), document.querySelector('[name=obligations]').click(), set('state', ''))",
}
_SET = """void (window.set = (name, value) => {
  const box = document.querySelector(`[name=${name}]`);
  box.value = value;
  box.dispatchEvent(new Event("input", { bubbles: true }));
});"""


def browsed(page: Path) -> None:
    """Print how long Chromium takes to open a page and to filter it, in milliseconds of the wall."""
    from tests.browser import chromium

    with chromium() as browser:
        shown = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        shown.goto(page.as_uri())
        there = shown.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        print(f"{page.stat().st_size / 1e6:>8.1f} MB in Chromium: there in {there:.0f} ms")
        shown.evaluate(_SET)
        for name, change in _CHANGES.items():
            handled, drawn = shown.evaluate(f"({_FILTERED})(() => {change})")
            said = shown.locator(".filters output").inner_text()
            print(f"{'':>8} {name:<18} {handled:>6.0f} ms handled {drawn:>6.0f} ms drawn  ({said})")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--clauses", type=int, nargs="+", default=SIZES)
    parser.add_argument("--browser", action="store_true", help="open a document of the last size in Chromium")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for clauses in options.clauses:
            row(Path(folder), clauses)
        if options.browser:
            browsed(row(Path(folder), options.clauses[-1], 1) / "D001.html")


if __name__ == "__main__":
    main()
