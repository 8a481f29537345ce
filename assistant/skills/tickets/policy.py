"""What a customer may do with a ticket through the assistant, and when a person should look instead; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext, gettext_noop

from assistant.models import TicketState
from assistant.records.contract import TicketSeen
from assistant.skills.policies import Setting, setting

LIVE = frozenset({TicketState.OPEN, TicketState.WAITING})


@dataclass(frozen=True)
class TicketPolicy:
    """How far the assistant goes with tickets."""

    adds: bool = setting(default=True, how=Setting("yes_no", gettext_noop("Puts the customer's words on their ticket")))
    opens: bool = setting(
        default=True, how=Setting("yes_no", gettext_noop("Opens a ticket when the customer has none"))
    )
    reopen_days: int = setting(
        14,
        Setting(
            "whole",
            gettext_noop("A solved ticket is taken up again within"),
            unit="days",
            most=365,
            help=gettext_noop("0: never."),
        ),
    )
    silent_days: int = setting(
        7,
        Setting(
            "whole",
            gettext_noop("A person looks when there was no news for"),
            unit="days",
            most=365,
            help=gettext_noop("A customer who asks again after so long should not be told the same. 0: never."),
        ),
    )


def describe(policy: TicketPolicy) -> Sequence[str]:
    """The policy in sentences."""
    says = [gettext("Tells customers who proved their e-mail address how their tickets stand.")]
    if policy.adds:
        says.append(gettext("Puts what they add on the ticket."))
    if policy.adds and policy.reopen_days:
        says.append(
            gettext("Takes a solved ticket up again within {reopen_days} days.").format(reopen_days=policy.reopen_days)
        )
    says.append(
        gettext("Opens a ticket for who has none.") if policy.opens else gettext("Who has no ticket gets a person.")
    )
    if policy.silent_days:
        says.append(
            gettext("A ticket of ours without news for more than {silent_days} days goes to a person.").format(
                silent_days=policy.silent_days
            )
        )
    return says


def is_overdue(ticket: TicketSeen, policy: TicketPolicy, now: datetime) -> bool:
    """Whether the customer has waited for us for too long."""
    waited = now - ticket.updated_at
    return ticket.state == TicketState.OPEN and policy.silent_days > 0 and waited > timedelta(days=policy.silent_days)


def may_add(ticket: TicketSeen, policy: TicketPolicy, now: datetime) -> bool:
    """Whether the customer's words may go on the ticket."""
    if not policy.adds or ticket.state == TicketState.CLOSED:
        return False
    return ticket.state in LIVE or now - ticket.updated_at <= timedelta(days=policy.reopen_days)
