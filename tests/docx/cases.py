"""One small view for each kind of change that a marked copy can show."""

from __future__ import annotations

from dataclasses import replace

from tests.docx.build import (
    amended,
    caption,
    clause,
    columns,
    crossheading,
    edits,
    following,
    footnote,
    gap,
    heading,
    inserted,
    lined,
    moved,
    noted,
    omitted,
    row,
    same,
    term,
    text,
    words,
)
from toolkit.model.change import Column, Marked

TABLE = (same(caption("codes", "Table 1", "Codes")), same(columns("codes", "Code", "Meaning")))

MOVED = moved(clause("a", "1.1", "It shall:"), clause("a", "1.4", "It shall:"), "m1")
MOVED_LIMB = moved(
    clause("a1", "1.1(a)", "go to Clause 1.2."), clause("a1", "1.4(a)", "go to Clause 1.2."), "m2"
)
REWORDED = moved(clause("a", "1.1", "Sent in 5 days."), clause("a", "1.3", "Sent in 9 days."), "m1")
KEPT_NUMBER = moved(clause("a", "1.1", "Moves."), clause("a", "1.1", "Moves."), "m1")
MOVED_ROW = moved(row("codes", "A", "a"), row("codes", "A", "a"), "m1")
MOVED_TABLE = tuple(
    moved(passage, passage, f"m{number}")
    for number, passage in enumerate(
        (caption("codes", "Table 1", "Codes"), columns("codes", "Code", "Meaning"), row("codes", "A", "a"))
    )
)

ADDED = (Column(0, 0), Column(None, 1), Column(1, 2))
"""The columns of a table with a new one in the middle."""
TAKEN = (Column(0, 0), Column(1, None), Column(2, 1))
SWAPPED = (Column(0, None), Column(1, 0), Column(None, 1))
"""The first column is now the last."""

