"""Where the labels of a citation are to be looked up: which document, which version of it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.library.external import External

from .citation import Problem
from .context import Context
from .lookup import Finding
from .mention import ANNEXES, Kind, Mention
from .provisions import Provisions

_LARGER = frozenset({"chapter", "title"})
"""What a document of the American code stands in: “§ 479.11 of this chapter” is of another one."""


@dataclass(frozen=True, slots=True)
class Where:
    """One of: the provisions of a version held, an inventory, a failure that says why neither. None of
    the three for a text that belongs to no document."""

    provisions: Provisions | None = None
    external: External | None = None
    version: str = ""
    """Named with a document that is not held."""
    failure: Finding | None = None


def where_of(mention: Mention, context: Context, statute: str) -> Where:
    """Where the labels of a mention stand; `statute` is the code of the Act that the text named last."""
    naming = mention.outermost
    if naming.document == "Act" and statute and not code_of("Act", context):
        return where_in(context, statute, "")
    if naming.document:
        return _named(naming, context)
    if naming is not mention and naming.kind in ANNEXES and naming.cited:
        code = context.catalogue.codes.get(f"{naming.kind.title()} {naming.cited[0].label}", "")
        if code:
            return where_in(context, code, naming.version)
    return _unnamed(naming, context, statute)


def code_of(name: str, context: Context) -> str:
    """The code of a document by a name as written; empty where none is called so."""
    folded = " ".join(name.split())
    this = folded.removeprefix("this ")
    if this == folded:
        return context.catalogue.codes.get(folded, "")
    if this in _LARGER:
        return ""
    home = context.home.code if context.home else ""
    return home if this == "document" else context.catalogue.codes.get(this, home)


def where_in(context: Context, code: str, version: str) -> Where:
    """A document of the library by its code.

    Where there is an inventory too, only parts of the document are held, and the inventory tells others
    what it has.
    """
    register, external = context.catalogue.register(code), context.catalogue.external(code)
    if register is None or (external is not None and not (context.home and context.home.code == code)):
        return Where(external=external, version=version)
    if version and register.version(version) is None:
        return Where(failure=no_version(context, code, version))
    provisions = context.provisions(code, version)
    if provisions is None:
        message = (
            f"The text of {code} {version}".rstrip() + " is not held, so the citation cannot be checked."
        )
        return Where(failure=Finding(None, Problem.NOT_LISTED, message, "Cite a version that is held."))
    return Where(provisions)


def unknown(name: str) -> Finding:
    """No document is called so."""
    message = f"No document is known as “{name}”."
    hint = "Use a name that a document.yaml or an inventory in documents/_external gives, or add it there."
    return Finding(None, Problem.UNKNOWN_DOCUMENT, message, hint)


def no_version(context: Context, code: str, version: str) -> Finding:
    """A document that is held has no such version."""
    register = context.catalogue.register(code)
    known = [one.name for one in register.versions] if register else []
    message = f"{code} has no version {version}."
    return Finding(None, Problem.UNKNOWN_VERSION, message, f"There are {', '.join(known)}." if known else "")


def _named(mention: Mention, context: Context) -> Where:
    code = code_of(mention.document, context)
    return where_in(context, code, mention.version) if code else Where(failure=unknown(mention.document))


def _unnamed(mention: Mention, context: Context, statute: str) -> Where:
    """The document itself, unless the keyword or the label is that of another."""
    home = context.home
    label = mention.cited[0].label if mention.cited else ""
    if mention.this:
        return Where(home)
    if mention.kind in (Kind.CONDITION, Kind.REGULATION, Kind.ARTICLE):
        return _called(mention.kind.title(), context) or _called(mention.kind.value, context) or Where(home)
    if mention.kind is Kind.SECTION:
        return _section(mention, label, context, statute)
    if mention.kind is Kind.CLAUSE and label[:1].isalpha() and home and home.clause(label) is None:
        return _called("Section", context) or Where(home)
    return Where(home)


def _section(mention: Mention, label: str, context: Context, statute: str) -> Where:
    """Section N6.4 is of the main body, section 89 of the Act named last, § 478.11 of the document itself."""
    home = context.home
    own = home.keyword if home else ""
    if label[:1].isalpha() and own != "Section":
        return _called("Section", context) or Where(home)
    if mention.keyword[0] == "s" and statute:
        return where_in(context, statute, "")
    if own == "§" and mention.keyword[0] != "§":
        return Where()
    return Where(home)


def _called(keyword: str, context: Context) -> Where | None:
    """The document that alone calls its provisions so; nowhere, where several do; None, where none does."""
    codes = context.catalogue.keywords.get(keyword, ())
    if not codes:
        return None
    return where_in(context, codes[0], "") if len(codes) == 1 else Where()
