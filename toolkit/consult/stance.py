"""What a respondent may choose in a form: the stance on a question, and the type of organisation."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """What an answer says to a question, in the words of the form."""

    SUPPORT = "Support"
    SUPPORT_WITH_COMMENTS = "Support, with comments"
    NO_VIEW = "No view"
    OBJECT = "Object"
    PARTLY_OBJECT = "Object in part"


class Organisation(StrEnum):
    """Types of organisation by which responses are counted."""

    SUPPLIER = "Energy supplier"
    NETWORK_OPERATOR = "Network operator"
    SERVICE_PROVIDER = "Service provider"
    MANUFACTURER = "Device manufacturer"
    CONSUMER_BODY = "Consumer body"
    OTHER = "Other"
