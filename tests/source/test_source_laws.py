"""What is written is read back, layout is stable, no word changes, and every place is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.source.fragments import inline, letters_and_digits, markdown
from tests.strategies import documents, items, laws
from toolkit.model.block import Block, Clause, Definition, Footnote, Heading, Item, Paragraph, Table
from toolkit.model.document import Document, Part
from toolkit.model.label import Label, Ordinal
from toolkit.model.numbering import CFR, MAIN_BODY, SUBSIDIARY, Scheme
from toolkit.model.place import Place
from toolkit.model.text import Text
from toolkit.source.inline import Stretch, read_text
from toolkit.source.markdown import PartReading, read_part
from toolkit.source.write import write_part

SCHEMES = st.sampled_from((SUBSIDIARY, MAIN_BODY, CFR))


def read(text: str, scheme: Scheme = SUBSIDIARY) -> PartReading:
    return read_part(text.encode("utf-8"), "f.md", scheme)


def text_of(source: str) -> Text:
    return read_text(tuple(Stretch(n, 1, line) for n, line in enumerate(source.split("\n"), 1)), "f.md")


# -- models -----------------------------------------------------------------------------------------


@laws
@given(documents())
def test_what_is_written_is_read_back(document: Document) -> None:
    for part in document.parts:
        reading = read(write_part(part))
        assert reading.part.blocks == part.blocks
        assert reading.certain


@given(st.lists(items(), min_size=1))
def test_items_without_labels_are_read_back(blocks: list[Item]) -> None:
    part = Part("f.md", tuple(blocks))
    assert read(write_part(part)).part == part


@st.composite
def odd_texts(draw: st.DrawFn, one_line: bool = True) -> Text:
    """A text as a reader could return it, of words and emphasis that are hard to write."""
    letters = st.text(st.characters(exclude_categories=("Cs", "Cc")))
    source = draw(st.one_of(inline, letters))
    lines = [line.lstrip(" \t") for line in source.split("\n")]
    joined = (" " if one_line else "\n").join(line for line in lines if line)
    text = text_of(joined.strip(" \t"))
    assume(text and not ("\n" in text.plain and one_line))
    return Text(text.plain, text.marks)


def label(own: str, *key: int) -> Label:
    return Label((own,), tuple(map(Ordinal.of, key)))


@st.composite
def odd_blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """Every place in which a text can stand, with a text that is hard to write there."""
    paragraph = st.builds(Paragraph, odd_texts(one_line=False))
    lead = st.one_of(st.just(()), st.tuples(paragraph))
    limb = Clause(Label(("3.1", "(a)")), 4, "c-a", True, None, draw(lead))
    item = Item((*draw(lead), *draw(lead), limb))
    cells = st.tuples(odd_texts(), odd_texts())
    rows = (draw(cells), draw(cells))
    table = Table("Table 3", "t", True, draw(odd_texts()), draw(cells), rows, ("", "center"))
    given = draw(st.booleans())
    clause_id = "c" if given else "top-3-1"
    bare = replace(table, label="", id=f"{clause_id}-table", id_given=False, title=Text(""))
    note = Footnote("n-1", draw(st.one_of(st.just(Text("")), odd_texts(one_line=False))))
    under = [draw(paragraph), item, limb, table, draw(paragraph), bare, note, draw(paragraph)]
    inside = (*draw(lead), *draw(st.permutations(under)))
    clause = Clause(label("3.1", 3, 1), 2, clause_id, given, None, inside)
    term = Definition(draw(odd_texts()), draw(st.sampled_from(("", "DMC"))), "d", True, draw(lead))
    inner = Heading(draw(odd_texts()), 4)
    blocks = tuple(draw(st.permutations([draw(paragraph), clause, inner, term])))
    top = Clause(label("3", 3), 1, "top", True, draw(odd_texts()), blocks, 2)
    return (Heading(draw(odd_texts()), 2), top)


@settings(laws, max_examples=300)
@given(odd_blocks())
def test_words_that_are_hard_to_write_are_read_back_everywhere(blocks: tuple[Block, ...]) -> None:
    written = write_part(Part("f.md", blocks))
    assert read(written).part.blocks == blocks
    assert write_part(read(written).part) == written


# -- formatting -------------------------------------------------------------------------------------


def check_laws(source: str, scheme: Scheme) -> None:
    reading = read(source, scheme)
    if not reading.readable:
        assert reading.diagnostics
        return
    written = write_part(reading.part, scheme)
    again = read(written, scheme)
    assert again.part == reading.part
    assert write_part(again.part, scheme) == written
    assert letters_and_digits(written) == letters_and_digits(source)
    lines = re.sub("(?m)^\ufeff+", "", source.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    for text in texts_in(reading.part.blocks):
        check_places(text, lines)
    for place in (*places_in(reading.part.blocks), *(one.place for one in reading.diagnostics)):
        check_place(place, lines)


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def places_in(blocks: tuple[Block, ...]) -> Iterator[Place]:
    for block in blocks:
        yield block.place
        if isinstance(block, Clause):
            yield block.label_place
        yield from places_in(getattr(block, "blocks", ()))


def check_places(text: Text, lines: list[str]) -> None:
    """Each character stands where it says, but white space, which is folded, and what a reference means."""
    for offset, character in enumerate(text.plain):
        place = text.place(offset, offset + 1)
        found = lines[place.line - 1][place.column - 1 : place.column]
        assert found == character or character in " \n" or found == "&"


def check_place(place: Place, lines: list[str]) -> None:
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    if place.end_line:
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_line <= len(lines)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


@settings(max_examples=600)
@given(markdown, SCHEMES)
def test_formatting_nasty_markdown_keeps_the_laws(source: str, scheme: Scheme) -> None:
    check_laws(source, scheme)


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=("Cs",))), SCHEMES)
def test_formatting_any_text_keeps_the_laws(source: str, scheme: Scheme) -> None:
    check_laws(source, scheme)


@settings(max_examples=200)
@given(st.text(st.sampled_from("-+*>#:~|`<![]{}()1.aA \t\\&;_=\n"), max_size=60), SCHEMES)
def test_formatting_any_punctuation_keeps_the_laws(source: str, scheme: Scheme) -> None:
    check_laws(source, scheme)


@given(markdown)
def test_line_ends_and_marks_change_nothing(source: str) -> None:
    source = source.replace("\ufeff", "")
    part = read(source).part
    assert read(source.replace("\n", "\r\n")).part == part
    assert read(source.replace("\n", "\r")).part == part
    assert read("\ufeff" + source).part == part


# -- inline -----------------------------------------------------------------------------------------


@settings(max_examples=500)
@given(inline)
def test_emphasis_escapes_and_references_are_read_as_markdown_it_reads_them(source: str) -> None:
    """Against an independent reader; only a backslash before blanks at a line's end is read better here."""
    lines = [line.lstrip(" \t") for line in source.split("\n")]
    joined = "\n".join(line for line in lines if line).rstrip(" \t")
    assume(joined and not re.search(r"\\ +\n", joined))
    own = text_of(joined)
    marks = tuple(mark for mark in own.marks if mark.kind != "footnote")
    assert (own.plain, marks) == peer_reading(joined)


