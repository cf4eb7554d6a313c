"""What drafting trace costs as a code grows: CPU seconds and memory; cold, again, and after one edit.

    python tests/benchmarks/bench_trace.py [--sizes 1000 5000 20000] [--peers PYTHON] [--most 5000]

Half of the clauses are linked to code and tests, which have results. The last columns are OpenFastTrace's
growth on corpora of the same sizes, and ours beside it. `--peers` names an interpreter that has doorstop,
sphinx-needs or strictdoc (the extra `benchmark`); they are asked up to `--most` clauses. It prints figures
and passes or fails nothing, because machines differ.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from linked_code import write_linked_code
from redline_peers import Cost, run
from trace_peers import PEERS, installed

OPEN_FAST_TRACE = {1_000: 1.0, 5_000: 2.3, 20_000: 4.6}
"""CPU seconds by number of items, as told of it."""


def main() -> None:
    """Measure each size and print a table."""
    options = _options()
    peers = installed(options.peers) if options.peers else []
    _line(
        "clauses", "cold s", "again s", "clause s", "code s", "MB", "µs each", "growth", "OFT s", "OFT growth"
    )
    run(sys.executable, "-m", "toolkit", "trace", "--help")  # compiles what is not yet compiled
    first: tuple[float, float] | None = None
    told: list[tuple[object, ...]] = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "root"
            write_linked_code(root, size)
            costs = list(_ours(root))
            cold, *others = (cost.seconds for cost in costs)
            other = OPEN_FAST_TRACE.get(size, 0.0)
            first = first or (cold, other)
            growth = f"{other / first[1]:.1f}" if other and first[1] else "-"
            memory = max(cost.megabytes for cost in costs)
            _line(size, cold, *others, memory, f"{cold / size * 1e6:.0f}", f"{cold / first[0]:.1f}",
                  other or "-", growth)  # fmt: skip
            if size <= options.most:
                told += [(size, name, *_peer(name, root, Path(folder), options.peers)) for name in peers]
    if told:
        print()
        _line("clauses", "tool", "s", "MB", "")
    for one in told:
        _line(*one)


def _ours(root: Path) -> Iterable[Cost]:
    """Cold, again, after an edit to a clause, after an edit to a function."""
    yield _trace(root)
    yield _trace(root)
    _change(next(iter(sorted(root.glob("documents/*/1.0/003-*.md")))), " shall, ", " must, ")
    yield _trace(root)
    _change(next(iter(sorted(root.glob("rules/*/chapter_003.py")))), "    return ", "    return  0 or ")
    yield _trace(root)


def _trace(root: Path) -> Cost:
    """One run, with results. Faults are planted: it ends with how many it found."""
    command = (sys.executable, "-m", "toolkit", "--root", str(root), "trace")
    cost = run(*command, "--results", str(root / "junit.xml"))
    if not re.match(r"\d+ findings", cost.failure):
        raise SystemExit(f"drafting trace: {cost.failure or 'it found nothing'}")
    return cost


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _peer(name: str, root: Path, folder: Path, python: str) -> tuple[float, int, str]:
    own = folder / name
    own.mkdir()
    cost = PEERS[name][1](root, own, Path(python).parent)
    return cost.seconds, cost.megabytes, cost.failure[:100]


def _line(*cells: object) -> None:
    print("".join(f"{f'{one:.2f}' if isinstance(one, float) else one:>14}" for one in cells), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    parser.add_argument("--peers", metavar="PYTHON", default="")
    parser.add_argument("--most", type=int, default=5_000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
