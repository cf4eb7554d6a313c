"""What is wrong with a Word file that the writer was given."""

from __future__ import annotations


class ReferenceFileError(Exception):
    """The reference document cannot be used; the message says why and what to do."""
