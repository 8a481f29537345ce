"""Tells the people of the desk that a promised time is nearly over, or over; and sets all clocks by new policies."""

import time
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from conversations import conversation_row, log
from conversations.alerts import raising
from conversations.alerts.people import SUPERVISORS
from conversations.models import AlertKind, Conversation, Holder, SlaKind, SlaOutcome, Status
from conversations.sla import books, clock
from conversations.sla.books import Policy
from conversations.sla.clock import Kept, Moment
from conversations.webhooks import telling
from tenants import jobs
from tenants.jobs import Lease

WHAT = {
    SlaKind.FIRST_REPLY: gettext_noop("a first reply"),
    SlaKind.NEXT_REPLY: gettext_noop("the next reply"),
    SlaKind.RESOLUTION: gettext_noop("a solution"),
}
LONGEST_GO = 20.0  # seconds that all clocks are set at a time


def ring(held: Lease) -> None:
    """Tell people of what has come of the conversation's clocks meanwhile, or of nothing; the next alarm is set."""
    try:
        with log.writing(str(held.ids["conversation_id"])) as conversation:
            conversation.sla_timer_at = None  # it has just run
            policy = _policy(conversation)
            if policy is not None:
                _tell(conversation, policy)
    except Conversation.DoesNotExist:
        return


def recount(held: Lease) -> None:
    """Set the clocks of all conversations that people have by the policies as they are now, for a while at a time."""
    until = time.monotonic() + LONGEST_GO
    live = Conversation.objects.exclude(status=Status.RESOLVED).exclude(holder=Holder.ASSISTANT)
    after = str(held.ids["after"])
    rows = live.filter(pk__gt=after) if after else live
    for conversation_id in rows.order_by("pk").values_list("id", flat=True).iterator():
        if time.monotonic() > until:
            jobs.write(books.RECOUNT, {"after": str(after)}, key=books.RECOUNT)
            return
        _set_anew(str(conversation_id))
        after = str(conversation_id)


def _set_anew(conversation_id: str) -> None:
    with log.writing(conversation_id) as conversation:
        version = conversation.sla_version
        book = None if version is None else books.of(version)
        # Whatever ended under other policies ended when it happened.
        clock.keep(conversation, conversation_row.values(conversation), timezone.now(), book)


def _policy(conversation: Conversation) -> Policy | None:
    if conversation.sla_version is None or conversation.sla_clock is None:
        return None
    return books.of(conversation.sla_version).policy(conversation.team_id, conversation.priority)


def _tell(conversation: Conversation, policy: Policy) -> None:
    now, kept = timezone.now(), Kept.read(conversation.sla_clock)
    come = [one for one in clock.moments(conversation, kept, policy) if one.at <= now and one.name not in kept.told]
    for one in come:
        if one.late:
            _broken(conversation, one, policy)
        elif not any(other.late and other.clock == one.clock for other in come):
            _nearly(conversation, one, policy)
    clock.told(conversation, [one.name for one in come])


def _nearly(conversation: Conversation, moment: Moment, policy: Policy) -> None:
    kind, _ = clock.promised(conversation.first_replied_at, moment.clock, policy)
    raising.raise_to(
        _whose(conversation) or [SUPERVISORS],
        kind=AlertKind.SLA_SOON,
        subject=lambda: gettext("{name}: {what} is nearly due").format(
            name=conversation.customer.name, what=gettext(WHAT[kind])
        ),
        text=lambda: gettext("Four fifths of the promised time are over."),
        conversation=conversation,
    )


def _broken(conversation: Conversation, moment: Moment, policy: Policy) -> None:
    """Written down for the reports, and told to whoever has it and to supervisors."""
    kind, seconds = clock.promised(conversation.first_replied_at, moment.clock, policy)
    kept = Kept.read(conversation.sla_clock)
    began = conversation.desk_since if moment.clock == clock.RESOLUTION else kept.began
    outcome, _ = SlaOutcome.objects.get_or_create(
        conversation=conversation,
        kind=kind,
        began_at=began,
        defaults={
            "policy_id": policy.id,
            "team_id": conversation.team_id,
            "agent_id": conversation.agent_id,
            "priority": conversation.priority,
            "target": seconds,
            "breached_at": moment.at,
        },
    )
    telling.sla_breached(conversation, outcome)
    raising.raise_to(
        {SUPERVISORS, *_whose(conversation)},
        kind=AlertKind.SLA_BREACHED,
        subject=lambda: gettext("{name}: {what} is overdue").format(
            name=conversation.customer.name, what=gettext(WHAT[kind])
        ),
        text=lambda: gettext("{where} Somebody should look at it now.").format(where=_with(conversation)),
        conversation=conversation,
    )


def _whose(conversation: Conversation) -> list[str]:
    """Who has it, or is asked to take it."""
    found: Iterable[object] = (conversation.agent_id, conversation.offered_to_id)
    return [str(one) for one in found if one is not None][:1]


def _with(conversation: Conversation) -> str:
    if conversation.agent is not None:
        return gettext("It is with {name}.").format(name=conversation.agent.name)
    if conversation.team is None:
        return gettext("It waits in the queue.")
    return gettext("It waits in the queue of {team}.").format(team=conversation.team.name)
