# ruff: noqa: E501 - a definition a line
"""Where the citations and terms of the sample lead."""

from __future__ import annotations

import re

from toolkit.model.text import Text
from toolkit.render.view import Link, Outside

PROVISIONS = {
    "Section N6.4 of the SEC": ("sec-n6-4", True, "Section N6.4: Transition and Migration Approach Document"),
    "Clause 18 of the S1SR": ("s1sr-18", True, "Clause 18 of the S1SR: Device-specific behaviours"),
    "section 89 of the Energy Act 2008": (
        "ea-2008-89",
        True,
        "Section 89: power to amend licence conditions",
    ),
    "Condition 22 of the DCC Licence": ("licence-22", True, "Condition 22: The Smart Energy Code"),
    "this Clause 4": ("migration", False, "4 Migration"),
    "Clause 4.29": ("dormant-notice", False, "4.29 Notice"),
    "Clause 4.30": ("shorter-notice", False, "4.30 (of the old version)"),
    "Clause 4.32": ("moved-provision", False, "4.32"),
    "Clause 4.35": ("moved-provision", False, "4.35 (of the old version)"),
    "Table 16.9": ("table-16-9", False, "Table 16.9: Behaviours to be tested"),
    "Annex A": ("annex-a", False, "Annex A: Device model variations to equivalent steps"),
}
TERMS = {
    "Active Meter": ("def-active-meter", False, "means a SMETS1 ESME or SMETS1 GSME for which the Responsible Supplier has notified the DCC that it is able to communicate;"),
    "Dormant Meter": ("def-dormant-meter", False, "means a SMETS1 ESME or SMETS1 GSME that is not an Active Meter;"),
    "Device Model Combination": ("def-device-model-combination", False, "means the combination of Device Models that together form a SMETS1 Installation, being:\n(a) its SMETS1 ESME; and\n(b) its SMETS1 CHF, and any SMETS1 PPMID that was installed with it;"),
    "Installing Supplier": ("def-installing-supplier", False, "means the Supplier Party that installed the SMETS1 Installation;"),
    "Requester": ("def-requesting-party", False, "means the person that asks the DCC to do something under this document."),
    "Working Day": ("sec-working-day", True, "any day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday"),
    "DCC": ("sec-dcc", True, "the holder of the DCC Licence"),
}  # fmt: skip
OUTSIDE = (
    Outside(
        "ea-2008-89", "Section 89 of the Energy Act 2008", "Power to amend licence conditions: smart meters"
    ),
    Outside("licence-22", "Condition 22 of the DCC Licence", "The Smart Energy Code"),
    Outside("s1sr-18", "Clause 18 of the S1SR", "Device-specific behaviours", "S1SR_4.4", "device-specific"),
    Outside(
        "sec-n6-4", "Section N6.4 of the Smart Energy Code", "Transition and Migration Approach Document"
    ),
    Outside("sec-dcc", "“DCC” in the Smart Energy Code", "the holder of the DCC Licence"),
    Outside(
        "sec-working-day",
        "“Working Day” in the Smart Energy Code",
        "any day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday",
    ),
)
_KINDS = {**dict.fromkeys(PROVISIONS, "citation"), **dict.fromkeys(TERMS, "term")}
_NAMES = re.compile("|".join(re.escape(name) for name in sorted(_KINDS, key=len, reverse=True)))


def links(text: Text) -> tuple[Link, ...]:
    """The links of a text, by the names in the tables above."""
    found = []
    for match in _NAMES.finditer(text.plain):
        target, outside, tip = {**PROVISIONS, **TERMS}[match[0]]
        found.append(Link(*match.span(), _KINDS[match[0]], target, outside, tip))
    return tuple(found)
