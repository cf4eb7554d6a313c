"""What drafting obligations costs as a code grows, and how well it reads the sentences that were read by eye.

    python tests/benchmarks/bench_obligations.py [--sizes 1000 5000 20000]

Prints CPU seconds and memory by size, for the readings alone and with every file, then precision and recall
by field; it passes or fails nothing, because machines differ.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench_check import ROOT, measure
from synthetic_code import write_code

sys.path.insert(0, str(ROOT))

FORMATS = "html,xlsx,csv,json"


def main() -> None:
    """Measure each size and print a table, then the accuracy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    options = parser.parse_args()
    heads = ("clauses", "csv s", "MB", "all files s", "MB", "µs a clause", "growth")
    print("".join(f"{head:>12}" for head in heads))
    measure("obligations", "--help")  # compiles what is not yet compiled
    first = 0.0
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_code(root, max(2, size // 400), size)
            out = str(root / "out")
            alone, memory = measure("--root", folder, "obligations", "-f", "csv", "-o", out)
            whole, most = measure("--root", folder, "obligations", "-f", FORMATS, "-o", out)
        first = first or alone / size
        row = (f"{size:,}", f"{alone:.2f}", memory, f"{whole:.2f}", most, f"{alone / size * 1e6:.0f}",
               f"{alone / size / first:.2f}")  # fmt: skip
        print("".join(f"{cell:>12}" for cell in row))
    accuracy()


def accuracy() -> None:
    """Precision and recall of every field on each set of sentences."""
    from tests.obligation.labelled import SETS, cases, scores

    for name in SETS:
        some = cases(name)
        print(f"\n{name}: {len(some)} passages, {sum(len(one.readings) for one in some)} readings")
        for field, score in scores(some).items():
            right = f"{score.right} of {score.there}"
            print(f"{field:>12}  precision {score.precision:.3f}  recall {score.recall:.3f}  {right}")


if __name__ == "__main__":
    main()
