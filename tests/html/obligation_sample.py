"""A page of obligations with one of everything: citations, doubts, cases, periods, states, odd characters."""

from __future__ import annotations

from tests.obligation.small import small_library
from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue
from toolkit.obligation.reading import actor_names, obligations
from toolkit.render.obligation_page import obligation_html
from toolkit.render.obligation_rows import Told
from toolkit.render.templates import Templates

TEXT = """\
## 1 Notices {#notices}

- 1.1 {#notice} Where a Device fails, the DCC shall give notice under Clause 1.2 to each User not less
  than 5 Working Days before the date, and the User may object within 10 days of it, except where it is
  told by telephone.
- 1.2 {#manner} Notice shall be given in writing, and no User shall use <b>bold</b> & “quotes”.
- 1.3 {#list} The Responsible Supplier shall:
  - (a) {#list-keep} keep a record for 24 months; and
  - (b) {#list-show} show it to the Panel without delay.

## 2 Effect {#effect}

- 2.1 {#expiry} Clause 1 shall cease to have effect on 31 December 2021.
- 2.2 {#pronoun} Where the DCC finds an error it shall correct it.
"""


def obligation_sample(traced: bool = True) -> bytes:
    library = small_library(TEXT)
    loaded = library.load("DEMO@1")
    subject = Subject(Catalogue.of(library), loaded)
    states = {("DEMO", "1", "notice"): "passing", ("DEMO", "1", "list"): "missing"} if traced else None
    told = Told(obligations(subject), states, actor_names(subject))
    return obligation_html(told, (loaded,), Templates.of())
