"""Build a pack: make every output, keep what succeeds, name what fails, then put the folder in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copystat

from toolkit.check.store import NoStore, Store

from .making import attempt, make_all
from .manifest import MANIFEST, manifest
from .plan import Failure, Made, Output, Plan, digest
from .remembered import Memory
from .secrecy import stop_leaks
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


def build(
    plan: Plan, out: Path, progress: Progress | None = None, workers: int = 1, store: Store | None = None
) -> Result:
    """Build a pack into a folder.

    An output that fails is named among the failures and the others are kept. Until everything is made,
    nothing in `out` changes. PackError where nothing can be written there or a file is in the way;
    LeakError where an output gives away what is confidential, and nothing is put in place.
    With more than one worker, outputs are made by that many processes at a time. With a store, an output
    is made only where something that it rests on has changed, and else taken from the pack in `out`.
    """
    names = {output.file for output in plan.outputs} | {MANIFEST, INDEX}
    earlier = earlier_files(out, names, plan.marking)
    memory = Memory(store or NoStore(), plan.templates, out)
    with stage(out) as folder:
        made: dict[str, Made] = {}
        failures: dict[str, Failure] = {}
        for done, (output, data, as_it_was) in enumerate(_outputs(plan, memory, workers), start=1):
            if isinstance(data, bytes):
                write(folder, output.file, data)
                made[output.file] = Made(output, digest(data), len(data), as_it_was)
                if as_it_was:
                    _keep_times(out, folder, output.file)
            else:
                failures[output.file] = Failure(output.file, data)
            if progress:
                progress(done, len(plan.outputs), output.file)
        whole = tuple(made[one.file] for one in plan.outputs if one.file in made)
        failed = tuple(failures[one.file] for one in plan.outputs if one.file in failures)
        whole, failed = _with_index(plan, out, folder, whole, failed)
        write(folder, MANIFEST, manifest(plan, whole, failed))
        stop_leaks(folder, plan.hidden, memory)
        publish(folder, out, earlier)
    return Result(out, whole, failed)


def _with_index(
    plan: Plan, out: Path, folder: Path, made: tuple[Made, ...], failures: tuple[Failure, ...]
) -> tuple[tuple[Made, ...], tuple[Failure, ...]]:
    if plan.index is None:
        return made, failures
    output = Output(INDEX, plan.title, "Index", "HTML", lambda _: b"")
    index = plan.index
    data = attempt(lambda: index(made))
    if isinstance(data, str):
        return made, (*failures, Failure(INDEX, data))
    write(folder, INDEX, data)
    as_it_was = _holds(out / INDEX, data)
    if as_it_was:
        _keep_times(out, folder, INDEX)
    return (Made(output, digest(data), len(data), as_it_was), *made), failures


def _outputs(plan: Plan, memory: Memory, workers: int) -> Iterator[tuple[Output, bytes | str, bool]]:
    """Every output with its bytes or with what went wrong, and whether it is as it was."""
    changed: list[Output] = []
    for output in plan.outputs:
        data = memory.recalled(output)
        if data is None:
            changed.append(output)
        else:
            yield output, data, True
    for output, (made, asked) in make_all(tuple(changed), plan.templates, workers):
        if isinstance(made, bytes):
            memory.remember(output, asked, digest(made))
        yield output, made, False


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _keep_times(out: Path, folder: Path, name: str) -> None:
    """A file that is as it was bears the time when it was made: who copies a pack can leave it out."""
    with suppress(OSError):
        copystat(out / name, folder / name)
