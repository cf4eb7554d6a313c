"""drafting run --csv: rows in, rows with their answers out, and every bad row reported by its line."""

from __future__ import annotations

import csv
import io
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from toolkit.conformance.catalogue import Rule
from toolkit.conformance.rows import ColumnsError, go_through, head, plans, read_rows
from toolkit.conformance.sources import Sources

from .session import WrongUse

_EACH = 10_000
_MOST_TOLD = 50


def run_rows(
    rules: list[Rule], name: str, output: Path | None, fixed: Mapping[str, str], sources: Sources | None
) -> int:
    """Ask the rules of every row of a CSV file; the exit status."""
    with _lines(name) as lines, _answers(output) as out:
        rows = read_rows(lines)
        _, columns = next(rows, (1, None))
        if not columns:
            raise WrongUse(f"{name}: its first line names no columns.")
        columns = [one.strip() for one in columns]
        try:
            planned = plans(columns, rules, fixed, sources)
        except ColumnsError as error:
            raise WrongUse(f"{name}: {error}") from error
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head(columns, rules))
        counts: Counter[str] = Counter()
        for row in go_through(rows, len(columns), planned, sources):
            writer.writerow(row.cells)
            counts["rows"] += 1
            counts["bad"] += bool(row.faults)
            counts["unmet"] += not row.passed and not row.faults
            _tell(row.line, row.faults, counts)
    _sum_up(counts)
    return 1 if counts["bad"] or counts["unmet"] else 0


def _tell(line: int, faults: tuple[str, ...], counts: Counter[str]) -> None:
    if faults and counts["bad"] <= _MOST_TOLD:
        click.echo(f"line {line}: {' '.join(faults)}", err=True)
    if counts["rows"] % _EACH == 0 and sys.stderr.isatty():
        click.echo(f"\r{counts['rows']:,} rows …", nl=False, err=True)


def _sum_up(counts: Counter[str]) -> None:
    if counts["bad"] > _MOST_TOLD:
        click.echo(f"and {counts['bad'] - _MOST_TOLD:,} more bad rows; the answers tell each.", err=True)
    good = counts["rows"] - counts["bad"] - counts["unmet"]
    told = f"{good:,} pass every rule, {counts['unmet']:,} do not, {counts['bad']:,} bad"
    click.echo(f"{counts['rows']:,} rows: {told}.", err=True)


@contextmanager
def _lines(name: str) -> Iterator[TextIO]:
    """The file as text; bytes that are not UTF-8 are kept apart, and reported with their row."""
    if name == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="")
        return
    with Path(name).open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        yield stream


@contextmanager
def _answers(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or not at all."""
    if output is None:
        yield sys.stdout
        return
    handle, staged = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        Path(staged).chmod(0o644)
        Path(staged).replace(output)
    except BaseException:
        Path(staged).unlink(missing_ok=True)
        raise