def peer_reading(source: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    rules = ["newline", "escape", "backticks", "emphasis", "entity", "balance_pairs"]
    parser = MarkdownIt("zero").enable(rules)
    tokens: list[Token] = []
    parser.inline.parse(source, parser, {}, tokens)
    plain, marks, open_marks = "", [], []
    for token in tokens:
        content = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if token.type == "text_special" and content in "\n\r\f\t":
            content = " "
        if token.type.endswith("_open"):
            open_marks.append((len(plain), token.type.removesuffix("_open")))
        start = len(plain)
        for character in content:
            plain = _folded(plain, " " if character == "\t" else character)
        if token.type == "code_inline":
            marks.append((start, len(plain), "code"))
        elif token.type.endswith("_close"):
            start, kind = open_marks.pop()
            marks.append((start, len(plain), kind))
    plain = plain.rstrip(" \n")
    return plain, tuple(_kept(plain, marks))


def _folded(plain: str, character: str) -> str:
    if character == " " and plain[-1:] in ("", " ", "\n"):
        return plain
    if character == "\n":
        return plain.removesuffix(" ") + "\n" if plain else plain
    return plain + character


def _kept(plain: str, marks: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    tight = []
    for start, end, kind in marks:
        words = plain[start:end]
        start += len(words) - len(words.lstrip())
        tight.append((start, start + len(words.strip()), kind))
    covered: dict[str, int] = {}
    for start, end, kind in sorted(tight, key=lambda mark: (mark[0], -mark[1], mark[2])):
        if end > max(start, covered.get(kind, 0)):
            covered[kind] = end
            yield start, end, kind


@pytest.mark.parametrize(
    "source",
    ["a_b_c", "R&D; AT&T", "5 < 6 > 2", "[Not used] (a)", "C:\\path", "{curly}", "~~x~~", "a|b", "#1"],
)
def test_what_needs_no_escape_gets_none(source: str) -> None:
    assert write_part(read(f"- 1.1 {source}").part) == f"- 1.1 {source}\n"
