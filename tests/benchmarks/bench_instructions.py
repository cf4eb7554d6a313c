"""How long amending instructions take: drawn up, carried out, put in words; and whether they are exact.

    python tests/benchmarks/large_pair.py FOLDER
    python -m tests.benchmarks.bench_instructions FOLDER [FOLDER …]

Each FOLDER holds documents/, of which all consecutive versions are amended into each other, both ways.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from toolkit.compare.compare import compare
from toolkit.compare.instructions.arrange import in_words
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.data import as_data, from_data
from toolkit.compare.instructions.draw_up import draw_up
from toolkit.compare.instructions.plain import as_plain
from toolkit.library.library import read_library
from toolkit.model.document import Document
from toolkit.model.passage import passages
from toolkit.source.files import Folder

Made = TypeVar("Made")


def main() -> None:
    """Print a row for each pair of versions: CPU seconds of each step, and whether it was exact."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    print(f"{'pair':<42}{'steps':>7}{'draw up':>9}{'carry out':>11}{'in words':>10}  exact, as data")
    for folder in parser.parse_args().folders:
        library = read_library(Folder(folder))
        for code, register in library.registers.items():
            names = [f"{code}@{version.name}" for version in register.versions if version.held]
            for one, other in pairwise(names):
                old, new = library.load(one).document, library.load(other).document
                _pair(old, new)
                _pair(new, old)


def _pair(old: Document, new: Document) -> None:
    changes = compare(old, new)
    drawn, drawing = _timed(lambda: draw_up(changes, old, new))
    done, carrying = _timed(lambda: carry_out(drawn, old))
    _, wording = _timed(lambda: as_plain(in_words(changes, old, new)))
    again = carry_out(from_data(as_data(drawn), old.register.scheme), old)
    exact = f"{done == passages(new)}, {again == passages(new)}"
    name = f"{old.name} → {new.name}"
    print(f"{name:<42}{len(drawn.steps):>7}{drawing:>9.2f}{carrying:>11.2f}{wording:>10.2f}  {exact}")


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    start = time.process_time()
    made = make()
    return made, time.process_time() - start


if __name__ == "__main__":
    main()
