"""Makes templates/reference.docx: the empty Word file whose styles and page every Word output takes.

    python -m toolkit.render.docx.reference templates/reference.docx

Only what Word needs is in it: no picture, no custom XML, no copies of styles. An office may
open the file in Word and change its styles and margins; the outputs follow.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from .archive import zipped
from .markup import RELATED, WORD
from .style import FONT, GREY, LIST_STEP, NAVY, PALE
from .style_sheet import styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/docProps/app.xml"
 ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_MAIN}.fontTable+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_MAIN}.settings+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>
<Override PartName="/word/theme/theme1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
</Types>"""

_RELATIONSHIPS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="{RELATED}/extended-properties" Target="docProps/app.xml"/>
</Relationships>"""

_DOCUMENT_RELATIONSHIPS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATED}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{RELATED}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{RELATED}/fontTable" Target="fontTable.xml"/>
<Relationship Id="rId5" Type="{RELATED}/numbering" Target="numbering.xml"/>
<Relationship Id="rId4" Type="{RELATED}/theme" Target="theme/theme1.xml"/>
</Relationships>"""

_CORE = f"""{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>Reference document</dc:title></cp:coreProperties>"""

_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Drafting toolkit</Application></Properties>"
)

# Names that begin with W14 need mc:Ignorable, or older programs refuse the file.
_DOCUMENT = f"""{_HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{RELATED}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>
<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>
<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1474" w:right="1304" w:bottom="1361" w:left="1304"
 w:header="680" w:footer="624" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""

_SETTINGS = f"""{_HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
 w:val="15"/></w:compat>
<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
</w:settings>"""

_FONTS = f"""{_HEAD}<w:fonts xmlns:w="{WORD}">
<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="Courier New"><w:altName w:val="Liberation Mono"/>
<w:family w:val="modern"/><w:pitch w:val="fixed"/>
</w:font></w:fonts>"""


# Bullets are the only thing that Word numbers by itself: they say nothing.
_NUMBERING = f"""{_HEAD}<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">
<w:multiLevelType w:val="multilevel"/>{
    "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="ListBullet{level + 1}"/><w:lvlText w:val="{bullet}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{LIST_STEP * (level + 1)}" w:hanging="{LIST_STEP}"/></w:pPr></w:lvl>'
        for level, bullet in enumerate("•–•")
    )
}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""

_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", NAVY), ("lt2", PALE), ("accent1", NAVY), ("accent2", GREY),
    ("accent3", "00703C"), ("accent4", "B58840"), ("accent5", "4C2C92"), ("accent6", "942514"),
    ("hlink", NAVY), ("folHlink", "4C2C92"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_FACE = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'

# Word writes a theme into every file and some programs ask for one; this says what the styles say.
_THEME = f"""{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain">
<a:themeElements><a:clrScheme name="Plain">{
    "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS)
}</a:clrScheme>
<a:fontScheme name="Plain"><a:majorFont>{_FACE}</a:majorFont><a:minorFont>{_FACE}</a:minorFont></a:fontScheme>
<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>
<a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>
<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"""


def reference_parts() -> Mapping[str, bytes]:
    """The parts of the reference document, by their names in the package."""
    texts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "docProps/app.xml": _APP,
        "docProps/core.xml": _CORE,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
        "word/document.xml": _DOCUMENT,
        "word/fontTable.xml": _FONTS,
        "word/numbering.xml": _NUMBERING,
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles_xml(),
        "word/theme/theme1.xml": _THEME,
    }
    return {name: text.encode() for name, text in texts.items()}


def reference_docx() -> bytes:
    """The reference document."""
    return zipped(reference_parts())


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(reference_docx())
