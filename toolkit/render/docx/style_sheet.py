"""word/styles.xml: the defaults, every style of documents and papers, and the styles of tables."""

from __future__ import annotations

from .document_styles import DOCUMENT_STYLES
from .markup import WORD
from .paper_styles import PAPER_STYLES
from .style import FONT, LINE, NAVY, Style

STYLES = (*DOCUMENT_STYLES, *PAPER_STYLES)

_KNOWN = frozenset(
    (
        "Title", "Subtitle", "BodyText", "Caption", "Header", "Footer", "FootnoteText", "Hyperlink",
        "FootnoteReference", "PlaceholderText", "Signature", "CommentText", "CommentReference",
    )
)  # fmt: skip
"""Styles that Word has by these names, with headings, contents and bullets; others are the document's own."""

_DEFAULTS = f"""
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>
<w:spacing w:before="120" w:after="0" w:line="269" w:lineRule="auto"/>
</w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:semiHidden/></w:style>
"""


def styles_xml() -> str:
    """The whole part."""
    styles = "".join(map(_style, STYLES))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{WORD}">{_DEFAULTS}{_tables()}{styles}</w:styles>'
    )


def _style(style: Style) -> str:
    known = style.id in _KNOWN or style.id.startswith(("Heading", "TOC", "ListBullet"))
    custom = "" if known else ' w:customStyle="1"'
    based = style.based if style.kind == "paragraph" else "DefaultParagraphFont"
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{based}"/>'
        + (f'<w:next w:val="{style.follows}"/>' if style.follows else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
        + (f"<w:rPr>{style.run}</w:rPr>" if style.run else "")
        + "</w:style>"
    )


def _tables() -> str:
    sides = ("top", "left", "bottom", "right")
    return (
        _table("TableNormal", "Normal Table", "", _margins(left=108, right=108), default=True)
        + _table("RuledTable", "Ruled table", _edges(*sides, "insideH", "insideV"), _margins(20, 85, 57, 85))
        + _table("Box", "Box", _edges(*sides, colour=NAVY), _margins(57, 142, 113, 142))
        + _table("SideRule", "Side rule", _edges("left", width=24), _margins(57, 142, 113, 142))
        + _table("Bare", "Bare", "", _margins(left=0, right=113))
    )


def _table(table_id: str, name: str, edges: str, margins: str, default: bool = False) -> str:
    how = 'w:default="1"' if default else 'w:customStyle="1"'
    rank = "<w:semiHidden/>" if default else '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
    borders = f"<w:tblBorders>{edges}</w:tblBorders>" if edges else ""
    return (
        f'<w:style w:type="table" {how} w:styleId="{table_id}"><w:name w:val="{name}"/>{rank}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}{margins}</w:tblPr></w:style>'
    )


def _edges(*sides: str, colour: str = LINE, width: int = 4) -> str:
    """Rules of a table; width is in eighths of a point."""
    return "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>' for side in sides
    )


def _margins(top: int = 0, left: int = 0, bottom: int = 0, right: int = 0) -> str:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"
