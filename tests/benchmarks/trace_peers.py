"""The tools that trace requirements, each given the clauses and tests of a made-up code in its own form.

Doorstop has an item a clause and an item a test; sphinx-needs and StrictDoc a requirement a clause and a test
of their own type. None of them reads code or results of tests here, nor is held to attestations: what is
measured is what they do with half of the work.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from redline_peers import Cost, run

_CLAUSE = re.compile(r"^ *- \S+ \{#(c\d+-\d+(?:-[a-c])?)\} (.*)$", re.MULTILINE)
_LINK = re.compile(r'@pytest\.mark\.verifies\("(D\d+)", "(\S+)"\)')


class Clause(NamedTuple):
    """One clause or limb."""

    document: str
    name: str
    """Of letters and digits: C3X4XA."""
    words: str
    tested: bool


def clauses(root: Path) -> Iterator[Clause]:
    """The clauses of a root that linked_code.py wrote, in order."""
    tested = {
        found
        for file in sorted(root.glob("tests/**/*.py"))
        for found in _LINK.findall(file.read_text(encoding="utf-8"))
    }
    for file in sorted(root.glob("documents/*/1.0/*.md")):
        document = file.parts[-3].upper()
        for name, words in _CLAUSE.findall(file.read_text(encoding="utf-8")):
            yield Clause(document, name.upper().replace("-", "X"), words, (document, name) in tested)


def doorstop(root: Path, folder: Path, bin_: Path) -> Cost:
    """Check a tree of items, one a clause, and items of tests that link to them."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    for prefix, parent in (("REQ", ""), ("TST", "  parent: REQ\n")):
        head = f"settings:\n  digits: 6\n  prefix: {prefix}\n{parent}  sep: ''\n"
        _write(folder / prefix / ".doorstop.yml", head)
    for number, one in enumerate(clauses(root), start=1):
        _write(folder / "REQ" / f"REQ{number:06}.yml", _item(number, one.words, "[]"))
        if one.tested:
            links = f"\n- REQ{number:06}: null"
            _write(folder / "TST" / f"TST{number:06}.yml", _item(number, f"Test {one.name}.", links))
    return run(str(bin_ / "doorstop"), "--no-reformat", "--no-suspect-check", "--no-review-check", cwd=folder)


def _item(number: int, words: str, links: str) -> str:
    return (
        f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: {links}\nnormative: true\n"
        f"ref: ''\nreviewed: null\ntext: |\n  {words}\n"
    )


def sphinx_needs(root: Path, folder: Path, bin_: Path) -> Cost:
    """Write the needs.json of a project with a need a clause and a need a test."""
    _write(folder / "conf.py", "project = 'peer'\nextensions = ['sphinx_needs']\n")
    pages: dict[str, list[str]] = {}
    for one in clauses(root):
        name = f"{one.document}_{one.name}"
        page = pages.setdefault(one.document, [one.document, "=" * len(one.document), ""])
        page += [f".. req:: {one.words[:60]}", f"   :id: {name}", "", f"   {one.words}", ""]
        if one.tested:
            page += [f".. test:: Test {name}", f"   :id: T_{name}", f"   :links: {name}", ""]
    for document, page in pages.items():
        _write(folder / f"{document}.rst", "\n".join(page))
    _write(
        folder / "index.rst",
        "\n".join(("Peer", "====", "", ".. toctree::", "", *(f"   {one}" for one in pages), "")),
    )
    return run(str(bin_ / "sphinx-build"), "-q", "-b", "needs", str(folder), str(folder / "out"), cwd=folder)


def strictdoc(root: Path, folder: Path, bin_: Path) -> Cost:
    """Export the documents with a requirement a clause and one a test as JSON."""
    pages: dict[str, list[str]] = {}
    tests: list[str] = ["[DOCUMENT]\nTITLE: Tests\n"]
    for one in clauses(root):
        name = f"{one.document}-{one.name}"
        page = pages.setdefault(one.document, [f"[DOCUMENT]\nTITLE: {one.document}\n"])
        page.append(f"[REQUIREMENT]\nUID: {name}\nSTATEMENT: >>>\n{one.words}\n<<<\n")
        if one.tested:
            tests.append(
                f"[REQUIREMENT]\nUID: T-{name}\nSTATEMENT: >>>\nTest.\n<<<\n"
                f"RELATIONS:\n- TYPE: Parent\n  VALUE: {name}\n"
            )
    for document, page in (*pages.items(), ("tests", tests)):
        _write(folder / "docs" / f"{document}.sdoc", "\n".join(page))
    command = ("export", str(folder / "docs"), "--formats=json", "--output-dir", str(folder / "out"))
    return run(str(bin_ / "strictdoc"), *command, cwd=folder)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


PEERS: dict[str, tuple[str, Callable[[Path, Path, Path], Cost]]] = {
    "Doorstop": ("doorstop", doorstop),
    "sphinx-needs": ("sphinx_needs", sphinx_needs),
    "StrictDoc": ("strictdoc", strictdoc),
}
"""From the name of a tool to the module that it is and what lets it work."""


def installed(python: str) -> list[str]:
    """The peers that an interpreter has."""
    return [
        name
        for name, (module, _) in PEERS.items()
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0
    ]
