"""Colleagues whom a note names: each has a row until they looked, and an alert."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from agents import people
from agents.models import Agent
from conversations import alerts
from conversations.models import AlertKind, Conversation, Mention, Note
from tenants.errors import ParameterError

MOST = 20


def named(agent_ids: Sequence[str]) -> list[Agent]:
    """The colleagues with these ids, each once; ParameterError for one who takes no conversations here."""
    wanted = list(dict.fromkeys(agent_ids))
    if len(wanted) > MOST:
        raise ParameterError(gettext("mentions: at most {most} people at once.").format(most=MOST), param="mentions")
    try:
        return [people.colleague(agent_id) for agent_id in wanted]
    except ParameterError as error:
        raise ParameterError(gettext("mentions: there is no such agent here."), param="mentions") from error


def write(note: Note, conversation: Conversation, *, by: Agent, to: Sequence[Agent]) -> None:
    """Keep who is mentioned and tell them, in the transaction of the note; nobody is told of themselves."""
    Mention.objects.bulk_create(Mention(note=note, agent=agent, seen_at=_at_once(agent, by)) for agent in to)
    told = [str(agent.id) for agent in to if agent.pk != by.pk]
    if told:
        alerts.raise_to(
            told,
            kind=AlertKind.MENTIONED,
            subject=lambda: gettext("{name} mentions you: {customer}").format(
                name=by.name, customer=conversation.customer.name
            ),
            text=note.text,
            conversation=conversation,
        )


def see(conversation: Conversation, agent: Agent) -> int:
    """The agent looks at the conversation, so what mentions them there is seen; gives how many were not."""
    mine = Mention.objects.filter(note__conversation=conversation, agent=agent, seen_at=None)
    return mine.update(seen_at=timezone.now())


def _at_once(agent: Agent, by: Agent) -> datetime | None:
    return timezone.now() if agent.pk == by.pk else None
