"""The page of a document: it says the law and nothing else, and holds together."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.html.page_text import assert_loads_nothing, read_page
from tests.law_text import new_side, old_side, said
from tests.sample_links import OUTSIDE
from tests.sample_view import marked_sample, sample
from toolkit.model.change import Marked
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Text
from toolkit.render.html import html
from toolkit.render.templates import Templates
from toolkit.render.view import Link, Outside, View, ViewPassage

TEMPLATES = Templates.of()
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{{ 7*7 }}"


@pytest.fixture(scope="module")
def clean() -> bytes:
    return html(sample(), TEMPLATES)


@pytest.fixture(scope="module")
def marked() -> bytes:
    return html(marked_sample(), TEMPLATES)


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_a_clean_copy_says_the_law_to_the_letter(clean: bytes) -> None:
    assert squeezed(read_page(clean).words) == said(new_side(sample()))


def test_a_marked_copy_without_what_was_omitted_says_the_new_law(marked: bytes) -> None:
    assert squeezed(read_page(marked, drop=("del",)).words) == said(new_side(marked_sample()))


def test_a_marked_copy_without_what_was_inserted_says_the_old_law(marked: bytes) -> None:
    said_old = squeezed(read_page(marked, drop=("ins",)).words)
    assert sorted(said_old) == sorted(said(old_side(marked_sample())))  # old labels stand after the new ones
    for passage in old_side(marked_sample()):
        assert squeezed(passage.texts[-1].plain if passage.texts else passage.detail) in said_old


@pytest.mark.parametrize("view", [sample(), marked_sample()], ids=["clean", "marked"])
def test_ids_are_unique_links_lead_somewhere_and_headings_skip_no_level(view: View) -> None:
    page = read_page(html(view, TEMPLATES))
    assert len(page.ids) == len(set(page.ids))
    inner = [href for href in page.hrefs if href.startswith("#")]
    assert inner and {href[1:] for href in inner} <= set(page.ids)
    assert page.headings[0] == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)


def test_every_clause_definition_and_table_has_its_id_and_a_link_to_itself(clean: bytes) -> None:
    page = read_page(clean)
    owners = {passage.owner for passage in new_side(sample()) if passage.starts}
    assert owners <= set(page.ids)
    labelled = {passage.owner for passage in new_side(sample()) if passage.label.parts and passage.starts}
    assert {f"#{owner}" for owner in labelled} <= set(page.hrefs)


def test_nothing_is_loaded_and_only_the_page_s_own_style_and_script_may_run(marked: bytes) -> None:
    assert_loads_nothing(marked)


def test_the_list_of_changes_leads_to_each_change(marked: bytes) -> None:
    page = read_page(marked)
    for line in marked_sample().changes:
        assert page.hrefs.count(f"#_c{line.number}") == 1
        assert page.ids.count(f"_c{line.number}") == 1


def test_a_clean_copy_shows_no_changes(clean: bytes) -> None:
    page = read_page(clean)
    assert not page.tags & {"ins", "del"} and "data-change" not in page.attributes


def test_insertions_and_omissions_have_words_for_those_who_hear_the_page(marked: bytes) -> None:
    text = marked.decode()
    article = text[text.index('<article class="law"') :]
    assert (
        '<span class="aid spoken">[omitted]\u00a0</span>15<span class="aid spoken">\u00a0[end of omission]'
        in article
    )
    assert '<span class="aid spoken">[inserted]\u00a0</span>5<span class="aid spoken">' in article
    # Every stretch says what it is, but for labels, whose clause says it.
    bare = re.findall(r"<(?:ins|del)[^>]*>(?!<span class=\"aid spoken\">)([^<]*)<", article)
    assert all(re.fullmatch(r"[\dA-Z.]+|\([a-zA-Z]+\)", words) for words in bare), bare


def test_moved_and_renumbered_clauses_are_told_apart(marked: bytes) -> None:
    heard = " ".join(re.sub(r"<[^>]+>", "", marked.decode()).split())
    assert "4.31 (was 4.30) A shorter period" in heard
    assert "4.32 (moved here from 4.35)" in heard and "4.35 (moved to 4.32)" in heard
    assert "4.33 (laid out differently)" in heard
    assert '<ins class="moved">' in marked.decode() and '<del class="moved">' in marked.decode()


def test_a_citation_of_a_renumbered_clause_is_one_link() -> None:
    same = replace(marked_sample(), passages=(_renumbered_citation(),))
    text = html(same, TEMPLATES).decode()
    assert re.search(r'<a class="cite" href="#x"[^>]*>Clause <del>.*?</del><ins>.*?</ins></a>', text)


def _renumbered_citation() -> ViewPassage:
    from tests.sample_view import edits

    label = Label(("1.1",))
    old = Passage(Kind.CLAUSE, "x", 2, 1, label, (Text("see Clause 4.30."),))
    new = Passage(Kind.CLAUSE, "x", 2, 1, label, (Text("see Clause 4.31."),))
    link = Link(4, 15, "citation", "x", False, "")
    shown = Marked(old, new, (edits("see Clause {-4.30-}{+4.31+}."),), "", 1)
    return ViewPassage(shown, ((link,),), ((link,),))


def _clause(owner: str, side: str = "", moved: str = "", number: int = 0) -> ViewPassage:
    passage = Passage(Kind.CLAUSE, owner, 2, 1, Label(("1.1",)), (Text(f"{side or 'same'} words"),))
    old, new = (None if side == "new" else passage), (None if side == "old" else passage)
    return ViewPassage(Marked(old, new, (), moved, number))


def test_a_moved_clause_bears_its_id_where_it_is_now() -> None:
    moved = (_clause("a", "old", "m", 1), _clause("b"), _clause("a", "new", "m", 1))
    text = html(replace(sample(), passages=moved, against="6.0"), TEMPLATES).decode()
    assert text.index('id="_old-a"') < text.index('id="b"') < text.index('id="a"')


def test_an_omitted_clause_keeps_its_id() -> None:
    text = html(replace(sample(), passages=(_clause("a", "old", "", 1),), against="6.0"), TEMPLATES).decode()
    assert 'id="a"' in text


def test_an_id_used_twice_in_the_source_is_printed_once() -> None:
    page = read_page(html(replace(sample(), passages=(_clause("a"), _clause("a"))), TEMPLATES))
    assert page.ids.count("a") == 1


def test_headings_that_skip_a_level_in_the_source_do_not_on_the_page() -> None:
    deep = tuple(
        ViewPassage(Marked(one, one))
        for one in (
            Passage(Kind.CROSSHEADING, "", 1, 0, Label(()), (Text("x"),), depth=n) for n in (1, 4, 6, 2)
        )
    )
    page = read_page(html(replace(sample(), passages=deep, outside=()), TEMPLATES))
    assert page.headings == [1, 2, 3, 4, 2]


def test_a_change_without_a_number_is_shown_all_the_same() -> None:
    """Nothing of the old or the new text may be printed as if it stood in both."""
    text = html(replace(sample(), passages=(_clause("a", "old"), _clause("b", "new"))), TEMPLATES).decode()
    assert "<del>" in text and "<ins>" in text


def test_hostile_words_are_only_words() -> None:
    passage = Passage(Kind.CLAUSE, "a", 2, 1, Label((HOSTILE,)), (Text(HOSTILE),))
    link = Link(0, 5, "term", "k", True, HOSTILE)
    view = View(
        HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "",
        (ViewPassage(Marked(passage, passage), (), ((link,),)),),
        (Outside("k", HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    )  # fmt: skip
    page = read_page(html(view, TEMPLATES))
    assert not page.tags & {"img"} and "onerror" not in page.attributes
    assert squeezed(HOSTILE) in squeezed(page.words)
    assert html(view, TEMPLATES).decode().count("<script") == 1


def test_sibling_documents_are_linked_by_file_and_clause() -> None:
    view = replace(sample(), outside=(*OUTSIDE, Outside("evil", "t", "h", "javascript:alert(1)//", "f")))
    page = read_page(html(view, TEMPLATES))
    assert "S1SR_4.4.html#device-specific" in page.hrefs
    assert not [href for href in page.hrefs if href.lower().startswith("javascript:")]


def test_a_link_that_leads_nowhere_is_plain_words() -> None:
    passage = Passage(Kind.CLAUSE, "a", 2, 1, Label(("1.1",)), (Text("See Clause 9."),))
    link = Link(4, 12, "citation", "not-here", False, "tip")
    view = replace(sample(), passages=(ViewPassage(Marked(passage, passage), (), ((link,),)),))
    assert "#not-here" not in read_page(html(view, TEMPLATES)).hrefs


def test_a_document_without_headings_has_its_clauses_as_contents() -> None:
    passages = tuple(
        ViewPassage(Marked(one, one))
        for one in (
            Passage(Kind.CLAUSE, f"c{n}", 1, 1, Label((str(n),)), (Text("word " * 30),)) for n in (1, 2)
        )
    )
    text = html(replace(sample(), passages=passages), TEMPLATES).decode()
    assert '<a href="#c2"><span class="n">2</span> word word' in text


@pytest.mark.parametrize("view", [sample(), marked_sample()], ids=["clean", "marked"])
def test_same_view_same_bytes(view: View) -> None:
    assert html(view, TEMPLATES) == html(view, TEMPLATES)


def test_an_empty_document_has_a_page() -> None:
    assert b"<h1>" in html(replace(sample(), passages=(), outside=()), TEMPLATES)
