"""drafting new analysis and new conclusions: what follows a consultation, begun from what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from toolkit.consult.analysis_skeleton import analysis_skeleton
from toolkit.consult.conclusions_skeleton import BeginningConclusions, conclusions_skeleton
from toolkit.consult.consultation import Consultation, Draft
from toolkit.consult.drafting import since_consultation
from toolkit.consult.proposal import draft_changes
from toolkit.consult.response_folder import ANALYSIS, read_responses
from toolkit.consult.scope import base_of
from toolkit.consult.stage import StageDocument, StageKind
from toolkit.consult.stage_skeleton import StagedDocument
from toolkit.consult.wording import day_words
from toolkit.library.edit_register import with_status
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.register import read_register
from toolkit.library.save import save_all, save_new
from toolkit.library.timeline import bases, in_effect
from toolkit.model.document import Register, Status, Version

from .chosen_consultation import read_consulted, stops, tell
from .schema import FOLDER as SCHEMAS
from .session import Session, WrongUse, open_session, told_plainly

_DONE = (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("name", metavar="CONSULTATION")
@click.pass_context
def analysis(ctx: click.Context, name: str) -> None:
    """Begin the analysis of responses: an outcome for each question, and each theme that answers name.

    Example: drafting new analysis 2020-08-uplift-1.2
    """
    with told_plainly():
        session = open_session(ctx)
        consultation = read_consulted(session, name).consultation
        path = session.write(f"consultations/{name}/{ANALYSIS}")
        save_new({path: _analysis(session, consultation).encode("utf-8")})
    click.echo(f"consultations/{name}/{ANALYSIS} is begun: write what reads … in it.")
    click.echo(f"drafting status {name} says which objection is under no theme yet.")


@click.command()
@click.argument("name", metavar="CONSULTATION")
@click.option("--document", "documents", multiple=True, metavar="DOC@VER",
              help="What is concluded, once for each (default: what the register says).")  # fmt: skip
@click.option("--published", type=DAY, help="Default: the day on which conclusions are due, else today.")
@click.pass_context
def conclusions(
    ctx: click.Context, name: str, documents: tuple[str, ...], published: datetime | None
) -> None:
    """Begin the conclusions on a consultation, from what was really changed since, and their texts.

    The register is told which versions are concluded. Where there is no analysis yet, it is begun too. Its
    pack can be built at once; what reads … is to be written. Nothing is written where none could be built.

    Example: drafting new conclusions 2020-08-uplift-1.2 --document TMAD@6.2
    """
    with told_plainly():
        session = open_session(ctx)
        library = session.library()
        consultation = read_consulted(session, name).consultation
        due = consultation.timetable.conclusions
        day = published.date() if published else due.day if due else datetime.now().date()
        staged = _staged(session, library, consultation, documents, day)
        files = _files(session, library, consultation, staged, day)
        registers = _registers(session, staged, day)
        _check(ctx, session, _with(library, files, staged, day), name)
        new = {session.write(file): data for file, data in files.items()}
        there = [path for path in new if path.exists()]
        if there:
            raise LibraryError(
                f"consultations/{name}/{there[0].name} is there already.", "Take it away first."
            )
        session.write(f"consultations/{name}/{StageKind.CONCLUSIONS}").mkdir(exist_ok=True)
        save_all({**registers, **{path: (None, data) for path, data in new.items()}})
    for one in staged:
        said = "as it was consulted on" if one.version == one.consulted else f"from {one.consulted}"
        click.echo(f"{one.register.code}@{one.version} is concluded, {said}.")
    click.echo(
        f"consultations/{name} holds the conclusions, of {day_words(day)}: write what reads … in them."
    )
    click.echo(f"Their pack can be built: drafting pack {name} --stage conclusions")


def _analysis(session: Session, consultation: Consultation) -> str:
    responses, _ = read_responses(session.files, consultation)
    schema = "../../docs/schemas/analysis.json" if _has_schema(session, "analysis") else ""
    return analysis_skeleton(consultation, responses.counted, schema)


def _has_schema(session: Session, kind: str) -> bool:
    return (session.root / SCHEMAS / f"{kind}.json").is_file()


def _staged(
    session: Session, library: Library, consultation: Consultation, names: tuple[str, ...], day: date
) -> tuple[StagedDocument, ...]:
    """What is concluded of each draft, in order."""
    named = [session.load(name).document for name in names]
    found = []
    for code, draft in consultation.drafts:
        register = library.register(code)
        given = [one.version for one in named if one.register.code == code]
        version = _concluded(register, draft, given)
        law = [one for one in in_effect(register, day) if one.line == version.line and one.held]
        base = law[0].name if law and law[0] != version else base_of(draft, register)
        found.append(StagedDocument(register, version.name, draft.version, base))
    wanted = {(one.register.code, one.version) for one in found}
    for one in named:
        if (one.register.code, one.version.name) not in wanted:
            raise WrongUse(f"{one.name} is the outcome of no draft that {consultation.id} was about.")
    return tuple(found)


def _concluded(register: Register, draft: Draft, given: list[Version]) -> Version:
    """The version that is the outcome of a draft: of those named, or of the register's."""
    consulted = register.version(draft.version)
    if consulted is None:
        raise LibraryError(f"The register of {register.code} has no version {draft.version}.")
    for one in given:
        if one == consulted or consulted in bases(register, one) or len(given) == 1:
            return one
    resting = [one for one in register.versions if one.status in _DONE and consulted in bases(register, one)]
    if resting:
        return resting[0]
    if consulted.status in _DONE:
        return consulted
    name = f"{register.code}@{draft.version}"
    raise WrongUse(
        f"No version that is concluded rests on {name}. Name the outcome: --document {name} where nothing "
        f"was changed, else a version made from it: drafting new version {register.code} NEW "
        f"--from {draft.version}."
    )


