"""What a long change-marked PDF costs: CPU seconds, pages and size, and the same of an earlier revision.

    python tests/benchmarks/bench_pdf.py [--clauses 3000] [--before REVISION] [--root DIR DOC@NEW OLD]

Without --root, the pair is made up, from a seed. Prints figures; it passes or fails nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MEASURE = """
import json, resource, sys, time
from io import BytesIO
from pathlib import Path
import pikepdf
from toolkit.library.library import read_library
from toolkit.library.name import read_name
from toolkit.pack.writers import document_pdf
from toolkit.render.build_view import build_view
from toolkit.render.templates import Templates
from toolkit.source.files import Folder
root, new, old = sys.argv[1:]
library = read_library(Folder(Path(root)))
loaded = library.load(read_name(new))
view = build_view(library, loaded, library.load(read_name(f"{loaded.document.register.code}@{old}")))
own = Templates.of()
start, used = time.perf_counter(), time.process_time()
made = document_pdf(view, own, "bench", "2020-01-01")
cpu, wall = time.process_time() - used, time.perf_counter() - start
with pikepdf.open(BytesIO(made)) as book:
    pages = len(book.pages)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([cpu, wall, pages, len(made) / 1e6, memory]))
"""


def measure(tree: Path, root: Path, new: str, old: str) -> list[float]:
    """CPU and wall seconds, pages, MB of file and MB of memory of the toolkit in a tree."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(root), new, old], cwd=tree, check=True, capture_output=True,
        text=True, env={**os.environ, "PYTHONPATH": str(tree)},
    )  # fmt: skip
    figures: list[float] = json.loads(done.stdout)
    return figures


def show(name: str, figures: list[float]) -> None:
    """One line of the table."""
    cpu, wall, pages, size, memory = figures
    each = 1000 * cpu / pages
    print(f"{name:>12}{cpu:>10.2f}{wall:>10.2f}{pages:>8.0f}{each:>12.1f}{size:>8.2f}{memory:>8.0f}")


def main() -> None:
    """Measure this tree and, where asked, an earlier revision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=3000)
    parser.add_argument("--before", metavar="REVISION")
    parser.add_argument("--root", nargs=3, metavar=("DIR", "DOC@NEW", "OLD"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.root:
            root, new, old = Path(options.root[0]).resolve(), *options.root[1:]
        else:
            from large_pair import write_pair

            root, new, old = Path(folder, "pair"), "LONG@2.0", "1.0"
            write_pair(root, options.clauses, options.clauses * 92 // 4000, options.clauses // 10)
        heads = ("CPU s", "wall s", "pages", "ms a page", "MB", "memory")
        print(
            " " * 12 + "".join(f"{head:>{w}}" for head, w in zip(heads, (10, 10, 8, 12, 8, 8), strict=True))
        )
        if options.before:
            tree = Path(folder, "before")
            subprocess.run(
                ["git", "worktree", "add", "-q", "--detach", tree, options.before], cwd=ROOT, check=True
            )
            try:
                show(options.before, measure(tree, root, new, old))
            finally:
                subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)
        show("this tree", measure(ROOT, root, new, old))


if __name__ == "__main__":
    main()
