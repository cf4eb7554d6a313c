# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Right text that looks like the faults: sentences of which no rule may find anything."""

from __future__ import annotations

import random
from collections.abc import Iterator

from seeding import DESIGNATED, Draft, Fault, Seeding, added, rewritten, sentences, shuffled
from seeding_dates import _ACTS as ACTS
from seeding_terms import _ACRONYMS as ACRONYMS

TMAD = ("TMAD@6.1U",)
USES = ("The DCC shall do so in accordance with {}.", "Subject to {}, the DCC shall keep a record of it.",
        "{} shall apply to the request.", "The DCC shall disregard {} for that purpose.")  # fmt: skip
_WHOLE = {
    "C101": (
        "Clauses 4.26 and 4.30 of the TMAD apply in the same way.", "Section H8 of the SEC applies.",
        "The DCC shall take the step that is described in Clause 6.1(n) of the SRPD.",
        "The DCC shall, pursuant to Clause 4.12(b) of the TMAD, keep the record.",
        "Nothing in Clauses 18.1(d)(viii)(B) and 16.1 of the SRPD affects that duty.",
        "The terms of Appendix AB, Clause 16.2(b), prevail.", "Annex A of the S1SR gives an example.",
        "Table 16.9 of the TMAD sets out the values.", "Section 89 of the Energy Act 2008 is not affected.",
        "For that purpose, Clause 2.3.1 of the DUIS is to be disregarded by the DCC.",
        "Condition 22 of the DCC Licence and Section N6.4 of the SEC apply.",
    ),
    "C105": (
        "Clauses 4.29 and 4.30 of the TMAD apply.", "Clause 4.29 or 4.30 of the TMAD applies.",
        "Sections H8, H9 and H10 of the SEC apply.", "Clause 16.7(a) and (b) of the TMAD applies.",
        "Clause 4.26 of the TMAD and 5 further days apply.", "Clauses 4.26 to 4.30 of the TMAD apply.",
        "Clause 9.1 and Clause 9.2 of the S1SR apply.", "Section H8 and Section H9 of the SEC apply.",
        "Clause 18.6(b) to (c) of the S1SR applies.", "Tables 16.9 and 16.10 of the TMAD apply.",
    ),
    "C106": (
        "The Secretary of State may ask for it.", "Each Responsible Supplier shall reply on Monday 7 September 2020.",
        "It applies in England and Wales.", "The DCC shall encode it in UTF-8 and send it in XML.",
        "The words “Migration Widget” have no meaning here.", "The times are in Coordinated Universal Time (UTC).",
        "The DCC shall comply with the Smart Energy Code.", "Delays are to be recorded by the DCC.",
        "The DCC shall publish it by [DD MMM YYYY].", "The DCC shall keep it for the Electricity Act 1989.",
        "The DCC shall do so on Tue 8 September 2020.",
    ),
    "C109": (
        "The DCC shall record the working time of each day.", "Each change shall be kept by the DCC, and its date.",
        "The supplier of a part of the Device shall be recorded by the DCC.", "The DCC shall work on each day.",
        "The request for a service shall be answered by the DCC.", "The DCC shall not charge for the record.",
        "The data that are read shall be kept by the DCC.", "A model of the interface shall be kept by the DCC.",
        "The DCC shall keep the reference of each message.", "The hub of the network shall be tested by the DCC.",
    ),
    "C121": (
        "The duties above are those of the DCC.", "Clause 4.26 of the TMAD applies, as said above.",
        "The times below are in seconds.", "The DCC shall keep each value below 5 volts.",
        "A value above 20 degrees shall be recorded by the DCC.", "The DCC shall publish the list below its title.",
        "Section H8 of the SEC applies to the above.", "The DCC shall sign above the line.",
        "Nothing below limits Section H9 of the SEC.", "The steps above are taken once.",
    ),
    "C136": (
        "The DCC shall keep a record of each request.", "A record shall be kept by the DCC of each request.",
        "The notice shall be given in writing.", "The report shall be sent only after the test.",
        "A notice that is late shall be treated as given on the next day.", "Each request shall be in English.",
        "Where a request is rejected, the DCC shall inform the sender.", "The list shall include each test.",
        "The DCC shall record how each message is to be kept.", "The DCC shall list what is to be tested.",
        "A report shall be prepared in the form that the DCC publishes.", "The period shall be 12 months.",
    ),
    "C137": (
        "The DCC shall test it and may report on it.", "The DCC shall not, and may not be asked to, do so.",
        "A User may, and where it is asked shall, inform the DCC.", "The DCC shall say whether it may do so.",
        "The DCC shall do what it must do under Section H8 of the SEC.", "The words “shall must” are wrong.",
        "The DCC shall (and a User may) keep a record.", "The DCC shall decide who may, and who shall, reply.",
        "It shall be for the DCC to decide what it may publish.", "A User shall at will, and may in May, reply.",
    ),
    "C138": (
        "The DCC shall list each request that will be sent.", "If the Panel will not answer, the DCC shall proceed.",
        "The DCC shall state how long the test will last.", "The DCC shall reply where it must.",
        "The DCC shall use the word “must” with care.", "The good will of each person is assumed.",
        "The DCC shall say when it will be ready.", "A User shall know what it must send.",
        "The DCC shall do so unless this will delay the request.", "The DCC shall reply at will.",
    ),
    "C139": (
        "The DCC shall reply within 15 Working Days of the notice.", "At least 3 of the requests shall be kept by the DCC.",
        "The DCC shall keep the record for a period of 12 months from that day.", "It falls within 2 of the groups.",
        "Each User shall wait for at least 10 minutes before it sends the request again.",
        "The DCC shall give 20 Working Days’ notice of it.", "The DCC shall give two notices of it.",
        "The DCC shall reply no later than 17:00 on that day.", "Not more than 5 requests may be sent by a User.",
        "The DCC shall do so within 24 hours.", "No more than 20 of them may wait.",
    ),
    "C154": (
        "The DCC shall publish the list by 2 June 2020.", "This document takes effect on 1 August 2020.",
        "The DCC shall publish it by 31 May 2020 or, where that is not a Working Day, the next Working Day.",
        "Each User shall reply on or before Friday 29 May 2020.", "A Device that was installed before 31 May 2020 is old.",
        "The DCC shall report on the test of 31 May 2020.", "The DCC shall send it no later than 28 December 2018.",
        "The list of 25 December 2019 shall be kept by the DCC.", "The DCC shall reply by 1 September 2020.",
        "The version dated 29 August 2020 was replaced.",
    ),
    "C155": (
        "The window opens on 29 May 2020 and closes on 8 June 2020.",
        "The DCC shall do so from 31 August 2020 to 1 September 2020.", "This applies between 3 March 2020 and 3 March 2021.",
        "The first phase ends on 1 June 2020 and the second phase begins on 2 June 2020.",
        "The testing shall run from 2 October 2020 until 12 October 2020.",
        "The day on which it ends is changed from 31 December 2021 to 31 December 2020.",
        "The consultation closed on 8 July 2020, having opened on 1 July 2020.",
        "The service is open during the period 4 August 2020 – 5 August 2020.",
        "The trial starts on 7 September 2020. It ends on 14 September 2020.",
        "From 8 June 2020 the list of 29 May 2020 applies.",
    ),
    "C157": (
        "The DCC and each User shall use the first and the second form respectively.",
        "The ESME, the GSME and the PPMID shall be tested in May, June and July respectively by the DCC.",
        "Clauses 4.26 and 4.29 of the TMAD apply to the DCC and to each User, respectively.",
        "The limits for reading, writing and stopping are 5, 10 and 15 seconds respectively.",
        "The first and second reports shall respectively cover May and June.",
        "The two periods are 5 days and 6 days respectively.", "Each shall bear its own costs respectively.",
        "The times for the ESME and the GSME are 10 and 20 seconds, respectively.",
        "Clauses 4.1 to 4.3 of the TMAD give the first, the second and the third of them respectively.",
        "The DCC and the Panel shall respectively test and record it.",
    ),
}  # fmt: skip
_USED = {
    "C102": (
        "Clause 18.22a of the S1SR", "Clauses 18.22a and 18.22c of the S1SR", "Clause 18.22a or 18.22c of the S1SR",
        "Clauses 1.3 and 1.4 of the SRPD", "Clause 1.4 of the SRPD", "Appendix AB, Clause 1.4", "Clause 1.3 of Appendix AB",
        "S1SR Clause 18.22c", "Appendix AM Clause 18.22a", "Clause 4.36 of the TMAD", "Clause 9.18 of the S1SR",
    ),
    "C103": (
        "Clause 17.3 of the TMAD", "Clause 2 of Appendix AM", "Clause 4.26 of TMAD V6.0", "Clause 2 of DUIS 3.0",
        "Clause 17.3 of the SMETS1 Transition and Migration Approach Document", "Section H3.3 of the Smart Energy Code",
        "Clause 6.3 of the CPL Requirements Document", "Clause 2.1 of version 6.0 of the TMAD",
        "Clause 9.1 of the S1SR (version 4.0)", "section 89 of the Energy Act 2008", "Clause 2.3 of Appendix AD",
    ),
    "C104": (
        "Section H9 (Incident Management) of the SEC", "Section X5 (Incorporation of Certain Documents into this Code) of the SEC",
        "Section G (Security) of the SEC", "Clause 17 (SMETS1 Device Security Testing) of the TMAD",
        "Section H8 (Service Management, Self-Service Interface and Service Desk) of the SEC",
        "Clause 18 (Excluded Category) of the TMAD", "Clause 4 (Migration) of the TMAD", "Clause 9 (Equivalent Steps) of the S1SR",
        "Clause 18 (Device-specific behaviours) of the S1SR", "Clause 2 (Definitions and interpretation) of the TMAD",
    ),
    "C114": (
        "Section N6.4 of the SEC", "Condition 22 of the DCC Licence", "section 89 of the Energy Act 2008", "Clause 18 of the S1SR",
        "Clause 4.26 of the TMAD", "Section G", "Clause 6.3 of the CPL Requirements Document", "Section H14.31(e)",
        "Clause 2.3 of the DUIS", "Clause 16.1 of the SRPD",
    ),
    "C115": (
        "Clauses 18.5(gg)(i) and 18.5(gg)(ii) of the S1SR", "Clauses 18.5(gg)(i) and 18.5(i) of the S1SR",
        "Clause 18.1(d) or (e) of the TMAD", "Clause 18.1(b), (c) or (f) of the TMAD", "Clauses 6.1(n) and 16.1 of the SRPD",
        "Clause 16.7(a) and (b) of the TMAD", "Clause 18.5(v)(i) of the S1SR", "Clause 18.6(b) and (c) of the S1SR",
        "Clauses 18.1(f)(i) and 18.1(f)(ii) of the TMAD", "Clause 17.11(b)(i) and (ii) of the TMAD",
    ),
    "C119": (
        "Clauses 4.26 to 4.30 of the TMAD", "Clauses 6.5 to 6.9 of the TMAD", "Clauses 9.2 to 9.4 of the S1SR",
        "Clauses 17.1 to 17.12 of the TMAD", "Clause 16.7(a) to (b) of the TMAD", "Clauses 3.1.2 to 3.1.5 of the DUIS",
        "Sections H8 to H10 of the SEC", "Clause 18.6(a) to (c) of the S1SR", "Clauses 9.2–9.15 of the S1SR",
        "Clauses 4.32 to 4.41 of the TMAD",
    ),
    "C123": (
        "Clause 6.1(n) of the SRPD", "Clause 18.1(d)(viii)(B) of the SRPD", "Clause 4.12(b) of the TMAD", "Section F2.7A(b) of the SEC",
        "Clauses 4.12(b) and 4.45(b) of the TMAD", "Clause 18.5(gg) of the S1SR", "Clause 18.6(b) of the S1SR", "Section G7.21(j) of the SEC",
        "Clause 1.6(b) of the TMAD", "Clause 16.2(b) of the SRPD",
    ),
}  # fmt: skip
_DAYS = {
    "C152": (
        "by 17:00 on Thursday 28 May 2020", "no later than Wednesday, 5 August 2020", "on Wed 2 September 2020",
        "on Thursday the 3rd of December 2020", "on Friday, 30 October 2020", "by Wednesday 1st July 2020", "from Tuesday 4 May 2021",
        "on Wednesday, September 4th, 2019", "by Tuesday 01/09/2020", "on Thursday (6 August 2020)", "on Friday 2020-08-07",
    ),
    "C153": (
        "before the end of 30 June 2020", "from 29 February 2020", "on 30 September 2020", "no later than 29 May 2020",
        "on the 30th of April 2021", "by 28 February 2020", "on 30/11/2020", "on 2020-02-28", "from 1 May 2020", "by December 31, 2020",
    ),
}  # fmt: skip
_FINISHED = (
    "The DCC shall publish the list by 29 May 2020.", "The date and the number shall be written in it by the DCC.",
    "The form begins with the words “I, ____, agree”.", "The DCC shall keep the list (to be confirmed by the Panel).",
    "The DCC shall write a date in the field that is named date.", "The list is that of the licence [as amended].",
    "The DCC shall not write X or Y in it.", "The DCC shall use the field file_name.", "The DCC shall insert the date.",
    "The DCC shall use the sign ● for each of them.",
)  # fmt: skip
_FITTING = (
    "The DCC shall keep a {} ({}).",
    "The DCC shall keep a {} (the “{}”) of its own.",
    "The DCC shall keep each {} ({}).",
)
_ALLOWED = (
    ("The DCC shall open the fair on 31 May 2020, and shall publish its report by 31 May 2020.", "non-working-day"),
    ("The DCC shall must do so.", "double-modal"), ("The DCC must do so.", "must-for-shall"), ("Clause 99.1 of the TMAD applies.", "unresolved-citation"),
    ("The DCC shall reply within 15 of the notice.", "period-without-unit"), ("The DCC shall keep the Migration Widget.", "undefined-term"),
    ("The DCC shall do so by 31 June 2020.", "impossible-date"), ("Section 9.1 of the S1SR applies.", "wrong-keyword"),
    ("Section H9 (Other Matters) of the SEC applies.", "wrong-heading"), ("A record shall be kept of each request.", "missing-actor"),
    ("Clauses 4.30 to 4.26 of the TMAD apply.", "broken-range"), ("Clause 6.1 (n) of the SRPD applies.", "sub-level-spelling"),
)  # fmt: skip


