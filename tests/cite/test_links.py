"""Citations and term uses of one text side by side."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cite.test_resolutions import context
from toolkit.cite.links import spans
from toolkit.model.passage import passages
from toolkit.model.text import Text


def test_citations_win() -> None:
    words = "A Dormant Meter under Clause 3.1 of the RULES, Section G of the SEC and each Party’s Meter"
    found = spans(Text(words), "status", context())
    assert [(words[one.start : one.end], one.citation is None) for one in found] == [
        ("Dormant Meter", True),
        ("Clause 3.1 of the RULES", False),
        ("Section G of the SEC", False),
        ("Party’s", True),
        ("Meter", True),
    ]
    assert found[0].use is not None and found[0].use.term.id == "def-dormant-meter"


def test_every_passage() -> None:
    """Spans are in order, apart and inside the text; parts lie in their citation and print its label."""
    for passage in passages(context().document):  # type: ignore[arg-type]  # PLAN has a document
        for text in passage.texts:
            end = 0
            for span in spans(text, passage.owner, context()):
                assert end <= span.start < span.end <= len(text.plain)
                assert (span.citation is None) != (span.use is None)
                end = span.end


@given(
    st.lists(
        st.sampled_from(["Clause", "3.11(h)", "(i)", "Party", "Meter", "of", "the", "SEC", ",", "and", "DM"])
    )
)
def test_apart(words: list[str]) -> None:
    text = Text(" ".join(words))
    end = 0
    for span in spans(text, "scope", context()):
        assert end <= span.start < span.end
        end = span.end
        for part in span.citation.parts if span.citation else ():
            assert span.start <= part.start < part.end <= span.end
