"""Small documents and a small consultation, for tests."""

from __future__ import annotations

from toolkit.consult.consultation import DeclaredChange, Provision, ProvisionKind
from toolkit.model.document import Annex, Document, Register, Status, Version
from toolkit.source.markdown import read_part
from toolkit.source.matrix import read_matrix

ANNEX = Annex("Annex A", "Matrix of Toys", "annex-a-motos.csv", "annex-a-motos", "MOTOS")
REGISTER = Register(
    code="TOY",
    title="Toy Requirements",
    appendix="AQ",
    versions=(
        Version("1.0", Status.DESIGNATED),
        Version("1.1", Status.CONSULTED, base="1.0"),
    ),
    annexes=(ANNEX,),
    file="documents/toy/document.yaml",
)

OLD = """\
## 1 Introduction {#introduction}

- 1.1 {#purpose} This document is about toys.
- 1.2 {#colours} A toy shall be:
  - (a) {#red} red;
  - (b) {#blue} blue; or
  - (c) {#green} green.

## 2 Definitions {#definitions}

- 2.1 {#defined} In this document:

  Ball {#def-ball}
  : means a round toy.

  Kite {#def-kite}
  : means a toy that flies.
- 2.2 {#sizes} Sizes are as follows:

  Table 2.2 {#table-2-2}: Sizes

  | Toy | Size |
  | --- | --- |
  | Ball | small |
  | Kite | large |

### Safety

- 2.3 {#safe} A toy shall be safe.
- 2.4 to 2.9 [Not reproduced]
"""
MATRIX = "Toy,Behaviour\nBall,rolls\nKite,flies\n"


def document(text: str, version: str = "1.1", matrix: str = MATRIX) -> Document:
    part = read_part(text.encode(), f"documents/toy/{version}/01-all.md", REGISTER.scheme)
    assert not part.diagnostics, part.diagnostics
    annex = read_matrix(matrix.encode(), f"documents/toy/{version}/{ANNEX.file}", ANNEX, REGISTER.scheme)
    found = REGISTER.version(version)
    assert found is not None
    return Document(REGISTER, found, (part.part, annex.part))


def declare(*names: str | tuple[str, str], versions: tuple[str, ...] = ()) -> DeclaredChange:
    """A declared change of TOY: "1.1" is a clause, ("definition", "Ball") a definition."""
    pairs = [("clause", one) if isinstance(one, str) else one for one in names]
    provisions = tuple(Provision("TOY", ProvisionKind(kind), name, versions) for kind, name in pairs)
    return DeclaredChange(1, "toys", "Toys", "amendment", "Because.", provisions)
