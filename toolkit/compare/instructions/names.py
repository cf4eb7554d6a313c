"""What an instruction calls the passages of the old version: Clause 4.12, paragraph (b), the row “D026”."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from toolkit.compare.forest import Forest
from toolkit.compare.label_words import LabelWords, shortened
from toolkit.compare.pairing import NONE
from toolkit.model.document import Document
from toolkit.model.passage import Kind, Passage

_LABELLED = frozenset({Kind.HEADING, Kind.CLAUSE})
_NAMESAKES = 2
_QUOTED = 50
"""Characters of a paragraph's first words that name it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names the passages of one version."""

    forest: Forest
    words: LabelWords
    _labels: dict[int, Counter[str]] = field(default_factory=dict)
    """Under each parent that was asked about, how many limbs bear each label."""
    _kinds: dict[int, Counter[Kind]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, forest: Forest) -> Names:
        """For a version's passages."""
        return cls(forest, LabelWords.of(document, forest))

    def whole(self, at: int) -> str:
        """A passage's full name: Clause 3.6.2(c); the definition of “Device”."""
        return self.words.words(at) if at != NONE else "the document"

    def is_unit(self, at: int) -> bool:
        """Whether a passage is what one instruction is about: a clause with a number, a table."""
        passage = self.forest.passages[at]
        if passage.kind is Kind.CAPTION:
            return True
        return passage.kind in _LABELLED and not passage.label.own.startswith("(")

    def unit(self, at: int) -> int:
        """The clause with a number, or the table, in which a passage stands or which it is."""
        while at != NONE and not self.is_unit(at):
            at = self.forest.parents[at]
        return at

    def limb(self, at: int) -> str:
        """What a limb adds to the label of the clause with a number in which it stands: (b)(ii)."""
        label = self.forest.passages[at].label
        over = self.unit(at)
        above = self.forest.passages[over].label.parts if over != NONE else ()
        parts = label.parts[len(above) :] if label.parts[: len(above)] == above else label.parts
        return "".join(parts)

    def part(self, at: int) -> str:
        """A passage, with all that stands in it, as a part of its clause or table."""
        passage = self.forest.passages[at]
        match passage.kind:
            case Kind.CLAUSE if not self.is_unit(at):
                return f"paragraph {self.limb(at)}{self._of_definition(at)}{self._among_namesakes(at)}"
            case Kind.TERM:
                return f"the definition of “{passage.texts[0].plain}”"
            case Kind.ROW:
                return f"the row “{self.row(at)}”"
            case Kind.PARAGRAPH:
                return self._paragraph(at)
            case Kind.CROSSHEADING:
                return f"the heading “{passage.plain}”"
            case Kind.FOOTNOTE:
                return f"footnote {self.words.number(passage.detail)}"
            case Kind.GAP:
                return f"the entry “{passage.detail}”"
            case Kind.COLUMNS:
                return "the column headings"
            case Kind.CODE:
                return f"the example{self._in_limb(at)}"
            case Kind.NOTE | Kind.COMMENT:
                return "the note" if passage.kind is Kind.NOTE else "the comment"
            case Kind.ITEM | Kind.VERBATIM:
                return f"the item beginning “{shortened(passage.plain, _QUOTED)}”"
        return self.whole(at)

    def own_words(self, at: int) -> str:
        """The words of a passage itself, as a part of its clause or table; empty where they are all of it."""
        passage = self.forest.passages[at]
        limbs = [child for child in self.forest.children[at] if self._is_limb(child)]
        match passage.kind:
            case Kind.HEADING:
                return "the heading"
            case Kind.CAPTION:
                return "the title"
            case Kind.CLAUSE if limbs:
                return f"the words before paragraph {self.limb(limbs[0])}{self._of_definition(at)}"
            case Kind.CLAUSE if self.is_unit(at):
                return "the first paragraph" if self._has_paragraphs(at) else ""
            case Kind.CLAUSE if self.forest.children[at]:
                return f"the first words of {self.part(at)}"
        return self.part(at)

    def row(self, at: int) -> str:
        """What names a row in its table: its first cell, or as many as tell it from others."""
        return self.words.row_name(at, self.forest.parents[at])

    def column(self, table: int, at: int) -> str:
        """A column by its heading, else by its number."""
        header = self.forest.passages[self.forest.children[table][0]].texts
        plain = [text.plain for text in header]
        return f"“{plain[at]}”" if plain[at] and plain.count(plain[at]) == 1 else f"no. {at + 1}"

    def _is_limb(self, at: int) -> bool:
        return self.forest.passages[at].kind is Kind.CLAUSE and not self.is_unit(at)

    def _has_paragraphs(self, at: int) -> bool:
        return any(self.forest.passages[child].kind is Kind.PARAGRAPH for child in self.forest.children[at])

    def _of_definition(self, at: int) -> str:
        """Limbs of definitions are told by what they define."""
        term = self._above(at, Kind.TERM)
        return f" of the definition of “{term.texts[0].plain}”" if term else ""

    def _among_namesakes(self, at: int) -> str:
        """A limb whose label others beside it bear, too, is told by how it begins."""
        passage, parent = self.forest.passages[at], self.forest.parents[at]
        if parent not in self._labels:
            under = (self.forest.passages[one] for one in self.forest.children[parent])
            self._labels[parent] = Counter(one.label.text for one in under if one.kind is Kind.CLAUSE)
        if self._labels[parent][passage.label.text] < _NAMESAKES:
            return ""
        return f" (which begins “{shortened(passage.plain, _QUOTED)}”)"

    def _in_limb(self, at: int) -> str:
        parent = self.forest.parents[at]
        return f" in paragraph {self.limb(parent)}" if parent != NONE and self._is_limb(parent) else ""

    def _above(self, at: int, kind: Kind) -> Passage | None:
        at = self.forest.parents[at]
        while at != NONE:
            if self.forest.passages[at].kind is kind:
                return self.forest.passages[at]
            at = self.forest.parents[at]
        return None

    def _paragraph(self, at: int) -> str:
        """Closing words by the limb they follow, others by how they begin."""
        parent = self.forest.parents[at]
        around = self.forest.children[parent]
        if parent not in self._kinds:
            self._kinds[parent] = Counter(self.forest.passages[one].kind for one in around)
        if self._kinds[parent][Kind.PARAGRAPH] == 1:
            before = (around[place] for place in range(bisect_left(around, at) - 1, -1, -1))
            limb = next((child for child in before if self._is_limb(child)), NONE)
            if limb != NONE:
                return f"the words after paragraph {self.limb(limb)}{self._of_definition(at)}"
        alone = len(around) == 1 and parent != NONE and self.forest.passages[parent].kind is Kind.HEADING
        if alone:
            return ""
        words = shortened(self.forest.passages[at].plain, _QUOTED)
        return f"the paragraph beginning “{words}”{self._of_definition(at)}"
