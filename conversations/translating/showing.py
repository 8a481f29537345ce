"""Translations as the desk sees them: text through the one renderer, with no link that the message has not."""

from typing import Literal, cast

from django.db.models import Q
from typing_extensions import TypedDict

from assistant.translating import checking
from conversations import rendering
from conversations.access import Reader
from conversations.models import Conversation, Translation, TranslationState
from conversations.translating import asking, speaking

MOST = 500


class TranslationRow(TypedDict):
    """A message in another language."""

    message_id: str
    seq: int
    """Of the message in the log."""
    language: str
    """Into which."""
    state: TranslationState
    """`made` by a machine, `written` by the agent who sent the message as a translation of it, `same` where the message
    is in that language already."""
    source: str | None
    """In which language the message is, as far as known."""
    text: str
    """Empty unless made or written."""
    html: str
    """Safe markup, rendered by the server; a link that the message has not is none."""
    problem: Literal["away", "over_budget", "unusable"] | None
    """Why it could not be made."""


class Translations(TypedDict):
    """Messages of a conversation in one language, and what agents wrote themselves before it was translated."""

    available: bool
    """Whether translations are made: the company wants them, and has a language model."""
    language: str
    """Into which."""
    spoken: list[str]
    """The languages that whoever asks speaks."""
    data: list[TranslationRow]


def of(conversation: Conversation, reader: Reader, *, language: str) -> Translations:
    """What there is in a language, and agents' own words in any, by seq: the newest 500."""
    wanted = Q(language=language) | Q(state=TranslationState.WRITTEN)
    rows = Translation.objects.filter(wanted, conversation=conversation).select_related("message")
    newest = list(rows.order_by("-message__seq")[:MOST])
    return {
        "available": asking.is_on(),
        "language": language,
        "spoken": speaking.of_reader(reader),
        "data": [_row(one) for one in reversed(newest)],
    }


def _row(one: Translation) -> TranslationRow:
    message = one.message
    is_written = one.state == TranslationState.WRITTEN
    links = None if is_written else checking.links(message.text)
    return {
        "message_id": message.id,
        "seq": message.seq,
        "language": one.language,
        "state": cast("TranslationState", one.state),
        "source": one.source or None,
        "text": one.text,
        "html": rendering.html(one.text, author_kind=message.author_kind, links=links) if one.text else "",
        "problem": cast("Literal['away', 'over_budget', 'unusable'] | None", one.problem or None),
    }
