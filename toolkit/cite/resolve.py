"""From the citations that a text makes to what they lead to, or why they lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from toolkit.model.block import Clause
from toolkit.model.text import Text

from .citation import Citation, CitedPart, Problem, Range
from .context import Context
from .grammar import mentions
from .limb import around, labelled_around, limb, stands_in
from .lookup import Finding, annex, headed, in_document, in_inventory, in_other_case, target_of, whole
from .mention import ANNEXES, Cited, Kind, LabelPart, Mention
from .provisions import Provisions
from .ranges import checked_range
from .where import Where, code_of, no_version, unknown, where_of

_PAPER = frozenset({Kind.ATTACHMENT, Kind.QUESTION, Kind.CHAPTER})
"""What a paper labels, not a document."""


def citations(text: Text, at: str, context: Context) -> tuple[Citation, ...]:
    """Every citation in a text, in order, one for each label; they do not overlap.

    `at` is the id of the clause, definition or table that the text belongs to (Passage.owner), from
    which “this Clause” and “paragraph (a)” are worked out; empty where it belongs to none.
    """
    resolver = _Resolver(context, at, text.plain)
    found: list[Citation] = []
    for mention in mentions(text.plain, context.catalogue.names):
        found += resolver.all(mention)
    return tuple(found)


@dataclass(slots=True)
class _Resolver:
    """Resolves the citations of one text, in order; remembers what a later one may lean on."""

    context: Context
    at: str
    plain: str
    statute: str = ""
    """The code of the Act named last."""
    versioned: str = ""
    """The code of the document of which a version was named last."""

    def all(self, mention: Mention) -> Iterator[Citation]:
        """The citations of a mention."""
        match mention.kind:
            case Kind.STATUTE:
                findings = [self._statute(mention)]
            case Kind.VERSION:
                findings = [self._version(mention, cited) for cited in mention.cited]
            case _ if not mention.cited:
                findings = [self._this(mention)]
            case kind if kind in _PAPER:
                findings = [self._local(mention, cited) or self._unlabelled(mention, cited)
                            for cited in mention.cited]  # fmt: skip
            case _:
                findings = self._provisions(mention)
        if mention.loose and any(finding.problem for finding in findings):
            start = self.plain.index(mention.keyword, mention.start)
            alone = replace(mention, start=start, document="", version="", loose=False)
            without = self._provisions(alone)
            if not any(finding.problem for finding in without):
                if mention.version:
                    yield from self.all(_version_of(mention, self.plain))
                mention, findings = alone, without
        if not self._a_number_alone(mention, findings):
            yield from self._citations(mention, findings)

    def _a_number_alone(self, mention: Mention, findings: list[Finding]) -> bool:
        """Whether a number that only looks like a clause or a version is of neither."""
        if mention.carried:
            return all(finding.clause is None for finding in findings)
        bare = mention.kind is Kind.VERSION and not mention.document
        return bare and all(finding.target is None for finding in findings)

    # -- whole documents and papers ---------------------------------------------------------------

    def _statute(self, mention: Mention) -> Finding:
        code = code_of(mention.document, self.context)
        if not code:
            return unknown(mention.document)
        self.statute = code
        return Finding(whole(self.context.catalogue, code, ""))

    def _version(self, mention: Mention, cited: Cited) -> Finding:
        if not mention.document:
            own = self.context.home.code if self.context.home else ""
            tried = [self._whole(code, cited.label) for code in (self.versioned, own) if code]
            return next((one for one in tried if one.target), tried[0] if tried else unknown(cited.label))
        code = code_of(mention.document, self.context)
        if not code:
            return unknown(mention.document)
        self.versioned = code
        return self._whole(code, cited.label)

    def _whole(self, code: str, version: str) -> Finding:
        register = self.context.catalogue.register(code)
        if version and register is not None and register.version(version) is None:
            return no_version(self.context, code, version)
        provisions = None if version else self.context.provisions(code)
        return Finding(
            whole(self.context.catalogue, code, version or (provisions.version if provisions else ""))
        )

    def _local(self, mention: Mention, cited: Cited) -> Finding | None:
        word = "" if mention.kind is Kind.QUESTION and not mention.keyword else f"{mention.kind.title()} "
        for label in cited.readings:
            target = self.context.local.get(word + label)
            if target is not None:
                return Finding(target)
        return None

    def _unlabelled(self, mention: Mention, cited: Cited) -> Finding:
        words = self.plain[mention.start : mention.end] if len(mention.cited) == 1 else cited.label
        if not self.context.local:
            message = f"It is not said of which paper {words} is."
            return Finding(None, Problem.NO_PAPER, message, "Name the provision that is meant, or the paper.")
        message = f"Nothing here is labelled {words}."
        return Finding(
            None, Problem.NO_SUCH_PROVISION, message, "Mend the label, or name the paper it is in."
        )

    # -- provisions -------------------------------------------------------------------------------

    def _this(self, mention: Mention) -> Finding:
        """this Clause, without a label."""
        home = self.context.home
        clause = around(home, self.at, mention.kind) if home else None
        if home and clause:
            return Finding(target_of(home, clause), clause=clause)
        if home and mention.kind in ANNEXES and home.index.document.register.appendix:
            return Finding(whole(self.context.catalogue, home.code, home.version))
        message = f"“{self.plain[mention.start : mention.end]}” stands in no {mention.kind}."
        return Finding(None, Problem.NO_REFERENT, message, "Cite the provision by its label.")

    def _provisions(self, mention: Mention) -> list[Finding]:
        where = where_of(mention, self.context, self.statute)
        if where.external is not None and where.external.keyword == "section":
            self.statute = where.external.code
        findings = [self._provision(mention, cited, where) for cited in mention.cited]
        for number, cited in enumerate(mention.cited[1:], start=1):
            if cited.join == "to":
                last = findings[number]
                findings[number] = checked_range(where, self.context, findings[number - 1], last)
        return findings

    def _provision(self, mention: Mention, cited: Cited, where: Where) -> Finding:
        if cited.label.startswith("["):
            message = f"{self.plain[mention.start : cited.end]} is a placeholder."
            return Finding(None, Problem.PLACEHOLDER, message, "Write the label once it is known.")
        if where.failure is not None:
            return where.failure
        if cited.label.startswith("("):
            return self._limb(mention, cited, where)
        named = bool(mention.document or mention.within)
        outer = mention.within
        if outer and outer.kind in ANNEXES and outer.cited and mention.kind is not Kind.TABLE:
            letters = outer.cited[0].label if cited.label[0].isdigit() else ""
            cited = replace(cited, readings=(letters + cited.label,))  # an annex's own are B1, B2
            mention = replace(mention, kind=Kind.CLAUSE, keyword="")
        finding = None
        if mention.kind in ANNEXES and mention.within is None:
            finding = self._annexed(mention, cited, where)
        elif mention.kind in (Kind.PARAGRAPH, Kind.TABLE) and not named:
            finding = self._local(mention, cited)
        finding = finding or self._look_up(mention, cited, where)
        return self._inside(mention, finding) if mention.this else finding

    def _look_up(self, mention: Mention, cited: Cited, where: Where) -> Finding:
        kind, keyword = mention.kind, mention.keyword
        if where.provisions is not None:
            return in_document(where.provisions, cited, kind, keyword)
        if where.external is not None:
            return in_inventory(self.context.catalogue, where.external, cited, kind, keyword, where.version)
        message = f"It is not said of which document {self.plain[mention.start : cited.end]} is."
        return Finding(None, Problem.UNKNOWN_DOCUMENT, message, "Name it, as in Clause 17.3 of the TMAD.")

    def _annexed(self, mention: Mention, cited: Cited, where: Where) -> Finding | None:
        """An annex of the document itself, else the document that is that Appendix of the SEC."""
        own = annex(where.provisions, cited, mention.kind, mention.keyword) if where.provisions else None
        local = self._local(mention, cited) if not mention.document else None
        if own or local:
            return own or local
        code = self.context.catalogue.codes.get(f"{mention.kind.title()} {cited.label}", "")
        if not code:
            return None
        finding = self._whole(code, mention.version)
        called = self.context.catalogue.codes.get(" ".join(cited.heading.split()), "")
        title = finding.target.heading if finding.target and called != code else ""
        return headed(finding, cited, title, f"{mention.kind.title()} {cited.label}")

    def _limb(self, mention: Mention, cited: Cited, where: Where) -> Finding:
        """paragraph (a), from where the text stands or in the provision it is said to be part of."""
        words = self.plain[mention.start : cited.end]
        outer = mention.outermost
        if mention.prefix:
            cited = replace(cited, readings=tuple(mention.prefix + one for one in cited.readings))
        if not cited.label.startswith("("):
            return self._look_up(replace(mention, kind=outer.kind, keyword=""), cited, where)
        home = where.provisions
        if home is None or outer.document:
            message = f"{words} does not say of which Clause it is a part."
            return Finding(None, Problem.NO_REFERENT, message, "Cite the Clause with it: Clause 4.12(b).")
        scope = around(home, self.at, outer.kind) if not outer.cited else None
        start = scope.id if scope else self.at
        clause = limb(home, start, cited, mention.relation)
        if clause is not None:
            return Finding(target_of(home, clause), clause=clause)
        clause = limb(home, start, cited, mention.relation, other_case=True)
        if clause is not None:
            return in_other_case(home, cited.label, clause)
        message = f"{words} points at nothing: no {cited.label} stands in this Clause or around it."
        return Finding(None, Problem.NO_REFERENT, message, "Mend the letter, or cite the Clause with it.")

    def _inside(self, mention: Mention, finding: Finding) -> Finding:
        """“this Clause 4” must stand in Clause 4."""
        home = self.context.home
        if finding.clause is None or home is None or not self.at or stands_in(home, self.at, finding.clause):
            return finding
        twin = labelled_around(home, self.at, finding.clause.label.text)
        if twin is not None:  # two provisions bear one label, and the other came first
            return replace(finding, target=target_of(home, twin), clause=twin)
        here = around(home, self.at, Kind.CLAUSE)
        stands = f"It stands in {home.keyword} {here.label.text}." if here else ""
        words = self.plain[mention.start : mention.end]
        message = f"“{words}” does not stand in {mention.kind.title()} {finding.clause.label.text}. {stands}"
        hint = "Mend the label, or leave out “this”."
        return replace(finding, problem=Problem.NO_REFERENT, message=message.rstrip(), hint=hint)

    # -- from findings to citations ---------------------------------------------------------------

    def _citations(self, mention: Mention, findings: list[Finding]) -> Iterator[Citation]:
        if not mention.cited:
            yield self._citation(mention, findings[0], None, mention.start, mention.end, Range.NONE)
            return
        last = len(findings) - 1
        for number, (cited, finding) in enumerate(zip(mention.cited, findings, strict=True)):
            start = mention.start if number == 0 else cited.start
            end = mention.end if number == last else cited.stop
            part = Range.LAST if cited.join == "to" else Range.NONE
            if number < last and mention.cited[number + 1].join == "to":
                part = Range.FIRST
            yield self._citation(mention, finding, cited, start, end, part)

    def _citation(
        self, mention: Mention, finding: Finding, cited: Cited | None, start: int, end: int, part: Range
    ) -> Citation:
        label = cited.label if cited else ""
        parts: tuple[CitedPart, ...] = ()
        home = self.context.home
        if cited and finding.clause and home and home.index.clauses.get(finding.clause.id) is finding.clause:
            parts = tuple(_parts(home, cited, finding.clause, mention, self.plain))
        return Citation(
            start, end, mention.kind, mention.keyword, label, finding.target, finding.problem,
            finding.message, finding.hint, parts, part, mention,
        )  # fmt: skip


def _version_of(mention: Mention, plain: str) -> Mention:
    """The version that a citation names before a comma, as a citation of its own: TMAD 6.0, Clause 4.26."""
    start = plain.index(mention.version, mention.start)
    part = LabelPart(start, start + len(mention.version), mention.version)
    cited = Cited(start, part.end, (part,), (part.text,), "", "", part.end)
    return Mention(mention.start, part.end, Kind.VERSION, "", cited=(cited,), document=mention.document)


def _parts(home: Provisions, cited: Cited, clause: Clause, mention: Mention, plain: str) -> list[CitedPart]:
    """The stretches that print the clause's own label and those of the clauses that it stands under."""
    if mention.kind in ANNEXES:
        start = plain.index(mention.keyword, mention.start)
        same = plain[start : cited.end] == clause.label.own
        return [CitedPart(start, cited.end, clause.id)] if same else []
    found: list[CitedPart] = []
    at = clause.id
    for part in reversed(cited.parts):
        while at and (at not in home.index.clauses or home.index.clauses[at].label.own != part.text):
            at = home.index.parents.get(at, "")
        if not at:
            break
        found.append(CitedPart(part.start, part.end, at))
        at = home.index.parents.get(at, "")
    return found[::-1]
