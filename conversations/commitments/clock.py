"""The clock of a promise: who gave it, or holds the conversation, hears before it is due, and when it is overdue."""

from django.utils import timezone
from django.utils.translation import gettext

from conversations import alarm, log
from conversations.alerts import raising
from conversations.alerts.people import SUPERVISORS
from conversations.insights import measuring
from conversations.models import AlertKind, Conversation, Promise, PromiseState
from tenants import jobs
from tenants.jobs import Lease

KIND = "promise_alarm"


def wind(promise: Promise) -> None:
    """Set the alarm of an open promise with a time, take it off any other; the row is saved by the caller."""
    if promise.state != PromiseState.OPEN or promise.due_at is None:
        promise.alarm_at = None
        return
    now = timezone.now()
    promise.alarm_at = alarm.next_ring(due_at=promise.due_at, since=promise.created_at, now=now)
    ids = {"promise_id": str(promise.id), "conversation_id": str(promise.conversation_id)}  # it goes with it
    jobs.write(KIND, ids, key=str(promise.id), run_at=promise.alarm_at)


def ring(held: Lease) -> None:
    """Remind of the promise, or say that it is overdue; nothing if it was closed or moved."""
    key = str(held.ids["promise_id"])
    found = Promise.objects.filter(pk=key).values_list("conversation_id", flat=True).first()
    if found is None:
        return
    with log.writing(str(found)) as conversation:
        promise = Promise.objects.select_related("agent").get(pk=key)
        if promise.alarm_at is None or promise.due_at is None or promise.alarm_at > timezone.now():
            return
        _tell(conversation, promise)
        measuring.touch(str(conversation.id))  # it may be overdue now
        wind(promise)
        promise.save(update_fields=["alarm_at"])


def _tell(conversation: Conversation, promise: Promise) -> None:
    now, due_at, name = timezone.now(), promise.due_at or timezone.now(), conversation.customer.name
    overdue = now >= due_at
    when = f"It was due {alarm.span(now - due_at)} ago." if overdue else f"It is due in {alarm.span(due_at - now)}."
    who = _whose(conversation, promise)
    raising.raise_to(
        [*who, SUPERVISORS] if overdue or not who else who,
        kind=AlertKind.PROMISE_OVERDUE if overdue else AlertKind.PROMISE_DUE,
        subject=lambda: (
            gettext("Overdue: promised to {name}") if overdue else gettext("Due soon: promised to {name}")
        ).format(name=name),
        text=f"“{promise.text}” {when}",
        conversation=conversation,
    )


def _whose(conversation: Conversation, promise: Promise) -> list[str]:
    """Who holds the conversation, else who promised it."""
    if conversation.agent is not None:
        return [str(conversation.agent.id)]
    return [str(promise.agent.id)] if promise.agent is not None and promise.agent.is_active else []
