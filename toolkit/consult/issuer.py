"""Who issues papers, and what follows from it: names and mailbox."""

from __future__ import annotations

from typing import NamedTuple


class Issuer(NamedTuple):
    """A body that consults or concludes."""

    code: str
    """As texts call it: DCC."""
    name: str
    legal_name: str
    """As it signs."""
    mailbox: str

    @property
    def signed(self) -> str:
        """The same where it begins a line: The Secretary of State for …"""
        return self.legal_name[:1].upper() + self.legal_name[1:]


ISSUERS = {
    issuer.code: issuer
    for issuer in (
        Issuer("DCC", "Data Communications Company", "Smart DCC Ltd", "consultations@smartdcc.co.uk"),
        Issuer(
            "BEIS",
            "Department for Business, Energy & Industrial Strategy",
            "the Secretary of State for Business, Energy and Industrial Strategy",
            "smartmetering@beis.gov.uk",
        ),
    )
}
