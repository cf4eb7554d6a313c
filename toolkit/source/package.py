"""Zip packages that come from outside (Word, spreadsheets), opened with limits before anything reads them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

LARGEST_PACKAGE = 20_000_000
"""Bytes as received. Twenty times a response template with forty pages of comments."""
LARGEST_PART = 60_000_000
"""Bytes of one part once it is inflated: counted while it is read, whatever the package says."""
LARGEST_WHOLE = 120_000_000
MOST_PARTS = 2_000
_CHUNK = 1 << 16
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What the standard library raises where a zip file is damaged, encrypted or packed in an odd way."""
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


class PackageError(ValueError):
    """A file that is not read; the text says why, in words for whoever sent it in."""


def open_package(data: bytes, wanted: Collection[str], suffixes: Collection[str] = ()) -> dict[str, bytes]:
    """The parts of a package that are wanted, by name, or whose names end in one of the suffixes.

    PackageError where it is too large, is no zip file or is encrypted, where a name leads outside it or
    stands twice, or where a part of it declares a document type.
    """
    if len(data) > LARGEST_PACKAGE:
        raise PackageError(f"it has {len(data):,} bytes; up to {LARGEST_PACKAGE:,} are read")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_names(entries)
            return _read(archive, [one for one in entries if _is_wanted(one.filename, wanted, suffixes)])
    except PackageError:
        raise
    except _BROKEN as error:
        raise PackageError("it is damaged or no such file at all: it cannot be opened") from error


def _check_names(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise PackageError(f"it has {len(entries):,} parts; up to {MOST_PARTS:,} are read")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        steps = name.split("/")
        if name.startswith("/") or ".." in steps or re.search(r"[\\:\x00-\x1f]", name):
            raise PackageError(f"it holds a part with an odd name, “{name[:60]!s}”")
        if name.casefold() in seen:
            raise PackageError(f"it holds “{name[:60]}” twice")
        if entry.flag_bits & 1:
            raise PackageError("it is protected by a password")
        seen.add(name.casefold())


def _is_wanted(name: str, wanted: Collection[str], suffixes: Collection[str]) -> bool:
    return name in wanted or any(name.endswith(suffix) for suffix in suffixes)


def _read(archive: ZipFile, entries: list[ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        data = _inflate(archive, entry)
        total += len(data)
        if total > LARGEST_WHOLE:
            raise PackageError(f"its parts have over {LARGEST_WHOLE:,} bytes once they are unpacked")
        if data.startswith(_UTF_16):
            raise PackageError(f"its part {entry.filename} is not UTF-8")
        if _DECLARED.search(data):
            raise PackageError(f"its part {entry.filename} declares a document type, which no office writes")
        parts[entry.filename] = data
    return parts


def _inflate(archive: ZipFile, entry: ZipInfo) -> bytes:
    """A part, read in pieces: what a package says about its sizes may be a lie."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > LARGEST_PART:
                raise PackageError(f"its part {entry.filename} has over {LARGEST_PART:,} bytes once unpacked")
            pieces.append(piece)
    return b"".join(pieces)
