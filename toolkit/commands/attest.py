"""drafting attest: somebody says that code was read against the words of a clause, and it is written down."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from toolkit.library.name import Name, read_name
from toolkit.library.save import save_all
from toolkit.model.diagnostic import Diagnostic
from toolkit.trace.attestation import FILE, write_attestations
from toolkit.trace.attesting import AttestingError, Wanted, Word, attest, gone, updated
from toolkit.trace.link import Link
from toolkit.trace.tracing import Sources, trace
from toolkit.trace.verdict import ClauseVerdict

from .session import Session, WrongUse, open_session, told_plainly
from .tracing import bears, read_trace


@click.command(name="attest")
@click.argument("clauses", nargs=-1, metavar="[CLAUSE …]")
@click.option("--all", "everything", is_flag=True, help="Every link that is suspect or was never attested.")
@click.option("--remove-gone", is_flag=True, help="Take out the lines of links that are no longer there.")
@click.option("--code", metavar="FILE::NAME", help="Only the links of this function, class or file.")
@click.option("--who", default="", metavar="NAME", help="Who read clause and code.")
@click.option("--why", default="", metavar="TEXT", help="What was found: why the code does what is said.")
@click.option("--editorial", is_flag=True, help="Only the form of the clause changed; the code did not.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="The day on which it was read (default: today).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, clauses: tuple[str, ...], everything: bool, remove_gone: bool, code: str | None,
    who: str, why: str, editorial: bool, day: datetime | None,
) -> None:  # fmt: skip
    """Write down that code was read against the words of its clauses, in documents/CODE/attestations.tsv.

    Links that stand as they were attested keep their lines; where a function that is gone carried out a
    clause that is attested now, its line goes. All that was asked for is written, or nothing.

    Examples: drafting attest TMAD#mprn-leading-zeros --who "A. Drafter" --why "Read with its tests";
    drafting attest TMAD:4.29 TMAD:4.30 --editorial --who "A. Drafter" --why "Commas"
    """
    _check_use(clauses, everything, remove_gone, who, why, editorial)
    word = Word(who, why, day.date() if day else date.today(), editorial)
    with told_plainly():
        session = open_session(ctx)
        sources, wrong = read_trace(session, (), word.day)
        _must_be_whole(wrong)
        verdicts = trace(sources).verdicts
        wanted = _wanted(tuple(map(read_name, clauses)), code, verdicts)
        told = _write(
            session, sources, verdicts, wanted if clauses or everything else None, word, remove_gone
        )
    click.echo("\n".join(told) if told else "Nothing to write: every link stands as it was attested.")


def _check_use(
    clauses: tuple[str, ...], everything: bool, remove_gone: bool, who: str, why: str, editorial: bool
) -> None:
    if not (clauses or everything or remove_gone) or (clauses and everything):
        raise WrongUse("Name clauses, such as TMAD:3.24; or give --all or --remove-gone.")
    if (clauses or everything) and not (who.strip() and why.strip()):
        raise WrongUse("Say with --who who read clause and code, and with --why what was found.")
    if editorial and everything:
        raise WrongUse("--editorial goes with clauses that are named: somebody must have looked at each.")


def _must_be_whole(wrong: tuple[Diagnostic, ...]) -> None:
    for one in wrong:
        if one.code == "T124":
            raise WrongUse(
                f"{one.place}: {one.message} Mend the file first: to write it now would lose a line."
            )


def _wanted(names: tuple[Name, ...], code: str | None, verdicts: tuple[ClauseVerdict, ...]) -> Wanted:
    """Which links were asked for; WrongUse where a name leads to no clause that code carries out."""
    for name in names:
        borne = [verdict for verdict in verdicts if bears(verdict, name)]
        clause = f"{name.whole}{f'#{name.id}' if name.id else f':{name.label}'}"
        if not borne:
            raise WrongUse(
                f"{clause} is no clause of the versions that are traced. drafting trace --all lists them."
            )
        if not any(verdict.own_code for verdict in borne):
            raise WrongUse(f"No code says that it implements {clause}: there is nothing to attest.")
    if code is not None and not any(_is(link, code) for one in verdicts for link in one.own_code):
        raise WrongUse(f"{code} says of no clause that it implements it.")

    def wanted(verdict: ClauseVerdict, link: Link) -> bool:
        named = not names or any(bears(verdict, name) for name in names)
        return named and (code is None or _is(link, code))

    return wanted


def _is(link: Link, code: str) -> bool:
    return code in (link.code, link.file)


def _write(
    session: Session, sources: Sources, verdicts: tuple[ClauseVerdict, ...], wanted: Wanted | None,
    word: Word, remove_gone: bool,
) -> list[str]:  # fmt: skip
    """Write the file of each document in which a line changes, all of them or none; say what was done."""
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    told: list[str] = []
    for code, register in sorted(sources.library.registers.items()):
        own = tuple(one for one in verdicts if one.document == code)
        before = sources.attestations.get(code, {})
        try:
            new = attest(own, wanted, word) if wanted else ()
        except AttestingError as error:
            raise WrongUse(str(error)) from error
        lost = gone(own, before.values())
        out = tuple(one for one in lost if remove_gone or one.clause in {each.clause for each in new})
        if not new and not out:
            continue
        path = session.write(f"{register.file.rpartition('/')[0]}/{FILE}")
        data = write_attestations(updated(before, new, out).values())
        files[path] = (path.read_bytes() if path.exists() else None, data)
        told += [f"attested  {code}#{one.clause} ({one.version})  {one.code}" for one in new]
        told += [f"removed   {code}#{one.clause}  {one.code}" for one in out]
    save_all(files)
    return told