def _files(
    session: Session, library: Library, consultation: Consultation, staged: tuple[StagedDocument, ...],
    day: date,
) -> dict[str, bytes]:  # fmt: skip
    """The files of the conclusions, and of the analysis where there is none, from the root."""
    changed = [one for one in staged if one.version != one.consulted]
    documents = [StageDocument(one.register.code, one.version, one.consulted) for one in changed]
    rows = draft_changes(since_consultation(library, documents))
    schema = "../../docs/schemas/conclusions.json" if _has_schema(session, "conclusions") else ""
    texts = conclusions_skeleton(BeginningConclusions(consultation, day, staged, rows, schema))
    if ANALYSIS not in library.files.names(f"consultations/{consultation.id}"):
        texts[ANALYSIS] = _analysis(session, consultation)
    return {f"consultations/{consultation.id}/{file}": text.encode("utf-8") for file, text in texts.items()}


def _with(
    library: Library, files: Mapping[str, bytes], staged: tuple[StagedDocument, ...], day: date
) -> Library:
    """The library as it will be: with the files, and with what is concluded in its registers."""
    registers = dict(library.registers)
    for one in staged:
        register = registers[one.register.code]
        versions = tuple(
            replace(each, status=Status.CONCLUDED, concluded=day)
            if each.name == one.version and each.status not in _DONE
            else each
            for each in register.versions
        )
        registers[one.register.code] = replace(register, versions=versions)
    return replace(library.with_files(dict(files)), registers=registers)


def _check(ctx: click.Context, session: Session, library: Library, name: str) -> None:
    """End the command where no pack could be made."""
    from toolkit.pack.prepare_stage import prepare_stage
    from toolkit.render.templates import Templates

    templates = Templates.of(session.root / "templates")
    prepared, found = prepare_stage(library, name, StageKind.CONCLUSIONS, templates)
    if found:
        tell(library.files, found)
    if prepared is None or stops(found):
        click.echo("Nothing was written: put this right first.", err=True)
        ctx.exit(1)


def _registers(
    session: Session, staged: tuple[StagedDocument, ...], day: date
) -> dict[Path, tuple[bytes | None, bytes]]:
    """The registers in which versions become concluded, as they are and as they will be."""
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    for one in staged:
        version = one.register.version(one.version)
        if version is None or version.status in _DONE:
            continue
        path = session.write(one.register.file)
        old, new = files.get(path, (path.read_bytes(),) * 2)
        register = read_register(new, one.register.file)[0] or one.register
        text = with_status(new.decode("utf-8"), register, one.version, Status.CONCLUDED, concluded=day)
        files[path] = (old, text.encode("utf-8"))
    return files
