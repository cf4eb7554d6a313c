"""Renumbering: citations follow, nothing else changes, and back again gives the same bytes."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.case import Tree
from toolkit.cite.asked import asked_for
from toolkit.cite.context import Catalogue
from toolkit.cite.proof import texts_of
from toolkit.cite.relabelling import closing_gaps
from toolkit.cite.renumber import Renumbered, renumber
from toolkit.cite.resolve import citations
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
DEMO = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
OTHER = b"""\
code: OTHER
title: Other Document
versions:
  - {version: '1', status: draft}
  - {version: '2', status: designated, effective: 2020-01-01, read_with: [DEMO@1]}
"""


def library(*demo: str, other: str = "", designated: str = "") -> Library:
    content = {"documents/demo/document.yaml": DEMO}
    content |= {f"documents/demo/1/{number:02}.md": text.encode() for number, text in enumerate(demo)}
    if other or designated:
        content["documents/other/document.yaml"] = OTHER
        content["documents/other/1/01.md"] = other.encode()
        content["documents/other/2/01.md"] = designated.encode()
    return read_library(Tree(content))


def renumbered(before: Library, *pairs: str, draft: str = "DEMO@1") -> Renumbered:
    loaded = before.load(draft)
    return renumber(before, loaded, asked_for(before, loaded, pairs))


def text_of(result: Renumbered, file: str = "documents/demo/1/00.md") -> str:
    return result.new[file].decode()


def led(one: Library) -> list[object]:
    """Where each citation of every version leads, by what is permanent."""
    catalogue = Catalogue.of(one)
    return [
        citation.target and (citation.target.document, citation.target.version, citation.target.id)
        for loaded in one.everything()
        for context in [catalogue.context(loaded)]
        for read in texts_of(loaded.document)
        for citation in citations(read.text, read.passage.owner, context)
    ]


def back(before: Library, result: Renumbered, draft: str = "DEMO@1") -> dict[str, bytes]:
    """The files after renumbering and renumbering back."""
    after = before.with_files(result.new)
    again = renumbered(after, *(f"#{id_}={old}" for id_, old, _ in result.labels), draft=draft)
    return result.new | again.new


# -- the shipped drafts -----------------------------------------------------------------------------

SHIPPED = [
    ("TMAD@6.1U", "4.30=4.31 4.31=4.30"),
    ("TMAD@6.1U", "4.29=4.30 4.30=4.31 4.31=4.29"),
    ("TMAD@6.1U", "4=5 5=4"),
    ("TMAD@6.1U", "18=19"),
    ("TMAD@6.1U", "4.12(a)=4.12(b) 4.12(b)=4.12(a)"),
    ("TMAD@6.1U", "3.25=3.26 3.25(b)=3.26(c)"),
    ("S1SR@4.4", "18=19"),
    ("S1SR@4.4", "18.22c=18.22d"),
    ("S1SR@4.3", "18.5(gg)=18.5(hh)"),
    ("SRPD@3.1U", "16=18 18=16"),
    ("DUIS@3.1U", "1.4=1.5"),
]


@pytest.fixture(scope="module")
def shipped() -> Library:
    return read_library(Folder(ROOT))


@pytest.fixture(scope="module")
def shipped_led(shipped: Library) -> list[object]:
    return led(shipped)


@pytest.mark.parametrize(("draft", "pairs"), SHIPPED)
def test_the_shipped_drafts_and_back_again(
    shipped: Library, shipped_led: list[object], draft: str, pairs: str
) -> None:
    result = renumbered(shipped, *pairs.split(), draft=draft)
    assert result.new and all(result.old[file] != new for file, new in result.new.items())
    assert led(shipped.with_files(result.new)) == shipped_led
    assert back(shipped, result, draft) == result.old


def test_only_labels_change_and_only_where_they_are_cited(shipped: Library) -> None:
    result = renumbered(shipped, "4.30=4.31", "4.31=4.30", draft="TMAD@6.1U")
    changed = [
        (old, new)
        for file in result.new
        for old, new in zip(
            result.old[file].decode().split("\n"), text_of(result, file).split("\n"), strict=True
        )
        if old != new
    ]
    assert result.rewritten == 8 and len(changed) == 9  # one clause that cites bears one of the labels
    for old, new in changed:
        assert re.sub(r"4\.3[01]", "4.3x", old) == re.sub(r"4\.3[01]", "4.3x", new)
    assert result.versions == ("DUIS@3.0U", "DUIS@3.1U", "S1SR@4.4", "SRPD@3.1U", "TMAD@6.1U")


# -- small documents --------------------------------------------------------------------------------

TEXT = """\
## 1 Notices {#notices}

