"""The rules of the Code that code carries out: plain functions on plain values, no knowledge of Markdown."""
