"""An agent who replies in the customer's language by a translation: made before it is sent, their own words kept."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from assistant import conduct
from assistant.rewriting import keeping
from assistant.translating import translating
from assistant.translating.translating import NotTranslatedError, Why
from conversations import events
from conversations.models import Conversation, Message, Translation, TranslationState
from conversations.translating import asking
from tenants.errors import NotNowError

SAYS = {
    Why.AWAY: gettext_noop(
        "The language model is not answering at the moment. Try again, or send your words as they are."
    ),
    Why.OVER_BUDGET: gettext_noop("The budget for the language model is spent. You can send your words as they are."),
    Why.UNUSABLE: gettext_noop(
        "The language model gave no translation that can be used. Try again, or send your words as they are."
    ),
}


@dataclass(frozen=True)
class Written:
    """The agent's own words, and their language."""

    text: str
    language: str


class TranslatedReply(TypedDict):
    """What the customer would get; nothing is stored or sent."""

    text: str
    language: str
    """Into which it is translated."""
    source: str
    """Of the agent's words, as far as the model tells; empty where it does not."""
    lost: list[str]
    """Numbers, links and codes that are gone."""
    added: list[str]
    """Those that are new."""


def translated(conversation: Conversation, text: str, *, language: str) -> TranslatedReply:
    """The words in the customer's language, or in another that is named; NothingToDoError while translation is off.

    NotNowError while the model is away, a budget is spent, or what it said cannot be used.
    """
    asking.check_on()
    into = language or conversation.language
    try:
        made = translating.translate([text], conduct.wanted(), into=into, conversation_id=str(conversation.id))[0]
    except NotTranslatedError as error:
        raise NotNowError(gettext(SAYS[error.why])) from error
    if made is None:
        raise NotNowError(gettext(SAYS[Why.UNUSABLE]))
    kept = keeping.compare(text, made.text, same_language=False)
    lost, added = list(kept.lost), list(kept.added)
    return {"text": made.text, "language": into, "source": made.source, "lost": lost, "added": added}


def keep(message: Message, written: Written | None) -> None:
    """Keep the agent's own words beside the message that is their translation; within its transaction, once."""
    if written is None or written.text == message.text:
        return
    _, made = Translation.objects.get_or_create(
        message=message,
        language=written.language,
        defaults={
            "conversation": message.conversation,
            "state": TranslationState.WRITTEN,
            "source": message.conversation.language,
            "text": written.text,
            "made_at": timezone.now(),
        },
    )
    if made:
        data = {"language": written.language}
        events.publish(events.TranslationsChanged(str(message.conversation_id), data))