- 1.1 {#one} Subject to Clauses 1.2 and 1.3, Clause 1.2(a) or (b) and this Clause 1.1, see Clauses 1.1 to 1.3.
- 1.2 {#two} Under 1.2(a) nothing:
  - (a) {#two-a} as in paragraph (b) below; and
  - (b) {#two-b} as in paragraph (a) of Clause 1.2.
- 1.3 {#three} *Clause 1.2* and Clause&#32;1.2 and Clause
  1.2 (a); the preceding Clause says 1.2 too.

> [!NOTE]
> Clause 1.2 is new.
"""


def test_every_way_of_citing_follows() -> None:
    result = renumbered(library(TEXT), "1.3=1.4", "1.2=1.3")
    assert text_of(result) == (
        TEXT.replace("- 1.3 ", "- 1.4 ").replace("- 1.2 ", "- 1.3 ")
        .replace("Clauses 1.2 and 1.3,", "Clauses 1.3 and 1.4,").replace("1.1 to 1.3", "1.1 to 1.4")
        .replace("Clause 1.2(a) or", "Clause 1.3(a) or").replace("of Clause 1.2.", "of Clause 1.3.")
        .replace("*Clause 1.2*", "*Clause 1.3*").replace("&#32;1.2", "&#32;1.3")
        .replace("  1.2 (a)", "  1.3 (a)")
    )  # fmt: skip


def test_longer_labels_push_on_what_follows_them() -> None:
    text = "## 1 One {#one}\n\n- 1.1 {#a} See Clauses 1.2, 1.3 and 1.1, and Clause 1.2.\n"
    text += "- 1.2 {#b} B.\n- 1.3 {#c} C.\n"
    before = library(text)
    result = renumbered(before, "1.2=1.10", "1.3=1.100")
    assert result.rewritten == 3
    assert "See Clauses 1.10, 1.100 and 1.1, and Clause 1.10." in text_of(result)
    assert back(before, result) == result.old


def test_what_is_not_rewritten_is_listed() -> None:
    result = renumbered(library(TEXT), "1.3=1.4", "1.2=1.3")
    said = " ".join(remark.message for remark in result.remarks)
    for words in ("drafting note", "preceding Clause", "“1.2” is read as no citation"):
        assert words in said, words


def test_a_range_that_takes_in_other_clauses_is_listed() -> None:
    text = TEXT.split("- 1.2")[0] + "- 1.2 {#two} Two.\n- 1.3 {#three} Three.\n- 1.4 {#four} Four.\n"
    result = renumbered(library(text.replace("1.2(a) or (b)", "1.2")), "1.3=1.4", "1.4=1.3")
    assert "“Clauses 1.1 to 1.3” takes in other clauses than it did." in [
        one.message for one in result.remarks
    ]
    assert "1.1 to 1.4" in text_of(result)


def test_other_documents_follow_but_not_those_that_stay() -> None:
    citing = "## 1 One {#one}\n\n- 1.1 {#a} Clauses 1.1 and 1.2(b) of the DEMO and Clause 1.1.\n"
    before = library(TEXT, other=citing, designated=citing)
    result = renumbered(before, "1.2=1.4", "1.1=1.3", "1.3=1.5")
    assert text_of(result, "documents/other/1/01.md") == citing.replace("1.1 and 1.2", "1.3 and 1.4")
    assert "documents/other/2/01.md" not in result.new
    stays = [one for one in result.remarks if "OTHER@2, which stays as it is" in one.message]
    assert {one.place.file for one in stays} == {"documents/other/2/01.md"} and len(stays) == 2


def test_a_clause_takes_along_what_stands_under_it() -> None:
    gap = "- 1.1 to 1.3 [Not reproduced]\n"
    text = f"## 1 One {{#one}}\n\n{gap}- 1.4 {{#a}} As Clauses 1 and 1.2.\n"
    result = renumbered(library(text), "1=3", "1.4=3.5")
    expected = text.replace("## 1", "## 3").replace("1.1 to 1.3", "3.1 to 3.3").replace("- 1.4", "- 3.5")
    assert text_of(result) == expected.replace("Clauses 1 and 1.2", "Clauses 3 and 3.2")


def test_line_ends_and_marks_stay() -> None:
    odd = "\ufeff" + TEXT.replace("\n", "\r\n").rstrip("\r\n")
    result = renumbered(library(odd), "1.3=1.4")
    assert text_of(result).replace("1.4", "1.3") == odd


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ("1.2=1.3", "1.3 is the label of {#three} already"),
        ("1.1=1.4", "1.2 stands after 1.4"),
        ("1.2=2.2", "begins “1.”"),
        ("1.2=1.2(c)", "is no label for 1.2"),
        ("1.2(a)=1.2(1)", "is no label for 1.2(a)"),
        ("1.2(a)=1.3(a)", "begins “1.2”"),
        ("1.9=1.10", "has no clause 1.9"),
        ("1.2", "which label becomes which"),
        ("1.2=1.4 1.2=1.5", "two labels"),
    ],
)
def test_what_cannot_be_is_refused_in_words(pairs: str, words: str) -> None:
    with pytest.raises(LibraryError, match=re.escape(words)):
        renumbered(library(TEXT), *pairs.split())


def test_a_declared_label_is_not_taken() -> None:
    text = "## 1 One {#one}\n\n- 1.1 {#a} A.\n- 1.2 [Not used]\n- 1.3 {#c} C.\n"
    with pytest.raises(LibraryError, match=re.escape("1.2 is declared [Not used].")):
        renumbered(library(text), "1.1=1.2")


def test_a_clause_without_an_id_is_not_renumbered() -> None:
    text = "## 1 One {#one}\n\n- 1.1 A.\n"
    with pytest.raises(LibraryError, match="has no id of its own"):
        renumbered(library(text), "1.1=1.2")


@pytest.mark.parametrize("status", ["designated", "withdrawn", "published"])
def test_what_is_no_draft_is_not_renumbered(status: str) -> None:
    content = {
        "documents/demo/document.yaml": DEMO.replace(b"draft", status.encode()),
        "documents/demo/1/01.md": TEXT.encode(),
    }
    with pytest.raises(LibraryError, match="stays as it is"):
        renumbered(read_library(Tree(content)), "1.2=1.4")


def test_gaps_are_closed() -> None:
    text = """\
## 2 Two {#two}

- 2.2 {#a} As Clauses 2.2, 2.5A and 2.9(c).
- 2.5 {#b} B.
- 2.5A {#c} C.
- 2.5C {#d} D.
- 2.6 [Not used]
- 2.9 {#e} E:
  - (b) {#f} F;
  - (c) {#g} G.
"""
    before = library(text)
    loaded = before.load("DEMO@1")
    result = renumber(before, loaded, closing_gaps(loaded.document))
    assert (
        text_of(result)
        == """\
## 1 Two {#two}

- 1.1 {#a} As Clauses 1.1, 1.2A and 1.7(b).
- 1.2 {#b} B.
- 1.2A {#c} C.
- 1.2B {#d} D.
- 1.6 [Not used]
- 1.7 {#e} E:
  - (a) {#f} F;
  - (b) {#g} G.
"""
    )
    after = before.with_files(result.new)
    assert closing_gaps(after.load("DEMO@1").document) == {}
    assert back(before, result) == result.old


# -- the law ----------------------------------------------------------------------------------------


def random_text(random: Random, labels: list[str], foreign: str = "") -> str:
    """Citations in every form, of clauses that exist."""
    with_limbs = [one.removesuffix("(b)") for one in labels if one.endswith("(b)")]

    def label() -> str:
        return random.choice(labels)

    forms = [
        lambda: f"Clause {label()}{foreign}",
        lambda: f"Clauses {label()} and {label()}{foreign}",
        lambda: f"Clauses {label()}, {label()} and {label()}{foreign}",
        lambda: f"Clause{'s' * bool(foreign)} {label()} or {label()}{foreign}",
        lambda: f"Clauses {label()} to {label()}{foreign}",
    ]
    if with_limbs:
        forms += [
            lambda: f"Clause {random.choice(with_limbs)}(a) or (b){foreign}",
            lambda: f"Clause {random.choice(with_limbs)} (b){foreign}",
            lambda: f"paragraph (b) of Clause {random.choice(with_limbs)}{foreign}",
        ]
    if with_limbs and not foreign:
        forms.append(lambda: f"Clause {label()}, and as {random.choice(with_limbs)}(a) says")
    if not foreign:
        forms.append(lambda: f"this Clause {label()}")
    return "; ".join(random.choice(forms)() for _ in range(random.randint(0, 3))) or "nothing"


def random_documents(random: Random) -> tuple[Library, list[list[str]]]:
    """A document and one that cites it; and the lists of labels that stand side by side."""
    tops = [str(number) for number in range(1, random.randint(2, 4))]
    seconds = {top: [f"{top}.{number}" for number in range(1, random.randint(2, 6))] for top in tops}
    limbs = {one: [f"{one}({letter})" for letter in "abcd"[: random.choice([0, 2, 4])]] for top in tops
             for one in seconds[top]}  # fmt: skip
    labels = [
        *tops,
        *(one for two in seconds.values() for one in two),
        *(x for y in limbs.values() for x in y),
    ]
    lines = []
    for top in tops:
        lines.append(f"## {top} Title {{#t-{top}}}\n")
        for second in seconds[top]:
            slug = second.replace(".", "-")
            lines.append(f"- {second} {{#s-{slug}}} As {random_text(random, labels)}:")
            lines += [f"  - {limb[-3:]} {{#l-{slug}-{limb[-2]}}} as {random_text(random, labels)};"
                      for limb in limbs[second]]  # fmt: skip
        lines.append("")
    citing = f"## 1 One {{#one}}\n\n- 1.1 {{#a}} As {random_text(random, labels, ' of the DEMO')}.\n"
    return library("\n".join(lines), other=citing, designated=citing), [
        tops,
        *seconds.values(),
        *limbs.values(),
    ]


def random_pairs(random: Random, lists: list[list[str]]) -> list[str]:
    """Labels of one list for others: put about among each other, or moved up."""
    chosen = random.choice([one for one in lists if one])
    if random.random() < 0.5:
        return [f"{old}={new}" for old, new in zip(chosen, random.sample(chosen, len(chosen)), strict=True)]
    shift = random.randint(1, 3)
    last = len(chosen) - random.randint(0, len(chosen) - 1)
    return [f"{old}={_raised(old, shift)}" for old in chosen[last - 1 :]]


def _raised(label: str, shift: int) -> str:
    if label.endswith(")"):
        return f"{label[:-2]}{chr(ord(label[-2]) + shift)})"
    head, dot, number = label.rpartition(".")
    return f"{head}{dot}{int(number) + shift}"


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_renumbering_and_renumbering_back_gives_the_same_bytes(random: Random) -> None:
    before, lists = random_documents(random)
    assert None not in led(before)
    result = renumbered(before, *random_pairs(random, lists))
    assert led(before.with_files(result.new)) == led(before) or any(
        "stays as it is" in one.message for one in result.remarks
    )
    if result.labels:
        assert back(before, result) == result.old
