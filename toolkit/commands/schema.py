"""drafting schema: what editors check the project's YAML files with, and what programs may rely on."""

from __future__ import annotations

import json
from importlib import import_module, resources
from pathlib import Path
from typing import NamedTuple

import click

from toolkit.library.save import save
from toolkit.source.yaml_schema import json_schema

from .session import WrongUse, told_plainly

FOLDER = "docs/schemas"
"""Where the schemas of a root are kept."""


class _Kind(NamedTuple):
    """One kind of file that people write."""

    files: str
    """Where they lie."""
    shape: str
    """The model that they are read with: its module, and its name."""


KINDS: dict[str, _Kind] = {
    "document": _Kind("documents/*/document.yaml", "toolkit.library.register_shape:RegisterEntry"),
    "inventory": _Kind("documents/_external/*.yaml", "toolkit.library.external_shape:InventoryEntry"),
    "evidence": _Kind("documents/*/evidence.yaml", "toolkit.trace.evidence_shape:EvidenceFileShape"),
    "trace": _Kind("trace.yaml", "toolkit.trace.project_shape:ProjectShape"),
    "consultation": _Kind("consultations/*/consultation.yaml", "toolkit.consult.shape:ConsultationShape"),
    "response": _Kind("consultations/*/responses/*.yaml", "toolkit.consult.response_shape:ResponseShape"),
    "analysis": _Kind("consultations/*/analysis.yaml", "toolkit.consult.analysis_shape:AnalysisShape"),
    "conclusions": _Kind(
        "consultations/*/conclusions.yaml", "toolkit.consult.conclusions_shape:ConclusionsShape"
    ),
    "direction": _Kind("consultations/*/direction.yaml", "toolkit.consult.direction_shape:DirectionShape"),
}
"""From the name of a schema to the files that it is for."""


class _Output(NamedTuple):
    """Data that a command prints, in a form that has a number."""

    command: str
    package: str
    """Where its schema lies, beside what writes the data."""


OUTPUTS: dict[str, _Output] = {
    "changes-1": _Output("drafting diff --format json", "toolkit.compare"),
    "trace-1": _Output("drafting trace --format json", "toolkit.trace"),
}
"""From the name of a schema to the data that it is of."""


@click.command(name="schema")
@click.argument("name", required=False, metavar="NAME")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Write it, or all of them without NAME, as NAME.json into this folder.")  # fmt: skip
def command(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a YAML file, with which editors complete and check, or of data printed.

    Without NAME and folder it lists them.

    Example: drafting schema consultation
    """
    known = {name: kind.files for name, kind in KINDS.items()}
    known |= {name: output.command for name, output in OUTPUTS.items()}
    if name is not None and name not in known:
        raise WrongUse(f"There is no schema {name}. There are {', '.join(known)}.")
    chosen = [name] if name else list(known)
    with told_plainly():
        if output is not None:
            output.mkdir(parents=True, exist_ok=True)
            for one in chosen:
                save(output / f"{one}.json", schema_text(one).encode("utf-8"))
                click.echo(f"{output / one}.json is for {known[one]}.")
        elif name:
            click.echo(schema_text(name), nl=False)
        else:
            width = max(map(len, known))
            click.echo("\n".join(f"{one:<{width}}  {files}" for one, files in known.items()))


def schema_text(name: str) -> str:
    """The schema of a kind of file, or of what a command prints, as it is written."""
    if name in OUTPUTS:
        return (resources.files(OUTPUTS[name].package) / f"{name}.json").read_text(encoding="utf-8")
    kind = KINDS[name]
    module, _, model = kind.shape.partition(":")
    made = json_schema(getattr(import_module(module), model), name, kind.files)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
