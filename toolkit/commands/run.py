"""drafting run: one rule asked once, or several asked of every row of a list."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from toolkit.conformance.asking import UnknownInputError, ask_json, ask_text
from toolkit.conformance.catalogue import RULES, Rule, find, near
from toolkit.conformance.data import parse_json, ruling_data
from toolkit.conformance.ruling import Outcome, RefusalError, Ruling
from toolkit.conformance.sources import Sources

from .run_explain import explained, listed
from .run_rows import run_rows
from .session import WrongUse, open_session, told_plainly

SCHEMA = "drafting-run/1"


@click.command(name="run", add_help_option=False)
@click.argument("names", nargs=-1, metavar="RULE …")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE",
    help="One input; @FILE for the content of a file. With --csv, the same for every row.",
)  # fmt: skip
@click.option("--json", "json_file", metavar="FILE", help="The inputs as a JSON object; - is standard input.")
@click.option("--csv", "csv_file", metavar="FILE",
              help="One row for each time the rules are asked; - is standard input.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where --csv writes its answers; without it, to standard output.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--list", "wants_list", is_flag=True, help="List the rules.")
@click.option("-h", "--help", "wants_help", is_flag=True, help="Show this, or what a RULE asks and needs.")
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    settings: tuple[str, ...],
    json_file: str | None,
    csv_file: str | None,
    output: Path | None,
    form: str,
    wants_list: bool,
    wants_help: bool,
) -> None:
    """Ask a rule of the Code, and print its answer, the reason and the clause it rests on.

    Examples: drafting run --list; drafting run R4 --help;
    drafting run R4 --set notice_date=2020-08-03 --set planned_date=2020-08-10 --set version=6.0;
    drafting run R1 R4 R5 R8 R9 --csv migration.csv --set R1.version=6.1U -o answers.csv

    With --csv a column bears the name of an input and is read by every rule that has one so named;
    R4.version, as a column or in --set, is for one rule alone. A bad row is reported by its line, and the
    others are answered.

    Exit status: 0 every rule is met or has decided, 1 one is not met, not in force or refused, 2 wrong use.
    """
    if wants_list:
        click.echo(listed(RULES, form), nl=False)
        return
    rules = [_rule(name) for name in names]
    if wants_help or not rules:
        click.echo("\n".join(map(explained, rules)) if rules else ctx.get_help(), nl=not rules)
        ctx.exit(0 if wants_help else 2)
    given = _settings(settings)
    sources = _sources(ctx, rules)
    with told_plainly():
        if csv_file is not None:
            _check_csv_use(json_file, form)
            ctx.exit(run_rows(rules, csv_file, output, given, sources))
        if output is not None or len(rules) > 1:
            raise WrongUse("Several rules, and -o, go with --csv.")
        ruling = _ask(rules[0], given, json_file, sources)
    click.echo(_printed(rules[0], ruling, form), nl=False)
    ctx.exit(0 if ruling.passes else 1)


def _rule(name: str) -> Rule:
    found = find(name)
    if found is None:
        meant = near(name)
        hint = f"Did you mean {' or '.join(meant)}?" if meant else "drafting run --list shows them."
        raise WrongUse(f"There is no rule “{name}”. {hint}")
    return found


def _settings(texts: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in map(_setting, texts):
        if name in given:
            raise WrongUse(f"--set {name}: it is given twice; give it once.")
        given[name] = value
    return given


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise WrongUse(f"--set {text}: write NAME=VALUE.")
    if value.startswith("@"):
        with told_plainly():
            value = Path(value[1:]).read_bytes().decode("utf-8", "surrogateescape")
    return name.strip(), value


def _sources(ctx: click.Context, rules: list[Rule]) -> Sources | None:
    """The texts of the documents, where a rule reads them: they need not be at hand for the others."""
    if not any(rule.reads_sources for rule in rules):
        return None
    with told_plainly():
        return open_session(ctx).library()


def _check_csv_use(json_file: str | None, form: str) -> None:
    if json_file is not None or form != "text":
        raise WrongUse("--csv goes without --json and --format: its answers are CSV.")


def _ask(rule: Rule, given: dict[str, str], json_file: str | None, sources: Sources | None) -> Ruling[Any]:
    try:
        if json_file is None:
            return ask_text(rule, given, sources)
        if given:
            raise WrongUse("--json and --set do not go together: write all inputs in the file.")
        return ask_json(rule, _json_object(json_file), sources)
    except UnknownInputError as error:
        raise WrongUse(str(error)) from error


def _json_object(name: str) -> dict[str, Any]:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        content = parse_json(data.decode("utf-8-sig"))
    except (RefusalError, UnicodeDecodeError) as error:
        raise WrongUse(f"{name}: {error}") from error
    if not isinstance(content, dict):
        raise WrongUse(f"{name}: write an object, with a name for each input.")
    return content


def _printed(rule: Rule, ruling: Ruling[Any], form: str) -> str:
    data = ruling_data(ruling)
    if form == "json":
        entry = {"schema": SCHEMA, "rule": rule.number, "name": rule.name, "passes": ruling.passes, **data}
        return json.dumps(entry, ensure_ascii=False, indent=2) + "\n"
    standing = "" if ruling.outcome is Outcome.REFUSED else f", {ruling.standing.value}"
    lines = [
        f"{rule.number} {rule.name}: {ruling.outcome.value}",
        f"  why      {ruling.reason}",
        f"  clause   {ruling.clause}{standing}",
    ]
    if data["value"] is not None:
        told = _told(data["value"])
        lines += [f"  value    {told[0]}", *(f"           {line}" for line in told[1:])]
    return "\n".join(lines) + "\n"


def _told(data: Any) -> list[str]:
    """A value in lines, the parts of a composite one indented."""
    if isinstance(data, dict):
        return [line for name, item in data.items() for line in _headed(f"{name}:", item)]
    if isinstance(data, list):
        return [line for item in data for line in _headed("-", item)] or ["none"]
    if isinstance(data, bool):
        return ["yes" if data else "no"]
    return ["none" if data is None else str(data) or "(empty)"]


def _headed(head: str, item: Any) -> list[str]:
    lines = _told(item)
    if len(lines) == 1 or head == "-":
        return [f"{head} {lines[0]}", *(f"{' ' * len(head)} {line}" for line in lines[1:])]
    return [head, *(f"  {line}" for line in lines)]
