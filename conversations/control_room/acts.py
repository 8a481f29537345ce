"""The one writer of what supervisors do over the assistant: guidance, hold, dismissal, each of which stands once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop

from agents import permissions
from agents.models import Agent, Team
from agents.permissions import Right
from assistant.models import Article
from conversations import control, events, log, turns
from conversations.control_room import standing
from conversations.errors import NothingToDoError
from conversations.models import (
    ActKind,
    ActState,
    Conversation,
    GuidanceKind,
    Holder,
    OutsideTurn,
    OutsideTurnState,
    Oversight,
    OversightAct,
    Status,
)
from tenants.errors import ParameterError

Json = dict[str, Any]
OVER = gettext_noop("The assistant does not have this conversation, so there is nothing to supervise.")


@dataclass(frozen=True)
class Wish:
    """What a supervisor wants of the next turn; `about` is the id of the article or the team that it names."""

    kind: GuidanceKind
    text: str = ""
    about: str = ""


def hold(conversation_id: str, agent: Agent, *, epoch: int) -> OversightAct:
    """The next reply waits for somebody's yes, also one that is under way: nothing more of it is shown.

    Who asks again changes nothing. StaleEpochError, NothingToDoError where the assistant does not hold the baton.
    """
    with log.writing(conversation_id) as conversation:
        _check(conversation, agent, epoch)
        stands = standing.acts(conversation_id).get(ActKind.HOLD)
        if stands is not None:
            return stands
        act = _write(conversation, agent, ActKind.HOLD)
        events.publish(events.cut(conversation))
        return act


def let_go(conversation_id: str, agent: Agent) -> None:
    """The next reply need not wait any more; a draft that is there already still waits for its yes."""
    _take_back(conversation_id, agent, ActKind.HOLD)


def guide(conversation_id: str, agent: Agent, wish: Wish, *, epoch: int) -> OversightAct:
    """The next turn obeys; what stood before is replaced, and an answer that waits for its yes is made anew.

    ParameterError for an article or a team that is not there; the others as `hold` raises them.
    """
    _check_about(wish)
    with log.writing(conversation_id) as conversation:
        _check(conversation, agent, epoch)
        standing.end(conversation_id, ActKind.GUIDANCE, ActState.TAKEN_BACK)
        named = {"guidance_kind": wish.kind, "text": wish.text, "about": wish.about}
        act = _write(conversation, agent, ActKind.GUIDANCE, **named)
        _think_again(conversation)
        return act


def take_guidance_back(conversation_id: str, agent: Agent) -> None:
    """The next turn goes without it; what was drafted by it already still waits for its yes."""
    _take_back(conversation_id, agent, ActKind.GUIDANCE)


def dismiss(conversation_id: str, agent: Agent, reason: str, *, because: str) -> OversightAct:
    """Put the risk aside; it comes back when it rises further."""
    with log.writing(conversation_id) as conversation:
        _check(conversation, agent, conversation.epoch)
        standing.end(conversation_id, ActKind.DISMISSAL, ActState.ENDED)
        return _write(conversation, agent, ActKind.DISMISSAL, reason=reason, because=because)


def undismiss(conversation_id: str, agent: Agent) -> None:
    """The risk counts again."""
    _take_back(conversation_id, agent, ActKind.DISMISSAL)


def _check(conversation: Conversation, agent: Agent, epoch: int) -> None:
    permissions.check_now(agent, Right.SUPERVISE_ASSISTANT)
    control.check_epoch(conversation, epoch)
    if conversation.holder != Holder.ASSISTANT or conversation.status == Status.RESOLVED:
        raise NothingToDoError(gettext(OVER))


def _check_about(wish: Wish) -> None:
    known: Mapping[GuidanceKind, tuple[str, QuerySet[Any]]] = {
        GuidanceKind.ARTICLE: ("article", Article.objects.all()),
        GuidanceKind.PASS_ON: ("team", Team.objects.all()),
    }
    if wish.kind not in known:
        return
    name, found = known[wish.kind]
    try:
        there = found.filter(pk=wish.about).exists()
    except ValidationError:
        there = False
    if not there:
        raise ParameterError(gettext("{name}_id: there is no such {name}.").format(name=name), param=f"{name}_id")


def _write(conversation: Conversation, agent: Agent, kind: ActKind, **fields: Any) -> OversightAct:
    kept = Oversight.objects.get_or_create(conversation=conversation)[0]
    act = OversightAct.objects.create(
        conversation=conversation, kind=kind, by=agent, risk=kept.risk, after_seq=conversation.seq, **fields
    )
    events.publish(events.OversightChanged(str(conversation.id), {}))
    return act


def _take_back(conversation_id: str, agent: Agent, kind: ActKind) -> None:
    with log.writing(conversation_id):
        permissions.check_now(agent, Right.SUPERVISE_ASSISTANT)
        if not standing.end(conversation_id, kind, ActState.TAKEN_BACK):
            raise NothingToDoError(gettext("This was taken back already, or is done with."))
        events.publish(events.OversightChanged(conversation_id, {}))


def _think_again(conversation: Conversation) -> None:
    """Where an answer waits for its yes, it is made anew with the guidance; the draft goes with the change of the row.

    An AI of the company's own that is asked for it is asked anew.

    A turn under way goes on as it began: the guidance is for the next one.
    """
    asks = OutsideTurn.objects.filter(conversation=conversation, state=OutsideTurnState.WAITING)
    if conversation.draft_due_at is not None or asks.exists():
        conversation.draft_due_at = None
        turns.expect(conversation, asked_seq=conversation.last_customer_seq, at_once=True)
