"""Roots with a document and its draft, for tests of what is begun and goes on in them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.consult.consult_toys import MATRIX, OLD
from toolkit.cli import group

REGISTER = """\
code: TOY
title: Toy Requirements
appendix: AQ
annexes:
  - {label: Annex A, title: Matrix of Toys, file: annex-a-motos.csv, id: annex-a-motos, abbreviation: MOTOS}
versions:
  - {version: "1.0", status: designated, effective: 2020-01-06}
  - {version: "1.1", status: draft, base: "1.0"}
  - {version: "1.2", status: draft, base: "1.0"}
"""
NEW = OLD.replace("be safe", "be quite safe").replace(
    "- 2.4 to", "- 2.3A {#soft} A toy is soft in the sense of Clause 2.3.\n- 2.4 to"
)
"""Clause 2.3 amended, 2.3A inserted: version 1.1. Version 1.2 reads as 1.0."""


def toy_root(root: Path, new: str = NEW) -> Path:
    folder = root / "documents" / "toy"
    for version, text in (("1.0", OLD), ("1.1", new), ("1.2", OLD)):
        (folder / version).mkdir(parents=True)
        (folder / version / "01-all.md").write_text(text, encoding="utf-8")
        (folder / version / "annex-a-motos.csv").write_text(MATRIX, encoding="utf-8")
    (folder / "document.yaml").write_text(REGISTER, encoding="utf-8")
    return root


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments])


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
