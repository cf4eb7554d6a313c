"""When two MPRNs are the same: leading zeros and the Groups for which they are ignored (R1)."""

from __future__ import annotations

import re

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling

LAW = Law("TMAD", "3.24", "mprn-leading-zeros", since="6.1U")
ZEROS_IGNORED = ("AA", "BA", "CA")
"""The GroupIDs of IOC, for which leading zeros do not count."""
_MPRN = re.compile(r"\d{1,10}\Z", re.ASCII)
_GROUP = re.compile(r"[A-Z]{2}\Z", re.ASCII)


@implements("TMAD", "mprn-leading-zeros", since="6.1U")
@rule(LAW)
def match_mprn(smso_mprn: str, registered_mprn: str, group_id: str, *, version: str = "6.1U") -> Ruling[None]:
    """Whether the MPRN from a SMETS1 SMSO matches the DCC's own in the Registration Data.

    smso_mprn: as the SMETS1 SMSO holds it, up to 10 digits.
    registered_mprn: as the Registration Data hold it.
    group_id: the GroupID, two capital letters.
    """
    ground = LAW.at(version)
    for name, mprn in (("smso_mprn", smso_mprn), ("registered_mprn", registered_mprn)):
        if not _MPRN.match(mprn) or not mprn.strip("0"):
            raise RefusalError(f"{name}: “{mprn[:40]}” is no MPRN: write up to 10 digits, not all of them 0.")
    if not _GROUP.match(group_id):
        raise RefusalError(
            f"group_id: “{group_id[:40]}” is no GroupID: write two capital letters, such as AA."
        )
    if group_id not in ZEROS_IGNORED:
        same = smso_mprn == registered_mprn
        return ground.judged(same, f"{'Identical' if same else 'Not identical'} in every digit, leading "
                                   f"zeros included, as GroupID {group_id} requires.")  # fmt: skip
    same = smso_mprn.lstrip("0") == registered_mprn.lstrip("0")
    words = "The same" if same else "Not the same"
    return ground.judged(same, f"{words} once leading zeros are ignored, which GroupID {group_id} allows.")
