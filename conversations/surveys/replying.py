"""A person answers a customer who rated, in the conversation itself, and holds it from then on."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from conversations import control, log
from conversations.authors import ByAgent
from conversations.errors import NothingToDoError
from conversations.models import Conversation, Holder, Status, Survey
from conversations.surveys import showing
from tenants.errors import NotFoundError

NO_SUCH = gettext_noop("There is no such survey here.")


def access(survey_id: str) -> Survey:
    """The survey with this id; NotFoundError where nobody was asked by it."""
    try:
        found = showing.loaded().filter(pk=survey_id, asked_at__isnull=False).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext(NO_SUCH), param="survey_id")
    return found


def reply(survey: Survey, agent: Agent, text: str, *, client_id: UUID) -> Survey:
    """Say it to the customer, who gets it by mail where they do not see it; the agent has the conversation then.

    The same client id says it once. NotFoundError where the conversation is gone, and NothingToDoError while another
    person has it.
    """
    try:
        with log.writing(str(survey.conversation_id)) as conversation:
            if not log.has(conversation, client_id):
                _take(conversation, agent)
            log.append(conversation, ByAgent(agent), text, client_id=client_id)
            Survey.objects.filter(pk=survey.pk).update(replied_at=timezone.now(), replied_by=agent)
    except Conversation.DoesNotExist:
        raise NotFoundError(gettext(NO_SUCH), param="survey_id") from None
    return access(str(survey.id))


def _take(conversation: Conversation, agent: Agent) -> None:
    if conversation.holder == Holder.AGENT and conversation.agent_id != agent.id:
        name = "Somebody else" if conversation.agent is None else conversation.agent.name
        raise NothingToDoError(
            gettext("{name} has this conversation. Write there together, or take it over first.").format(name=name)
        )
    if conversation.status == Status.RESOLVED:
        control.reopen(conversation)
    control.take(conversation, agent)
