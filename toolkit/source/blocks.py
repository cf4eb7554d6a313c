"""Block tokens of markdown-it-py to the tree of clauses, with exact places and diagnostics."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.model.block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Gap,
    Heading,
    Item,
    Note,
    Paragraph,
    Table,
    Verbatim,
)
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.label import NO_LABEL, Label
from toolkit.model.numbering import Reading, Scheme, Style, read_label, read_own
from toolkit.model.place import Place
from toolkit.model.text import EMPTY, Text

from .finding import finding
from .inline import Stretch, read_text
from .layout import content_column, dedent, fence_closed, stretches_of
from .patterns import (
    ABBREVIATION,
    ALERT,
    CAPTION,
    GAP,
    LABELLED,
    LABELLED_HEADING,
    TRAILING_ID,
    WELL_FORMED_ID,
    slug,
)
from .rows import read_row

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALERTS = ("NOTE", "EXAMPLE")
_TRANSPARENT = frozenset(
    {"bullet_list_open", "bullet_list_close", "dl_open", "dl_close", "paragraph_close"}
)


@dataclass(slots=True)
class _Container:
    """What a run of blocks stands in."""

    stop: str
    """The token type that ends it; empty for the file."""
    indent: int
    """The column, from 0, at which its content begins."""
    parent: Label
    level: int
    owner: str
    """The id of the clause or definition it belongs to."""
    heading_depth: int = 0
    previous: Label | None = None
    """The last label read in it."""


class BlockReader:
    """Reads one file's tokens. A reader is used once."""

    def __init__(self, tokens: list[Token], lines: list[str], file: str, scheme: Scheme) -> None:
        self.tokens = tokens
        self.lines = lines
        self.file = file
        self.scheme = scheme
        self.at = 0
        self.found: list[Diagnostic] = []
        self.derived: Counter[str] = Counter()
        self.code_lines: list[tuple[int, int]] = []

    def read(self) -> tuple[Block, ...]:
        """All blocks of the file."""
        return self._blocks(_Container("", 0, NO_LABEL, 0, ""))

    def _report(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.found.append(finding(code, place, message, hint))

    # -- runs of blocks ---------------------------------------------------------------------------

    def _blocks(self, inside: _Container) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.type == inside.stop:
                self.at += 1
                break
            if token.type in _TRANSPARENT:
                self.at += 1
                continue
            if token.type == "heading_open" and int(token.tag[1]) <= inside.heading_depth:
                break
            blocks.append(self._block(token, inside))
        return tuple(blocks)

    def _block(self, token: Token, inside: _Container) -> Block:
        match token.type:
            case "paragraph_open":
                return self._paragraph(inside)
            case "heading_open":
                return self._heading(token, inside)
            case "list_item_open":
                return self._item(token, inside)
            case "dt_open":
                return self._definition(inside)
            case "table_open":
                return self._table(token, inside, None)
            case "fence":
                return self._fence(token, inside)
            case "blockquote_open":
                return self._quotation(token, inside)
            case "html_block":
                return self._html(token, inside)
            case _:
                return self._verbatim(token, inside)

    # -- paragraphs and headings ------------------------------------------------------------------

    def _inline(self) -> tuple[Stretch, ...]:
        """The source of the inline token at hand; steps over its closing token."""
        token = self.tokens[self.at]
        self.at += 2
        stretches = stretches_of(token, self.lines)
        for stretch in stretches:
            bracket = stretch.source.find("](")
            if bracket >= 0 and ")" in stretch.source[bracket:] and "[" in stretch.source[:bracket]:
                place = Place(self.file, stretch.line, stretch.column + bracket)
                hint = "Write the citation or the term in plain words; the toolkit makes the link."
                self._report("S022", place, "Legal text holds no link markup.", hint)
        return stretches

    def _text(self, stretches: tuple[Stretch, ...]) -> Text:
        return read_text(stretches, self.file)

    def _place(self, stretches: tuple[Stretch, ...]) -> Place:
        first, last = stretches[0], stretches[-1]
        return Place(self.file, first.line, first.column, last.line, last.column + len(last.source))

    def _paragraph(self, inside: _Container) -> Block:
        self.at += 1
        stretches = self._inline()
        caption = CAPTION.match(stretches[0].source) if len(stretches) == 1 else None
        if caption:
            after = self.tokens[self.at] if self.at < len(self.tokens) else None
            if after is not None and after.type == "table_open":
                return self._table(after, inside, stretches[0])
            hint = "Put the table's rows under the caption after one blank line, or reword the paragraph."
            self._report("S026", self._place(stretches), f"{caption[1]} has a caption but no table.", hint)
        return Paragraph(self._text(stretches), self._place(stretches))

    def _heading(self, token: Token, inside: _Container) -> Block:
        depth = int(token.tag[1])
        self.at += 1
        stretches = self._inline()
        if not stretches:
            return Heading(EMPTY, depth, self._line_place(token))
        stretch = stretches[0]
        source, clause_id = self._trailing_id(stretch)
        gap = self._gap(source, stretch, inside, depth)
        if gap:
            return gap
        found = LABELLED_HEADING.match(source)
        reading = self._label(found[1], stretch, inside) if found else None
        if not found or not reading:
            whole = Stretch(stretch.line, stretch.column, stretch.source)
            return Heading(self._text((whole,)), depth, self._place(stretches))
        rest = Stretch(stretch.line, stretch.column + found.end(), source[found.end() :])
        return self._clause(
            reading, clause_id, inside, stretch, self._text((rest,) if rest.source else ()), depth, ()
        )

    def _trailing_id(self, stretch: Stretch) -> tuple[str, str]:
        """The source without its trailing {#id}, and the id where it is well formed."""
        found = TRAILING_ID.search(stretch.source)
        if not found or not self._well_formed(found[1], stretch, found.start()):
            return stretch.source, ""
        return stretch.source[: found.start()], found[1]

    def _well_formed(self, clause_id: str, stretch: Stretch, offset: int) -> bool:
        if WELL_FORMED_ID.match(clause_id):
            return True
        place = Place(self.file, stretch.line, stretch.column + offset)
        hint = f"Write {{#{slug(clause_id) or 'a-short-name'}}}: lower-case letters, digits and hyphens."
        self._report("S028", place, f"“{{#{clause_id}}}” is not an id.", hint)
        return False

    # -- clauses ----------------------------------------------------------------------------------

    def _label(self, text: str, stretch: Stretch, inside: _Container) -> Reading | None:
        reading = read_label(self.scheme, text, inside.parent, inside.level, inside.previous)
        place = Place(self.file, stretch.line, stretch.column, stretch.line, stretch.column + len(text))
        if reading is None:
            if self._looks_like_a_label(text):
                under = f"under {inside.parent.text}" if inside.parent.parts else "here"
                hint = "Use the next level of the numbering scheme: " + ", ".join(
                    level.example for level in self.scheme.levels_under(inside.parent)[inside.level :]
                )
                self._report("S031", place, f"The label {text} has no level {under}.", hint)
            return None
        expected = inside.parent.key
        if reading.label.key[: len(expected)] != expected:
            hint = f"Move it, or number it as a part of {inside.parent.text}."
            self._report("S031", place, f"{text} stands under {inside.parent.text}.", hint)
        inside.previous = reading.label
        return reading

    def _looks_like_a_label(self, text: str) -> bool:
        """Whether some level of the scheme is written so, except a bare number, which may be a word."""
        return any(
            read_own(level, text)
            for level in self.scheme.levels
            if level.bracketed or (level.style is Style.DOTTED and level.numbers > 1)
        )

    def _item(self, token: Token, inside: _Container) -> Block:
        first_line = (token.map or [0])[0]
        column = content_column(self.lines[first_line], inside.indent)
        self.at += 1
        inner = _Container("list_item_close", column, inside.parent, inside.level, inside.owner)
        if self.tokens[self.at].type != "paragraph_open":
            return self._unlabelled(token, inside, inner)
        start = self.at
        self.at += 1
        stretches = self._inline()
        head = stretches[0]
        gap = self._gap(head.source, head, inside, 0) if len(stretches) == 1 else None
        if gap:
            self._blocks(inner)
            return gap
        found = LABELLED.match(head.source)
        reading = self._label(found[1], head, inside) if found else None
        if not found or not reading:
            self.at = start
            return self._unlabelled(token, inside, inner, reported=bool(found))
        offset, clause_id = found.end(), found[2] or ""
        if clause_id and not self._well_formed(clause_id, head, found.start(2) - 2):
            offset, clause_id = found.start(2) - 2, ""
        rest = Stretch(head.line, head.column + offset, head.source[offset:])
        words = ((rest,) if rest.source else ()) + stretches[1:]
        lead = (Paragraph(self._text(words), self._place(words)),) if words else ()
        return self._clause(reading, clause_id, inside, head, None, 0, lead, inner)

    def _clause(
        self,
        reading: Reading,
        clause_id: str,
        inside: _Container,
        head: Stretch,
        heading: Text | None,
        depth: int,
        lead: tuple[Block, ...],
        inner: _Container | None = None,
    ) -> Clause:
        own = reading.label.own
        owner = clause_id or self._derived(f"{inside.owner or 'clause'}-{slug(own)}")
        if inner is None:
            inner = _Container(inside.stop, inside.indent, reading.label, reading.level, owner, depth)
        inner.parent, inner.level, inner.owner = reading.label, reading.level, owner
        blocks = lead + self._children(inner, heading is not None)
        last = self.tokens[self.at - 1].map if self.at else None
        place = Place(self.file, head.line, head.column, last[1] if last else head.line, 1)
        label_place = Place(self.file, head.line, head.column, head.line, head.column + len(own))
        return Clause(
            reading.label, reading.level, owner, bool(clause_id), heading, blocks, depth, place, label_place
        )

    def _children(self, inner: _Container, heading: bool) -> tuple[Block, ...]:
        blocks = self._blocks(inner)
        if heading and inner.stop and self.at and self.tokens[self.at - 1].type == inner.stop:
            self.at -= 1  # the container's end belongs to the container, not to the heading in it
        return blocks

    def _derived(self, wanted: str) -> str:
        """An id that no other derived id of the file has."""
        self.derived[wanted] += 1
        count = self.derived[wanted]
        return wanted if count == 1 else f"{wanted}-{count}"

    def _unlabelled(
        self, token: Token, inside: _Container, inner: _Container, reported: bool = False
    ) -> Item:
        line = (token.map or [0])[0]
        place = Place(self.file, line + 1, inside.indent + 1)
        if not (reported and self.found and self.found[-1].place.line == place.line):
            hint = "Begin the item with its label, such as (a), or write it as a paragraph."
            self._report("S023", place, "The list item has no label.", hint)
        inner.previous = inside.previous
        return Item(self._blocks(inner), place)

    def _gap(self, source: str, stretch: Stretch, inside: _Container, depth: int) -> Gap | None:
        found = GAP.match(source)
        if not found:
            return None
        place = Place(self.file, stretch.line, stretch.column, stretch.line, stretch.column + len(source))
        first = self._label(found[1], stretch, inside)
        last = self._label(found[2], stretch, inside) if first and found[2] else first
        if not first or not last:
            return None
        if last.label.key < first.label.key or len(last.label.key) != len(first.label.key):
            hint = "Write the first label, “to”, the last label of the same level, and the reason in brackets."
            self._report("S036", place, f"“{source}” does not run from a label to a later one.", hint)
        return Gap(first.label, last.label, found[3], depth, first.level, place)

    # -- definitions and tables -------------------------------------------------------------------

    def _definition(self, inside: _Container) -> Definition:
        self.at += 1
        stretch = self._inline()[0]
        source, definition_id = self._trailing_id(stretch)
        abbreviation = ABBREVIATION.search(source)
        name = source[: abbreviation.start()] if abbreviation else source
        term = self._text((Stretch(stretch.line, stretch.column, name),))
        owner = definition_id or self._derived(f"def-{slug(term.plain)}")
        blocks: tuple[Block, ...] = ()
        while self.at < len(self.tokens) and self.tokens[self.at].type == "dd_open":
            line = (self.tokens[self.at].map or [0])[0]
            column = content_column(self.lines[line], inside.indent)
            self.at += 1
            blocks += self._blocks(_Container("dd_close", column, NO_LABEL, inside.level, owner))
        place = Place(self.file, stretch.line, stretch.column, stretch.line, stretch.column + len(source))
        return Definition(
            term, abbreviation[1] if abbreviation else "", owner, bool(definition_id), blocks, place
        )

    def _table(self, token: Token, inside: _Container, caption: Stretch | None) -> Table:
        start, end = token.map or [0, 0]
        self._skip("table_open", "table_close")
        rows = [
            read_row(self.lines[line], line + 1, inside.indent, self.file)
            for line in (start, *range(start + 2, end))
            if self.lines[line].strip(" \t")
        ]
        self._check_widths(rows, start)
        alignments = self._alignments(token)
        label, table_id, title = self._caption(caption, start)
        given = bool(table_id)
        table_id = table_id or self._derived(slug(label) if label else f"{inside.owner or 'file'}-table")
        place = Place(self.file, caption.line if caption else start + 1, inside.indent + 1, end + 1, 1)
        return Table(
            label, table_id, given, title, rows[0], tuple(rows[1:]), alignments, False, place
        )

    def _caption(self, caption: Stretch | None, start: int) -> tuple[str, str, Text]:
        found = CAPTION.match(caption.source) if caption else None
        if caption is None or found is None:
            hint = "Write a line such as “Table 3.1 {#id}: Title” above it, and a blank line between."
            self._report("S025", Place(self.file, start + 1), "The table has no caption.", hint)
            return "", "", EMPTY
        table_id = found[2] or ""
        if table_id and not self._well_formed(table_id, caption, found.start(2) - 2):
            table_id = ""
        rest = Stretch(caption.line, caption.column + found.end(), caption.source[found.end() :])
        return found[1], table_id, self._text((rest,))

    def _check_widths(self, rows: list[tuple[Text, ...]], start: int) -> None:
        width = len(rows[0])
        for number, row in enumerate(rows[1:], start=2):
            if len(row) != width:
                place = row[0].place() if row and row[0] else Place(self.file, start + 1 + number)
                message = f"The row has {len(row)} cells; the header has {width}."
                self._report("S027", place, message, "Give every row a cell for each column.")

    def _alignments(self, token: Token) -> tuple[str, ...]:
        """left, right, center or empty for each column, from the delimiter row."""
        line = self.lines[(token.map or [0])[0] + 1]
        cells = [cell.strip() for cell in line.strip(" \t>").strip("|").split("|")]
        words = {(True, True): "center", (True, False): "left", (False, True): "right"}
        return tuple(words.get((cell.startswith(":"), cell.endswith(":")), "") for cell in cells)

    # -- what is not clauses ----------------------------------------------------------------------

    def _fence(self, token: Token, inside: _Container) -> Code:
        self.at += 1
        start, end = token.map or [0, 0]
        self.code_lines.append((start, end))
        if not fence_closed(token, self.lines):
            place = Place(self.file, start + 1, inside.indent + 1)
            hint = f"Close it with a line of {token.markup} where the example ends."
            self._report("S021", place, "The fenced block is never closed.", hint)
        return Code(token.info.strip(), token.content.rstrip("\n"), self._line_place(token))

    def _quotation(self, token: Token, inside: _Container) -> Block:
        start, end = token.map or [0, 0]
        lines = [line.lstrip(" ") for line in dedent(self.lines, start, end, inside.indent)]
        quoted = [line[1:].removeprefix(" ") if line.startswith(">") else line for line in lines]
        alert = ALERT.match(quoted[0].strip()) if quoted else None
        if not alert:
            return self._verbatim(token, inside)
        self._skip("blockquote_open", "blockquote_close")
        kind = alert[1].upper()
        if kind not in _ALERTS:
            hint = "Use [!NOTE] for a drafting note or [!EXAMPLE] for a worked example."
            self._report("S029", self._line_place(token), f"The alert [!{alert[1]}] is not known.", hint)
        return Note(kind, "\n".join(quoted[1:]).strip("\n"), self._line_place(token))

    def _html(self, token: Token, inside: _Container) -> Block:
        source = token.content.strip()
        if source.startswith("<!--"):
            if "-->" not in source:
                place = self._line_place(token)
                self._report("S030", place, "The comment is never closed.", "Close it with -->.")
            elif source.index("-->") == len(source) - 3:
                self.at += 1
                return Comment(source[4:-3].strip(), self._line_place(token))
        return self._verbatim(token, inside)

    def _verbatim(self, token: Token, inside: _Container) -> Verbatim:
        start, end = token.map or [0, 0]
        place = self._line_place(token)
        self._report("S024", place, "This Markdown has no meaning in a legal text; it is kept as it is.",
                     "Write it as clauses, paragraphs, definitions or tables.")  # fmt: skip
        if token.type.endswith("_open"):
            self._skip(token.type, token.type.replace("_open", "_close"))
        else:
            self.at += 1
        return Verbatim("\n".join(dedent(self.lines, start, end, inside.indent)).rstrip(), place)

    def _skip(self, opening: str, closing: str) -> None:
        """Step over a token and everything up to its closing one."""
        depth = 0
        while self.at < len(self.tokens):
            kind = self.tokens[self.at].type
            depth += (kind == opening) - (kind == closing)
            self.at += 1
            if depth == 0:
                return

    def _line_place(self, token: Token) -> Place:
        start, end = token.map or [0, 0]
        return Place(self.file, start + 1, 1, end + 1, 1)
