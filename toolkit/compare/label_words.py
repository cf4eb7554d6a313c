"""What a change is called in a list of changes: Clause 4.31 (was 4.30), the definition of “Dormant Meter”."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from toolkit.model.document import Document
from toolkit.model.footnote import note_numbers, without_marks
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage

from .forest import Forest

_LONGEST = 60
"""Characters of a row's first cell or a paragraph's first words that are quoted."""

_NAMING = (1, 2, 3)
"""How many cells may name a row."""

Cells = tuple[str, ...]

_WHAT = {
    Kind.ITEM: "unnumbered item",
    Kind.CODE: "example",
    Kind.COMMENT: "comment",
    Kind.VERBATIM: "text that is not read",
    Kind.COLUMNS: "column headings",
}
_NOTES = {"NOTE": "drafting note", "EXAMPLE": "worked example"}
_CLAUSES = frozenset({Kind.HEADING, Kind.CLAUSE})
_OWN_KEYWORD = ("Annex ", "Appendix ", "Schedule ")


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Names the passages of one version."""

    forest: Forest
    keyword: str
    """What its scheme calls a clause."""
    _kinds: dict[int, Counter[Kind]] = field(default_factory=dict)
    _beginnings: dict[int, Counter[Cells]] = field(default_factory=dict)
    """For each table, how many of its rows begin with the same one, two or three cells."""
    _numbers: dict[str, int] = field(default_factory=dict)
    """The numbers of footnotes by name, once one was asked for."""

    @classmethod
    def of(cls, document: Document, forest: Forest) -> LabelWords:
        """For a version's passages."""
        return cls(forest, document.register.scheme.keyword)

    def words(self, index: int) -> str:
        """What a passage is called."""
        passage = self.forest.passages[index]
        match passage.kind:
            case Kind.HEADING | Kind.CLAUSE:
                return self._clause(index, passage.label)
            case Kind.TERM:
                return f"the definition of “{passage.texts[0].plain}”"
            case Kind.CAPTION:
                return passage.detail or self._unnamed_table(index, passage)
            case Kind.CROSSHEADING:
                return f"the heading “{passage.plain}”"
            case Kind.GAP:
                return self._gap(passage)
            case Kind.FOOTNOTE:
                return self._footnote(index, passage)
            case _:
                return self._within(index, passage)

    def heading(self, index: int) -> str:
        """The nearest heading of a clause over a passage; its own where it is one."""
        while index >= 0:
            if self.forest.passages[index].kind is Kind.HEADING:
                return self.forest.passages[index].plain
            index = self.forest.parents[index]
        return ""

    def _clause(self, index: int, label: Label) -> str:
        if not label.text.startswith("("):
            return with_keyword(self.keyword, label.text)
        parent = self.forest.parents[index]
        while parent >= 0 and self.forest.passages[parent].kind in _CLAUSES:
            parent = self.forest.parents[parent]
        return f"paragraph {label.text}" + (f" of {self.words(parent)}" if parent >= 0 else "")

    def _unnamed_table(self, index: int, passage: Passage) -> str:
        """A matrix is called by its annex."""
        if passage.plain:
            return f"the table “{passage.plain}”"
        parent = self.forest.parents[index]
        return self.words(parent) if parent >= 0 else "the table"

    def _gap(self, passage: Passage) -> str:
        """Not by its labels alone: to take a declaration out omits no clause."""
        return f"the declaration “{''.join(passage.label.parts[:-1])}{passage.detail}”"

    def _footnote(self, index: int, passage: Passage) -> str:
        parent = self.forest.parents[index]
        name = f"footnote {self.number(passage.detail)}"
        return f"{name} to {self.words(parent)}" if parent >= 0 else name

    def number(self, note: str) -> int:
        """The number of a footnote by its name."""
        if not self._numbers:
            self._numbers.update(note_numbers(self.forest.passages))
        return self._numbers[note]

    def _within(self, index: int, passage: Passage) -> str:
        parent = self.forest.parents[index]
        what = self._what(index, passage, parent)
        if parent < 0:
            return f"the {what}" if what else "the opening words"
        return f"{self.words(parent)}, {what}" if what else self.words(parent)

    def _what(self, index: int, passage: Passage, parent: int) -> str:
        if passage.kind is Kind.ROW:
            return f"row “{self.row_name(index, parent)}”"
        if passage.kind is Kind.NOTE:
            return _NOTES.get(passage.detail, "note")
        if passage.kind is not Kind.PARAGRAPH:
            return _WHAT[passage.kind]
        if parent >= 0 and self.forest.passages[parent].kind is not Kind.HEADING:
            return "closing words" if self._comes_after_limbs(index, parent) else "further paragraph"
        if self._kinds_under(parent)[Kind.PARAGRAPH] == 1:
            return ""
        return f"paragraph beginning “{shortened(without_marks(passage.texts[0]), 30)}”"

    def _comes_after_limbs(self, index: int, parent: int) -> bool:
        """Among the first few children there is a limb, where there is any before closing words."""
        before = (child for child in self.forest.children[parent][:20] if child < index)
        return any(self.forest.passages[child].kind is Kind.CLAUSE for child in before)

    def _kinds_under(self, parent: int) -> Counter[Kind]:
        if parent not in self._kinds:
            children = self.forest.children[parent]
            self._kinds[parent] = Counter(self.forest.passages[child].kind for child in children)
        return self._kinds[parent]

    def row_name(self, index: int, table: int) -> str:
        """The first cell; with the next one or two where several rows begin alike."""
        if table not in self._beginnings:
            rows = map(self._cells, self.forest.children[table])
            self._beginnings[table] = Counter(row[:size] for row in rows for size in _NAMING)
        cells = self._cells(index)
        alone = (size for size in _NAMING if self._beginnings[table][cells[:size]] == 1)
        return shortened(", ".join(cells[: next(alone, _NAMING[-1])]), _LONGEST)

    def _cells(self, row: int) -> Cells:
        return tuple(without_marks(text) for text in self.forest.passages[row].texts[: _NAMING[-1]])


def with_keyword(keyword: str, label: str) -> str:
    """Clause 4.30, Section F2.7A, Clause B3(c); an annex is its own keyword."""
    return label if label.startswith(_OWN_KEYWORD) else f"{keyword} {label}"


def plural(keyword: str) -> str:
    """Clauses, §§."""
    return keyword * 2 if keyword == "§" else f"{keyword}s"


def with_plural(name: str, labels: str) -> str:
    """From “Clause 4.30” and other labels, “Clauses 4.30 to 4.32”."""
    keyword, space, rest = name.partition(" ")
    if not space or name.startswith(_OWN_KEYWORD):
        return labels
    holder = rest.partition(" of ")[2]  # paragraph (a) of the definition of “Device”
    return f"{plural(keyword)} {labels}" + (f" of {holder}" if holder else "")


def was(old: Passage, new: Passage) -> str:
    """The old label in brackets, where a clause or table has another label than it had."""
    if old.kind is Kind.CAPTION and old.detail and old.detail != new.detail:
        return f" (was {old.detail})"
    if old.label.text and new.kind in _CLAUSES and old.label != new.label:
        return f" (was {old.label.text})"
    return ""


def shortened(words: str, longest: int) -> str:
    """Words up to a length in characters, cut between words."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return f"{cut.rstrip(',;:.')} …"
