"""Random marked copies: every kind of passage and change, citations of what moved and was renumbered."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from tests.docx.build import caption, clause, columns, crossheading, gap, heading, row, same, term, view
from tests.docx.build import words as further
from toolkit.model.change import Column, Edit, Marked, Op
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text
from toolkit.render.view import Outside, View

_WORDS = (
    "the DCC",
    "shall",
    "notify;",
    "within",
    "5",
    "Working",
    "Days",
    "“X” & <Y>",
    "naïve–",
    "a\nb",
    "\x0b\ud800",
)
_LABELS = [f"{top}.{number}" for top in (1, 2) for number in range(1, 5)]
_LIMBS = [f"{label}({letter})" for label in _LABELS[:4] for letter in "ab"]
_CITED = [f"Clause {label}" for label in [*_LABELS, *_LIMBS]]

tokens = st.lists(st.sampled_from((*_WORDS, *_CITED)), max_size=5)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Edit, ...]:
    """Edits of one text, as the comparer makes them: no two of a kind side by side."""
    found: list[Edit] = []
    for op in draw(st.lists(st.sampled_from(Op), max_size=5)):
        words = " ".join(draw(tokens))
        if words and (not found or found[-1].op is not op):
            found.append(Edit(op, words + draw(st.sampled_from(("", " ")))))
    return tuple(found)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Text, Text, tuple[Edit, ...]]:
    """An old and a new text with their edits and some emphasis."""
    made = draw(edits())
    old = "".join(one.text for one in made if one.op is not Op.INSERT)
    new = "".join(one.text for one in made if one.op is not Op.OMIT)
    if draw(st.booleans()) or old == new:
        made = made if old != new else ()
    return draw(_emphasised(old)), draw(_emphasised(new)), made


@st.composite
def _emphasised(draw: st.DrawFn, plain: str) -> Text:
    if not plain or draw(st.integers(0, 3)):
        return Text(plain)
    start = draw(st.integers(0, len(plain) - 1))
    end = draw(st.integers(start + 1, len(plain)))
    return Text(plain, (Mark(start, end, draw(st.sampled_from(("em", "strong", "code")))),))


@st.composite
def blocks(draw: st.DrawFn, number: int) -> list[Marked]:
    """One passage or table with what happened to it."""
    kind = draw(st.sampled_from("cccclhxgdpt"))
    if kind == "t":
        return draw(_table(number))
    old, new = draw(_sides(kind, number))
    return draw(_happened(old, new, number))


@st.composite
def _sides(draw: st.DrawFn, kind: str, number: int) -> tuple[Passage, Passage]:
    before, after, _ = draw(pairs())
    name = f"id-{number}"
    label = st.sampled_from(_LIMBS if kind == "l" else _LABELS)
    match kind:
        case "c" | "l":
            return clause(name, draw(label), before), clause(name, draw(label), after)
        case "h":
            return heading(name, draw(label), before), heading(
                name, draw(label), after, draw(st.integers(1, 2))
            )
        case "x":
            return crossheading(before.plain), crossheading(after.plain, draw(st.integers(2, 4)))
        case "g":
            return gap("1.5", "1.5 to 1.7 [Not used]"), gap("1.5", draw(st.sampled_from(_GAPS)))
        case "d":
            short = draw(st.sampled_from(("", "AM")))
            return term(name, "Meter", before.plain), term(name, "Meter", after.plain, short)
    return further("", before), further("", after, draw(st.integers(0, 7)))


_GAPS = ("1.5 to 1.7 [Not used]", "1.5 to 1.8 [Not reproduced]")


@st.composite
def _happened(draw: st.DrawFn, old: Passage, new: Passage, number: int) -> list[Marked]:
    """The same, inserted, omitted, moved, or changed in place with edits that fit or none."""
    match draw(st.sampled_from("siommaaa")):
        case "s":
            return [same(new)]
        case "i":
            return [Marked(None, new, number=1)]
        case "o":
            return [Marked(old, None, number=1)]
        case "m":
            ends = [
                Marked(old, None, moved=f"m{number}", number=1),
                Marked(None, new, moved=f"m{number}", number=1),
            ]
            return ends if draw(st.booleans()) else ends[::-1]
    if draw(st.booleans()) and len(old.texts) == len(new.texts) > 0:
        before, after, made = draw(pairs())
        old = replace(old, texts=(*old.texts[:-1], before))
        new = replace(new, texts=(*new.texts[:-1], after))
        return [Marked(old, new, ((),) * (len(old.texts) - 1) + (made,), number=1)]
    return [Marked(old, new, number=1)]


@st.composite
def _table(draw: st.DrawFn, number: int) -> list[Marked]:
    if draw(st.booleans()):
        return draw(_lined_table(number))
    name, width = f"table-{number}", draw(st.sampled_from((1, 2, 8)))
    made = [caption(name, f"Table {number}", "Codes"), columns(name, *["Head"] * width)]
    made += [row(name, *["cell Clause 1.1"] * width) for _ in range(draw(st.integers(0, 3)))]
    found = []
    for at, passage in enumerate(made):
        happened = draw(_happened(passage, passage, number))
        found += [replace(each, moved=each.moved and f"{each.moved}-{at}") for each in happened]
    if draw(st.booleans()):
        return [Marked(None, each.passage, number=1) for each in found if not each.moved]
    return found


@st.composite
def _lined_table(draw: st.DrawFn, number: int) -> list[Marked]:
    """A table whose columns changed, with rows of every kind."""
    kinds = draw(st.lists(st.sampled_from("sio"), min_size=1, max_size=8).filter(lambda one: {*one} - {"o"}))
    kinds = ["s", *kinds]
    old, new = count(), count()
    printed = tuple(
        Column(next(old) if kind != "i" else None, next(new) if kind != "o" else None) for kind in kinds
    )
    name, sizes = f"table-{number}", (next(old), next(new))
    found = [same(caption(name, f"Table {number}", "Codes"))]
    for make in (columns, *[row] * draw(st.integers(0, 3))):
        cell = st.sampled_from(("", "cell", "see Clause 1.1"))
        before, after = (make(name, *(draw(cell) for _ in range(size))) for size in sizes)
        match draw(st.sampled_from("siob")):
            case "i":
                sides = (None, after)
            case "o":
                sides = (before, None)
            case _:
                sides = (before, after)
        found.append(Marked(*sides, number=number + 1, columns=printed))
    return found


@st.composite
def marked_views(draw: st.DrawFn) -> View:
    """A marked copy. Moved passages need not stand beside each other."""
    found = [each for number in range(draw(st.integers(0, 9))) for each in draw(blocks(number))]
    loose = [each for each in found if each.moved and each.passage.kind is not Kind.ROW]
    for each in loose:
        found.remove(each)
        found.insert(draw(st.integers(0, len(found))), each)
    outside = (Outside("sec-a", "Section A", "Definitions"),) if draw(st.booleans()) else ()
    return view(found, outside)
