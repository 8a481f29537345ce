"""Keeps the clocks with each change of a conversation: what ended is written down, and the next alarm is set."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from conversations.models import Conversation, SlaOutcome
from conversations.sla import books, clock
from conversations.sla.clock import Ended, Kept
from tenants import jobs
from tenants.jobs import Timer

ALARM = "sla_alarm"  # the kind of the job that tells people of a clock
OF_ENDED = ("policy_id", "team_id", "agent_id", "priority", "target", "breached_at", "ended_at")
FAILED_AFTER = timedelta(minutes=15)  # longer than a job waits between tries: an alarm so late is a dead letter


def keep(conversation: Conversation, before: Mapping[str, Any], now: datetime) -> None:
    """Set the clocks of a row that `log.writing` holds, and is about to save."""
    version = conversation.sla_version
    book = None if version is None else books.of(version)
    write(conversation, clock.keep(conversation, before, now, book))
    if needs_alarm(conversation, now):
        one = alarm(conversation, now)
        jobs.write(one.kind, one.ids, key=one.key, run_at=one.run_at)


def needs_alarm(conversation: Conversation, now: datetime) -> bool:
    """Whether the alarm would come too late for what is next, or never."""
    due, timer = next_at(conversation), conversation.sla_timer_at
    return due is not None and (timer is None or due < timer or timer < now - FAILED_AFTER)


def next_at(conversation: Conversation) -> datetime | None:
    """When people are told next; None where nothing is left to tell."""
    return None if conversation.sla_clock is None else Kept.read(conversation.sla_clock).next_at


def alarm(conversation: Conversation, now: datetime) -> Timer:
    """The job for what is next, which the row now speaks of; the caller saves both."""
    conversation_id = str(conversation.id)
    conversation.sla_timer_at = next_at(conversation) or now
    return Timer(ALARM, {"conversation_id": conversation_id}, conversation_id, conversation.sla_timer_at)


def outcome(conversation: Conversation, one: Ended) -> SlaOutcome:
    """How a clock ended, as a row that is not stored yet."""
    return SlaOutcome(
        conversation=conversation,
        kind=one.kind,
        policy_id=one.policy_id,
        team_id=one.team_id,
        agent_id=one.agent_id,
        priority=one.priority,
        began_at=one.began_at,
        target=one.target,
        used=one.used,
        breached_at=one.breached_at,
        ended_at=conversation.updated_at,
    )


def write(conversation: Conversation, outcomes: Iterable[Ended]) -> None:
    """Write down how clocks ended; one whose promise was broken is there already, or is written now."""
    for one in outcomes:
        made = outcome(conversation, one)
        if one.is_kept_reply:
            made.save(force_insert=True)
            continue
        defaults = {name: getattr(made, name) for name in OF_ENDED}
        row, _ = SlaOutcome.objects.get_or_create(
            conversation=conversation, kind=one.kind, began_at=one.began_at, defaults=defaults
        )
        row.used, row.ended_at = one.used, conversation.updated_at
        row.breached_at = row.breached_at or one.breached_at
        row.save(update_fields=["used", "ended_at", "breached_at"])
