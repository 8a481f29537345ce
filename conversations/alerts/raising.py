"""The one writer of alerts: who is told of what, and that they have seen it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from agents.models import Agent
from conversations.alerts import people
from conversations.alerts.people import Who
from conversations.models import Alert, AlertKind, Conversation
from tenants import current, groups, ids, jobs, speaking
from tenants.embedded.channel_layer import send_from_sync

LETTER = "alert_letter"  # the kind of the job that sends one by mail
GRAVE = frozenset(
    {
        AlertKind.RULES_UNREADABLE,
        AlertKind.MODEL_DOWN,
        AlertKind.MODEL_BUDGET,
        AlertKind.CONNECTOR_FAILED,
        AlertKind.WEBHOOK_DISABLED,
    }
)
KEPT_FOR = timedelta(days=90)  # after it was seen
REMINDED_AFTER = timedelta(days=1)  # by mail again, of what is grave, still so, and not seen yet
LONGEST_SUBJECT, LONGEST_TEXT = 160, 600
Words = str | Callable[[], str]
# Beside an unseen one of the same kind, subject and conversation there is no second one, whoever writes at once.
WRITE = """
INSERT INTO conversations_alert AS told
    (id, agent_id, kind, subject, text, conversation_id, link, count, first_at, raised_at)
SELECT fresh.id, fresh.agent_id, %(kind)s, %(subject)s, %(text)s, %(conversation)s::uuid, %(link)s, 1, %(now)s, %(now)s
FROM unnest(%(ids)s::uuid[], %(agents)s::uuid[]) AS fresh (id, agent_id)
ON CONFLICT (agent_id, kind, subject, conversation_id) WHERE seen_at IS NULL
DO UPDATE SET count = told.count + 1, text = EXCLUDED.text, link = EXCLUDED.link, raised_at = EXCLUDED.raised_at
RETURNING id, mailed_at
"""


@transaction.atomic
def raise_to(
    who: Who,
    *,
    kind: AlertKind,
    subject: Words,
    text: Words = "",
    conversation: Conversation | None = None,
    link: str = "",
) -> int:
    """Tell each of the people, in the transaction under way; gives how many were told.

    `who` is a right, or what a rule names: "supervisors", "admins", ids of agents. `link` is a path of the console; an
    alert about a conversation leads there by itself. What quotes a customer has to name the conversation, so that it
    goes with it. What has words of Baton's own is given as a function, which says it in the language of each.
    """
    reached = people.reached(who)
    if not reached:
        return 0
    written: list[tuple[UUID, datetime | None]] = []
    for language in dict.fromkeys(map(speaking.chosen, reached.values())):
        told = [key for key, theirs in reached.items() if speaking.chosen(theirs) == language]
        values = {
            "ids": [ids.uuid7() for _ in told],
            "agents": [ids.decode("agt", agent_id) for agent_id in told],
            "kind": kind.value,
            "subject": _said(subject, language, most=LONGEST_SUBJECT),
            "text": _said(text, language, most=LONGEST_TEXT),
            "conversation": None if conversation is None else ids.decode("conv", str(conversation.id)),
            "link": link,
            "now": timezone.now(),
        }
        with current.connection.cursor() as cursor:
            cursor.execute(WRITE, values)
            written += cursor.fetchall()
    _forget_old(list(reached))
    if kind in GRAVE:
        _mail(written)
    _hint(list(reached))
    return len(written)


def raise_to_now_and_then(
    who: Who, *, every: timedelta, kind: AlertKind, subject: Words, text: Words = "", link: str = ""
) -> int:
    """Like `raise_to`, but nothing while the last one of this kind and subject is younger than `every`."""
    since = timezone.now() - every
    subjects = [_said(subject, language, most=LONGEST_SUBJECT) for language in speaking.SPOKEN]
    if Alert.objects.filter(kind=kind, subject__in=subjects, raised_at__gt=since).exists():
        return 0
    return raise_to(who, kind=kind, subject=subject, text=text, link=link)


@transaction.atomic
def see(alert: Alert) -> None:
    """Its person has seen it."""
    if Alert.objects.filter(pk=alert.pk, seen_at=None).update(seen_at=timezone.now()):
        _hint([str(alert.agent_id)])


@transaction.atomic
def see_all(agent: Agent) -> int:
    """The person has seen all that there is for them; gives how many."""
    seen = Alert.objects.filter(agent=agent, seen_at=None).update(seen_at=timezone.now())
    if seen:
        _hint([str(agent.id)])
    return seen


def _forget_old(agent_ids: list[str]) -> None:
    """What they saw long ago nobody looks up any more."""
    Alert.objects.filter(agent__in=agent_ids, seen_at__lt=timezone.now() - KEPT_FOR).delete()


def _mail(written: list[tuple[UUID, datetime | None]]) -> None:
    """A letter for each, but none for who got one lately and has not seen the alert since, nor where no mail leaves."""
    if not settings.MAIL_LEAVES:
        return
    for key, mailed_at in written:
        if mailed_at is None or mailed_at < timezone.now() - REMINDED_AFTER:
            alert_id = ids.encode("alr", key)
            jobs.write(LETTER, {"alert_id": alert_id}, key=alert_id)


def _hint(agent_ids: list[str]) -> None:
    """Let the open consoles of these people look, once the transaction has committed."""
    group = groups.everyone_at_the_desk(current.schema_name())
    transaction.on_commit(lambda: send_from_sync(group, {"type": "alerts", "agent_ids": agent_ids}))


def _said(words: Words, language: str, *, most: int) -> str:
    if isinstance(words, str):
        return _cut(words, most)
    with speaking.in_language(language):
        return _cut(words(), most)


def _cut(text: str, most: int) -> str:
    plain = " ".join(text.replace("\x00", "").split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
