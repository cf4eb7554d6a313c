"""A cell that should name a provision names none that exists.

Found are bare labels in a column that is headed with what provisions are called (Clause, Section of the
SEC, TMAD Clause), where the label does not exist, and cells with a label or a number that is read as no
citation, in a column in which nearly every other cell is one. Dashes, empty cells and words without a
number are left alone; a citation in full that leads nowhere is unresolved-citation's.

Bad:  | Clause | What it says |, and beneath it | 9.99 | … | where Clause 9 ends with 9.12
Good: | Clause | What it says |, and beneath it | 9.12 | … |

What to do: mend the label, or write the citation in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.cite.citation import Problem
from toolkit.cite.resolve import citations
from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind
from toolkit.model.text import Text

from ..rule import Flaw, Rule
from ..subject import Line, Subject

_KEYWORD = r"(?:Clause|Section|Table|Annex|Paragraph|Article|Regulation|Condition)"
_LABEL = r"[A-Z]?\d+[A-Z]{0,2}(?:\.\d+[A-Za-z]{0,2})*(?:\([A-Za-z]{1,5}\))*"
_HEADING = re.compile(
    rf"(?:(?P<before>.+?)\s)?(?P<keyword>{_KEYWORD})(?P<several>s)?(?:\s(?:number|No\.?|references?))?"
    r"(?:\s(?:of|in)\s(?:the\s)?(?P<after>.+))?"
)
_BARE = re.compile(rf"(?:{_LABEL})(?:(?:,\s?|\s?(?:and|or|to)\s|,\s(?:and|or)\s)(?:{_LABEL}))*")
_SEVERAL = re.compile(r",|\s(?:and|or|to)\s")
_NEARLY = re.compile(r"\d|\b(?:TBC|TBD|TBA)\b|\?")
_LEADS_NOWHERE = frozenset(
    {Problem.NO_SUCH_PROVISION, Problem.NOT_LISTED, Problem.RANGE_BACKWARDS, Problem.RANGE_BROKEN}
)
_FEWEST = 3
"""Cells of a column that cite, before another that does not is odd; in a matrix one is enough."""
_SHARE = 0.75


def _find(subject: Subject) -> Iterator[Flaw]:
    for cells, heading in _columns(subject):
        bare = [cell for cell in cells if _BARE.fullmatch(cell.text.plain)]
        named = _HEADING.fullmatch(heading)
        if named:
            for cell in bare:
                yield from _bare(subject, cell, named)
        yield from _odd(cells, bare if named else [])


def _columns(subject: Subject) -> Iterator[tuple[list[Line], str]]:
    """The cells of each column that are not empty, and its heading."""
    columns: dict[tuple[str, int], list[Line]] = {}
    for line in subject.lines:
        if line.passage.kind is Kind.ROW:
            columns.setdefault((line.passage.owner, line.column), []).append(line)
    for (owner, column), cells in columns.items():
        table = subject.index.tables.get(owner)
        heading = table.header[column].plain if table and column < len(table.header) else ""
        yield [cell for cell in cells if cell.text.plain not in ("–", "-", "—")], heading


def _bare(subject: Subject, cell: Line, named: re.Match[str]) -> Iterator[Flaw]:
    """What is wrong with a cell such as 9.99 in a column headed Clause: it is read as Clause 9.99."""
    words = cell.text.plain
    keyword = named["keyword"] + ("s" if _SEVERAL.search(words) else "")
    document = next((one for one in (named["before"], named["after"]) if one in subject.catalogue.codes), "")
    written = f"{keyword} {words}" + (f" of the {document}" if document else "")
    for one in citations(Text(written), cell.passage.owner, subject.context):
        if one.problem in _LEADS_NOWHERE:
            yield Flaw(cell.place(0, len(words)), one.message, one.hint)


def _odd(cells: list[Line], bare: list[Line]) -> Iterator[Flaw]:
    citing = sum(bool(cell.citations) for cell in cells)
    fewest = 1 if cells and cells[0].in_matrix else _FEWEST
    if citing < fewest or citing < _SHARE * len(cells) - (fewest == 1):
        return
    for cell in cells:
        words = cell.text.plain
        if not cell.citations and cell not in bare and _NEARLY.search(words):
            message = f"“{words}” is read as no citation, as the other cells of its column are."
            yield Flaw(
                cell.place(0, len(words)), message, "Write the citation in full, such as Clause 9.1(a)."
            )


RULE = Rule("C151", "cell-without-provision", Severity.ERROR, _find, __doc__)