CASES: dict[str, tuple[Marked, ...]] = {
    "amended words": (
        amended(
            clause("a", "1.1", "within 15 Working Days of receipt"),
            clause("a", "1.1", "within 5 Working Days after receipt"),
            edits("=within ", "-15", "+5", "= Working Days ", "-of", "+after", "= receipt"),
        ),
    ),
    "words that became emphasised": (
        amended(
            clause("a", "1.1", text("it shall not send")),
            clause("a", "1.1", text("it shall not send", (9, 12, "strong"))),
        ),
    ),
    "amended words inside emphasis": (
        amended(
            clause("a", "1.1", text("it shall not send", (3, 12, "em"))),
            clause("a", "1.1", text("it will not send", (3, 11, "em"))),
            edits("=it ", "-shall", "+will", "= not send"),
        ),
    ),
    "an inserted clause": (
        same(heading("h", "1", "Notice")),
        inserted(clause("a", "1.1", "New.")),
        same(clause("b", "1.2", "Old.")),
    ),
    "an omitted clause": (
        same(clause("b", "1.1", "Kept.")),
        omitted(clause("a", "1.2", "Gone, as Clause 1.1.")),
    ),
    "a clause omitted and another inserted with its id": (
        omitted(clause("a", "1.1", "Gone.")),
        inserted(clause("a", "1.1", "Come.")),
    ),
    "a moved clause with its limbs": (
        MOVED[0],
        MOVED_LIMB[0],
        same(clause("b", "1.2", "Stays.")),
        MOVED[1],
        MOVED_LIMB[1],
        amended(
            clause("c", "1.5", "See Clause 1.1(a)."),
            clause("c", "1.5", "See Clause 1.4(a)."),
            edits("=See Clause ", "-1.1(a)", "+1.4(a)", "=."),
        ),
    ),
    "a clause that moved and changed": (
        REWORDED[0],
        same(clause("b", "1.2", "Stays.")),
        REWORDED[1],
    ),
    "renumbered clauses, with the citations of them": (
        inserted(clause("n", "1.1", "New.")),
        Marked(clause("a", "1.1", "First:"), clause("a", "1.2", "First:"), number=2),
        same(clause("a1", "1.2(a)", "its limb.")),
        amended(
            clause("b", "1.2", "As in Clause 1.1."),
            clause("b", "1.3", "As in Clause 1.2."),
            edits("=As in Clause ", "-1.1", "+1.2", "=."),
        ),
        same(clause("c", "1.9", "And Clause 1.9 stays.")),
    ),
    "labels that changed places": (
        Marked(clause("a", "1.1", "One."), clause("a", "1.2", "One."), number=1),
        Marked(clause("b", "1.2", "Two."), clause("b", "1.1", "Two."), number=2),
        same(clause("c", "1.3", "Unchanged words that cite Clause 1.1.")),
    ),
    "a citation whose target changed but not its words": (
        KEPT_NUMBER[0],
        same(clause("c", "1.3", "See Clause 1.1.")),
        KEPT_NUMBER[1],
    ),
    "a citation changed inside an amended clause": (
        same(clause("a", "4.12", "Words:")),
        same(clause("a1", "4.12(a)", "one; or")),
        same(clause("a2", "4.12(b)", "two.")),
        amended(
            clause("b", "4.13", "Subject to Clause 4.12(a), it shall."),
            clause("b", "4.13", "Subject to Clause 4.12(b), it may."),
            edits("=Subject to Clause 4.12", "-(a)", "+(b)", "=, it ", "-shall", "+may", "=."),
        ),
    ),
    "an edit that cuts through a citation": (
        same(clause("a", "4.1", "One.")),
        same(clause("b", "4.12", "Two.")),
        amended(
            clause("c", "4.13", "Clause 4.1 applies."),
            clause("c", "4.13", "Clause 4.12 serves."),
            edits("=Clause 4.1", "+2", "= ", "-applies", "+serves", "=."),
        ),
    ),
    "a table row inserted and one omitted": (
        *TABLE,
        inserted(row("codes", "A", "first")),
        omitted(row("codes", "B", "second")),
        same(row("codes", "C", "third")),
    ),
    "a cell": (
        *TABLE,
        amended(
            row("codes", "A", "in 5 days"),
            row("codes", "A", "in 9 days"),
            (),
            edits("=in ", "-5", "+9", "= days"),
        ),
    ),
    "a row that moved": (
        *TABLE,
        MOVED_ROW[0],
        same(row("codes", "B", "b")),
        MOVED_ROW[1],
    ),
    "a whole table inserted": (
        same(clause("a", "1.1", "Before.")),
        inserted(caption("codes", "Table 1", "Codes")),
        inserted(columns("codes", "Code", "Meaning")),
        inserted(row("codes", "A", "")),
        same(clause("b", "1.2", "After.")),
    ),
    "a whole table omitted": (
        same(clause("a", "1.1", "Before.")),
        omitted(caption("codes", "Table 1", "Codes")),
        omitted(columns("codes", "Code", "Meaning")),
        omitted(row("codes", "A", "b")),
        same(clause("b", "1.2", "After.")),
    ),
    "one table replaced by another": (
        omitted(caption("old", "Table 1", "Codes")),
        omitted(columns("old", "Code")),
        omitted(row("old", "A")),
        inserted(caption("new", "Table 1", "Other codes")),
        inserted(columns("new", "Code")),
        inserted(row("new", "A")),
    ),
    "a caption replaced over rows that stay": (
        omitted(caption("old", "Table 1", "Codes")),
        inserted(caption("new", "Table 2", "Names")),
        same(row("new", "A")),
        same(clause("b", "1.2", "After.")),
    ),
    "a column inserted": (
        same(caption("codes", "Table 1", "Codes")),
        amended(columns("codes", "Code", "Meaning"), columns("codes", "Code", "Since", "Meaning")),
        amended(row("codes", "A", "first"), row("codes", "A", "2020", "first")),
    ),
    "a column put in, with rows put in, taken out and moved": (
        same(caption("codes", "Table 1", "Codes")),
        lined(
            ADDED,
            columns("codes", "Code", "Meaning"),
            columns("codes", "Code", "Since", "Meaning"),
            edits(),
            edits("+Since"),
            edits(),
        ),
        lined(
            ADDED,
            row("codes", "A", "in 5 days"),
            row("codes", "A", "2020", "in 9 days"),
            edits(),
            edits("+2020"),
            edits("=in ", "-5", "+9", "= days"),
        ),
        lined(ADDED, None, row("codes", "B", "2021", "second")),
        lined(ADDED, row("codes", "C", "third"), None),
        replace(lined(ADDED, row("codes", "D", "fourth"), None), moved="m1"),
        lined(ADDED, row("codes", "E", "fifth"), row("codes", "E", "", "fifth"), (), (), ()),
        replace(lined(ADDED, None, row("codes", "D", "2020", "fourth")), moved="m1"),
        same(clause("b", "1.2", "After.")),
    ),
    "a column taken out, with rows put in and taken out": (
        same(clause("a", "1.1", "Cited.")),
        same(caption("codes", "Table 1", "Codes")),
        lined(
            TAKEN,
            columns("codes", "Code", "Since", "Meaning"),
            columns("codes", "Code", "Meaning"),
            edits(),
            edits("-Since"),
            edits(),
        ),
        lined(
            TAKEN,
            row("codes", "A", "as Clause 1.1", "first"),
            row("codes", "A", "first"),
            edits(),
            edits("-as Clause 1.1"),
            edits(),
        ),
        lined(TAKEN, row("codes", "B", "2021", "second"), None),
        lined(TAKEN, None, row("codes", "C", "third")),
    ),
    "a column that moved": (
        same(caption("codes", "Table 1", "Codes")),
        lined(
            SWAPPED,
            columns("codes", "Code", "Meaning"),
            columns("codes", "Meaning", "Code"),
            edits("-Code"),
            edits(),
            edits("+Code"),
        ),
        lined(
            SWAPPED, row("codes", "A", "first"), row("codes", "first", "A"), edits("-A"), edits(), edits("+A")
        ),
        same(clause("b", "1.2", "After.")),
    ),
    "a whole table with a new column that came to be wide": (
        same(caption("m", "", "Matrix", matrix=True)),
        lined(
            (*(Column(at, at) for at in range(7)), Column(None, 7)),
            columns("m", *"ABCDEFG"),
            columns("m", *"ABCDEFGH"),
            *[()] * 7,
            edits("+H"),
        ),
        same(clause("b", "1.2", "After.")),
    ),
    "a table that moved": (
        *(each[0] for each in MOVED_TABLE),
        same(clause("b", "1.2", "Between.")),
        *(each[1] for each in MOVED_TABLE),
    ),
    "what only follows from other changes": (
        inserted(clause("n", "1.1", "New.")),
        Marked(clause("a", "1.1", "First."), clause("a", "1.2", "First."), number=2),
        Marked(
            clause("b", "1.2", "As in Clause 1.1."),
            clause("b", "1.3", "As in Clause 1.2."),
            (following("=As in Clause ", "-1.1", "+1.2", "=."),),
            number=3,
            consequential=True,
        ),
        Marked(
            clause("c", "1.3", "By Clause 1.1, in 5 days."),
            clause("c", "1.4", "By Clause 1.2, in 9 days."),
            ((*following("=By Clause ", "-1.1", "+1.2", "=, in "), *edits("-5", "+9", "= days.")),),
            number=4,
        ),
    ),
    "a citation of what moved, in words that stand": (
        *MOVED,
        same(clause("c", "1.9", "As Clause 1.9 says.")),
    ),
    "a wide table inserted": (
        same(clause("a", "1.1", "Before.")),
        inserted(caption("m", "", "Matrix", matrix=True)),
        inserted(columns("m", *"ABCDEFGH")),
        inserted(row("m", *"abcdefgh")),
        same(clause("b", "1.2", "After.")),
    ),
    "a wide table omitted at the end": (
        same(clause("a", "1.1", "Before.")),
        omitted(caption("m", "", "Matrix", matrix=True)),
        omitted(columns("m", *"ABCDEFGH")),
        omitted(row("m", *"abcdefgh")),
    ),
    "a definition": (
        same(heading("h", "2", "Definitions")),
        inserted(term("d1", "Active Meter", "means one.")),
        amended(
            term("d2", "Dormant Meter", "means the other;", "DM"),
            term("d2", "Dormant Device", "means the rest.", "DD"),
            edits("=Dormant ", "-Meter", "+Device"),
            edits("=means the ", "-other;", "+rest."),
        ),
        omitted(term("d3", "User", "means a user.")),
    ),
    "a heading": (
        amended(
            heading("h", "3", "Provision of data"),
            heading("h", "4", "Provision of information"),
            edits("=Provision of ", "-data", "+information"),
        ),
        inserted(heading("i", "5", "Reports")),
        omitted(heading("j", "6", "Records")),
        omitted(crossheading("Old part")),
        inserted(crossheading("New part")),
    ),
    "closing words": (
        same(clause("a", "1.1", "It shall:")),
        same(clause("a1", "1.1(a)", "act,")),
        inserted(words("a", "unless otherwise agreed.")),
        omitted(words("a", "in any case.")),
    ),
    "footnotes": (
        same(clause("a", "1.1", noted("Stays[^s] and is in Clause 1.2.", "s"))),
        same(footnote("a", "s", "Its words.")),
        same(clause("b", "1.2", noted("Changed[^c], twice[^d].", "c", "d"))),
        amended(
            footnote("b", "c", "See Clause 1.1 and Clause 1.3."),
            footnote("b", "c", "See Clause 1.2 and Clause 1.3."),
            edits("=See Clause ", "-1.1", "+1.2", "= and Clause 1.3."),
        ),
        omitted(footnote("b", "d", "Old words.")),
        inserted(footnote("b", "d", "Other words altogether.")),
        amended(
            clause("c", "1.3", noted("Put[^p] in.", "p")),
            clause("c", "1.3", noted("Put in[^q].", "q")),
            edits("=Put", "-[^p]", "= in", "+[^q]", "=."),
        ),
        omitted(footnote("c", "p", "Goes.")),
        inserted(footnote("c", "q", "Comes by Clause 1.1.")),
        *moved(
            clause("d", "1.4", noted("Moves[^m].", "m")), clause("d", "1.4", noted("Moves[^m].", "m")), "m1"
        ),
        *moved(footnote("d", "m", "Moves too."), footnote("d", "m", "Moves too."), "m2"),
    ),
    "footnotes without marks, and marks without footnotes": (
        amended(
            clause("a", "1.1", noted("Was[^w].", "w")),
            clause("a", "1.1", "Was."),
            edits("=Was", "-[^w]", "=."),
        ),
        same(footnote("a", "w", "In line now.")),
        same(clause("b", "1.2", noted("Marks[^none] nothing.", "none"))),
        same(footnote("b", "x", noted("Nor does[^y] it.", "y"))),
    ),
    "a gap that grew": (
        amended(gap("1.1", "1.1 to 1.8 [Not reproduced]"), gap("1.1", "1.1 to 1.9 [Not used]")),
    ),
    "a change of level": (
        Marked(
            clause("a", "1.1(a)", "its words.", indent=2),
            clause("a", "1.1(a)", "its words.", indent=3),
            number=1,
        ),
    ),
    "a clause that became a heading": (
        Marked(clause("a", "1.1", "Notice"), heading("a", "1.1", "Notice", 2), number=1),
    ),
    "a change of id": (
        Marked(clause("a", "1.1", "Words."), clause("b", "1.1", "Words."), number=1),
        same(clause("c", "1.2", "As Clause 1.1 says.")),
    ),
    "the last paragraph": (same(clause("a", "1.1", "Stays.")), omitted(clause("b", "1.2", "Goes."))),
    "everything": (omitted(clause("a", "1.1", "Goes.")),),
    "words that lost and gained line breaks": (
        amended(
            clause("a", "1.1", "one\ntwo"), clause("a", "1.1", "one two"), edits("=one", "-\n", "+ ", "=two")
        ),
    ),
    "edits that do not make the texts": (
        amended(
            clause("a", "1.1", "The old words."), clause("a", "1.1", "The new words."), edits("=The words.")
        ),
    ),
    "a paragraph that became a table row": (
        Marked(words("a", "Words."), row("a", "Words."), number=1),
        same(clause("b", "1.2", "After.")),
    ),
    "a move whose other end is missing": (
        moved(clause("a", "1.1", "Words."), clause("a", "1.2", "Words."), "m1")[0],
        same(clause("b", "1.2", "After.")),
    ),
    "words added at the end of a paragraph, and a paragraph after it": (
        amended(clause("a", "1.1", "one"), clause("a", "1.1", "one; and"), edits("=one", "+; and")),
        inserted(clause("b", "1.2", "two; and")),
        inserted(clause("c", "1.3", "three.")),
        same(clause("d", "1.4", "Four.")),
    ),
    "words taken from the end of a paragraph, and the paragraph after it": (
        amended(clause("a", "1.1", "one; and"), clause("a", "1.1", "one"), edits("=one", "-; and")),
        omitted(clause("b", "1.2", "two; and")),
        omitted(clause("c", "1.3", "three.")),
        same(clause("d", "1.4", "Four.")),
    ),
    "words added at the end of a paragraph, and a move after it": (
        amended(clause("d", "1.1", "one"), clause("d", "1.1", "one; and"), edits("=one", "+; and")),
        MOVED[1],
        amended(clause("e", "1.5", "one; and"), clause("e", "1.5", "one"), edits("=one", "-; and")),
        MOVED[0],
        same(clause("f", "1.6", "Six.")),
    ),
    "words added at the end of a paragraph, and a wide table after it": (
        amended(clause("a", "1.1", "one"), clause("a", "1.1", "one; and"), edits("=one", "+; and")),
        inserted(caption("m", "", "Matrix", matrix=True)),
        inserted(columns("m", *"ABCDEFGH")),
        inserted(row("m", *"abcdefgh")),
        same(clause("b", "1.2", "After.")),
    ),
}
