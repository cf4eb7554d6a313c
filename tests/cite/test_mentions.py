"""Every form of citation in plain words: mentions/*.txt hold sentences, each followed by what is read in it.

An unindented line is a sentence, a line that begins with # says what the file is about, and the
indented lines after a sentence are what the grammar reads: the words, then kind, labels and document.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Expect
from toolkit.cite.grammar import mentions
from toolkit.cite.mention import Cited, Mention
from toolkit.cite.naming import Names

CASES = sorted((Path(__file__).parent / "mentions").glob("*.txt"))
NAMES = Names.of(
    (
        "SEC", "Code", "Smart Energy Code", "TMAD", "S1SR", "SRPD", "DUIS", "SMETS1 SVTAD", "AL", "AM",
        "Appendix AL", "Appendix AM", "CPL Requirements Document", "DCC Licence", "Energy Act 2008",
    )
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_forms(case: Path, expect: Expect) -> None:
    """Each sentence is read as the case says."""
    lines: list[str] = []
    for line in case.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        lines.append(line)
        if line and not line.startswith("#"):
            lines += [f"    {line[one.start : one.end]} | {described(one)}" for one in mentions(line, NAMES)]
    expect(case, "\n".join(lines) + "\n")


def described(mention: Mention) -> str:
    """A mention in a line: plural clause 4.29 and 4.30, of TMAD 6.0, within section."""
    this = "this " if mention.this else ""
    plural = "plural " if mention.plural else ""
    carried = "carried " if mention.carried else ""
    labels = "".join(map(_label, mention.cited))
    document = f", of {mention.document}" if mention.document else ""
    version = f", version {mention.version}" if mention.version else ""
    relation = f", {mention.relation}" if mention.relation else ""
    within = f", within {described(mention.within)}" if mention.within else ""
    return f"{this}{carried}{plural}{mention.kind}{labels}{document}{version}{relation}{within}"


def _label(cited: Cited) -> str:
    join = cited.join if cited.join in ("", ",") else f" {cited.join}"
    heading = f" “{cited.heading}”" if cited.heading else ""
    return f"{join} {' or else '.join(cited.readings)}{heading}"


def test_no_names_needed() -> None:
    """Without a library, documents are told by their shape."""
    found = mentions("Clause 17.3 of the TMAD, Section 18 of S1SR and section 89 of the Energy Act 2008")
    assert [mention.document for mention in found] == ["TMAD", "S1SR", "Energy Act 2008"]


_SCRAPS = (
    "Clause", "Clauses", "Section", "this", "paragraph", "Appendix", "Table", "§", "of", "the", "and", "or",
    "to", ",", "–", "-", ".", "(a)", "(i)", "(gg)", "(", ")", "(B)", "4.12", "4.32A", "18", "N6.4", "AL", "A",
    "TMAD", "6.1U", "V6.0", "version", "Q1", "U1.2", "Energy", "Act", "2008", "above", "Working", "Days",
    "\n", "[XX]", "(Security)", "“", "’s", "é", "5,000",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(_SCRAPS), st.sampled_from(("", " ", "  "))), max_size=30))
def test_laws_of_spans(scraps: list[tuple[str, str]]) -> None:
    """Whatever the text: mentions are in order, apart, inside it, and their parts print what they say."""
    text = "".join(word + space for word, space in scraps)
    end = 0
    for mention in mentions(text, NAMES):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        at = mention.start
        for cited in mention.cited:
            assert at <= cited.start < cited.end <= cited.stop <= mention.end
            at = cited.stop
            for part in cited.parts:
                assert text[part.start : part.end] == part.text
            assert not cited.label.endswith(".")


@given(st.text(alphabet="Clause 1(a).,to§Q of", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail."""
    mentions(text, NAMES)
