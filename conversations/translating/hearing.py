"""In which language a customer writes while no assistant reads: told by their words, in a job of its own.

Each turn of the assistant reads the language anew. While a person has the conversation nobody does, so a message that
may be in another language than the conversation is read here. Short ones leave the language as it is.
"""

from assistant.encoders import language
from conversations import log
from conversations.models import AuthorKind, Conversation, Kind
from conversations.translating import common_words
from tenants import jobs
from tenants.jobs import Lease

KIND = "language"
NEWEST = 3  # messages of the customer that are read


def expect(conversation: Conversation, text: str) -> None:
    """Let the language be told anew if these words may be in another one; within the transaction of the message."""
    if common_words.may_be_another(text, conversation.language):
        jobs.write(KIND, {"conversation_id": str(conversation.id)}, key=str(conversation.id))


def work(held: Lease) -> None:
    """Tell it, and write it on the conversation where it is another one now."""
    conversation = Conversation.objects.filter(pk=str(held.ids["conversation_id"])).first()
    if conversation is None:
        return
    spoken = _spoken(conversation)
    if spoken != conversation.language:
        with log.writing(str(conversation.id)) as locked:
            locked.language = spoken


def _spoken(conversation: Conversation) -> str:
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER).order_by("-seq")
    found = conversation.language
    for text in reversed(list(said.values_list("text", flat=True)[:NEWEST])):
        found = language.identify(text, found)
    return found
