"""What reading can find, documented: a line for each code of the readers and of the library."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.library.finding import FINDINGS as OF_THE_LIBRARY
from toolkit.model.diagnostic import Severity
from toolkit.source.finding import FINDINGS as OF_READING

DOCUMENTATION: dict[str, str] = {
    "S001": "The file is not UTF-8. Save it again as UTF-8.",
    "S002": "The file holds bytes that no text holds. Look whether it is a text at all.",
    "S003": "The file is too large for one part of a document. Split it by top-level clauses.",
    "S004": "A line is too long to be a paragraph of law. Look for a lost line break.",
    "S005": "A line is nested deeper than any clause can be. Mind the spaces before it.",
    "S006": "The file cannot be read. Look at its permissions, and whether it is a file.",
    "S011": "A line begins with a byte-order mark, which nobody sees. drafting fmt takes it out.",
    "S012": "The file ends its lines with carriage returns. drafting fmt takes them out.",
    "S013": "A line holds a tab, whose width no two programs agree on. Use spaces; drafting fmt does.",
    "S014": "A line holds a character that nobody sees, such as a zero-width space. Take it out.",
    "S021": "A fenced block is never closed, so that the text after it is read as part of the example.",
    "S022": "A citation is written as a link. Write its plain words: citations are recognised and followed.",
    "S023": "A list item has no label. Begin it with one, such as (a), or write it as a paragraph.",
    "S024": "Markdown that has no meaning in a legal text. Write clauses, paragraphs, definitions or tables.",
    "S025": "A table has no caption. Write a line such as “Table 3.1 {#table-3-1}: Title” above it.",
    "S026": "A caption has no table. Put the rows under it after one blank line, or reword the paragraph.",
    "S027": "A row has more or fewer cells than its table has columns.",
    "S028": "What stands in {#…} is not an id. Ids are lower-case letters, digits and hyphens.",
    "S029": "An alert is neither [!NOTE], a drafting note, nor [!EXAMPLE], a worked example.",
    "S030": "A comment is never closed, so that the text after it is read as part of it.",
    "S031": "A label has no level where it stands, or belongs under another clause. Renumber or move it.",
    "S032": "A label stands after a later one. Put the clauses in order.",
    "S033": "Labels are skipped. Mend the number, or declare the gap: 3.4 to 3.9 [Not used].",
    "S034": "Two provisions bear one label, so that a citation of it can mean either.",
    "S035": "Two provisions bear one id. Give the later one an id of its own.",
    "S036": "A gap is read as words. Write 3.1 to 3.4 [Not used], with nothing under it.",
    "S037": "A line begins like a block of its own but runs on. Put a blank line before it.",
    "S041": "The YAML cannot be read. Mind indentation, colons and quotation marks.",
    "S042": "A key is given twice in the YAML. Take one of the two out.",
    "S043": "The YAML uses an anchor or alias. Write the value out.",
    "S044": "The front matter is never closed. End it with a line of ---.",
    "S045": "A key of the YAML is missing, not known, or has a value that does not fit.",
    "S051": "The .csv file of a matrix cannot be read, or has no rows.",
    "S061": "A mark such as [^name] has no footnote. Write [^name]: and its words after the paragraph.",
    "S062": "A footnote is marked nowhere. Put its mark into the words before it, or take it out.",
    "S063": "A footnote is written or marked twice. Give each a name of its own.",
    "S064": "A footnote does not stand right after what marks it, where its readers look for it.",
    "S065": "A footnote is marked in a heading, a term, the head of a table or another footnote.",
    "S066": "A footnote's name is not read. Names are lower-case letters, digits and hyphens.",
    "S067": "A paragraph is set in as if it went on with a footnote. A footnote is one paragraph.",
    "L101": "The register lists a version twice. Take one entry out.",
    "L102": "A version is derived from one that the register does not list.",
    "L103": "Versions are derived from each other in a circle. Name the one that each really came from.",
    "L104": "Two versions of one line are in effect at the same time.",
    "L105": "A designated text was changed after it was locked. Put it back, and change a new draft instead.",
    "L106": "The folder of a version that is held is missing.",
    "L107": "A folder of texts belongs to no version in the register. Register it or take it out.",
    "L108": "A designated text is not locked. Run drafting lock once it is right.",
    "L109": "A .csv file belongs to no annex in the register.",
    "L110": "A version is to be read with one of another document that does not exist.",
    "L111": "A designated version gives no day on which it took effect.",
}
"""From each code to what is wrong and what to do."""


class OfReading(NamedTuple):
    """What reading can find under one code."""

    code: str
    name: str
    severity: Severity

    @property
    def documentation(self) -> str:
        """What is wrong and what to do, in one line."""
        return DOCUMENTATION.get(self.code, "")


READING: tuple[OfReading, ...] = tuple(
    OfReading(code, *entry) for code, entry in (OF_READING | OF_THE_LIBRARY).items()
)
"""In order of code: of the readers first, then of registers and versions."""
