"""One version being traced: which links, results and evidence concern each of its provisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.library.load import Loaded

from .attestation import Attestation
from .earlier_wordings import EarlierWordings, History, no_history
from .evidence import Evidence, EvidenceRules
from .link import Link
from .linking import Linked
from .results import Result
from .suspicion import suspicion
from .unit import Unit, UnitKind, units
from .verdict import ClauseVerdict, Suspicion
from .verdicts import Proof, verdict
from .wording import Wordings

_NO_DUTY = Evidence(frozenset(), "it lays no duty on anybody")


class TracedDocument:
    """One version with everything that is known of its provisions."""

    def __init__(
        self,
        catalogue: Catalogue,
        loaded: Loaded,
        led: Linked,
        rules: EvidenceRules,
        attested: Mapping[tuple[str, str], Attestation],
        results: Mapping[tuple[str, str], tuple[Result, ...]] | None,
        today: date,
        history: History = no_history,
    ) -> None:
        self._subject = Subject(catalogue, loaded)
        self._code = loaded.document.register.code
        self._led = led
        self._rules = rules
        self._attested = attested
        self._today = today
        self._ran = results is not None
        self._results = results or {}
        self._now = Wordings(self._subject.context)
        self._before = EarlierWordings(catalogue, loaded, history)

    def verdicts(self) -> Iterator[ClauseVerdict]:
        """The verdict of each provision, in order."""
        named = self._led.named | frozenset(self._rules.clauses)
        for unit in units(self._subject, named):
            yield self._verdict(unit)

    def verdicts_of_links(self) -> Iterator[ClauseVerdict]:
        """The verdict of each provision that a link names, and of no other."""
        for unit in units(self._subject, self._led.named):
            if unit.id in self._led.named:
                yield self._verdict(unit)

    def _verdict(self, unit: Unit) -> ClauseVerdict:
        code = self._links(unit, self._led.code)
        proofs = self._links(unit, self._led.tests)
        tests = tuple((link, self._of_test(link, name)) for name, link in proofs)
        examples = tuple((link.code, some) for link, some in tests if link.file.endswith(".md"))
        by_hand = tuple((link, some) for link, some in tests if not link.file.endswith(".md"))
        suspicions = tuple(filter(None, (self._suspicion(link, name) for name, link in code)))
        proof = Proof(
            self._evidence(unit), tuple(link for _, link in code), by_hand, examples, suspicions, self._ran,
            self._today,
        )  # fmt: skip
        state, reason = verdict(proof)
        linked = unit.id in self._led.code
        return ClauseVerdict(
            self._code, self._subject.document.version.name, unit.id, self._subject.name_of(unit.id),
            self._number(unit.id), self._heading(unit.id), unit.kind.value, state, reason, proof.code,
            tuple(link for link, _ in tests), tuple(name for name, _ in examples), proof.results, suspicions,
            code, proofs, proof.needed, self._now.fingerprint(unit.id) if linked else "",
            tuple(name for name in self._under.get(unit.id, ()) if name != unit.id), unit.place,
        )  # fmt: skip

    def _of_test(self, link: Link, clause: str) -> tuple[Result, ...]:
        """The results of a test; of a row with a mark of its own, those that say they verify the clause."""
        some = tuple(one for one in self._results.get(link.test, ()) if link.ran_as(one.name))
        if not link.name.endswith("]") or not any(result.verifies for result in some):
            return some
        return tuple(result for result in some if (self._code, clause) in result.verifies)

    def _links(self, unit: Unit, by_clause: Mapping[str, tuple[Link, ...]]) -> tuple[tuple[str, Link], ...]:
        """The links to a provision, to what it stands in and what stands under it, each with its clause."""
        above = tuple(self._subject.around(unit.id))
        under = (name for name in self._under.get(unit.id, ()) if name != unit.id)
        names = dict.fromkeys((*above, *under))
        return tuple((name, link) for name in names for link in by_clause.get(name, ()))

    @cached_property
    def _under(self) -> dict[str, tuple[str, ...]]:
        """From each provision to the linked ones that stand under it."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._led.named):
            for around in self._subject.around(name):
                found[around].append(name)
        return {name: tuple(under) for name, under in found.items()}

    def _suspicion(self, link: Link, clause: str) -> Suspicion | None:
        attested = self._attested.get((clause, link.code))
        return suspicion(link, attested, clause, self._now, self._before.likeliest)

    def _evidence(self, unit: Unit) -> Evidence:
        """What is declared for a provision, or for what it stands in; the default is for obligations."""
        for name in self._subject.around(unit.id):
            if name in self._rules.clauses:
                return self._rules.clauses[name]
        return self._rules.default if unit.kind is UnitKind.OBLIGATION else _NO_DUTY

    def _number(self, name: str) -> str:
        index = self._subject.index
        clause, table = index.clauses.get(name), index.tables.get(name)
        return clause.label.text if clause else (table.label if table else "")

    def _heading(self, name: str) -> str:
        index = self._subject.index
        for around in self._subject.around(name):
            clause = index.clauses.get(around)
            if clause is not None and clause.heading is not None:
                return clause.heading.plain
        return ""
