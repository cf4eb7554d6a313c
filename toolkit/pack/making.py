"""Making the outputs of a pack, several at a time; one that fails takes no other with it."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing.context import BaseContext
from typing import NamedTuple

from toolkit.render.templates import NotingTemplates, Templates

from .plan import Output


class Attempt(NamedTuple):
    """What became of making an output."""

    made: bytes | str
    """Its bytes, or in one line what went wrong."""
    asked: frozenset[str] = frozenset()
    """The templates that its writer asked for."""


def make_all(
    outputs: tuple[Output, ...], templates: Templates, workers: int
) -> Iterator[tuple[Output, Attempt]]:
    """Make every output, by that many processes at a time; they come in the order in which they are done."""
    if workers < 2 or len(outputs) < 2:
        yield from ((output, make(output.make, templates)) for output in outputs)
        return
    with ProcessPoolExecutor(min(workers, len(outputs)), _processes()) as pool:
        futures = {pool.submit(make, output.make, templates): output for output in outputs}
        try:
            for future in as_completed(futures):
                yield futures[future], _outcome(future)
        finally:
            pool.shutdown(cancel_futures=True)


def _processes() -> BaseContext:
    """How workers begin: fresh where typst has been at work in this process, whose threads a forked worker
    would wait for and never have; else as the platform does it."""
    return multiprocessing.get_context("spawn" if "typst" in sys.modules else None)


def make(writer: Callable[[Templates], bytes], templates: Templates) -> Attempt:
    """Make one output, and note which templates were asked for."""
    noting = NotingTemplates.over(templates)
    made = attempt(lambda: writer(noting))
    return Attempt(made, frozenset(noting.asked))


def attempt(writer: Callable[[], bytes]) -> bytes | str:
    """What a writer makes, or in one line why it could not."""
    try:
        made = writer()
        return made if isinstance(made, bytes) else f"The writer made a {type(made).__name__}, not bytes."
    except Exception as error:
        # whatever a writer trips over, the other outputs are still wanted
        return _reason(error)


def _outcome(future: Future[Attempt]) -> Attempt:
    """The process itself may have ended, for want of memory."""
    try:
        return future.result()
    except Exception as error:
        return Attempt(_reason(error))


def _reason(error: Exception) -> str:
    """In one line what went wrong. Errors of ours speak for themselves; of others we add the kind."""
    words = " ".join(str(error).split())
    kind = type(error)
    return words if words and kind.__module__.startswith("toolkit.") else f"{kind.__name__}: {words}"
