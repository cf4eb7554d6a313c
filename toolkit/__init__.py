"""Regulation kept as source: read it, check it, compare it, and publish it."""

__version__ = "0.1.0"
