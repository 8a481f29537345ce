"""Why a turn takes no reply any more."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext

from tenants.errors import BatonError


class WhyOver(StrEnum):
    """Why a turn takes no reply any more."""

    TAKEN_OVER = "taken_over"
    WROTE_AGAIN = "customer_wrote_again"
    EXPIRED = "expired"
    ANSWERED = "answered"
    GUIDED_ANEW = "guided_anew"
    MISUSED = "tools_misused"
    OVER = "over"


SAYS: Mapping[WhyOver, str] = {
    WhyOver.TAKEN_OVER: "The baton moved on: the assistant does not hold this conversation any more.",
    WhyOver.WROTE_AGAIN: "The customer wrote again; another turn asks for the answer to all of it.",
    WhyOver.EXPIRED: "The deadline of this turn is over, and Baton answered in its place.",
    WhyOver.ANSWERED: "This turn has its reply already.",
    WhyOver.GUIDED_ANEW: "A supervisor guides this answer otherwise now; another turn asks for it.",
    WhyOver.MISUSED: "The tools were misused too often, so Baton answered in your place.",
    WhyOver.OVER: "Nobody waits for this answer any more.",
}


class TurnOverError(BatonError):
    """The turn takes no reply any more, and nothing was written; the code says why, as `turn_expired`."""

    status = 409
    type = "conflict_error"

    def __init__(self, why: WhyOver) -> None:
        super().__init__(gettext("{says} Nothing was written.").format(says=SAYS[why]), param="turn_id")
        self.code = f"turn_{why}"
