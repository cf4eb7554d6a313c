"""The command line: a table of commands, each loaded only when it is called."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from pathlib import Path

import click

from toolkit import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("list_versions", "List the documents and their versions."),
    "show": ("show", "Print a version, or one clause of it, on the terminal."),
    "check": ("check", "Find broken citations, terms and numbering, and say what to do."),
    "fmt": ("fmt", "Lay out the Markdown of drafts in the one canonical way."),
    "diff": ("diff", "Tell what changed between two versions."),
    "render": ("render", "Make clean or change-marked copies: HTML, PDF, Word."),
    "pack": ("pack", "Build a consultation pack."),
    "response": ("response", "Write response forms, take in responses, and tell what they say."),
    "direction": ("direction", "Direct some of the declared changes, and leave the rest for later."),
    "status": ("status", "Say where consultations stand, what is next and what is missing."),
    "new": ("new", "Begin a version, a clause, a consultation, its analysis or conclusions."),
    "run": ("run", "Ask a rule of the Code: its answer, the reason and the clause."),
    "renumber": ("renumber", "Give clauses of a draft other labels, and their citations with them."),
    "trace": ("trace", "Say which clauses code carries out, and whether it is tested."),
    "why": ("why", "Tell all that is known of a clause: its code, tests, results, attestations."),
    "suspects": ("suspects", "Tell which code a change of the law makes suspect."),
    "attest": ("attest", "Write down that code was read against the words of its clauses."),
    "obligations": ("obligations", "Tell who must do what, when, and under which clause."),
    "schema": ("schema", "Print what editors check the project's YAML files with."),
    "lock": ("lock", "Lock a designated text by its digest."),
}
"""From the name of a command to its module in toolkit.commands and its line in the help."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are called: --help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"toolkit.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from error


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="DIR",
    help="The folder that holds documents/. Without it, the nearest one from here upwards.",
)  # fmt: skip
@click.version_option(__version__, message="drafting %(version)s")
@click.pass_context
def group(ctx: click.Context, root: Path | None) -> None:
    """Keep regulation as source: read it, check it, compare it and publish it.

    A version is named TMAD@6.0, TMAD@2020-08-01 (in legal effect that day), TMAD@git:REV, or just
    TMAD (the newest open draft). A clause is TMAD@6.0:3.24 or TMAD@6.0#its-id.
    """
    ctx.obj = root


def main() -> None:
    """Run the command line. Exit status: 0 clean, 1 findings, 2 wrong use."""
    gc.set_threshold(50_000, 20, 100)  # clauses make no cycles: to look for some costs a tenth of a check
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    atexit.register(gc.freeze)  # else the end of the process looks through everything for cycles once more
    group(prog_name="drafting")
