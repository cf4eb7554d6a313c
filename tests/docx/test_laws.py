"""Laws that hold for every marked copy."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.compare.edit_scripts import edited_pairs
from tests.docx.agreement import TRACKINGS, assert_true, written
from tests.docx.build import view
from tests.docx.marked_views import marked_views
from toolkit.compare.compare import compare
from toolkit.compare.merge import merge
from toolkit.model.document import Document
from toolkit.model.passage import passages
from toolkit.render.view import View

_SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_SETTINGS
@given(marked_views(), st.sampled_from(sorted(TRACKINGS)))
def test_accepting_gives_the_new_text_and_rejecting_the_old(shown: View, tracking: str) -> None:
    assert_true(shown, written(shown, TRACKINGS[tracking]), same_fields=False)


@settings(_SETTINGS, max_examples=10)
@given(marked_views())
def test_the_same_view_gives_the_same_bytes(shown: View) -> None:
    assert written(shown) == written(shown)


@settings(_SETTINGS, max_examples=30)
@given(edited_pairs())
def test_two_versions_of_a_document_are_in_their_marked_copy(pair: tuple[Document, Document]) -> None:
    old, new = pair
    shown = view(merge(passages(old), passages(new), compare(old, new)))
    assert_true(shown, written(shown))
