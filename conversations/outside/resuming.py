"""Goes on with a turn for which an AI outside was asked, and says why where that is not possible any more."""

from functools import partial
from typing import Any

from django.utils import timezone

from assistant.engines import Outside
from assistant.engines.outside import SILENT, GuidedAnewError
from conversations import log, turn, turns
from conversations.errors import FencedError
from conversations.models import Conversation, Holder, OutsideTurn, OutsideTurnState, Status
from conversations.outside.asking import ASKED_ANEW
from conversations.outside.errors import TurnOverError, WhyOver
from conversations.turn import Resumed

ENDED = {SILENT: WhyOver.EXPIRED, WhyOver.MISUSED: WhyOver.MISUSED}
ENDED_UNLESS_MOVED_ON = {ASKED_ANEW: WhyOver.GUIDED_ANEW}


def go_on(row: OutsideTurn, outside: Outside, state: OutsideTurnState, **fields: Any) -> None:
    """Decide anew with what came from outside, and carry it out; TurnOverError, and nothing is written.

    The row gets its `state` and the other fields in the transaction of what is said, and only if it waits still.
    """
    claim = partial(_claim, row, state, fields)
    try:
        done = turn.take(str(row.conversation_id), row.asked_seq, Resumed(outside, row.epoch, claim))
    except GuidedAnewError as error:
        _ask_anew(row)
        raise TurnOverError(WhyOver.GUIDED_ANEW) from error
    if not done:
        raise TurnOverError(why_over(row) or WhyOver.GUIDED_ANEW)


def check(row: OutsideTurn) -> None:
    """TurnOverError unless the reply to the turn is waited for."""
    why = why_over(row)
    if why is not None:
        raise TurnOverError(why)


def why_over(row: OutsideTurn) -> WhyOver | None:
    """Why the turn takes no reply any more, as it stands now; None where it does. Two queries."""
    state, why = OutsideTurn.objects.filter(pk=row.pk).values_list("state", "why_over").get()
    if state == OutsideTurnState.ANSWERED:
        return WhyOver.ANSWERED
    conversation = Conversation.objects.get(pk=row.conversation_id)
    return (
        ENDED.get(why)
        or _moved_on(row, conversation)
        or (ENDED_UNLESS_MOVED_ON.get(why, WhyOver.OVER) if why else None)
    )


def _moved_on(row: OutsideTurn, conversation: Conversation) -> WhyOver | None:
    if conversation.holder != Holder.ASSISTANT or conversation.epoch != row.epoch:
        return WhyOver.TAKEN_OVER
    if conversation.last_customer_seq != row.asked_seq:
        return WhyOver.WROTE_AGAIN
    if row.expires_at <= timezone.now():
        return WhyOver.EXPIRED
    over = conversation.status == Status.RESOLVED or conversation.unanswered_since is None
    return WhyOver.OVER if over or conversation.draft_due_at is not None else None


def close(row: OutsideTurn, why: str) -> None:
    """The turn is over without a reply, if it waits still."""
    end = {"state": OutsideTurnState.OVER, "why_over": why, "ended_at": timezone.now()}
    OutsideTurn.objects.filter(pk=row.pk, state=OutsideTurnState.WAITING).update(**end)


def _ask_anew(row: OutsideTurn) -> None:
    """Let another turn ask, one that knows the guidance; none where nobody waits for the answer."""
    with log.writing(str(row.conversation_id)) as conversation:
        close(row, ASKED_ANEW)
        if conversation.holder == Holder.ASSISTANT and conversation.unanswered_since is not None:
            turns.expect(conversation, asked_seq=conversation.last_customer_seq, at_once=True)


def _claim(row: OutsideTurn, state: OutsideTurnState, fields: dict[str, Any]) -> None:
    waiting = OutsideTurn.objects.filter(pk=row.pk, state=OutsideTurnState.WAITING)
    if not waiting.update(state=state, ended_at=timezone.now(), **fields):
        raise FencedError("it was replied to already")
