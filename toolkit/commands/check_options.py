"""Options of drafting check that say which findings are wanted, and the file of a baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from toolkit.check.baseline import (
    Baseline,
    BaselineError,
    baseline_of,
    held_against,
    read_baseline,
    write_baseline,
)
from toolkit.check.choice import Choice, ChoiceError, code_of
from toolkit.check.manual import names
from toolkit.check.outcome import Outcome
from toolkit.check.report.sources import Sources
from toolkit.library.name import read_name
from toolkit.model.diagnostic import Severity
from toolkit.trace.example_check import CODES
from toolkit.trace.finding import FINDINGS

from .manual import explain, manual
from .manual import names as all_names
from .session import WrongUse

_FILE = click.Path(path_type=Path, dir_okay=False)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --select, --ignore and --severity."""
    for option in (
        click.option("--severity", "least", default=Severity.NOTE.value, show_default=True,
                     type=click.Choice([one.value for one in Severity]),
                     help="Leave out what weighs less."),
        click.option("--ignore", multiple=True, metavar="CODE,…", help="Leave these out: C106, term-case."),
        click.option("--select", multiple=True, metavar="CODE,…",
                     help="Only these: codes, beginnings of codes (C1), or names."),
    ):  # fmt: skip
        command = option(command)
    return command


def baselining(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --baseline and --write-baseline."""
    for option in (
        click.option("--write-baseline", "to_write", type=_FILE, metavar="FILE",
                     help="Write what is found to FILE, for --baseline."),
        click.option("--baseline", "to_read", type=_FILE, metavar="FILE",
                     help="Set aside what FILE knows: only what is new fails."),
    ):  # fmt: skip
        command = option(command)
    return command


def explaining(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --explain and --manual, which need no documents."""
    for option in (
        click.option("--manual", is_flag=True, is_eager=True, expose_value=False, callback=_tell_all,
                     help="Print the page of everything that can be found."),
        click.option("--explain", metavar="CODE", is_eager=True, expose_value=False, callback=_tell,
                     help="Print what a code or name means, with an example."),
    ):  # fmt: skip
        command = option(command)
    return command


def _tell(ctx: click.Context, _: click.Parameter, word: str | None) -> None:
    if word is None or ctx.resilient_parsing:
        return
    try:
        click.echo(explain(code_of(word, all_names())), nl=False)
    except ChoiceError as error:
        raise WrongUse(str(error)) from error
    ctx.exit(0)


def _tell_all(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(manual(), nl=False)
        ctx.exit(0)


def refuse_contradictions(options: Mapping[str, Any]) -> None:
    """WrongUse where two options, by the names of their parameters, do not go together."""
    if options["to_read"] and options["to_write"]:
        raise WrongUse("--baseline and --write-baseline do not go together: one reads, the other writes.")
    if options["diff"] and options["to_write"]:
        raise WrongUse("--diff and --write-baseline do not go together: --diff writes nothing.")
    against_watch = {
        "--fix": options["to_fix"],
        "--diff": options["diff"],
        "--write-baseline": options["to_write"],
        f"--format {options['form']}": options["form"] != "text",
    }
    wrong = [name for name, given in against_watch.items() if given]
    if options["to_watch"] and wrong:
        raise WrongUse(
            f"--watch does not go together with {' or '.join(wrong)}: it shows findings as text and writes "
            "no file. Leave out one or the other."
        )


def refuse_parts(versions: Sequence[str]) -> None:
    """WrongUse for a name that means a clause or a git revision; LibraryError for one that means nothing."""
    for text in versions:
        name = read_name(text)
        if name.label or name.id:
            raise WrongUse(f"“{text}” is a clause. Check the whole version: {name.whole}.")
        if name.revision:
            raise WrongUse(f"“{text}” is of a git revision. Check it out: check reads the files as they are.")


def choice_of(select: Sequence[str], ignore: Sequence[str], least: str) -> Choice:
    """What the options choose; WrongUse where one names nothing that can be found."""
    try:
        return Choice.of(select, ignore, Severity(least), _named())
    except ChoiceError as error:
        raise WrongUse(str(error)) from error


def _named() -> dict[str, str]:
    """From the code of everything that a check can find to its name, faults of worked examples included."""
    return {**names(), **{code: FINDINGS[code][0] for code in CODES}}


def chosen_from(outcome: Outcome, choice: Choice) -> Outcome:
    """The part of an outcome that is wanted."""
    return outcome._replace(
        findings=tuple(one for one in outcome.findings if choice.shows(one)),
        set_aside=tuple(one for one in outcome.set_aside if choice.shows(one.finding)),
    )


def against_baseline(outcome: Outcome, file: Path | None, sources: Sources) -> Outcome:
    """An outcome without what the baseline knows; WrongUse where the file is none."""
    if file is None:
        return outcome
    return held_against(outcome, baseline_in(file), sources)


def baseline_in(file: Path) -> Baseline:
    """The baseline in a file; WrongUse where there is none."""
    hint = f"Write it with drafting check --write-baseline {file}."
    try:
        return read_baseline(file.read_bytes())
    except BaselineError as error:
        raise WrongUse(f"{file} is no baseline: it {error}. {hint}") from error
    except OSError as error:
        raise WrongUse(f"There is no baseline to read at {file}: {error.strerror}. {hint}") from error


def save_baseline(outcome: Outcome, file: Path, sources: Sources) -> None:
    """Write what was found to a file, all of it or nothing."""
    named = _named()
    baseline = baseline_of(outcome.findings, sources)
    half = file.with_name(f"{file.name}.part")
    try:
        half.write_text(write_baseline(baseline, lambda code: named.get(code, "")), "utf-8", newline="\n")
        half.replace(file)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise WrongUse(f"The baseline cannot be written to {file}: {error.strerror}.") from error
    click.echo(f"{len(outcome.findings)} findings are in {file}. Check with --baseline {file} from now on.")
