# ruff: noqa: E501 - the rows are read as a document, one paragraph a line
"""A document to print, made by hand: four levels, definitions, tables, gaps and every kind of change.

Words are written with their changes: `{-15-}{+5+} Working Days`. sample() is the clean copy of the new
version, marked_sample() the change-marked copy against the old, so that a writer can be tested alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tests.sample_links import OUTSIDE, links
from toolkit.model.change import Edit, Marked, Op
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text
from toolkit.render.view import ChangeLine, Links, View, ViewPassage

_EDIT = re.compile(r"\{-(.*?)-\}|\{\+(.*?)\+\}", re.DOTALL)
_OPS = {None: Op.SAME, 1: Op.OMIT, 2: Op.INSERT}


@dataclass(frozen=True)
class Row:
    """One passage with its changes; `side` is "+", "-" or "" for both, `was` its old label."""

    kind: Kind
    owner: str
    label: str
    words: tuple[str, ...]
    indent: int = 0
    level: int = 1
    detail: str = ""
    was: str = ""
    old_detail: str = ""
    side: str = ""
    moved: str = ""
    relaid: bool = False
    joined: bool = False
    """Whether its change is one line of the list with the one before."""
    depth: int = 0
    alignments: tuple[str, ...] = ()
    matrix: bool = False

    @property
    def changed(self) -> bool:
        edited = any(_EDIT.search(words) for words in self.words)
        return bool(edited or self.side or self.was or self.relaid or self.old_detail)


def head(label: str, owner: str, words: str, depth: int = 2, **more: object) -> Row:
    return Row(Kind.HEADING, owner, label, (words,), level=1 if depth == 2 else 2, depth=depth, **more)  # type: ignore[arg-type]


def cross(words: str, **more: object) -> Row:
    return Row(Kind.CROSSHEADING, "", "", (words,), depth=3, **more)  # type: ignore[arg-type]


def clause(label: str, owner: str, words: str, **more: object) -> Row:
    parts = label.count(" ") + 1
    return Row(Kind.CLAUSE, owner, label, (words,), parts, parts + 1, **more)  # type: ignore[arg-type]


def further(owner: str, words: str, indent: int = 1, level: int = 2, **more: object) -> Row:
    return Row(Kind.PARAGRAPH, owner, "", (words,), indent, level, **more)  # type: ignore[arg-type]


def gap(first: str, detail: str, indent: int = 1, **more: object) -> Row:
    return Row(Kind.GAP, "", first, (), indent, 2, detail, **more)  # type: ignore[arg-type]


def term(owner: str, words: str, meaning: str, detail: str = "", **more: object) -> Row:
    return Row(Kind.TERM, owner, "", (words, meaning), 1, 2, detail, **more)  # type: ignore[arg-type]


def caption(owner: str, detail: str, words: str, indent: int = 0, **more: object) -> Row:
    return Row(Kind.CAPTION, owner, "", (words,), indent, detail=detail, **more)  # type: ignore[arg-type]


def columns(owner: str, *words: str, indent: int = 0, **more: object) -> Row:
    return Row(Kind.COLUMNS, owner, "", words, indent, **more)  # type: ignore[arg-type]


def cells(owner: str, *words: str, indent: int = 0, **more: object) -> Row:
    return Row(Kind.ROW, owner, "", words, indent, **more)  # type: ignore[arg-type]


DMVES = tuple(
    (
        f"{maker} {number}",
        kind,
        release,
        *(("yes", "no", "yes as varied")[(number + n) % 3] for n in range(7)),
    )
    for maker, release in (("Alder", "IOC"), ("Birch", "MOC (MDS)"), ("Cedar", "FOC"))
    for number, kind in enumerate(("ESME", "GSME", "ESME (twin element)", "PPMID", "CHF", "ESME", "GSME"), 1)
)

ROWS: tuple[Row, ...] = (
    head("1", "introduction", "Introduction"),
    clause("1.1", "purpose", "This document sets out the rights and obligations of the DCC and of each Party in the course of Migration, in accordance with Section N6.4 of the SEC."),
    clause("1.2", "standing", "Where this document conflicts with Clause 18 of the S1SR, this document shall prevail {-in so far as the conflict concerns Migration-}."),
    gap("1.3", "1.3 [Not used]"),
    head("2", "definitions-and-interpretation", "Definitions and interpretation"),
    clause("2.1", "definitions", "In this document, the following expressions have the meanings set out below:"),
    term("def-active-meter", "Active Meter", "means a SMETS1 ESME or SMETS1 GSME for which the Responsible Supplier has notified the DCC that it is able to communicate;"),
    term("def-device-model-combination", "Device Model Combination", "means the combination of Device Models that together form a SMETS1 Installation, being:", "DMC"),
    Row(Kind.CLAUSE, "dmc-esme", "(a)", ("its SMETS1 ESME; and",), 2, 3),
    Row(Kind.CLAUSE, "dmc-chf", "(b)", ("its SMETS1 CHF{+, and any SMETS1 PPMID that was installed with it+};",), 2, 3),
    term("def-dormant-meter", "Dormant Meter", "means a SMETS1 ESME or SMETS1 GSME that is not an Active Meter;"),
    term("def-installing-supplier", "Installing Supplier", "means the Supplier Party that installed the SMETS1 Installation, and “Installation Supplier” shall be read accordingly; and", side="+"),
    term("def-requesting-party", "{-Requesting Party-}{+Requester+}", "means the person that asks the DCC to do something under this document.", detail="RQ", old_detail="RP"),
    head("3", "provision-of-information", "Provision of {-data-}{+information+}"),
    cross("Leading zeros"),
    gap("3.1", "3.1 to 3.23 [Not reproduced]"),
    clause("3.24", "mprn-leading-zeros", "Where the GroupID is “AA”, “BA” or “CA”, the DCC shall treat an MPRN with leading zeros as equal to the same MPRN without them (so that 0007654321 equals 7654321).", side="+"),
    clause("3.25", "engineering-menu-pin", "The DCC shall, once and within 30 Working Days after a SMETS1 Installation has been migrated:", side="+"),
    clause("3.25 (a)", "pin-to-installer", "provide the new PIN to the Installing Supplier; and", side="+", joined=True),
    clause("3.25 (b)", "pin-record", "record that it has done so,", side="+", joined=True),
    further("engineering-menu-pin", "and the Responsible Supplier shall be deemed to consent to the provision of the PIN.", side="+", joined=True),
    head("4", "migration", "Migration"),
    cross("Notice"),
    gap("4.1", "4.1 to 4.28 [Not reproduced]"),
    clause("4.29", "dormant-notice", "The DCC shall give the Responsible Supplier for each Dormant Meter at least {-15-}{+5+} Working Days’ notice before it {-commences any-}{+begins the+} Migration of that Dormant Meter, unless the DCC and the Responsible Supplier agree a shorter period in accordance with Clause {-4.30-}{+4.32+}."),
    clause("4.30", "notice-content", "The notice in Clause 4.29 shall state:"),
    clause("4.30 (a)", "notice-dmc", "the Device Model Combination;"),
    clause("4.30 (b)", "notice-date", "the date; and", was="4.30 (c)"),
    clause("4.30 (c)", "notice-steps", "each step, including where the step changes:", was="4.30 (b)", ),
    clause("4.30 (c) (i)", "step-firmware", "firmware; or"),
    clause("4.30 (c) (ii)", "step-configuration", "configuration, and in particular:"),
    clause("4.30 (c) (ii) (A)", "step-tariff", "the tariff; or"),
    clause("4.30 (c) (ii) (B)", "step-credit", "the credit mode,"),
    further("notice-steps", "and who takes it,", 2, 3),
    further("notice-content", "and shall be given by e-mail."),
    clause("4.31", "shorter-notice", "A shorter period shall be agreed in writing.", was="4.30"),
    clause("4.32", "moved-provision", "The DCC shall not migrate a SMETS1 Installation while an Incident that affects it remains unresolved, as described in Table 16.9.", side="+", moved="m1"),
    clause("4.32A", "inserted-provision", "The DCC shall treat a null Supplier Certificate ID as {+if it were+} no certificate.", relaid=False),
    clause("4.33", "relaid-provision", "The DCC shall keep a record of each notice for 24 months.", relaid=True),
    clause("4.34", "omitted-provision", "The DCC shall publish each notice on its website, and Clause 4.35 shall not apply to it.", side="-"),
    clause("4.35", "moved-provision", "The DCC shall not migrate a SMETS1 Installation while an Incident that affects it remains unresolved, as described in Table 16.9.", side="-", moved="m1"),
    clause("4.36", "long-one", "Nothing in this Clause 4 shall prevent the DCC from migrating an Active Meter, provided that it has first obtained each consent that it requires under section 89 of the Energy Act 2008, has complied with Condition 22 of the DCC Licence, and has satisfied itself, acting reasonably and after consulting the Requester, that no other Device in the SMETS1 Installation will cease to operate."),
    Row(Kind.GAP, "", "5", (), 0, 1, "5 to 15 [Not reproduced]", depth=2),
    head("16", "testing", "Testing"),
    head("16.1", "test-scope", "Scope of testing", depth=3),
    Row(Kind.CLAUSE, "test-scope-one", "16.1.1", ("The DCC shall test each Device Model against the behaviours in Table 16.9 and Annex A.",), 1, 3),
    caption("table-16-9", "Table 16.9", "Behaviours to be tested", 1, level=3, alignments=("", "", "right")),
    columns("table-16-9", "Behaviour", "Device", "Tests", indent=1, level=3),
    cells("table-16-9", "Reads the Consumption Register", "SMETS1 ESME", "{-12-}{+14+}", indent=1, level=3),
    cells("table-16-9", "Joins the HAN", "SMETS1 PPMID", "6", indent=1, level=3, side="+"),
    cells("table-16-9", "Answers within 16 seconds", "SMETS1 CHF", "3", indent=1, level=3),
    cells("table-16-9", "Shows the balance", "SMETS1 IHD", "2", indent=1, level=3, side="-"),
    Row(Kind.CLAUSE, "message-form", "16.1.2", ("An MPRN in a message has the following form:",), 1, 3),
    Row(Kind.CODE, "message-form", "", ('<MPRN maxLength="10">0007654321</MPRN>',), 1, 3, "xml"),
    Row(Kind.NOTE, "message-form", "", ("The form follows the DUIS & is not changed.",), 1, 3, "NOTE"),
    Row(Kind.ITEM, "message-form", "", ("An item that has no label.",), 2, 3),
    head("Annex A", "annex-a", "Device model variations to equivalent steps"),
    caption("dmves", "", "Device model variations to equivalent steps matrix", matrix=True),
    columns("dmves", "Device Model", "Kind", "Release", "9.1", "9.2", "9.3", "18.5(gg)", "18.6(b)", "18.22a", "18.22c", matrix=True),
    *(cells("dmves", *row, matrix=True) for row in DMVES),
)  # fmt: skip

NOTICE = (
    "This is illustrative text written for the tests of this project. It is not the legal text of the "
    "Smart Energy Code, and nobody may rely on it."
)


def edits(words: str) -> tuple[Edit, ...]:
    """`a {-b-}{+c+}` as edits."""
    found = []
    at = 0
    for match in _EDIT.finditer(words):
        found += [
            Edit(Op.SAME, words[at : match.start()]),
            Edit(_OPS[match.lastindex], match[match.lastindex or 0]),
        ]
        at = match.end()
    found.append(Edit(Op.SAME, words[at:]))
    return tuple(edit for edit in found if edit.text)


def _side(words: str, op: Op) -> str:
    return "".join(edit.text for edit in edits(words) if edit.op in (Op.SAME, op))


def _label(text: str) -> Label:
    if not text:
        return Label(())
    return Label((text,) if text.startswith("Annex") else tuple(text.split(" ")))


def _passage(row: Row, op: Op) -> Passage:
    old = op is Op.OMIT
    return Passage(
        row.kind, row.owner, row.level, row.indent, _label(row.was if old and row.was else row.label),
        tuple(_text(_side(words, op), row.kind) for words in row.words),
        detail=row.old_detail if old and row.old_detail else row.detail,
        depth=row.depth, alignments=row.alignments, matrix=row.matrix,
    )  # fmt: skip


def _text(words: str, kind: Kind) -> Text:
    start = words.find("in writing")
    marks = (Mark(start, start + 10, "em"),) if start >= 0 and kind is Kind.CLAUSE else ()
    return Text(words, marks)


def marked(row: Row, number: int) -> ViewPassage:
    """A row as a passage of the change-marked copy."""
    old = _passage(row, Op.OMIT) if row.side != "+" else None
    new = _passage(row, Op.INSERT) if row.side != "-" else None
    edited = any(_EDIT.search(words) for words in row.words)
    changes = tuple(edits(words) if _EDIT.search(words) else () for words in row.words) if edited else ()
    return ViewPassage(
        Marked(old, new, changes, row.moved, number),
        _links(old) if old and row.changed else (),
        _links(new) if new else (),
    )


def _links(passage: Passage) -> Links:
    return tuple(links(text) for text in passage.texts)


def _view(passages: tuple[ViewPassage, ...]) -> View:
    return View(
        code="TMAD",
        title="Transition and Migration Approach Document",
        appendix="AL",
        version="6.1U",
        version_title="6.0 as amended by Uplift 1.2",
        status="Consultation draft",
        date="Consulted on from Thursday 6 August 2020",
        notice=NOTICE,
        against="",
        passages=passages,
        outside=OUTSIDE,
    )


def sample() -> View:
    """The clean copy of the new version."""
    kept = tuple(replace(row, side="", moved="") for row in ROWS if row.side != "-")
    found = []
    for row in kept:
        passage = _passage(row, Op.INSERT)
        found.append(ViewPassage(Marked(passage, passage), (), _links(passage)))
    return _view(tuple(found))


def marked_sample() -> View:
    """The change-marked copy against the old version."""
    found: list[ViewPassage] = []
    lines: list[ChangeLine] = []
    heading = ""
    moves: dict[str, int] = {}
    for row in ROWS:
        heading = _side(row.words[0], Op.INSERT) if row.kind is Kind.HEADING else heading
        number = moves.get(row.moved, len(lines) + (not row.joined)) if row.changed else 0
        shown = marked(row, number)
        found.append(shown)
        if number > len(lines):
            lines.append(ChangeLine(number, _name(row), _what(row), heading))
        if row.moved:
            moves[row.moved] = number
    view = _view(tuple(found))
    former = view.front._replace(
        version="6.0", version_title="", status="Designated version",
        date="In legal effect from Friday 24 July 2020",
    )  # fmt: skip
    return replace(view, against="6.0", changes=tuple(lines), former=former)


def _name(row: Row) -> str:
    was = f" (was {row.was.replace(' ', '')})" if row.was else " (was 4.35)" if row.moved else ""
    if row.kind is Kind.TERM:
        return f"the definition of “{_side(row.words[0], Op.INSERT)}”"
    return (f"Clause {row.label.replace(' ', '')}" if row.label else row.detail or row.owner) + was


def _what(row: Row) -> str:
    if row.moved:
        return "moved"
    if row.side:
        return "inserted" if row.side == "+" else "omitted"
    if any(_EDIT.search(words) for words in row.words):
        return "amended"
    return "renumbered" if row.was else "laid out differently"
