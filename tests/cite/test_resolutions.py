"""What citations lead to: resolutions/*.txt hold texts, each with the id of what it stands in, of PLAN 2.0.

A line “[id] text” is a text; the indented lines after it are its citations: the words, then the target
and the label parts of PLAN's own clauses, or the problem with its message and hint.
"""

from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Expect
from toolkit.cite.citation import Citation, Target
from toolkit.cite.context import Catalogue, Context
from toolkit.cite.resolve import citations
from toolkit.library.library import read_library
from toolkit.model.text import Text
from toolkit.source.files import Folder

HERE = Path(__file__).parent
CASES = sorted((HERE / "resolutions").glob("*.txt"))


@cache
def context() -> Context:
    """The context of PLAN 2.0, in the library of this folder."""
    library = read_library(Folder(HERE / "library"))
    assert not library.diagnostics
    return Catalogue.of(library).context(library.load("PLAN@2.0"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_targets(case: Path, expect: Expect) -> None:
    """Each citation leads where the case says, or says why it leads nowhere."""
    lines: list[str] = []
    for line in case.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        lines.append(line)
        if line.startswith("["):
            at, _, words = line[1:].partition("] ")
            found = citations(Text(words), at, context())
            lines += [f"    {words[one.start : one.end]} | {described(one, words)}" for one in found]
    expect(case, "\n".join(lines) + "\n")


def described(citation: Citation, words: str) -> str:
    """A citation in a line: its target and parts, and what is wrong."""
    found = [_target(citation.target)] if citation.target else []
    if citation.range:
        found.append(f"{citation.range} of a range")
    if citation.parts:
        found.append("prints " + " ".join(f"{words[one.start : one.end]}={one.id}" for one in citation.parts))
    if citation.problem:
        found += [f"{citation.problem}: {citation.message} {citation.hint}"]
    return " | ".join(found)


def _target(target: Target) -> str:
    version = f"@{target.version}" if target.version else ""
    label = f":{target.label}" if target.label else ""
    mark = " external" if target.external else f" [{target.gap}]" if target.gap else ""
    ident = f"#{target.id}" if target.id else ""
    return f"{target.document}{version}{label}{ident} “{target.heading}”{mark}"


def test_paper() -> None:
    """A paper has no clauses of its own, but labels of its own."""
    labels = {"Attachment 1": Target("PAPER", "", "attachment-1"), "U1.2 Q1": Target("PAPER", "", "q1")}
    home = context()
    paper = Context(home.catalogue, None, None, home.terms, labels)
    words = "Attachment 1, Attachment 2, U1.2 Q1, Clause 3.1 of the PLAN, Clause 3.1 and this Clause"
    found = citations(Text(words), "", paper)
    assert [one.target.id if one.target else one.problem for one in found] == [
        "attachment-1", "no-such-provision", "q1", "notice", "unknown-document", "no-referent",
    ]  # fmt: skip
