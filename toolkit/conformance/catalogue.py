"""Every rule, by its number: the explicit list from which the command line and the manual are made."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from .duis import message, response_time, roles, targets
from .law import Law
from .rule import inputs
from .ruling import Ruling
from .s1sr import default_pin, price_scalar, top_up, variations
from .scalar import Kind
from .sec import (
    conclusions,
    dormancy,
    enrolment,
    laying,
    live_services,
    product_combinations,
    products_list,
    redesignation_date,
    referral,
    tally,
)
from .tmad import (
    blocked,
    certificate_ids,
    dormant_first,
    early_firmware,
    engineering_pin,
    expiry,
    mprn,
    notice,
    prepayment,
    profile_switch,
    security_testing,
    supplier_change,
)

SOURCES = "sources"
"""The input that the toolkit gives itself: the texts of the documents."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that a rule is asked with."""

    name: str
    kind: Kind
    required: bool
    default: Any
    """Where it is not required."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue."""

    number: str
    """As people cite it: R4; a second function of one number has a word after it."""
    function: Callable[..., Ruling[Any]]
    law: Law

    @property
    def name(self) -> str:
        """As it can be typed: firmware-notice."""
        return self.function.__name__.replace("_", "-")

    @property
    def words(self) -> str:
        """What it asks, in a sentence, and what its inputs mean."""
        return inspect.cleandoc(self.function.__doc__ or "")

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What it is asked with, without what the toolkit gives itself."""
        parameters = inspect.signature(inspect.unwrap(self.function)).parameters
        return tuple(
            Input(name, kind, parameters[name].default is inspect.Parameter.empty, parameters[name].default)
            for name, kind in inputs(self.function).items()
            if name != SOURCES
        )

    @property
    def reads_sources(self) -> bool:
        """Whether it reads the law from the documents."""
        return SOURCES in inputs(self.function)


RULES: tuple[Rule, ...] = (
    Rule("R1", mprn.match_mprn, mprn.LAW),
    Rule("R2", engineering_pin.disclose_pins, engineering_pin.LAW),
    Rule("R3", default_pin.default_pin_gate, default_pin.LAW),
    Rule("R4", notice.firmware_notice, notice.FIRMWARE),
    Rule("R5", notice.migration_notice, notice.MIGRATION),
    Rule("R6", dormant_first.dormant_first, dormant_first.LAW),
    Rule("R7", early_firmware.early_firmware, early_firmware.LAW),
    Rule("R8", supplier_change.change_of_supplier_window, supplier_change.LAW),
    Rule("R9", profile_switch.profile_switch, profile_switch.LAW),
    Rule("R10", certificate_ids.supplier_certificate_ids, certificate_ids.LAW),
    Rule("R11", expiry.tmad_in_force, expiry.LAW),
    Rule("R12", prepayment.prepayment_maintained, prepayment.LAW),
    Rule("R13", blocked.blocked_proposal, blocked.LAW),
    Rule("R14", security_testing.security_testing, security_testing.LAW),
    Rule("R15", price_scalar.price_shown, price_scalar.LAW),
    Rule("R16", top_up.top_up_value, top_up.LAW),
    Rule("R17", variations.device_variation, variations.LAW),
    Rule("R17-whole", variations.dmves_whole, variations.WHOLE),
    Rule("R18", targets.valid_target, targets.LAW),
    Rule("R18-message", message.request_message, message.LAW),
    Rule("R19", response_time.response_time, response_time.LAW),
    Rule("R20", roles.eligible_role, roles.LAW),
    Rule("R21", enrolment.eligible_to_enrol, enrolment.ELIGIBILITY),
    Rule("R22", enrolment.enrolment_deadline, enrolment.DEADLINE),
    Rule("R23", product_combinations.product_combinations, product_combinations.LAW),
    Rule("R24", referral.referral, referral.LAW),
    Rule("R25", products_list.products_list_removal, products_list.CPA),
    Rule("R26", dormancy.meter_status, dormancy.LAW),
    Rule("R27", laying.laying_period, laying.LAW),
    Rule("R28", redesignation_date.redesignation_window, redesignation_date.LAW),
    Rule("R29", conclusions.report_complete, conclusions.LAW),
    Rule("R30", tally.response_tally, tally.LAW),
    Rule("R31", live_services.live_services, live_services.LAW),
)  # fmt: skip


def find(name: str) -> Rule | None:
    """The rule of that number or name, in any case, or None."""
    wanted = name.lower().replace("_", "-")
    return next((one for one in RULES if wanted in (one.number.lower(), one.name)), None)


def near(name: str) -> list[str]:
    """Numbers and names that somebody may have meant."""
    known = [word for one in RULES for word in (one.number, one.name)]
    return get_close_matches(name, known, 3, 0.5)
