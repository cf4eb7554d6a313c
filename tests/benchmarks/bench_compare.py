"""How long comparing takes, and how much memory: vast pairs, a rulebook with 400 edits, real versions.

    python -m tests.benchmarks.bench_compare [--root DIR]

--root is a folder with documents/ of which all consecutive versions are compared; each must be exact both
ways. Every vast pair runs in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.compare.draft import Draft, draft, marked_words
from tests.compare.vast import VAST, Pair
from toolkit.compare.apply import apply, take_back
from toolkit.compare.compare import compare, compare_versions
from toolkit.library.library import Library, read_library
from toolkit.model.change import ChangeSet
from toolkit.model.passage import passages
from toolkit.source.files import Folder

_EDITS: tuple[Callable[[Draft], None], ...] = (
    *[Draft.amend] * 12, Draft.insert, Draft.omit, Draft.move, Draft.move_and_amend, Draft.split,
    Draft.merge, Draft.resort, Draft.insert_row, Draft.amend_cell, Draft.move_row,
)  # fmt: skip


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--root", type=Path, help="a folder that holds documents/")
    root = parser.parse_args().root
    print(f"{'pair':<36}{'size':>10}{'CPU s':>8}{'MB':>7}{'changes':>9}")
    for name, (_, size) in VAST.items():
        _alone(_vast, name, size)
    for ids in (True, False):
        _alone(_rulebook, ids)
    if root is not None:
        _versions(root)


def _alone(task: Callable[..., None], *arguments: object) -> None:
    process = multiprocessing.get_context("spawn").Process(target=task, args=arguments)
    process.start()
    process.join()


def _vast(name: str, size: int) -> None:
    make, _ = VAST[name]
    seconds, megabytes, changes = _measured(make(size))
    print(f"{name:<36}{size:>10,}{seconds:>8.2f}{megabytes:>7.0f}{len(changes.changes):>9,}", flush=True)


def _rulebook(ids: bool) -> None:
    random = Random(7)
    work = draft(random, clauses=2_100)
    old = work.document("1", ids)
    for _ in range(400):
        random.choice(_EDITS)(work)
    new = work.document("2", ids)
    seconds, megabytes, changes = _measured((old, new))
    words = sum(len(text.plain.split()) for one in passages(old) for text in one.texts)
    name = f"{len(passages(old)):,} passages, 400 edits{'' if ids else ', no ids'}"
    minimal = marked_words(changes) / work.cost
    print(f"{name:<36}{words:>10,}{seconds:>8.2f}{megabytes:>7.0f}{len(changes.changes):>9,}"
          f"   words marked over words edited: {minimal:.3f}", flush=True)  # fmt: skip


def _measured(pair: Pair) -> tuple[float, float, ChangeSet]:
    """CPU seconds, megabytes over those of the two documents, and the changes; they must be exact."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    changes = compare(*pair)
    seconds = time.process_time() - start
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert apply(changes, passages(pair[0])) == passages(pair[1])
    return seconds, megabytes, changes


def _versions(root: Path) -> None:
    library = read_library(Folder(root))
    total = 0.0
    print(f"\n{'versions':<44}{'passages':>10}{'changes':>9}{'CPU s':>8}")
    for code, register in sorted(library.registers.items()):
        held = [version.name for version in register.versions if version.held]
        for old, new in pairwise(held):
            total += _version(library, f"{code}@{old}", f"{code}@{new}")
    print(f"{'all, exact both ways':<63}{total:>8.2f}")


def _version(library: Library, old: str, new: str) -> float:
    before, after = library.load(old), library.load(new)
    start = time.process_time()
    changes = compare_versions(library, before, after)
    seconds = time.process_time() - start
    left, right = passages(before.document), passages(after.document)
    assert apply(changes, left) == right
    assert take_back(changes, right) == left
    print(f"{f'{old} → {new}':<44}{len(right):>10,}{len(changes.changes):>9,}{seconds:>8.2f}")
    return seconds


if __name__ == "__main__":
    main()
