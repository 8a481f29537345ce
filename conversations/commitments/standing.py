"""What was decided for a customer and promised to them, as the desk and the assistant read it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from assistant.settled import Settled
from assistant.skills import saying
from conversations import authors, words
from conversations.models import Conversation, DecidedFact, Promise, PromiseState
from tenants import current
from tenants.errors import NotFoundError

Row = TypeVar("Row", bound=Model)
MOST_SETTLED = 8  # of the newest
FIRST_EPOCH = 1  # the baton never moved


def facts(conversation: Conversation) -> QuerySet[DecidedFact]:
    """What is decided and was not withdrawn, oldest first."""
    return DecidedFact.objects.filter(conversation=conversation, withdrawn_at=None).select_related("decided_by")


def promises(conversation: Conversation) -> QuerySet[Promise]:
    """All promises that were confirmed, oldest first."""
    found = Promise.objects.filter(conversation=conversation).exclude(state=PromiseState.NONE)
    return found.select_related("agent", "created_by", "closed_by")


def open_promises(conversation: Conversation) -> QuerySet[Promise]:
    """Those that somebody still has to keep."""
    return promises(conversation).filter(state=PromiseState.OPEN)


def settled(conversation: Conversation, language: str) -> tuple[Settled, ...]:
    """What the assistant may say of it. Two queries, none in a conversation that no person ever had.

    A promise that is overdue is left out: about that only a person can say something.
    """
    if not conversation.pk or conversation.epoch == FIRST_EPOCH:
        return ()
    now = timezone.now()
    decided = [_settled(one.text, one.about, words.DECIDED_BY, one.decided_by, one.decided_at, language)
               for one in facts(conversation)]  # fmt: skip
    promised = [
        _settled(one.text, "", words.PROMISED_BY, one.agent, one.created_at, language)
        for one in open_promises(conversation)
        if one.due_at is None or one.due_at > now
    ]
    said = {one.text for one in decided}
    return tuple([*(one for one in promised if one.text not in said), *decided][-MOST_SETTLED:])


def on_day(moment: datetime, language: str) -> str:
    """A day such as "12 May", by the company's clock."""
    local: date = moment.astimezone(ZoneInfo(current.tenant().time_zone)).date()
    return format_skeleton("MMMMd", local, locale=saying.locale_of(language))


def access_promise(agent: Agent, promise_id: str) -> Promise:
    """The promise with this id; NotFoundError when there is none."""
    found = _access(Promise.objects.select_related("agent", "created_by", "closed_by"), agent, promise_id)
    if found is None:
        raise NotFoundError(gettext("There is no such promise here."), param="promise_id")
    return found


def access_fact(agent: Agent, fact_id: str) -> DecidedFact:
    """The decided fact with this id; NotFoundError when there is none, or it was withdrawn."""
    found = _access(DecidedFact.objects.filter(withdrawn_at=None).select_related("decided_by"), agent, fact_id)
    if found is None:
        raise NotFoundError(gettext("There is no such decision here."), param="fact_id")
    return found


def _access(rows: QuerySet[Row], agent: Agent, key: str) -> Row | None:
    try:
        return rows.filter(pk=key).first() if agent.is_active else None
    except ValidationError:
        return None


def _settled(
    text: str, about: str, title: Mapping[str, str], agent: Agent | None, at: datetime, language: str
) -> Settled:
    name = authors.assistant() if agent is None else agent.first_name
    return Settled(text, about, words.say(title, language, name=name, date=on_day(at, language)))
