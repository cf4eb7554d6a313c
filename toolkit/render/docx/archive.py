"""Zip archives that are the same whenever they are made: fixed dates, names in order."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file can name."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts by name; the same parts give the same bytes, in whatever order they come."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # Unix, also where it is made on Windows
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
