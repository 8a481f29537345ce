"""Asks an AI of the company's own: whether it can be asked now, and the row of the turn that waits for its reply.

Nothing else waits meanwhile, no transaction and no worker: the row is written with the job of its deadline, and with
the event that tells the company's programs.
"""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from agents import tokens
from agents.models import ApiToken
from assistant import pausing
from assistant.engines import AskOutside, NotOutside, Outside
from assistant.engines.chosen import LEFT_ALONE
from assistant.engines.outside import NO_TOKEN, SILENT, Given
from assistant.models import AssistantSettings, Engine
from assistant.pausing import Try
from conversations import deadlines, log, turns
from conversations.models import OutsideTurn, OutsideTurnState
from conversations.outside import forgetting, kept
from conversations.queries import Question
from conversations.webhooks import telling
from tenants import jobs

DEADLINE = "outside_deadline"  # the kind of the job that goes on without a reply
SCOPE = "assistant:act"
ASKED_ANEW = "asked_anew"  # why a turn is over
SPARE = timedelta(seconds=6)  # for Baton's own answer, before a person would get the message
SHORTEST = timedelta(seconds=3)  # less is not worth asking
LOOKS_BACK = 12  # turns


def way(question: Question, wanted: AssistantSettings) -> Outside:
    """Whether the company's own AI is asked, where that is its engine."""
    if wanted.engine != Engine.OUTSIDE:
        return NotOutside()
    now = timezone.now()
    if _until(question, wanted, now) - now < SHORTEST:
        return NotOutside()
    if not tokens_that_may().exists():
        return NotOutside(NO_TOKEN)
    return AskOutside() if left_alone_for(now) is None else NotOutside(LEFT_ALONE)


def tokens_that_may() -> QuerySet[ApiToken]:
    """The tokens that may act as the assistant."""
    return tokens.good_now().filter(scopes__contains=[SCOPE])


def last_heard() -> OutsideTurn | None:
    """The turn whose reply was taken last; None where there is none."""
    return OutsideTurn.objects.filter(state=OutsideTurnState.ANSWERED).order_by("-ended_at").first()


def left_alone_for(now: datetime) -> timedelta | None:
    """How long it is not asked yet, since it was silent turn after turn; None when it may be asked."""
    ended = OutsideTurn.objects.filter(state=OutsideTurnState.ANSWERED) | OutsideTurn.objects.filter(why_over=SILENT)
    asked = ended | OutsideTurn.objects.filter(state=OutsideTurnState.WAITING, expires_at__gt=now)
    rows = asked.values_list("created_at", "ended_at", "state")[:LOOKS_BACK]
    tries = [
        Try(began, over or now, None if over is None else state == OutsideTurnState.OVER) for began, over, state in rows
    ]
    return pausing.left_alone_for(tries, now)


def ask(question: Question, given: Given, wanted: AssistantSettings) -> None:
    """Let it be asked; FencedError when nobody waits for the answer any more.

    A turn that waits in the conversation already is over by it, unless it asks just this.
    """
    conversation_id, now = str(question.conversation.id), timezone.now()
    told = kept.of_given(given)
    with log.writing(conversation_id) as conversation:
        log.check_fence(conversation, epoch=question.epoch, answers=question.asked_seq)
        waiting = OutsideTurn.objects.filter(conversation=conversation, state=OutsideTurnState.WAITING)
        asks = waiting.filter(asked_seq=question.asked_seq, epoch=question.epoch, expires_at__gt=now).first()
        if asks is not None and asks.given["guidance"] == told["guidance"]:
            return
        waiting.update(state=OutsideTurnState.OVER, why_over=ASKED_ANEW, ended_at=now)
        made = OutsideTurn.objects.create(
            conversation=conversation,
            asked_seq=question.asked_seq,
            epoch=question.epoch,
            given=told,
            expires_at=_until(question, wanted, now),
        )
        jobs.write(DEADLINE, {"turn_id": str(made.id)}, key=str(made.id), run_at=made.expires_at)
        telling.turn_requested(conversation, made)
        forgetting.expect_old()
    turns.show_typing(conversation_id)


def _until(question: Question, wanted: AssistantSettings, now: datetime) -> datetime:
    """The deadline: never so late that the customer had no answer within the time that the assistant has."""
    latest = (question.conversation.unanswered_since or now) + deadlines.ANSWER - SPARE
    return min(now + timedelta(seconds=wanted.outside_seconds), latest)
