"""Every case folder: what the reader makes of input.md, and the canonical layout it is written back in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Expect
from tests.source.model_lines import found_lines, lines_of
from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.numbering import CFR, MAIN_BODY, SUBSIDIARY, Scheme
from toolkit.model.passage import passages
from toolkit.source.footnotes import check_footnotes
from toolkit.source.markdown import read_part
from toolkit.source.sequence import check_sequence
from toolkit.source.write import write_part

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def scheme_of(case: Path) -> Scheme:
    schemes = {"main-body": MAIN_BODY, "cfr": CFR}
    return next((scheme for name, scheme in schemes.items() if case.name.startswith(name)), SUBSIDIARY)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, expect: Expect) -> None:
    scheme = scheme_of(case)
    reading = read_part((case / "input.md").read_bytes(), "input.md", scheme)
    document = Document(Register("X", "X"), Version("1", Status.DRAFT), (reading.part,))
    sequence = check_sequence(reading.part.blocks, scheme)
    found = (*reading.diagnostics, *sequence, *check_footnotes(passages(document)))
    verdict = [] if reading.certain else ["not to be formatted" if reading.readable else "unreadable"]
    front = [f"front matter {reading.part.front!r}"] if reading.part.front else []
    lines = [*front, *lines_of(reading.part.blocks), "", *found_lines(found), *verdict]
    expect(case / "expected.txt", "\n".join(lines).strip("\n") + "\n")
    if not reading.readable:
        assert not (case / "canonical.md").exists()
        return
    written = write_part(reading.part, scheme)
    expect(case / "canonical.md", written)
    again = read_part(written.encode("utf-8"), "input.md", scheme)
    assert again.part == reading.part
    assert write_part(again.part, scheme) == written