def _given(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """An acronym with its words."""
    pairs = [(name, short) for name, short in ACRONYMS]
    yield from added(drafts, rng, (rng.choice(_FITTING).format(*one) for one in shuffled(rng, pairs)))


def _given_first(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """An acronym with its words, and then without them."""
    for name, short in shuffled(rng, ACRONYMS):
        draft = rng.choice(drafts)
        first, second = sorted(rng.sample(range(len(draft.places())), 2))
        one, two = draft.places()[first], draft.places()[second]
        words = f"The DCC shall keep a {name} ({short}).", f"The DCC shall send the {short} to each User."
        files, lines = draft.changed([(one, [f"{one.text} {words[0]}"]), (two, [f"{two.text} {words[1]}"])])
        yield Fault(draft.name, files, ((one.path, lines[0]), (two.path, lines[1])), " … ".join(words))


def _this(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A clause that cites itself rightly, or a neighbour."""
    for draft in shuffled(rng, drafts * 4):
        places = draft.places()
        at, other = rng.sample(places, 2)
        label, beside = at.text[2:].split(" ")[0], other.text[2:].split(" ")[0]
        form = rng.choice(
            (
                "The DCC shall keep a record for the purposes of this Clause {}.",
                "Clauses {} and {} apply to the request.",
            )
        )
        pair = sorted(
            (label, beside), key=lambda one: [len(part) * 99 + ord(part[-1]) for part in one.split(".")]
        )
        sentence = form.format(label) if "this" in form else form.format(*pair)
        yield rewritten(at, [f"{at.text} {sentence}"], f"{label}: {sentence}")


def _allowed(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A fault with its allowance."""
    for sentence, name in shuffled(rng, _ALLOWED):
        at = rng.choice(rng.choice(drafts).places())
        lines = [
            f"{at.text} {sentence}",
            "",
            f"  <!-- allow: {name}: the words of the licence, which are quoted here -->",
        ]
        yield rewritten(at, lines, f"{name}: {sentence}")


SEEDINGS: dict[str, Seeding] = {}
RIGHT: dict[str, Seeding] = {
    **{code: sentences(phrases) for code, phrases in _WHOLE.items()},
    **{code: sentences(phrases, USES) for code, phrases in _USED.items()},
    **{code: sentences(phrases, ACTS) for code, phrases in _DAYS.items()},
    "C111": sentences(_FINISHED, only=DESIGNATED), "C120": _this, "C131": _given, "C133": _given_first,
    **dict.fromkeys(("C160", "C161", "C162"), _allowed),
    "C130": sentences(("The DCC shall test each SMETS1 Installation.", "Users and Devices are listed by the DCC.",
                       "SMETS1 Device Security Testing shall be carried out by the DCC.", "Each SMETS1 Device is tested once.",
                       "The SMETS1 Service Provider shall reply to each User.", "The DCC shall list Devices of each Responsible Supplier.",
                       "The DCC shall keep the Daily Migration Capacity.", "Device Model Combination Testing ends on that day.",
                       "The DCC shall publish the Eligible Product Combinations List.", "Migration Testing and Migration Rollback differ."),
                      only=TMAD),
}  # fmt: skip
