"""Who is asked, when, and by which way: the one writer of surveys until they are answered.

A survey is a question that was put. Whichever way comes first puts it, under a lock of the person's own, so that nobody
is asked by two ways, twice about one episode, or more often than the company chose.
"""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from conversations import receive
from conversations.insights import measuring
from conversations.merging import persons
from conversations.models import AskedBy, Conversation, Customer, Status, Survey, SurveySettings
from conversations.surveys import choosing, ending
from conversations.surveys.ending import Ending
from tenants import current, proofs

LASTS = timedelta(days=14)  # for which a question can be answered
CHANGES = timedelta(minutes=10)  # after the first answer
PURPOSE = "survey"


def token(survey: Survey) -> str:
    """What the link in its letter proves with; the table keeps a digest of it alone."""
    return proofs.token(PURPOSE, str(survey.id), kept=survey.token_hash)


def by_token(told: str) -> Survey | None:
    """The survey of a link, with its conversation; None where there is none."""
    found = Survey.objects.select_related("conversation__customer")
    return found.filter(token_hash=proofs.digest(told)).first()


def in_widget(customer: Customer) -> Survey | None:
    """The question that the customer's open widget shows now, or the answer that can still be changed.

    From the moment it is given out it counts as asked. None where there is nothing to ask.
    """
    conversation = receive.current_conversation(customer)
    if conversation is None or conversation.status != Status.RESOLVED:
        return None
    survey = put(conversation, by=AskedBy.WIDGET)
    if survey is None or survey.channel != AskedBy.WIDGET or survey.dismissed_at is not None:
        return None
    return survey if is_open(survey) else None


def is_open(survey: Survey) -> bool:
    """Whether it can be answered, or the answer be changed."""
    now = timezone.now()
    return now < (survey.expires_at if survey.answered_at is None else survey.answered_at + CHANGES)


@transaction.atomic
def put(conversation: Conversation, *, by: AskedBy, ended_seq: int | None = None) -> Survey | None:
    """Put the question about the newest episode by this way, unless it was put already: then that survey.

    None where the customer is not to be asked, and where `ended_seq` names another episode than the newest.
    """
    _lock(conversation.customer)
    conversation.refresh_from_db(fields=["status", "merged_into", "tags"])
    end = ending.last(conversation)
    if end is None or conversation.status != Status.RESOLVED or ended_seq not in {None, end.seq}:
        return None
    there = Survey.objects.filter(conversation=conversation, episode=end.number).first()
    if there is not None:
        return there
    return _written(conversation, end, by) if _may(conversation, end, by=by) else None


def _lock(customer: Customer) -> None:
    """Whoever asks any record of this person waits; nobody else does, so that this lock meets no other."""
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key(f"survey:{persons.kept_id(customer)}")])


def _may(conversation: Conversation, end: Ending, *, by: AskedBy) -> bool:
    chosen = choosing.of_company()
    if not (chosen.in_widget if by == AskedBy.WIDGET else chosen.by_mail and conversation.customer.email):
        return False
    if conversation.merged_into_id or set(conversation.tags) & set(chosen.not_tagged):
        return False
    if not ending.was_answered(conversation, end):
        return False
    return not _asked_enough(persons.records(conversation.customer), chosen)


def _asked_enough(records: Sequence[Customer], chosen: SurveySettings) -> bool:
    """Whether they were asked not long ago, or want to be asked no more."""
    enough = Q(refused_at__isnull=False)
    if chosen.every_days:
        enough |= Q(asked_at__gt=timezone.now() - timedelta(days=chosen.every_days))
    return Survey.objects.filter(enough, conversation__customer__in=records).exists()


def _written(conversation: Conversation, end: Ending, by: AskedBy) -> Survey:
    held, now = ending.held(conversation, end), timezone.now()
    survey = Survey(
        conversation=conversation,
        episode=end.number,
        ended_seq=end.seq,
        ended_at=end.at,
        holder=held.holder,
        agent=held.agent,
        team=held.team,
        channel=by,
        asked_at=now,
        expires_at=now + LASTS,
    )
    survey.token_hash = proofs.digest(token(survey))
    survey.save(force_insert=True)
    measuring.touch(str(conversation.id))
    return survey


@transaction.atomic
def take_back(survey: Survey) -> None:
    """The letter did not leave, so nobody was asked; one that was answered meanwhile stays."""
    gone, _ = Survey.objects.filter(pk=survey.pk, answered_at=None, channel=AskedBy.MAIL).delete()
    if gone:
        measuring.touch(str(survey.conversation_id))
