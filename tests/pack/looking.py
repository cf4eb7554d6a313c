"""Looks for words in every byte of a file: an oracle that shares nothing with the toolkit's own guard.

It takes the shortest way wherever there is one: pdftotext reads the pages, lxml the markup, and a word is
found as any of its spellings in the raw bytes of every part of a package and every stream of a PDF.
"""

from __future__ import annotations

import base64
import subprocess
import urllib.parse
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pikepdf
from lxml import etree, html


def found(name: str, data: bytes, words: Iterable[str]) -> set[str]:
    """The words that stand anywhere in a file, its name included, in any letters and any spelling."""
    heaps = [heap.lower() for heap in (name.encode(), *opened(data))]
    return {word for word in words if any(one in heap for one in spellings(word) for heap in heaps)}


def spellings(word: str) -> set[bytes]:
    """The ways to write a word of letters and digits, in small letters; base64 at each of its offsets."""
    written = {word.lower().encode()}
    for case in (word, word.lower(), word.upper()):
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = case.encode(code)
            written |= {raw.lower(), raw.hex().encode()}
            # the first and the last letters depend on the neighbours
            written |= {base64.b64encode(bytes(n) + raw)[4 if n else 0 : -4].lower() for n in range(3)}
    written.add("".join(f"%{byte:02x}" for byte in word.encode()).encode())
    written.add("".join(f"\\u{ord(letter):04x}" for letter in word).encode())
    return {one for one in written if len(one) >= 6}


def opened(data: bytes) -> Iterator[bytes]:
    """A file as it is, and everything that can be unpacked, decompressed or decoded of it."""
    yield data
    yield unescape(data.decode("latin-1")).encode("utf-8")
    yield urllib.parse.unquote_to_bytes(data)
    if data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as file:
            yield file.comment
            for one in file.infolist():
                yield from (one.filename.encode(), one.comment, one.extra)
                yield from opened(file.read(one))
    elif b"<" in data:
        yield from _markup(data)


def _markup(data: bytes) -> Iterator[bytes]:
    """Words that are parted by tags, and the values of attributes."""
    for parser in (etree.XMLParser(recover=True, huge_tree=True), html.HTMLParser(encoding="utf-8")):
        try:
            tree = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if tree is None:
            continue
        yield "".join(tree.itertext()).encode()
        yield "\n".join(value for one in tree.iter() for value in one.attrib.values()).encode()


def _pdf(data: bytes) -> Iterator[bytes]:
    for manner in ("-raw", "-layout"):
        done = subprocess.run(["pdftotext", manner, "-", "-"], input=data, capture_output=True, check=True)
        yield done.stdout
        yield b"".join(done.stdout.split())
    with pikepdf.open(BytesIO(data)) as book:
        for one in book.objects:
            yield from _object(one)
        yield from _object(book.trailer)


def _object(one: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(one, pikepdf.Stream):
        try:
            content = one.read_bytes()
        except pikepdf.PdfError:
            content = one.read_raw_bytes()
        yield content
        yield from opened(content)
    waiting = [one]
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.String):
            yield bytes(here)
            yield str(here).encode()
        elif isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
            for key, value in here.items():
                yield key.encode()
                waiting += [value] if _inside(value) else []
        elif isinstance(here, pikepdf.Array):
            waiting += [each for each in here if _inside(each)]


def _inside(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and not value.is_indirect
