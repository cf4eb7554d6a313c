"""drafting new: a draft from a version, a clause among clauses, a consultation on drafts."""

from __future__ import annotations

import click

from toolkit.library.edit_register import with_version
from toolkit.library.finding import LibraryError
from toolkit.library.insertion import fresh_id, insert_after, label_after, new_clause, siblings_of
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.save import copy_folder, save
from toolkit.model.block import Clause
from toolkit.source.write import write_part

from .new_conclusions import analysis, conclusions
from .new_consultation import consultation
from .session import Session, WrongUse, open_session, told_plainly


@click.group(name="new")
def command() -> None:
    """Begin a version, a consultation, its analysis or its conclusions, or insert a clause into a draft."""


command.add_command(consultation)
command.add_command(analysis)
command.add_command(conclusions)


@command.command()
@click.argument("document", metavar="DOC")
@click.argument("version", metavar="VERSION")
@click.option("--from", "base", required=True, metavar="VER", help="The version to copy, such as 6.1U.")
@click.pass_context
def version(ctx: click.Context, document: str, version: str, base: str) -> None:
    """Copy a version to a new draft and enter it in the register.

    Example: drafting new version TMAD 6.2 --from 6.1U
    """
    with told_plainly():
        session = open_session(ctx)
        library = session.library()
        register = library.register(document)
        if any(one.name.lower() == version.lower() for one in register.versions):
            raise LibraryError(
                f"{register.code} {version} is in the register already.", "Choose another name."
            )
        source = session.load(base, register.code)
        if source.document.register.code != register.code:
            raise LibraryError(f"{base} is no version of {register.code}.")
        path = session.write(register.file)
        text = with_version(path.read_text(encoding="utf-8"), register, version, source.document.version.name)
        folder = path.parent
        copy_folder(folder / source.document.version.name, folder / version)
        save(path, text.encode("utf-8"))
    where = f"{register.file.rpartition('/')[0]}/{version}"
    click.echo(f"{register.code}@{version} is a draft from {source.document.name}, in {where}.")


@command.command()
@click.argument("draft", metavar="DOC@VER")
@click.option(
    "--after", required=True, metavar="CLAUSE", help="The clause to insert after, such as 4.30 or 4.30(b)."
)
@click.option(
    "--text", "words", default="", help="Its words. Without them, only says which label and id it would have."
)
@click.option("--id", "chosen", default="", help="Its permanent id, instead of one made from its words.")
@click.pass_context
def clause(ctx: click.Context, draft: str, after: str, words: str, chosen: str) -> None:
    """Insert a clause after another, with the right inserted label and a fresh id.

    Example: drafting new clause TMAD@6.2 --after 4.30 --text “The DCC shall …”
    """
    with told_plainly():
        session = open_session(ctx)
        library = session.library()
        loaded = session.load(draft)
        name = session.name(f"{draft}#{after[1:]}" if after.startswith("#") else f"{draft}:{after}")
        beside = library.clause(loaded, name)
        if not isinstance(beside, Clause):
            raise WrongUse(f"{after} is no clause; name the clause to insert after.")
        label = label_after(loaded.document, beside, siblings_of(loaded.document.blocks, beside))
        clause_id = _id(library, loaded, words, chosen)
        if not words.strip():
            click.echo(f"{label.own} {{#{clause_id}}}" if chosen else label.own)
            click.echo(
                f"Add --text to insert it in {beside.place.file} after line {beside.place.line}.", err=True
            )
            return
        _insert(session, loaded, beside, new_clause(beside, label, clause_id, words))
    click.echo(f"{loaded.document.name}:{label.text} {{#{clause_id}}} stands in {beside.place.file}.")


def _id(library: Library, loaded: Loaded, words: str, chosen: str) -> str:
    """An id that no version of the document has borne: an id is for ever."""
    code = loaded.document.register.code
    indexes = [one.index for one in library.everything() if one.document.register.code == code]
    taken = {one for index in indexes for one in (*index.clauses, *index.definitions, *index.tables)}
    if chosen and chosen in taken:
        raise WrongUse(f"The id {chosen} is or was another clause's. An id is for ever: choose another.")
    return chosen or fresh_id(words, taken)


def _insert(session: Session, loaded: Loaded, beside: Clause, clause: Clause) -> None:
    if loaded.document.version.digest:
        raise WrongUse(f"{loaded.document.name} is locked. Begin a draft: drafting new version.")
    part = next(one for one in loaded.document.parts if one.file == beside.place.file)
    if part.file in loaded.unreadable:
        raise WrongUse(f"{part.file} could not be read whole; drafting check says why.")
    save(session.write(part.file), write_part(insert_after(part, beside, clause)).encode("utf-8"))
