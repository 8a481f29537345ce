"""Asks for messages in another language: a row for each that has none yet, and one job that makes them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from assistant import conduct
from assistant.translating import translating
from conversations.errors import NothingToDoError
from conversations.models import AuthorKind, Conversation, Kind, Message, Translation, TranslationState
from tenants import jobs

KIND = "translation"
NEWEST = 20  # messages, where none are named


def is_on() -> bool:
    """Whether the company wants translations and has a language model for them."""
    return translating.offered(conduct.wanted())


def check_on() -> None:
    """NothingToDoError while there is nobody who translates."""
    if not is_on():
        raise NothingToDoError(gettext("Translation is off. An admin switches it on under Settings, Assistant."))


@transaction.atomic
def ask(conversation: Conversation, language: str, *, seqs: Sequence[int] = ()) -> None:
    """Let the messages `seqs`, or the newest, be translated; one that is there stays, one that failed is tried again.

    Asking twice makes nothing twice. NothingToDoError while translation is off.
    """
    check_on()
    wanted = _messages(conversation, seqs)
    Translation.objects.bulk_create(
        [Translation(conversation=conversation, message=message, language=language) for message in wanted],
        ignore_conflicts=True,
    )
    mine = Translation.objects.filter(conversation=conversation, language=language)
    if seqs:
        again = mine.filter(message__in=wanted, state=TranslationState.FAILED)
        again.update(state=TranslationState.WAITING, problem="", asked_at=timezone.now())
    if mine.filter(state=TranslationState.WAITING).exists():
        expect(str(conversation.id), language)


def expect(conversation_id: str, language: str) -> None:
    """Let what waits be translated; one job at a time waits for each conversation and language."""
    ids = {"conversation_id": conversation_id, "language": language}
    jobs.write(KIND, ids, key=f"{conversation_id} {language}")


def _messages(conversation: Conversation, seqs: Sequence[int]) -> list[Message]:
    """What people and the assistant said; what Baton itself says in a conversation is no message."""
    said = conversation.messages.filter(kind=Kind.TEXT).exclude(author_kind=AuthorKind.SYSTEM).exclude(text="")
    if seqs:
        return list(said.filter(seq__in=seqs))
    return list(said.order_by("-seq")[:NEWEST])
