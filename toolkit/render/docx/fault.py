"""What is wrong with a Word file that the writer was given."""

from __future__ import annotations


class ReferenceFault(Exception):  # noqa: N818  # a fault of the file, told to its owner
    """The reference document cannot be used; the message says why and what to do."""
