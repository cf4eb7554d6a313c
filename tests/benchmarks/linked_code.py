"""A made-up code of regulation of which half is carried out by code: a whole root that can be traced.

    python tests/benchmarks/linked_code.py FOLDER --clauses 20000 --seed 1

Documents as synthetic_code.py makes them; Python modules whose functions implement half of the clauses and
limbs, and tests that verify those; trace.yaml, evidence, attestations, and junit.xml as pytest gives it. The
tests run: what junit.xml says of each is what becomes of it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from made_functions import Made, make_function
from synthetic_code import write_code

from toolkit.check.store import NoStore
from toolkit.library.library import read_library
from toolkit.source.files import Folder
from toolkit.trace.attestation import Attestation, write_attestations
from toolkit.trace.attesting import Word, attest
from toolkit.trace.project import Project
from toolkit.trace.reading import read_sources
from toolkit.trace.tracing import trace

CLAUSES_A_DOCUMENT = 400
DAY = date(2026, 11, 2)
"""On which everything was attested; reviews and waivers count for years from it."""
PROJECT = Project(("rules",), ("tests",))

_ID = re.compile(r"\{#(c\d+-\d+(?:-[a-c])?)\}")
_MARKS = {
    "passed": "",
    "failed": '<failure message="AssertionError: the answer is not the clause\'s">assert False</failure>',
    "skipped": '<skipped type="pytest.skip" message="waits for a device"/>',
}


class Test(NamedTuple):
    """One test function."""

    clauses: tuple[str, ...]
    """The ids of what it verifies."""
    function: Made
    rows: bool
    """Whether each call is a test of its own, as parametrize makes them."""
    outcome: str
    """passed, failed or skipped"""

    @property
    def name(self) -> str:
        """What it is called."""
        return f"test_{self.function.name}"


def write_linked_code(root: Path, clauses: int, seed: int = 1, documents: int = 0) -> None:
    """Write a root of about that many clauses and limbs, half of which are linked to code and tests.

    There are as many documents as are asked for, else one for every so many clauses.
    """
    documents = documents or max(2, clauses // CLAUSES_A_DOCUMENT)
    write_code(root, documents, clauses, seed)
    rng = random.Random(f"linked {seed}")
    codes = [f"D{number:03}" for number in range(1, documents + 1)]
    results = [line for code in codes for line in _document(root, code, rng)]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<testsuites><testsuite name="pytest">'
    _write(root / "junit.xml", (head, *results, "</testsuite></testsuites>"))
    _write(root / "trace.yaml", ("code: [rules]", "tests: [tests]"))
    _attest(root, rng)


def _document(root: Path, code: str, rng: random.Random) -> Iterator[str]:
    """Write the code, tests and evidence of one document; its results."""
    name = code.lower()
    needed: list[str] = []
    for file in sorted((root / "documents" / name / "1.0").glob("*.md")):
        ids = _ID.findall(file.read_text(encoding="utf-8"))
        linked = sorted(rng.sample(range(len(ids)), len(ids) // 2))
        if linked:
            tests = [*_tests([ids[at] for at in linked], rng)]
            module = f"{name}.chapter_{file.stem[:3]}"
            _write(root / "rules" / f"{module.replace('.', '/')}.py", _rules(code, tests))
            test_module = f"tests.{name}.test_{module.replace('.', '_')}"
            _write(root / f"{test_module.replace('.', '/')}.py", _test_file(code, module, tests))
            yield from (line for test in tests for line in _results(code, test_module, test))
        needed += _evidence(ids, {ids[at] for at in linked}, rng)
    default = 'default: {needs: none, reason: "A matter between Parties, which no code decides."}'
    _write(root / "documents" / name / "evidence.yaml", [default, "clauses:", *needed])


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((*lines, "")), encoding="utf-8")


def _tests(ids: list[str], rng: random.Random) -> Iterator[Test]:
    """A function and its test for each id; one in ten has two."""
    waiting = list(reversed(ids))
    while waiting:
        some = [waiting.pop()]
        if waiting and rng.random() < 0.1:
            some.append(waiting.pop())
        outcome = rng.choices(tuple(_MARKS), (96, 2, 2))[0]
        yield Test(tuple(some), make_function(some[0], rng), rng.random() < 0.25, outcome)


# -- code and tests -------------------------------------------------------------------------------


def _rules(code: str, tests: Iterable[Test]) -> Iterator[str]:
    yield f'"""What {code} asks of systems."""\n'
    yield "from toolkit.conformance.link import implements"
    for test in tests:
        yield "\n"
        yield from (f'@implements("{code}", "{clause}", since="1.0")' for clause in test.clauses)
        yield test.function.source.rstrip()


def _test_file(code: str, module: str, tests: list[Test]) -> Iterator[str]:
    yield f'"""Whether {module} does what {code} asks."""\n'
    yield "import pytest\n"
    yield f"from rules.{module} import ("
    yield from (f"    {name}," for name in sorted(test.function.name for test in tests))
    yield ")"
    for test in tests:
        yield "\n"
        yield from (f'@pytest.mark.verifies("{code}", "{clause}")' for clause in test.clauses)
        if test.outcome == "skipped":
            yield '@pytest.mark.skip(reason="waits for a device")'
        yield from _asserting(test)


def _asserting(test: Test) -> Iterator[str]:
    """The test itself; one that is to fail asks that nothing be answered."""
    name = test.function.name
    calls = [(call, "None" if test.outcome == "failed" else answer) for call, answer in test.function.calls]
    if test.rows:
        rows = ", ".join(f"(lambda: {name}({call}), {answer})" for call, answer in calls)
        yield f'@pytest.mark.parametrize(("ask", "answer"), [{rows}], ids=["a", "b", "c"])'
        yield f"def {test.name}(ask, answer):\n    assert ask() == answer"
    else:
        yield f"def {test.name}():"
        yield from (f"    assert {name}({call}) == {answer}" for call, answer in calls)


def _results(code: str, module: str, test: Test) -> Iterator[str]:
    """The test cases as pytest writes them."""
    properties = "".join(f'<property name="verifies" value="{code}#{one}"/>' for one in test.clauses)
    for row in ("[a]", "[b]", "[c]") if test.rows else ("",):
        yield (
            f'<testcase classname="{module}" name="{test.name}{row}" time="0.001">'
            f"<properties>{properties}</properties>{_MARKS[test.outcome]}</testcase>"
        )


# -- what was declared and attested -----------------------------------------------------------------


def _evidence(ids: list[str], linked: set[str], rng: random.Random) -> Iterator[str]:
    """What each clause needs: a linked one code and tests; a few others a review, a waiver, or code."""
    for name in ids:
        draw = rng.random()
        if name in linked:
            yield f"  {name}: {{needs: [code, test]}}"
        elif draw < 0.02:
            yield f"  {name}: {{review: {{by: The Panel, on: {DAY}, until: 2099-12-31}}}}"
        elif draw < 0.03:
            yield f"  {name}: {{needs: code, waived: {{until: 2099-12-31, reason: Waits for a service.}}}}"
        elif draw < 0.04:
            yield f"  {name}: {{needs: code}}"


def _attest(root: Path, rng: random.Random) -> None:
    """Attest all links but two in a hundred."""
    sources, _ = read_sources(read_library(Folder(root)), PROJECT, NoStore(), None, DAY)
    verdicts = trace(sources).verdicts
    by_document: dict[str, list[Attestation]] = defaultdict(list)
    for one in verdicts:
        word = Word("A. Drafter", "Read clause and code.", DAY)
        by_document[one.document] += attest([one], lambda *_: rng.random() >= 0.02, word)
    for code, lines in by_document.items():
        path = root / "documents" / code.lower() / "attestations.tsv"
        path.write_bytes(write_attestations(lines))


def main() -> None:
    """Write a root to a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clauses", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_linked_code(options.folder, options.clauses, options.seed)


if __name__ == "__main__":
    main()
