"""Build a pack: make every output, keep what succeeds, name what fails, then put the folder in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from .manifest import MANIFEST, manifest
from .plan import Failure, Made, Output, Plan, digest
from .stage import earlier_files, publish, stage, write

INDEX = "index.html"

Progress = Callable[[int, int, str], None]
"""Told after each output: how many are done, of how many, and the file just done."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a build."""

    out: Path
    made: tuple[Made, ...]
    failures: tuple[Failure, ...]


def build(plan: Plan, out: Path, progress: Progress | None = None, workers: int = 1) -> Result:
    """Build a pack into a folder.

    An output that fails is named among the failures and the others are kept. Until everything is made,
    nothing in `out` changes. PackError where nothing can be written there or a file is in the way.
    With more than one worker, outputs are made by that many processes at a time.
    """
    names = {output.file for output in plan.outputs} | {MANIFEST, INDEX}
    earlier = earlier_files(out, names)
    with stage(out) as folder:
        made: dict[str, Made] = {}
        failures: dict[str, Failure] = {}
        for done, (output, data) in enumerate(_make_all(plan.outputs, workers), start=1):
            if isinstance(data, bytes):
                write(folder, output.file, data)
                made[output.file] = Made(output, digest(data), len(data))
            else:
                failures[output.file] = Failure(output.file, data)
            if progress:
                progress(done, len(plan.outputs), output.file)
        whole = tuple(made[one.file] for one in plan.outputs if one.file in made)
        failed = tuple(failures[one.file] for one in plan.outputs if one.file in failures)
        whole, failed = _with_index(plan, folder, whole, failed)
        write(folder, MANIFEST, manifest(plan, whole, failed))
        publish(folder, out, earlier)
    return Result(out, whole, failed)


def _with_index(
    plan: Plan, folder: Path, made: tuple[Made, ...], failures: tuple[Failure, ...]
) -> tuple[tuple[Made, ...], tuple[Failure, ...]]:
    if plan.index is None:
        return made, failures
    output = Output(INDEX, plan.title, "Index", "HTML", lambda: b"")
    index = plan.index
    data = attempt(lambda: index(made))
    if isinstance(data, str):
        return made, (*failures, Failure(INDEX, data))
    write(folder, INDEX, data)
    return (Made(output, digest(data), len(data)), *made), failures


def _make_all(outputs: tuple[Output, ...], workers: int) -> Iterator[tuple[Output, bytes | str]]:
    """Every output with its bytes or with what went wrong, in the order in which they are done."""
    if workers < 2 or len(outputs) < 2:
        yield from ((output, attempt(output.make)) for output in outputs)
        return
    with ProcessPoolExecutor(min(workers, len(outputs))) as pool:
        futures = {pool.submit(attempt, output.make): output for output in outputs}
        try:
            for future in as_completed(futures):
                yield futures[future], _outcome(future)
        finally:
            pool.shutdown(cancel_futures=True)


def attempt(make: Callable[[], bytes]) -> bytes | str:
    """What a writer makes, or in one line why it could not."""
    try:
        made = make()
        return made if isinstance(made, bytes) else f"The writer made a {type(made).__name__}, not bytes."
    except Exception as error:
        # whatever a writer trips over, the other outputs are still wanted
        return _reason(error)


def _outcome(future: Future[bytes | str]) -> bytes | str:
    """The process itself may have ended, for want of memory."""
    try:
        return future.result()
    except Exception as error:
        return _reason(error)


def _reason(error: Exception) -> str:
    """In one line what went wrong. Errors of ours speak for themselves; of others we add the kind."""
    words = " ".join(str(error).split())
    kind = type(error)
    return words if words and kind.__module__.startswith("toolkit.") else f"{kind.__name__}: {words}"
