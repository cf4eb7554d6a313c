"""Faults of dates and numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, added, shuffled

_WEEKDAYS = (
    "by 17:00 on Friday 28 May 2020", "no later than Monday, 5 August 2020", "on Tue 2 September 2020",
    "on Wednesday the 3rd of December 2020", "on Sunday, 31 October 2020", "by Thursday 1st July 2020",
    "from Saturday 4 May 2021", "on Friday, September 4th, 2019", "by Monday 01/09/2020",
    "by noon on Tuesday 29 November 2021", "on Wednesday (6 August 2020)", "on Thursday 2020-08-07",
)  # fmt: skip
_IMPOSSIBLE = (
    "before the end of 31 June 2020", "by 29 February 2021", "on 31 September 2020",
    "no later than 32 May 2020",
    "on the 31st of April 2021", "by 30 February 2020", "on 31/11/2020", "on 2020-02-30", "from 0 May 2020",
    "by November 31, 2020", "by Friday 31 June 2020", "on 29th February 2100",
)  # fmt: skip
_ACTS = ("The DCC shall publish the list {}.", "Each User shall send its request to the DCC {}.",
         "The report shall be given to the Panel by the DCC {}.")  # fmt: skip
_FREE = (
    "by 31 May 2020", "no later than 25 December 2020", "on or before Sunday 2 August 2020",
    "on 26 December 2020",
    "before the end of 1 January 2021", "by 17:00 on 31 August 2020",
    "not later than Saturday 7 November 2020",
    "by close of business on 29 August 2020", "by the end of 10 April 2020", "on 8 May 2020", "by 2020-05-31",
    "at the latest on 4 April 2021",
)  # fmt: skip
_BACKWARDS = (
    "The window opens on 8 June 2020 and closes on 29 May 2020.",
    "The DCC shall do so from 1 September 2020 to 31 August 2020.",
    "This applies between 3 March 2021 and 3 March 2020.",
    "The period begins on 5 May 2020 and ends on 4 May 2020.",
    "The DCC shall test each Device not before 7 July 2020 and no later than 6 July 2020.",
    "The testing shall run from 12 October 2020 until 2 October 2020.",
    "The DCC shall keep the list for the period beginning on 1 June 2020 and ending on 1 May 2020.",
    "Requests may be sent from 09:00 on 3 August 2020 up to 17:00 on 31 July 2020.",
    "The consultation closes on 1 July 2020, having opened on 8 July 2020.",
    "The trial starts on 14 September 2020. It ends on 7 September 2020.",
    "The DCC shall accept each request dated 2 May 2020 to 30 April 2020 (inclusive).",
    "The service is open during the period 5 August 2020 – 4 August 2020.",
)
_RESPECTIVELY = (
    "The DCC and each User shall use the first, second and third form respectively.",
    "The ESME, the GSME and the PPMID shall be tested in May and June respectively.",
    "Clauses 4.26, 4.29 and 4.30 of the TMAD apply to the DCC and to each User, respectively.",
    "The DCC shall send the request, the response and the alert respectively to the User and the Panel.",
    "The limits for reading, writing, starting and stopping are 5, 10 and 15 seconds respectively.",
    "The first and second reports shall respectively cover May, June and July.",
    "The DCC, the Panel and each Party shall respectively test and record the Device.",
    "The periods for credit and prepayment are 5 days, 6 days and 7 days respectively.",
    "The times for the ESME and the GSME are 10, 20 and 30 seconds, respectively.",
    "Tests A, B, C and D shall be carried out in May, June and July respectively.",
)


def _in_acts(phrases: tuple[str, ...]) -> Seeding:
    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        yield from added(drafts, rng, (rng.choice(_ACTS).format(one) for one in shuffled(rng, phrases)))

    return plant


def _whole(sentences: tuple[str, ...]) -> Seeding:
    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        yield from added(drafts, rng, shuffled(rng, sentences))

    return plant


SEEDINGS: dict[str, Seeding] = {
    "C152": _in_acts(_WEEKDAYS), "C153": _in_acts(_IMPOSSIBLE), "C154": _in_acts(_FREE),
    "C155": _whole(_BACKWARDS), "C157": _whole(_RESPECTIVELY),
}  # fmt: skip
