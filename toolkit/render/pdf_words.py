"""Everything that a PDF says: what is set on its pages, and each string and stream beside that.

The glyphs of a page are read by the tables that the file itself has for copying text. It is read for words
that must not be there, so that nothing is left out because a reader would not show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple


class Font(NamedTuple):
    """How the codes of a font are read."""

    width: int
    """Bytes of a code."""
    letters: Mapping[bytes, str]
    """From a code to the letters it stands for."""

    def read(self, codes: bytes) -> str:
        """The letters that codes stand for."""
        letters, width = self.letters, self.width
        return "".join(letters.get(codes[at : at + width], "\ufffd") for at in range(0, len(codes), width))


_LATIN = Font(1, {bytes((code,)): chr(code) for code in range(32, 256)})
_UNREAD = {"/Image", "/Type1C", "/CIDFontType0C", "/OpenType", "/CMap", "/XRef", "/ObjStm"}
"""Streams that are pictures, the drawing of letters, or how the file is packed."""


def pdf_words(data: bytes) -> Iterator[tuple[str, str]]:
    """The texts of a PDF, each with where it stands: page 3, stream 12, properties and strings.

    What is drawn comes twice: stretches of one line joined, as where a word changes its weight, and parted,
    as where the cells of a table stand side by side.
    """
    import pikepdf

    fonts: dict[tuple[int, int], Font] = {}
    with pikepdf.open(BytesIO(data)) as book:
        drawn = set()
        for number, page in enumerate(book.pages, start=1):
            page.contents_coalesce()
            drawn.add(page.Contents.objgen)
            yield from ((f"page {number}", text) for text in _drawn(page.Contents, page.resources, fonts))
        plain: list[bytes] = [book.trailer.unparse(resolved=True)]
        for one in book.objects:
            stream = isinstance(one, pikepdf.Stream)
            plain.append((one.stream_dict if stream else one).unparse(resolved=True))
            if stream and one.objgen not in drawn:
                yield from ((f"stream {one.objgen[0]}", text) for text in _beside(one, fonts))
        strings = "\n".join(_text(_string(found)) for found in _STRING.finditer(b"\n".join(plain)))
        yield "properties and strings", strings


def _beside(stream: Any, fonts: dict[tuple[int, int], Font]) -> Iterator[str]:
    """What a stream says that is not itself a page."""
    kinds = {str(stream.get(key, "")) for key in ("/Type", "/Subtype")}
    if "/Form" in kinds:
        yield from _drawn(stream, stream.get("/Resources", {}), fonts)
    elif not kinds & _UNREAD and "/Length1" not in stream:
        yield _text(_bytes(stream))


def _bytes(stream: Any) -> bytes:
    import pikepdf

    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # packed as pictures are
        return bytes(stream.read_raw_bytes())


def _text(data: bytes) -> str:
    """Bytes as text, in whichever way the format writes it."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


_STRING = re.compile(rb"\((?P<letters>(?:[^()\\]|\\.)*)\)|<(?P<digits>[0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


def _string(found: re.Match[bytes]) -> bytes:
    """The bytes of a string, which is written in letters or in hexadecimal digits."""
    if found["digits"] is not None:
        digits = b"".join(found["digits"].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPED.sub(_unescaped, found["letters"])


def _unescaped(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], 8) & 255,)) if found[1] else _ESCAPES.get(found[2], found[2])


_DRAWN = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()]+)\s+[\d.]+\s+Tf|(?P<height>-?[\d.]+)\s+(?P<place>cm|Tm|Td|TD)\b|"
    + _STRING.pattern,
    re.DOTALL,
)
"""A font is chosen; what follows is set at another height; a string is set."""


def _drawn(stream: Any, resources: Any, fonts: dict[tuple[int, int], Font]) -> Iterator[str]:
    """What a content stream sets."""
    held = {name: _font(one, fonts) for name, one in resources.get("/Font", {}).items()}
    font, heights, last = _LATIN, dict[bytes, bytes](), dict[bytes, bytes]()
    joined, parted = list[str](), list[str]()
    for found in _DRAWN.finditer(_bytes(stream)):
        if found["font"]:
            font = held.get("/" + found["font"].decode("latin-1"), _LATIN)
        elif found["place"]:
            heights[found["place"]] = found["height"]
            parted.append(" ")
        else:
            codes = _string(found)
            words = _text(codes) if codes.startswith(b"\xfe\xff") else font.read(codes)
            joined += [" ", words] if heights != last else [words]
            parted.append(words)
            last = dict(heights)
    yield "".join(joined)
    yield "".join(parted)


def _font(font: Any, fonts: dict[tuple[int, int], Font]) -> Font:
    """A font by its own table; without one, its codes are Latin letters."""
    if font.objgen not in fonts:
        width = 2 if str(font.get("/Subtype", "")) == "/Type0" else 1
        table = _table(_bytes(font.ToUnicode)) if "/ToUnicode" in font else {}
        fonts[font.objgen] = Font(width, table or _LATIN.letters)
    return fonts[font.objgen]


_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def _table(stream: bytes) -> dict[bytes, str]:
    """The table of a font: <0004> <0043>, <0004> <0006> <0043> or <0004> <0005> [<0043> <0044>]."""
    letters: dict[bytes, str] = {}
    for kind, body in _BLOCK.findall(stream):
        if kind == b"char":
            codes = [_string(found) for found in _STRING.finditer(body)]
            pairs = zip(codes[::2], codes[1::2], strict=False)
            letters |= {code: text.decode("utf-16-be", "replace") for code, text in pairs}
        else:
            letters |= dict(_ranges(body))
    return letters


_RANGE = re.compile(rb"<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])")


def _ranges(body: bytes) -> Iterator[tuple[bytes, str]]:
    for first, last, start, listed in _RANGE.findall(body):
        width = len(b"".join(first.split())) // 2
        texts = [_string(found) for found in _STRING.finditer(listed)]
        for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
            text = texts[step : step + 1] or [_next(bytes.fromhex(start.decode()), step)]
            yield code.to_bytes(width), text[0].decode("utf-16-be", "replace")


def _next(text: bytes, step: int) -> bytes:
    """The letters that stand so many places after others."""
    return (int.from_bytes(text) + step).to_bytes(len(text))
