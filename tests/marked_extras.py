"""A marked copy made by hand that has what sample_view has not: consequences, origins, columns, stages."""

from __future__ import annotations

from dataclasses import replace

from tests.sample_view import NOTICE, edits, marked_sample
from toolkit.model.change import Column, Edit, Marked, Op, Stage
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Text
from toolkit.render.view import ChangeLine, Declared, View, ViewPassage

ZEROS = Declared("Uplift 1.2", 1, "MPRN leading zeros")
NOTICES = Declared("Uplift 1.2", 10, "Shorter notice")
COLUMNS = (Column(0, 0), Column(None, 1), Column(1, None), Column(2, 2))
"""The first and the last stand; one was put in, one taken out."""


def clause(label: str, words: str, owner: str = "") -> Passage:
    return Passage(Kind.CLAUSE, owner or f"c{label}", 2, 1, Label((label,)), (Text(words),))


def row(kind: Kind, *cells: str) -> Passage:
    return Passage(kind, "periods", 2, 0, Label(()), tuple(Text(cell) for cell in cells))


def heading(label: str, words: str) -> Passage:
    return Passage(Kind.HEADING, f"h{label}", 1, 0, Label((label,)), (Text(words),), depth=2)


def _same(passage: Passage) -> Marked:
    return Marked(passage, passage)


def _marked() -> tuple[Marked, ...]:
    cited = (
        Edit(Op.SAME, "See Clause "),
        Edit(Op.OMIT, "2.3", True),
        Edit(Op.INSERT, "2.4", True),
        Edit(Op.SAME, "."),
    )
    caption = Passage(Kind.CAPTION, "periods", 2, 0, Label(()), (Text("Periods"),), "Table 2")
    return (
        _same(heading("1", "First")),
        _same(clause("1.1", "Nothing changed here.")),
        _same(clause("1.2", "Nor here.")),
        _same(clause("1.3", "Nor here, either.")),
        Marked(
            clause("1.4", "See Clause 2.3."), clause("1.4", "See Clause 2.4."), (cited,), number=1,
            consequential=True,
        ),
        _same(clause("1.5", "Between the changes.")),
        _same(heading("2", "Second")),
        _same(clause("2.1", "Under the second heading.")),
        _same(clause("2.2", "Also under it.")),
        Marked(None, clause("2.3", "A new rule."), number=2, origin="split from Clause 2.2"),
        Marked(
            clause("2.3", "The old rule stands.", "old-rule"),
            clause("2.4", "The old rule stands.", "old-rule"), number=3, consequential=True,
        ),
        _same(clause("2.5", "Far from any change.")),
        _same(clause("2.6", "Farther yet.")),
        Marked(
            clause("2.7", "Fifteen days, thrice."), clause("2.7", "Five days, thrice."),
            (edits("{-Fifteen-}{+Five+} days, thrice."),), number=4,
        ),
        _same(caption),
        Marked(
            row(Kind.COLUMNS, "What", "Who", "Days"), row(Kind.COLUMNS, "What", "How", "Days"),
            (edits("What"), edits("{+How+}"), edits("{-Who-}"), edits("Days")), number=5, columns=COLUMNS,
        ),
        *(
            Marked(one, one, columns=COLUMNS)
            for one in (row(Kind.ROW, f"Row {n}", "", str(n)) for n in range(1, 5))
        ),
        Marked(
            row(Kind.ROW, "Notice", "DCC", "15"), row(Kind.ROW, "Notice", "e-mail", "5"),
            (edits("Notice"), edits("{+e-mail+}"), edits("{-DCC-}"), edits("{-15-}{+5+}")), number=6,
            columns=COLUMNS,
        ),
        Marked(None, row(Kind.ROW, "Answer", "letter", "3"), number=7, columns=COLUMNS),
        Marked(row(Kind.ROW, "Appeal", "Panel", "9"), None, number=8, columns=COLUMNS),
        Marked(clause("2.8", "Gone for good."), None, number=9),
    )  # fmt: skip


def _lines() -> tuple[ChangeLine, ...]:
    return (
        ChangeLine(1, "Clause 1.4", "amended (consequential)", "First", True, (), Stage.AFTER),
        ChangeLine(2, "Clause 2.3", "inserted", "Second", False, (ZEROS,), Stage.CONSULTED),
        ChangeLine(3, "Clause 2.4 (was 2.3)", "renumbered", "Second", True, (ZEROS,), Stage.CONSULTED),
        ChangeLine(4, "Clause 2.7", "amended", "Second", False, (NOTICES, ZEROS), Stage.ALTERED),
        ChangeLine(5, "Table 2, the columns", "amended", "Second", False, (NOTICES,), Stage.AFTER),
        ChangeLine(6, "Table 2, row “Notice”", "amended", "Second", False, (NOTICES,), Stage.AFTER),
        ChangeLine(7, "Table 2, row “Answer”", "inserted", "Second", False, (NOTICES,), Stage.AFTER),
        ChangeLine(8, "Table 2, row “Appeal”", "omitted", "Second", False, (), Stage.AFTER),
        ChangeLine(9, "Clause 2.8", "omitted", "Second", False, (NOTICES,), Stage.CONSULTED),
    )


def extras() -> View:
    """The copy, against 1.0, as consulted on in 1.1."""
    return replace(
        marked_sample(), code="DOC", title="A document of two clauses", notice=NOTICE, version="2.0",
        against="1.0", consulted="1.1", passages=tuple(ViewPassage(one) for one in _marked()), outside=(),
        changes=_lines(),
        dropped=(ChangeLine(0, "Clause 2.9", "inserted", "Second", False, (ZEROS,), Stage.DROPPED),),
    )  # fmt: skip
