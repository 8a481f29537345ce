"""Suggests a reply to the agent who holds a conversation; the console asks for it, a worker makes it."""

from django.utils.translation import gettext

from conversations import log, queries, turn
from conversations.drafting import drafts
from conversations.errors import NothingToDoError
from conversations.models import Conversation, Draft, DraftKind, Holder
from tenants import jobs
from tenants.jobs import Lease

KIND = "suggestion"
SURE_FROM = 0.3  # confidence under which a suggestion would only distract


def ask(conversation: Conversation) -> Draft | None:
    """The suggestion for the newest words; None while it is being made, and when the assistant has none.

    Raises NothingToDoError unless an agent holds the conversation and owes an answer.
    """
    if conversation.holder != Holder.AGENT or conversation.unanswered_since is None:
        raise NothingToDoError(gettext("Nobody waits for an agent's reply here, so there is nothing to suggest."))
    asked_seq = conversation.last_customer_seq
    made = Draft.objects.filter(conversation=conversation, kind=DraftKind.SUGGESTED, asked_seq=asked_seq).first()
    if made is not None:
        return drafts.of_conversation(conversation)
    jobs.write(KIND, {"conversation_id": str(conversation.id), "asked_seq": asked_seq}, key=str(conversation.id))
    return None


def work(held: Lease) -> None:
    """Make the suggestion, unless the conversation went on or the assistant is off."""
    conversation_id, asked_seq = str(held.ids["conversation_id"]), int(held.ids["asked_seq"])
    question = queries.question_to_agent(conversation_id, asked_seq)
    if question is None:
        return
    decided = turn.decide(question)
    best = decided.best
    if decided.is_off or best is None or not best.sources or best.confidence < SURE_FROM:
        return
    with log.writing(conversation_id) as conversation:
        drafts.suggest(conversation, best, asked_seq=asked_seq)
