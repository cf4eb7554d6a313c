"""How many planted faults the check finds: one at a time, in the shipped drafts, in varied phrasings.

    PYTHONPATH=. python tests/benchmarks/recall.py [--seed N] [--each N] [--rules C101 …] [--missed]

Prints a table and passes or fails nothing. Nothing is written to disk. The same seed plants the same faults.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import seeding_citations
import seeding_dates
import seeding_labels
import seeding_lists
import seeding_modals
import seeding_tables
import seeding_terms
import seeding_versions
from seeding import DESIGNATED, DRAFTS, Fault, Seeding, read_drafts

from toolkit.check.catalogue import RULES
from toolkit.check.run import check
from toolkit.library.library import Library, read_library
from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Folder, Overlay

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    seeding_citations, seeding_terms, seeding_lists, seeding_modals, seeding_dates, seeding_tables,
    seeding_versions,
    seeding_labels,
)  # fmt: skip
SEEDINGS: dict[str, Seeding] = {code: one for module in MODULES for code, one in module.SEEDINGS.items()}
IN_DESIGNATED = frozenset({"C111"})
"""Rules that leave drafts alone."""
EXPLAINED_BY = {
    "C101": {"C118", "C119", "C102", "C103", "C117"},
    "C102": {"C118"},
    "C103": {"C101"},
    "C106": {"C130"},
    "C109": {"C130"},
    "C112": {"C101", "C118", "C151"},
    "C118": {"C101", "C102"},
    "C119": {"C101"},
    "C130": {"C106"},
    "C151": {"C101", "C112", "C118"},
}
"""Rules whose findings about the same words tell the same fault."""


class Tally(NamedTuple):
    """What came of the faults planted for one rule."""

    planted: int
    found: int
    otherwise: int
    """Found by a rule that explains the same words."""
    beside: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def key(one: Diagnostic) -> tuple[str, str, str, str]:
    """What a finding is known by where lines have moved."""
    return one.code, one.place.file, one.message, one.owner


def new_findings(
    library: Library, fault: Fault, before: Counter[tuple[str, str, str, str]]
) -> list[Diagnostic]:
    """What the check finds with a fault, and did not find without it."""
    if any(path.endswith(".yaml") for path in fault.changed):
        faulty = read_library(Overlay(library.files, fault.changed))
    else:
        faulty = library.with_files(fault.changed)
    left = Counter(before)
    found = []
    for one in check(faulty, [fault.draft], RULES, calendar()):
        if left[key(one)]:
            left[key(one)] -= 1
        else:
            found.append(one)
    return found


def calendar():  # type: ignore[no-untyped-def]
    """The bank holidays that the check knows of, or none where the package that lists them is missing."""
    try:
        from toolkit.conformance.working_days import is_working_day
    except ImportError:
        return lambda day: date.weekday(day) < 5
    return is_working_day


def measure(code: str, library: Library, seed: int, each: int) -> Tally:
    """Plant so many faults of a rule, each alone, and look for them."""
    names = DESIGNATED if code in IN_DESIGNATED else DRAFTS
    drafts = read_drafts(library, names)
    before = {
        draft.name: Counter(map(key, check(library, [draft.name], RULES, calendar()))) for draft in drafts
    }
    planted, tally = set(), Counter[str]()
    missed: list[str] = []
    extra: list[str] = []
    for fault in islice(SEEDINGS[code](drafts, random.Random(f"{seed} {code}")), each):
        planted.add(fault.words)
        tally["planted"] += 1
        fresh = new_findings(library, fault, before.get(fault.draft, Counter()))
        here = [one for one in fresh if _at(one, fault.lines)]
        own = any(one.code == code for one in here if _at(one, fault.lines[:1]))
        other = any(one.code in EXPLAINED_BY.get(code, ()) for one in here if _at(one, fault.lines[:1]))
        tally["found"] += own
        tally["otherwise"] += other and not own
        if not own and not other:
            missed.append(f"{fault.draft} {fault.words}")
        wanted = {code, *EXPLAINED_BY.get(code, ())}
        beside = [one for one in fresh if one not in here or one.code not in wanted]
        tally["beside"] += len(beside)
        extra += [f"{one.code} {one.place} {one.message[:110]} [{fault.words[:70]}]" for one in beside]
    return Tally(
        tally["planted"], tally["found"], tally["otherwise"], tally["beside"], tuple(missed), tuple(extra)
    )


def _at(one: Diagnostic, lines: Iterable[tuple[str, int]]) -> bool:
    return any(
        one.place.file.startswith(file)
        and (not line or one.place.line <= line <= max(one.place.line, one.place.end_line))
        for file, line in lines
    )


def main() -> None:
    """Plant, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=12, help="faults of each rule")
    parser.add_argument("--rules", nargs="+", default=sorted(SEEDINGS), metavar="C101")
    parser.add_argument("--missed", action="store_true", help="print what was missed, and what stood beside")
    options = parser.parse_args()
    library = read_library(Folder(ROOT))
    names = {rule.code: rule.name for rule in RULES}
    print(f"{'rule':<32}{'planted':>8}{'found':>7}{'by other':>9}{'recall':>8}{'beside':>8}")
    tallies = {}
    for code in options.rules:
        one = tallies[code] = measure(code, library, options.seed, options.each)
        recall = f"{(one.found + one.otherwise) / one.planted:.0%}" if one.planted else "–"
        head = f"{code} {names[code]}"
        print(
            f"{head:<32}{one.planted:>8}{one.found:>7}{one.otherwise:>9}{recall:>8}{one.beside:>8}",
            flush=True,
        )
    planted = sum(one.planted for one in tallies.values())
    found = sum(one.found + one.otherwise for one in tallies.values())
    print(f"{'all':<32}{planted:>8}{found:>7}{'':>9}{found / max(1, planted):>8.1%}")
    if options.missed:
        for code, one in tallies.items():
            for words in one.missed:
                print(f"missed {code}: {words}")
            for words in one.extra:
                print(f"beside {code}: {words}")
    print("no seeding yet:", " ".join(rule.code for rule in RULES if rule.code not in SEEDINGS) or "none")


if __name__ == "__main__":
    main()
