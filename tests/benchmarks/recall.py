"""How many planted faults the check finds, and what it finds in right text: one at a time, in many phrasings.

    PYTHONPATH=. python tests/benchmarks/recall.py [--seed N] [--each N] [--rules C101 …]
        [--missed] [--markdown]

Prints a table and passes or fails nothing. Nothing is written to disk. The same seed plants the same faults.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import seeding_citations
import seeding_dates
import seeding_effect
import seeding_ids
import seeding_labels
import seeding_lists
import seeding_meanings
import seeding_modals
import seeding_right
import seeding_right_blocks
import seeding_tables
import seeding_terms
import seeding_versions
from seeding import DESIGNATED, DRAFTS, Fault, Seeding, read_drafts

from toolkit.check.catalogue import RULES
from toolkit.check.run import check
from toolkit.conformance.working_days import is_working_day
from toolkit.library.library import Library, read_library
from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Folder, Overlay

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    seeding_citations, seeding_terms, seeding_lists, seeding_modals, seeding_dates, seeding_tables,
    seeding_versions, seeding_labels, seeding_effect, seeding_meanings, seeding_ids,
    seeding_right, seeding_right_blocks,
)  # fmt: skip
SEEDINGS: dict[str, Seeding] = {code: one for module in MODULES for code, one in module.SEEDINGS.items()}
RIGHT: dict[str, Seeding] = {
    code: one for module in MODULES for code, one in getattr(module, "RIGHT", {}).items()
}
"""What looks like the fault of a rule and is right: nothing may be found in it."""
VERSIONS = {"C111": DESIGNATED, "C117": DRAFTS + DESIGNATED}
"""Where faults are planted that are none in a draft."""
OFF_BY_DEFAULT = frozenset(rule.code for rule in RULES if not rule.by_default)
OF_PLANTING = frozenset({"L105"})
"""What is found because something was planted in a designated text at all."""
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
    """What came of the faults, and of the right text, planted for one rule."""

    planted: int
    found: int
    otherwise: int
    """Found by a rule that explains the same words."""
    right: int
    missed: tuple[str, ...]
    beside: tuple[str, ...]
    """What else was found where a fault was planted."""
    alarms: tuple[str, ...]
    """What was found where nothing is wrong."""


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
    for one in check(faulty, [fault.draft], RULES, is_working_day):
        if left[key(one)]:
            left[key(one)] -= 1
        else:
            found.append(one)
    return found


class Measure:
    """A library, what is found in its versions as they are, and how many things to plant for each rule."""

    def __init__(self, library: Library, seed: int, each: int) -> None:
        self.library, self.seed, self.each = library, seed, each
        self.drafts = {draft.name: draft for draft in read_drafts(library, DRAFTS + DESIGNATED)}
        self.before = {
            name: Counter(map(key, check(library, [name], RULES, is_working_day))) for name in self.drafts
        }

    def tally(self, code: str) -> Tally:
        """Plant so many faults of a rule, each alone, and look for them; and so many right things."""
        found = otherwise = planted = 0
        missed: list[str] = []
        beside: list[str] = []
        for fault, fresh in self.planted(code, SEEDINGS):
            here = [one for one in fresh if _at(one, fault.lines)]
            codes = {one.code for one in here if _at(one, fault.lines[:1])}
            own = code in codes
            other = not own and bool(codes & EXPLAINED_BY.get(code, set()))
            planted, found, otherwise = planted + 1, found + own, otherwise + other
            if not own and not other:
                missed.append(f"{fault.draft} {fault.words}")
            wanted = {code, *EXPLAINED_BY.get(code, ())}
            beside += [told(one, fault) for one in fresh if one not in here or one.code not in wanted]
        right = list(self.planted(code, RIGHT))
        unasked = OFF_BY_DEFAULT - {code}
        alarms = [told(one, fault) for fault, fresh in right for one in fresh if one.code not in unasked]
        return Tally(planted, found, otherwise, len(right), tuple(missed), tuple(beside), tuple(alarms))

    def planted(self, code: str, seedings: dict[str, Seeding]) -> Iterator[tuple[Fault, list[Diagnostic]]]:
        """What is planted for a rule, and what is newly found with each; no two the same."""
        if code not in seedings:
            return
        drafts = [self.drafts[name] for name in VERSIONS.get(code, DRAFTS)]
        rng = random.Random(f"{self.seed} {code}")
        seen = set()
        for fault in seedings[code](drafts, rng):
            same = (fault.draft, fault.words)
            if same in seen:
                continue
            seen.add(same)
            fresh = new_findings(self.library, fault, self.before[fault.draft])
            yield fault, [one for one in fresh if one.code not in OF_PLANTING]
            if len(seen) == self.each:
                return


def told(one: Diagnostic, fault: Fault) -> str:
    """A finding in one line, with what was planted."""
    return f"{one.code} {one.place} {one.message[:110]} [{fault.words[:90]}]"


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
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--missed", action="store_true", help="print what was missed, and what stood beside")
    options = parser.parse_args()
    measure = Measure(read_library(Folder(ROOT)), options.seed, options.each)
    form = MARKDOWN if options.markdown else PLAIN
    print(form.format("rule", *COLUMNS))
    if options.markdown:
        print(form.format("---", *["---:"] * len(COLUMNS)))
    tallies = {}
    for code in options.rules:
        tallies[code] = measure.tally(code)
        print(form.format(*row(f"{code} {NAMES[code]}", [tallies[code]])), flush=True)
    print(form.format(*row("all", tallies.values())))
    if options.missed:
        for code, one in tallies.items():
            for kind, lines in (("missed", one.missed), ("beside", one.beside), ("alarm", one.alarms)):
                print(*(f"{kind} {code}: {words}" for words in lines), sep="\n", end="\n" if lines else "")
    print("no seeding yet:", " ".join(sorted(NAMES.keys() - SEEDINGS.keys())) or "none")
    print("nothing right planted yet:", " ".join(sorted(NAMES.keys() - RIGHT.keys())) or "none")


COLUMNS = ("planted", "found", "by other", "recall", "beside", "right", "alarms")
PLAIN = "{:<32}" + "{:>9}" * len(COLUMNS)
MARKDOWN = "| {} |" + " {} |" * len(COLUMNS)
NAMES = {rule.code: rule.name for rule in RULES}


def row(head: str, tallies: Collection[Tally]) -> list[object]:
    """One line of the table: what came of some tallies together."""
    planted = sum(one.planted for one in tallies)
    found = sum(one.found for one in tallies)
    otherwise = sum(one.otherwise for one in tallies)
    recall = f"{(found + otherwise) / planted:.1%}" if planted else "–"
    beside, alarms = sum(len(one.beside) for one in tallies), sum(len(one.alarms) for one in tallies)
    return [head, planted, found, otherwise, recall, beside, sum(one.right for one in tallies), alarms]


if __name__ == "__main__":
    main()
